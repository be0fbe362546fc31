import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { brokenLaw } from './laws.ts';
import { claimsOf, fixture, page } from './pdf/reading-pdf.ts';
import { namedFont } from './pdf/tiny-pdf.ts';
import { formulas, notices, outline, parts } from './reading.ts';

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

describe('formulas of a word processor', () => {
  // pandoc -f markdown+tex_math_dollars writer.md -o writer.docx && soffice --headless --convert-to pdf writer.docx
  it('give the claims of their source', async () => {
    const [source, made] = [await fixture('writer.md'), await fixture('writer.pdf')];
    expect(claimsOf(made)).toEqual(claimsOf(source));
    expect(claimsOf(made).length).toBeGreaterThan(25);
    expect(outline(made)).toEqual(outline(source));
    expect(brokenLaw(made)).toBeUndefined();
    expect(notices(made)).toEqual([]);
  });
});

describe('a hand-in typed in a word processor', () => {
  // soffice --headless --convert-to pdf typed.fodt
  it('gives its claims: raised and lowered signs, a table with an empty cell, crossed-out and underlined answers', async () => {
    const document = await fixture('typed.pdf');
    expect(outline(document)).toEqual(['1 Gradients', '2 Optimizers', '  2.1 Gradient descent', '  2.2 Nesterov']);
    expect(claimsOf(document)).toEqual([
      '1: f(x, y) = x^2 + x y + 6y^2 ',
      '1: ∂f/∂x = 2x + y ',
      '1: ∂f/∂y = x + 12y ',
      '1: x_0 = 4 ',
      '1: y_0 = 1 ',
      '1: ∇f(4, 1) = (9, 16) ',
      '2.1: α = 0.05 ',
      '2.1: x_1 = 4 - 0.05·9 = 3.55 ',
      '2.1: y_1 = 1 - 0.05·16 = 0.2 ',
      '2.1: x_2 = 3.55 - 0.05·7.3 = 3.185 ',
      '2.1: y_2 = -0.0975 ',
      '2.1: x_3 = 2.871375 (doubtful)',
      '2.1: y_3 = -0.19825 ',
      '2.1: 1.2·10^(-4) = 0.00012 ',
      '2.1: x^{(2)} = 3 ',
      '2.1: W_rec = 5 ',
      '2.1: e^(-x) ',
      '2.2: (x_0, y_0) = (4, 1) ',
      '2.2: v_1 = (-0.45, -0.8) ',
      '2.2: (x_1, y_1) = (3.55, 0.2) ',
      '2.2: v_2 = (-0.6935, -0.56525) ',
      '2.2: (x_2, y_2) = (2.8565, -0.36525) ',
      '2.2: x_3 = 2.05281375 ',
      '2.2: y_3 = -0.4612075 ',
      '2.2: λ_max < 1/γ ',
      '2.2: λ_max < 1/γ',
    ]);
  });

  it('leaves out the lines that pages repeat at their edges', async () => {
    const document = await fixture('typed.pdf');
    expect(parts(document, 'prose').filter(({ text }) => /Lovelace|Page/.test(text))).toEqual([]);
  });

  it('begins a section with numbered bold words that run into the text', async () => {
    const document = await page(
      'BT /F2 11 Tf 72 700 Td (2.2.1 Descent) Tj /F1 11 Tf (   With z = 3 we begin.) Tj ET BT /F2 11 Tf 72 640 Td (Note) Tj /F1 11 Tf (  that y = 2.) Tj ET',
    );
    expect(outline(document)).toEqual(['2.2.1 Descent']);
    expect(formulas(document)).toEqual(['z = 3', 'y = 2']);
  });

  it('takes an underlined answer above a short line for no fraction', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 700 Td (y = 7) Tj ET 71 698.4 28 0.6 re f BT /F1 11 Tf 74 686 Td (done) Tj ET',
    );
    expect(formulas(document)).toEqual(['y = 7']);
  });

  it('takes no mark of a list for a formula', async () => {
    const document = await page(
      'BT /F4 11 Tf 72 700 Td (b) Tj /F1 11 Tf 20 0 Td (The first step) Tj ET',
      namedFont('SymbolMT', { b: '\uf0b7' }),
    );
    expect(formulas(document)).toEqual([]);
    expect(parts(document, 'unreadable')).toEqual([]);
  });

  it('knows the private codes of the Symbol font', async () => {
    const document = await page(
      'BT /F4 11 Tf 72 700 Td (a) Tj /F1 11 Tf 6 0 Td ( = 3 ) Tj /F4 11 Tf (m) Tj /F1 11 Tf ( 2 = 1) Tj ET',
      namedFont('SymbolMT', { a: '\uf061', m: '\uf02d' }),
    );
    expect(formulas(document)).toEqual(['α = 3 − 2 = 1']);
  });

  it('is read upright, on a page that is turned and without the text along its margin', async () => {
    const turned = await page(
      'BT /F1 11 Tf 0 1 -1 0 300 100 Tm (x = 3.55) Tj ET BT /F1 11 Tf 0 1 -1 0 330 100 Tm (y = 2) Tj ET BT /F1 9 Tf 20 20 Td (z = 7) Tj ET',
    );
    expect(formulas(turned)).toEqual(['x = 3.55', 'y = 2']);
  });

  it('reads nothing that is not shown', async () => {
    const document = await page('BT /F1 11 Tf 3 Tr 72 700 Td (x = 3) Tj 0 Tr 0 -30 Td (y = 4) Tj ET');
    expect(formulas(document)).toEqual(['y = 4']);
  });
});

