import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readClaims } from '../../src/claims/claims.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Claim, Member, Vocabulary } from '../../src/model/claim.ts';
import { readSubmission } from '../../src/read/read.ts';

/**
 * Each file of documents/ is a small hand-in; beside it NAME.claims says what it claims, one line a claim:
 *
 *     # the story
 *     3:5 final x_1 = 4 - 0.45 = 3.55      line:column, flags, members as written, relations between them
 *     value 1 3.55                         the last member of claim 1 as it was understood
 *     name 1 x_1                           its first member as it was understood
 *     notice claims/decimal-separator      what is said about the reading
 *
 * A member `∅` is empty, `*` is anything.
 */
const folder = join(import.meta.dirname, 'documents');

const vocabulary: Vocabulary = {
  functions: new Set(['f', 'σ']),
  symbols: new Set(['x', 'y', 'v', 'α', 'γ', 'W_rec', 'ε', 'θ']),
  indexed: new Set(['x', 'y', 'v']),
};

const written = (text: string): string => text.replace(/\s+/g, ' ').trim();

const shown = (member: Member | undefined, origin: string): string => {
  if (!member || member.expression.kind === 'empty') return '∅';
  return origin === 'table' || origin === 'output' ? printPlain(member.expression) : written(member.text);
};

const chain = (claim: Extract<Claim, { kind: 'chain' }>): string => {
  const { members, relations, origin } = claim;
  const flags = [
    ...(claim.final ? ['final'] : []),
    ...(claim.doubtful ? ['doubtful'] : []),
    ...(members.some(({ broken }) => broken !== undefined) ? ['broken'] : []),
    ...(origin === 'table' || origin === 'output' ? [origin] : []),
  ];
  const texts = members.map((member, i) => {
    const text = shown(member, i === 0 ? origin : 'formula');
    return i === 0 ? text : `${relations[i - 1]} ${text}`;
  });
  return [...flags, ...texts].join(' ');
};

const body = (claim: Claim): string => {
  switch (claim.kind) {
    case 'chain':
      return chain(claim);
    case 'statement':
      return `statement ${claim.negated ? 'negated ' : ''}${printPlain(claim.subject)} ${claim.relation} ${printPlain(claim.value)} ${claim.modality}`;
    case 'figure':
      return `figure ${claim.source}: ${claim.caption}`;
    case 'answer':
      return `answer ${claim.item}: ${claim.member.text}`;
    case 'unreadable':
      return 'unreadable';
  }
};

const line = (claim: Claim): string => `${claim.place.line}:${claim.place.column} ${body(claim)}`;

const membersOf = (claim: Claim | undefined): readonly Member[] => (claim?.kind === 'chain' ? claim.members : []);

const matches = (expected: string, actual: string): boolean => {
  const pattern = expected.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${pattern}$`, 's').test(actual);
};

const documents = readdirSync(folder).filter((name) => !name.endsWith('.claims'));

describe('claims of a document', () => {
  test.each(documents)('%s', async (name) => {
    const lines = readFileSync(join(folder, `${name}.claims`), 'utf8').split('\n');
    const expected = lines.filter((one) => /^\d/.test(one));
    const document = await readSubmission({
      student: 'student',
      files: [{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }],
    });
    const { claims, notices } = readClaims(document, vocabulary);
    const actual = claims.map(line);
    const settled = actual.map((one, i) =>
      expected[i]?.includes('*') && matches(expected[i] ?? '', one) ? expected[i] : one,
    );
    expect(settled, lines[0]).toEqual(expected);
    for (const one of lines) {
      const [, what, number, text] = /^(value|name) (\d+) (.*)$/.exec(one) ?? [];
      if (!what) continue;
      const member = membersOf(claims[Number(number) - 1]).at(what === 'name' ? 0 : -1);
      expect(member && printPlain(member.expression), one).toBe(text);
    }
    expect(notices.map(({ id }) => `notice ${id}`)).toEqual(lines.filter((one) => one.startsWith('notice')));
  });
});
