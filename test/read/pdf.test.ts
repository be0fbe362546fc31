import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claims } from '../../src/claims/claims.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import { readSubmission } from '../../src/read/read.ts';
import { brokenLaw } from './laws.ts';
import { lockedPage, scannedPage, tinyPdf } from './pdf/tiny-pdf.ts';
import { formulas, notices, outline, parts } from './reading.ts';

const documentOf = (name: string, bytes: Uint8Array): Promise<Document> =>
  readSubmission({ student: 'ada', files: [{ name, bytes }] });

const fixture = (name: string): Promise<Document> =>
  documentOf(name, readFileSync(new URL(`./pdf/${name}`, import.meta.url)));

const page = (content: string): Promise<Document> => documentOf('work.pdf', tinyPdf({ content }));

const vocabulary = { functions: new Set(['f', 'σ', 'g']), symbols: new Set<string>() };

const inWords = (claim: Claim): string => {
  const where = claim.section.number ?? claim.section.title;
  if (claim.kind === 'statement')
    return `${where}: ${printPlain(claim.subject)} ${claim.relation} ${printPlain(claim.value)}`;
  if (claim.kind !== 'chain') return `${where}: ${claim.kind}`;
  const members = claim.members.map(
    ({ expression }, index) => `${printPlain(expression)} ${claim.relations[index] ?? ''}`,
  );
  return `${where}: ${members.join(' ')}${claim.doubtful ? '(doubtful)' : ''}`;
};

const claimsOf = (document: Document): readonly string[] => claims(document, vocabulary).map(inWords);

describe('a PDF made by LaTeX', () => {
  it.each(['descent', 'table', 'columns', 'times', 'unicode'])('gives the claims of its source: %s', async (name) => {
    const [source, made] = [await fixture(`${name}.tex`), await fixture(`${name}.pdf`)];
    expect(claimsOf(made)).toEqual(claimsOf(source));
    expect(claimsOf(made).length).toBeGreaterThan(6);
    expect(brokenLaw(made)).toBeUndefined();
    expect(notices(made)).toEqual([]);
  });

  it('keeps headings, and places by page and line', async () => {
    const document = await fixture('descent.pdf');
    expect(outline(document)).toEqual([
      '1 Vanishing gradients',
      '  1.1 The loss',
      '2 Optimizers',
      '  2.1 Weights',
      '    2.1.1 Stochastic gradient descent',
      '    2.1.2 SGD with Nesterov’s',
    ]);
    const table = await fixture('table.pdf');
    const last = parts(table, 'formula').at(-1);
    expect(last && table.place(last.range)).toMatchObject({ file: 'table.pdf', page: 2 });
  });

  it('is passed over beside the source it was made from', async () => {
    const bytes = (name: string): Uint8Array => readFileSync(new URL(`./pdf/${name}`, import.meta.url));
    const document = await readSubmission({
      student: 'ada',
      files: [
        { name: 'descent.pdf', bytes: bytes('descent.pdf') },
        { name: 'descent.tex', bytes: bytes('descent.tex') },
      ],
    });
    expect(document.format).toBe('latex');
    expect(notices(document)).toEqual(['read/same-as-source']);
  });
});