describe('what is not certain in a PDF', () => {
  const doubts = (document: Document): readonly (readonly [string, boolean])[] =>
    parts(document, 'formula').map(({ text, doubtful }) => [text, doubtful ?? false]);

  it('is a raised sign of full size', async () => {
    const document = await page('BT /F1 11 Tf 72 700 Td (x = 3) Tj ET BT /F1 11 Tf 96 704.5 Td (2) Tj ET');
    expect(doubts(document)).toEqual([['x = 3', true]]);
  });

  it('are two lines that run into each other', async () => {
    const document = await page('BT /F1 11 Tf 72 700 Td (x = 3.5) Tj ET BT /F1 11 Tf 90 693 Td (y = 2) Tj ET');
    expect(doubts(document)).toEqual([
      ['x = 3.5', true],
      ['y = 2', true],
    ]);
  });

  it('are signs printed over each other', async () => {
    const document = await page('BT /F1 11 Tf 72 700 Td (x = 3) Tj ET BT /F1 11 Tf 91 700 Td (5) Tj ET');
    expect(doubts(document).map(([, doubtful]) => doubtful)).toEqual([true]);
  });

  it('is a fraction whose bar ends inside a number', async () => {
    const document = await page(
      'BT /F1 11 Tf 90 668 Td (17) Tj ET BT /F1 11 Tf 97 653 Td (20) Tj ET 96.5 663 14 0.6 re f',
    );
    expect(doubts(document).every(([, doubtful]) => doubtful)).toBe(true);
  });

  it('is a root without the line that says how far it reaches', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 700 Td (x = ) Tj /F4 11 Tf (r) Tj /F1 11 Tf (2x) Tj ET',
      namedFont('OpenSymbol', { r: '√' }),
    );
    expect(doubts(document).map(([, doubtful]) => doubtful)).toEqual([true]);
  });

  it('is a value before another equation, where the space between may be lost', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 700 Td (x = 3.55 y = 2) Tj ET BT /F1 11 Tf 72 600 Td (x = 3.55, y = 2) Tj ET BT /F1 11 Tf 72 500 Td (y = 2x = 6) Tj ET',
    );
    expect(doubts(document)).toEqual([
      ['x = 3.55 y = 2', true],
      ['x = 3.55, y = 2', false],
      ['y = 2x = 6', false],
    ]);
  });

  it('is a formula that runs off the page', async () => {
    const document = await page('BT /F1 11 Tf 560 700 Td (x = 3.55) Tj ET BT /F1 11 Tf 72 600 Td (y = 2) Tj ET');
    expect(doubts(document)).toEqual([
      [expect.stringMatching(/^x = /), true],
      ['y = 2', false],
    ]);
  });

  it('is what stands beside something crossed out, which itself is no claim', async () => {
    const straight = await page(
      'BT /F1 11 Tf 72 700 Td (x = 3.5) Tj ET 71 702.8 36 0.6 re f BT /F1 11 Tf 72 660 Td (y = 2) Tj ET',
    );
    expect(doubts(straight)).toEqual([['y = 2', false]]);
    const slanted = await page('BT /F1 11 Tf 72 700 Td (z = 3 + 4) Tj ET 107 699 m 117 709 l S');
    expect(doubts(slanted)).toEqual([['z = 3 +', true]]);
  });

  it('is a comma between digits where no space tells lists from decimals', async () => {
    const tight = (font: string): Promise<Document> =>
      page('BT /F1 11 Tf 72 700 Td (x = 4) Tj /F4 11 Tf (c) Tj /F1 11 Tf (1) Tj ET', namedFont(font, { c: ',' }, 278));
    expect(formulas(await tight('CambriaMath'))).toEqual(['x = 4,1']);
    expect(formulas(await tight('CMMI10'))).toEqual(['x = 4{,}1']);
  });
});

