import { describe, expect, it } from 'vitest';
import { documentOf, formula, formulas, markdown, notices, outline, parts } from './reading.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const utf16 = (text: string, bigEndian: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

describe('telling formats', () => {
  it.each([
    ['answer.txt', '# Work\n\n$$x = 1$$', 'markdown'],
    ['answer.txt', '\\documentclass{article}\\begin{document}$x = 1$\\end{document}', 'latex'],
    ['answer.md', '\\documentclass{article}\\begin{document}$x = 1$\\end{document}', 'latex'],
    ['answer', 'x1 = 3.55\ny1 = 0.2', 'text'],
    ['work.tex', '\\section{A}\nx $x = 1$', 'latex'],
    ['work.txt', '{"cells": [], "nbformat": 4}', 'notebook'],
    ['work.txt', '2.2.1.x1: 3.55\n2.2.1.y1: 0.2\n', 'answer-sheet'],
    ['work.yaml', 'answers:\n  1.1: x\n', 'answer-sheet'],
    ['answers.yaml', 'mean: 4.67\nsd: "0.69"\n', 'answer-sheet'],
  ])('%s with %j is %s', (name, text, format) => {
    expect(documentOf({ [name]: text }).format).toBe(format);
  });

  it('says what was not read, and reads the rest', () => {
    const document = documentOf({
      'main.md': '$x = 1$ ![plot](contour.png)',
      'contour.png': 'xx',
      'extra.png': 'yy',
      'run.py': 'x = 2',
    });
    expect(formulas(document)).toEqual(['x = 1']);
    expect(parts(document, 'figure').map(({ source }) => source)).toEqual(['contour.png', 'extra.png']);
    expect(notices(document)).toEqual(['read/unknown-format']);
  });
});

describe('a hand-in in which nothing can be read', () => {
  it.each([
    ['a photo', { 'photo.jpg': 'xx' }, 'read/picture-alone'],
    ['a file of a word processor', { 'work.docx': 'PK' }, 'read/format-alone'],
    ['a program alone', { 'hw.py': 'print(1)' }, 'read/format-alone'],
  ])('is for a person to look at, not empty: %s', (_, files, id) => {
    const document = documentOf(files);
    expect(notices(document)).toEqual([id]);
    expect(document.notices[0]?.place?.file).toBe(Object.keys(files)[0]);
    expect(parts(document, 'unreadable')).toHaveLength(1);
  });

  it('is one file more where something can', () => {
    const document = documentOf({ 'main.md': '$x = 1$', 'work.docx': 'PK', 'photo.jpg': 'xx' });
    expect(parts(document, 'unreadable')).toEqual([]);
    expect(document.notices.map(({ id, place }) => [id, place?.file])).toEqual([['read/unknown-format', 'work.docx']]);
  });
});

describe('bytes', () => {
  it.each([
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...encode('# A\n\n$α = 1$')]), []],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16('# A\n\n$α = 1$', false)]), []],
    ['UTF-16, the other end first', Uint8Array.from([0xfe, 0xff, ...utf16('# A\n\n$α = 1$', true)]), []],
    ['UTF-16 without a mark', utf16('# Vanishing\n\n$α = 1$', false), []],
  ])('reads %s', (_, bytes, said) => {
    const document = documentOf({ 'a.md': bytes });
    expect(formulas(document)).toEqual(['α = 1']);
    expect(notices(document)).toEqual(said);
  });

  it('reads Latin-1 with a note, and doubts formulas with letters beyond ASCII', () => {
    const document = documentOf({
      'a.md': Uint8Array.from([...encode('L'), 0xf6, ...encode('sung $x = 1$ und $'), 0xb5, ...encode(' = 2$')]),
    });
    expect(formulas(document)).toEqual(['x = 1', 'µ = 2']);
    expect(parts(document, 'formula').map(({ doubtful }) => doubtful ?? false)).toEqual([false, true]);
    expect(notices(document)).toEqual(['read/not-utf-8']);
  });

  it('knows the dash of Windows for a minus', () => {
    const document = documentOf({ 'a.md': Uint8Array.from([...encode('so $y_2 = '), 0x96, ...encode('0.1$')]) });
    expect(formula(document, 0)).toMatchObject({ text: 'y_2 = \u20130.1', doubtful: true });
  });

  it('notes NUL bytes, turned text and empty files', () => {
    expect(notices(documentOf({ 'a.md': '# A long enough heading\n\n$x = 1$ \0 and' }))).toEqual(['read/nul-bytes']);
    const turned = documentOf({ 'a.md': 'so\n$x = \u202e55.3\u202c$ and $y = 1$' });
    expect(notices(turned)).toEqual(['read/direction-override']);
    expect(turned.notices[0]?.place?.line).toBe(2);
    expect(parts(turned, 'formula').map(({ doubtful }) => doubtful ?? false)).toEqual([true, false]);
    expect(notices(documentOf({ 'a.md': ' \n' }))).toEqual(['read/empty-file']);
    expect(notices(documentOf({}))).toEqual(['read/no-files']);
  });

  it('says that bytes are no text', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) & 255);
    const document = documentOf({ 'a.md': bytes });
    expect(notices(document)).toContain('read/not-text');
    expect(parts(document, 'unreadable')).toHaveLength(1);
  });

  it('says that a file is too large', () => {
    const document = documentOf({ 'a.md': new Uint8Array(10_000_001).fill(97), 'b.md': '$x = 1$' });
    expect(notices(document)).toEqual(['read/limit-text-bytes']);
    expect(formulas(document)).toEqual(['x = 1']);
  });
});

