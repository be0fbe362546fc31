import { describe, expect, it } from 'vitest';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { shownTo } from '../../src/report/shown.ts';
import { coloured } from '../../src/report/text/paint.ts';
import { text, textWith } from '../../src/report/text/text.ts';
import { failed, graded } from './handmade.ts';

const ada = shownTo('full', graded());

describe('the report on a terminal', () => {
  it('is a table a submission, with why beneath each row and the totals last', () => {
    expect(text.report([ada])).toBe(`ada
  item  verdict    points      found  reference  where
  1.1   … review   ? of 2
        Derivations are for a person.
  2.1   – missing  0 of 2
  x1    ✓ correct  1 of 1      3.55   3.55       main.md:3:8
  x2    ✗ wrong    0 of 1      3.20   3.185      main.md:4:8
        With 3.185 the sign is lost.
        the step x_2 = 3.20 does not hold: the left side is 3.185, the right 3.20
  x3    ↪ carried  1/6 of 1/3  2.88   2.871375   main.md:5:11
        x_2 was carried as 3.19; with 3.185 this is 2.871375.
  warning: main.md:9:1: This formula is never closed.
  1 1/6 of 6 1/3 points, 2 open for a person to decide; 1 correct, 1 carried, 1 wrong, 1 missing, 1 review
`);
  });

  it('says of a submission that could not be graded why, and gives it no points', () => {
    expect(text.report([shownTo('full', failed())])).toBe('zoe\n  not graded: The grader ran out of steps.\n');
  });

  it('differs in colours only when coloured', () => {
    const seen = textWith(coloured).report([ada]);
    expect(seen).toContain('\u001b[31m✗ wrong');
    const lines = (report: string) => report.split('\n').map((line) => line.trimEnd());
    expect(lines(seen.replaceAll(/\u001b\[\d+m/g, ''))).toEqual(lines(text.report([ada])));
  });

  it('tells markup as it was understood, columns on the line', () => {
    const found = String.raw`\begin{pmatrix} \frac{1}{2} \\ -3 \end{pmatrix}`;
    const read = parseLatex(found).tree;
    const typeset = { ...ada, items: ada.items.map((item) => ({ ...item, found, read })) };
    expect(text.report([typeset])).toContain('✓ correct  1 of 1      (1/2, -3)  3.55');
  });

  it('tells the values of a false step once', () => {
    const findings = [{ id: 'counterexample', message: 'For k = 1 the left side is 3.185, the right 3.20.' }];
    const told = { ...ada, items: ada.items.map((item) => (item.broken ? { ...item, findings } : item)) };
    expect(text.report([told])).toContain(
      `        For k = 1 the left side is 3.185, the right 3.20.\n        the step x_2 = 3.20 does not hold\n`,
    );
  });

  it('lets no student reach the terminal', () => {
    const hostile = {
      ...ada,
      student: 'eve\u001b[2J',
      items: ada.items.map((item) => ({ ...item, found: '\u001b]0;x\u0007' })),
    };
    expect(text.report([hostile])).not.toMatch(/[\u001b\u0007]/);
  });
});