describe('signs of formulas in a PDF', () => {
  it('that a converter left out, or that a font has no name for, make their formula unreadable, with its height', async () => {
    const left = await page('BT /F1 11 Tf 72 700 Td (x = \\277) Tj ET');
    expect(parts(left, 'unreadable').map(({ reason }) => reason)).toEqual([
      'A formula, 4.7 to 5.1 cm from the top of the page, shows ¿ in the place of something that a converter left out.',
    ]);
    const nameless = await page(
      'BT /F4 11 Tf 72 700 Td (a) Tj /F1 11 Tf ( = 3) Tj ET',
      namedFont('CambriaMath', { a: 'ݔ' }),
    );
    expect(formulas(nameless)).toEqual([]);
    expect(parts(nameless, 'unreadable')[0]?.reason).toMatch(/ holds signs that the PDF does not name\.$/);
  });

  it('keep the slash over a relation', async () => {
    const document = await page(
      'BT /F1 11 Tf 72 700 Td (x ) Tj /F4 11 Tf (n) Tj /F1 11 Tf (= 3) Tj ET',
      namedFont('CMSY10', { n: '\u0338' }, 0),
    );
    expect(formulas(document)).toEqual(['x ≠ 3']);
  });

  it('keep the largest brackets and bars, whose codes are white space elsewhere', async () => {
    const document = await page(
      'BT /F1 10 Tf 72 700 Td (f) Tj ET BT /F4 10 Tf 75 716 Td (\\040) Tj ET BT /F1 10 Tf 80 700 Td (x) Tj ET BT /F4 10 Tf 85 716 Td (\\041) Tj ET BT /F1 10 Tf 90 700 Td ( = 3) Tj ET',
      namedFont('CMEX10', { ' ': ' ', '!': '!' }, 500),
    );
    expect(formulas(document)).toEqual(['f(x) = 3']);
  });

  it('keep the line over a letter', async () => {
    const document = await page('BT /F1 11 Tf 72 700 Td (x = 3) Tj ET 72 706.2 5.5 0.4 re f');
    expect(formulas(document)).toEqual(['\\bar{x} = 3']);
  });

  it('keep a percent sign, which begins a comment elsewhere', async () => {
    const document = await page('BT /F1 11 Tf 72 700 Td (p = 50% = 0.5) Tj ET');
    expect(claimsOf(document)).toEqual([': p = 50% = 0.5 ']);
  });
});

