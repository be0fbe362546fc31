import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import type { Claim, Vocabulary } from '../../src/model/claim.ts';
import type { Place } from '../../src/model/place.ts';
import { readSubmissionSync } from '../../src/read/read.ts';

const vocabulary: Vocabulary = { functions: new Set(['f']), symbols: new Set(['x', 'y', 'α', 'γ']) };

const claimsIn = (text: string, name = 'main.md'): readonly Claim[] =>
  claims(
    readSubmissionSync({ student: 'student', files: [{ name, bytes: new TextEncoder().encode(text) }] }),
    vocabulary,
  );

const folder = join(import.meta.dirname, 'documents');
const originals = readdirSync(folder)
  .filter((name) => /\.(?:md|txt|tex)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const placesOf = (claim: Claim): readonly Place[] => [
  claim.place,
  ...(claim.kind === 'chain' ? claim.members.map(({ place }) => place) : []),
];

const isInside = ({ line, column }: Place, lines: readonly string[]): boolean => {
  const own = lines[line - 1];
  return own !== undefined && column >= 1 && column <= own.length + 1;
};

/** One slip of the keyboard: a piece taken out, doubled, or put elsewhere. */
const mutated = fc
  .record({
    document: fc.constantFrom(...originals),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 12 }),
    how: fc.constantFrom('delete', 'double', 'swap', 'stray'),
    stray: fc.constantFrom(
      '$',
      '$$',
      '{',
      '}',
      '\\',
      '&',
      '\\begin{aligned}',
      '=',
      '|',
      '\u0000',
      '\n\n',
      '#',
      '\uE000',
      '𝐱',
    ),
  })
  .map(({ document: { name, text }, cut, length, how, stray }) => {
    const at = Math.floor(cut * text.length);
    const piece = text.slice(at, at + length);
    const rest = text.slice(at + length);
    const inserted = { delete: '', double: piece + piece, swap: rest.slice(0, length) + piece, stray: piece + stray }[
      how
    ];
    return { name, text: text.slice(0, at) + inserted + (how === 'swap' ? rest.slice(length) : rest) };
  });

describe('whatever is handed in', () => {
  test('reading its claims ends without an error, and every place lies inside it', () => {
    fc.assert(
      fc.property(mutated, ({ name, text }) => {
        // Line ends other than \n make other lines; the fixtures have none.
        const lines = text.split('\n');
        for (const claim of claimsIn(text, name)) {
          for (const place of placesOf(claim)) expect(isInside(place, lines), JSON.stringify(place)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('claims come in the order of the document, numbered from 0', () => {
    fc.assert(
      fc.property(mutated, ({ name, text }) => {
        expect(claimsIn(text, name).map(({ order }) => order)).toEqual(claimsIn(text, name).map((_, i) => i));
      }),
      { numRuns: 50 },
    );
  });

  test('a chain has one relation fewer than members', () => {
    fc.assert(
      fc.property(mutated, ({ name, text }) => {
        for (const claim of claimsIn(text, name)) {
          if (claim.kind === 'chain') expect(claim.relations.length).toBe(claim.members.length - 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('a broken formula never hides its neighbours', () => {
  const broken = fc.constantFrom(
    '\\frac{1}{',
    '}}',
    '\\left( x',
    '\\begin{aligned} a',
    '= = =',
    '^^',
    '\\def\\a{\\a\\a}\\a',
    '&',
    '\\\\',
  );
  fc.assert(
    fc.property(broken, (formula) => {
      const texts = claimsIn(`$$x_1 = 3.55$$\n\nWords.\n\n$$${formula}$$\n\nMore words.\n\n$$y_1 = 0.2$$\n`).flatMap(
        (claim) => (claim.kind === 'chain' ? [claim.members.map(({ text }) => text).join(' = ')] : []),
      );
      expect(texts).toContain('y_1 = 0.2');
      expect(texts[0]).toBe('x_1 = 3.55');
    }),
  );
});

test('a long document is read at a steady pace', () => {
  const count = (repeats: number): number =>
    claimsIn('$$x_1 = 4$$\n\n$$= 3.55$$\n\nIt is larger than 2.\n\n'.repeat(repeats)).length;
  expect(count(2000)).toBe(2 * count(1000));
});