describe('a PDF made by a word processor', () => {
  it('puts pieces of numbers together, and scripts by their size and height', async () => {
    const document = await page(
      'BT /F2 16 Tf 72 760 Td (2.1 Descent) Tj ET BT /F1 11 Tf 72 730 Td (The first step gives x) Tj /F1 7 Tf -2 Ts (1) Tj 0 Ts /F1 11 Tf ( = 4 ) Tj (- 0.05 * 9 = 3) Tj (.) Tj (55, good.) Tj ET',
    );
    expect(outline(document)).toEqual(['2.1 Descent']);
    expect(formulas(document)).toEqual(['x_{1} = 4 - 0.05 * 9 = 3.55']);
  });

  it('puts a fraction together from a filled bar', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 660 Td (z =) Tj ET BT /F1 11 Tf 100 668 Td (7) Tj ET BT /F1 11 Tf 97 653 Td (20) Tj ET 96 663 14 0.6 re f',
    );
    expect(formulas(document)).toEqual(['z = \\frac{7}{20}']);
  });

  it('takes no rule under words for a fraction', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 700 Td (Name    Points) Tj ET 72 697 120 0.6 re f BT /F1 11 Tf 72 685 Td (Ada     3) Tj ET',
    );
    expect(formulas(document)).toEqual([]);
  });

  it('doubts a formula beside a small sign that belongs nowhere', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 700 Td (x = 3.55) Tj ET BT /F1 5 Tf 80 690.5 Td (2) Tj ET BT /F1 11 Tf 72 600 Td (y = 1) Tj ET',
    );
    expect(parts(document, 'formula').map(({ text, doubtful }) => [text, doubtful ?? false])).toEqual([
      ['x = 3.55', true],
      ['y = 1', false],
    ]);
  });

  it('takes typewritten lines for printed output, unless they look like a program', async () => {
    const typed = (...lines: readonly string[]): Promise<Document> =>
      page(lines.map((line, index) => `BT /F3 10 Tf 72 ${700 - 12 * index} Td (${line}) Tj ET`).join(' '));
    const printed = await typed('x_1 = [3.55 0.2]', 'loss  = 13.55');
    expect(parts(printed, 'output').map(({ text }) => text.trim())).toEqual(['x_1 = [3.55 0.2]\nloss  = 13.55']);
    const program = await typed('x = 5', 'print\\(x\\)');
    expect(parts(program, 'code')).toHaveLength(1);
    expect(formulas(program)).toEqual([]);
  });

  it('escapes what Markdown would take for marks', async () => {
    const document = await page('BT /F1 11 Tf 72 700 Td (costs $5 and **no** # more than $6) Tj ET');
    expect(formulas(document)).toEqual([]);
    expect(parts(document, 'prose').map(({ text }) => text.replace(/\s+/g, ''))).toEqual([
      'costs$5and**no**#morethan$6',
    ]);
  });
});

describe('a PDF that cannot be read', () => {
  it.each([
    ['scanned', tinyPdf(scannedPage), 'read/pdf-scanned'],
    ['locked', tinyPdf(lockedPage), 'read/pdf-encrypted'],
    ['garbage', Uint8Array.from('%PDF-1.5\ngarbage', (sign) => sign.charCodeAt(0)), 'read/pdf-broken'],
    [
      'without bounds',
      tinyPdf({ content: `${'q '.repeat(60_000)}BT /F1 11 Tf 72 700 Td (x = 3) Tj ET` }),
      'read/pdf-unbounded',
    ],
  ])('says so: %s', async (_, bytes, id) => {
    const document = await documentOf('work.pdf', bytes);
    expect(notices(document)).toEqual([id]);
    expect(parts(document, 'unreadable')).toHaveLength(1);
    expect(brokenLaw(document)).toBeUndefined();
  });

  it('is an unreadable part where there is no waiting', async () => {
    const { readSubmissionSync } = await import('../../src/read/read.ts');
    const document = readSubmissionSync({ student: 'ada', files: [{ name: 'work.pdf', bytes: tinyPdf(scannedPage) }] });
    expect(notices(document)).toEqual(['read/pdf-later']);
    expect(parts(document, 'unreadable')).toHaveLength(1);
  });

  it('survives every kind of damage', { timeout: 120_000 }, async () => {
    const whole = readFileSync(new URL('./pdf/table.pdf', import.meta.url));
    for (let cut = 500; cut < whole.length; cut += 9_001)
      expect(brokenLaw(await documentOf('work.pdf', whole.subarray(0, cut)))).toBeUndefined();
    for (let at = 100; at < whole.length; at += 5_003) {
      const broken = Uint8Array.from(whole);
      broken.fill(at & 255, at, at + 20);
      expect(brokenLaw(await documentOf('work.pdf', broken))).toBeUndefined();
    }
  });

  it.each([
    ['a false length', '/Length 9'],
    ['a form that draws itself', ''],
  ])('ends with %s', async (_, length) => {
    const loop = tinyPdf({
      content: 'BT /F1 11 Tf 72 700 Td (x = 3) Tj ET /X Do',
      resources: '/XObject << /X 8 0 R >>',
      objects: [
        '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 8 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream',
      ],
    });
    const text = String.fromCharCode(...loop);
    const changed = length === '' ? text : text.replace(/\/Length \d+/, `${length}9999999`);
    const document = await documentOf(
      'work.pdf',
      Uint8Array.from(changed, (sign) => sign.charCodeAt(0)),
    );
    expect(formulas(document)).toEqual(['x = 3']);
  });
});