describe('a formula broken at the end of a line', () => {
  const lines = (...texts: readonly (readonly [x: number, text: string])[]): Promise<Document> =>
    page(texts.map(([x, text], index) => `BT /F1 11 Tf ${x} ${700 - 14 * index} Td (${text}) Tj ET`).join(' '));

  it('goes on where something must follow', async () => {
    const document = await lines(
      [72, 'The first step of the method, written down in full, is x = 4 -'],
      [72, '0.45 = 3.55 and then we are done with y = 1 and with'],
      [72, 'z = 3'],
    );
    expect(formulas(document)).toEqual(['x = 4 - 0.45 = 3.55', 'y = 1', 'z = 3']);
  });

  it('goes on in rows below its right side', async () => {
    const rows = await lines([72, 'y = 7'], [92, '- 3 = 4']);
    expect(formulas(rows)).toEqual(['y = 7 - 3 = 4']);
    const apart = await lines([72, 'y = 7'], [72, '-x = 4']);
    expect(formulas(apart)).toEqual(['y = 7', '-x = 4']);
  });
});

describe('a PDF printed from a web page', () => {
  // The formulas of web.md set by KaTeX, the page printed by a browser.
  it('gives the claims of its source: words smaller than formulas, a table of bordered cells', async () => {
    const [source, made] = [await fixture('web.md'), await fixture('web.pdf')];
    expect(claimsOf(made)).toEqual(claimsOf(source));
    expect(claimsOf(made).length).toBeGreaterThan(10);
    expect(outline(made)).toEqual(outline(source));
    expect(notices(made)).toEqual([]);
  });

  it('has doubtful formulas where roots are drawn, and none in a frame with round corners', async () => {
    const root = await page(
      'BT /F1 11 Tf 72 700 Td (x =     5 ) Tj ET 91 700 m 95 698 l 97 698 98 708 99 709 c 108 709 l S',
    );
    expect(parts(root, 'formula').map(({ doubtful }) => doubtful)).toEqual([true]);
    const frame = await page(
      'BT /F1 11 Tf 72 700 Td (x = 5) Tj ET 64 690 m 112 690 l 116 690 116 690 116 694 c 116 710 l 116 714 116 714 112 714 c 64 714 l 60 714 60 714 60 710 c 60 694 l 60 690 60 690 64 690 c h S',
    );
    expect(parts(frame, 'formula').map(({ doubtful }) => doubtful ?? false)).toEqual([false]);
  });

  it('has a figure where curves are drawn, and unreadable formulas where signs are', async () => {
    const plot = await page(
      'BT /F1 11 Tf 72 780 Td (x = 5) Tj ET 100 500 m 150 700 200 700 300 500 c S BT /F1 11 Tf 72 450 Td (Figure 1: contours) Tj ET',
    );
    expect(parts(plot, 'figure').map(({ caption }) => caption)).toEqual(['contours']);
    expect(formulas(plot)).toEqual(['x = 5']);
    const sign = (x: number): string => `${x} 700 m ${x + 6} 708 l ${x + 8} 701 l h f`;
    const outlines = await page(`${[100, 110, 120, 130].map(sign).join(' ')} BT /F1 11 Tf 72 600 Td (y = 2) Tj ET`);
    expect(parts(outlines, 'unreadable').map(({ reason }) => reason)).toEqual([
      'A formula, 4.7 to 5.0 cm from the top of the page, holds signs that the PDF does not name.',
    ]);
    expect(formulas(outlines)).toEqual(['y = 2']);
  });

  it('has no signs outside of the space that shows them', async () => {
    const document = await page(
      'q 60 690 60 30 re W n BT /F1 11 Tf 72 700 Td (x = 3) Tj 80 0 Td (x = 4) Tj ET Q BT /F1 11 Tf 72 600 Td (y = 2) Tj ET',
    );
    expect(formulas(document)).toEqual(['x = 3', 'y = 2']);
  });
});