describe('an answer sheet', () => {
  it('files values under items, in front matter, in a block, or alone', () => {
    const sheet =
      'answers:\n  "2.2.1.x3": 2.871375 # all digits\n  2.2.2:\n    v1: "$[-0.45, -0.8]$"\n  1.5: \\lambda < 1/\\gamma\n';
    const expected = [
      ['2.2.1.x3', '2.871375', 'plain'],
      ['2.2.2.v1', '[-0.45, -0.8]', 'latex'],
      ['1.5', '\\lambda < 1/\\gamma', 'latex'],
    ];
    const lines = sheet
      .split('\n')
      .slice(1)
      .map((line) => line.slice(2))
      .join('\n');
    for (const text of [`---\ntitle: x\n${sheet}---\n# A\n`, `# A\n\`\`\`answers\n${lines}\n\`\`\`\n`, sheet]) {
      const document = documentOf({ 'work.md': text });
      expect(parts(document, 'answer').map(({ item, text: value, notation }) => [item, value, notation])).toEqual(
        expected,
      );
      for (const { range, text: value } of parts(document, 'answer'))
        expect(text.slice(range.start, range.end)).toBe(value);
    }
  });
});

const notebook = (cells: readonly unknown[]): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }, undefined, 1);

const cells = [
  { cell_type: 'markdown', source: ['# 2 Optimizers\n', '\n', '$x_1 = 3.55$\n'] },
  {
    cell_type: 'code',
    source: 'print(x)',
    outputs: [
      { output_type: 'stream', name: 'stdout', text: ['x_1 = [3.55 0.2 ]\n', '\u001b[31mdone\u001b[0m\n'] },
      { output_type: 'display_data', data: { 'image/png': 'AAAA', 'text/plain': '<Figure size 432x288>' } },
      { output_type: 'execute_result', data: { 'text/latex': '$\\displaystyle 2 x + y$', 'text/plain': '2*x + y' } },
    ],
  },
  { cell_type: 'markdown', source: '## 2.1 Next\n\nand $y_1 = 0.2$' },
];

describe('notebooks', () => {
  it('reads cells in order: words, code, what was printed, what was drawn', () => {
    const document = documentOf({ 'work.ipynb': notebook(cells) });
    expect(outline(document)).toEqual(['2 Optimizers', '  2.1 Next']);
    expect(formulas(document)).toEqual(['x_1 = 3.55', '\\displaystyle 2 x + y', 'y_1 = 0.2']);
    expect(parts(document, 'output').map(({ text }) => text.replace(/ +/g, ' '))).toEqual([
      'x_1 = [3.55 0.2 ]\n done \n',
    ]);
    expect(parts(document, 'code').map(({ text }) => text)).toEqual(['print(x)']);
    expect(parts(document, 'figure')).toHaveLength(1);
    expect(document.place(formula(document, 2).range)).toEqual({ file: 'work.ipynb', line: 3, column: 6, cell: 3 });
  });

  it('reads the older format 3', () => {
    const old = {
      nbformat: 3,
      worksheets: [
        {
          cells: [
            { cell_type: 'heading', level: 2, source: '2.1 Plot' },
            { cell_type: 'code', input: ['x=1'], outputs: [{ output_type: 'stream', text: 'x = 1' }] },
          ],
        },
      ],
    };
    const document = documentOf({ 'old.ipynb': JSON.stringify(old) });
    expect(outline(document)).toEqual(['2.1 Plot']);
    expect(parts(document, 'output').map(({ text }) => text)).toEqual(['x = 1']);
  });

  it('saves the whole cells of one that is cut anywhere, and never a part of a value', () => {
    const text = notebook(cells);
    for (let length = 1; length < text.length; length += 7) {
      const document = documentOf({ 'work.ipynb': text.slice(0, length) });
      expect(['x_1 = 3.55', '\\displaystyle 2 x + y', 'y_1 = 0.2']).toEqual(
        expect.arrayContaining([...formulas(document).filter((one) => /[xy]/.test(one))]),
      );
      expect(document.notices.length).toBeGreaterThan(0);
    }
  });

  it('is not led astray by keys, depth or a thing that is no notebook', () => {
    const deep = `{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "$x = 1$", "metadata": ${'['.repeat(100_000)}`;
    const document = documentOf({ 'a.ipynb': deep });
    expect(notices(document)).toEqual(['read/limit-json-depth']);
    expect(formulas(document)).toEqual(['x = 1']);
    expect(notices(documentOf({ 'a.ipynb': '{"nbformat": 4, "__proto__": {"cells": [1]}}' }))).toEqual([
      'read/notebook-format',
    ]);
  });
});

describe('tables and figures of Markdown', () => {
  it('reads pipe tables and HTML tables', () => {
    const document = markdown(
      '| k | $x_k$ |\n|---|:-:|\n| 0 | 4 |\n| 1 | **3.55** |\n\n<table><tr><th>k</th><th>y</th></tr><tr><td>0</td><td>$1$</td></tr></table>\n',
    );
    expect(parts(document, 'table').map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
      [
        ['k', 'x_k'],
        ['0', '4'],
        ['1', '3.55'],
      ],
      [
        ['k', 'y'],
        ['0', '1'],
      ],
    ]);
  });

  it('reads images of both kinds, and never opens them', () => {
    const document = markdown('![Contours](http://a.b/c.png "t") and <img src="d.png" alt="Paths">');
    expect(parts(document, 'figure').map(({ source, caption }) => [source, caption])).toEqual([
      ['http://a.b/c.png', 'Contours'],
      ['d.png', 'Paths'],
    ]);
  });
});
