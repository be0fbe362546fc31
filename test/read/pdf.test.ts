import { describe, expect, it } from 'vitest';
import { readSubmission } from '../../src/read/read.ts';
import { brokenLaw } from './laws.ts';
import { bytesOf, claimsOf, documentOf, fixture } from './pdf/reading-pdf.ts';
import { lockedPage, scannedPage, tinyPdf } from './pdf/tiny-pdf.ts';
import { formulas, notices, outline, parts } from './reading.ts';

describe('a PDF made by LaTeX', () => {
  it.each(['descent', 'table', 'columns', 'times', 'unicode', 'matrices', 'inline'])(
    'gives the claims of its source: %s',
    async (name) => {
      const [source, made] = [await fixture(`${name}.tex`), await fixture(`${name}.pdf`)];
      expect(claimsOf(made)).toEqual(claimsOf(source));
      expect(claimsOf(made).length).toBeGreaterThan(6);
      expect(brokenLaw(made)).toBeUndefined();
      expect(notices(made)).toEqual([]);
    },
  );

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
    const document = await readSubmission({
      student: 'ada',
      files: [
        { name: 'descent.pdf', bytes: bytesOf('descent.pdf') },
        { name: 'descent.tex', bytes: bytesOf('descent.tex') },
      ],
    });
    expect(document.format).toBe('latex');
    expect(notices(document)).toEqual(['read/same-as-source']);
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
    const whole = bytesOf('table.pdf');
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
