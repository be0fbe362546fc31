import { describe, expect, test } from 'vitest';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { limits } from '../../src/math/notation/limits.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import { everyNode } from './places.ts';
import { treeText } from './tree-text.ts';

const codes = (text: string): readonly string[] => [
  ...new Set(parseLatex(text).problems.map((problem) => problem.code)),
];

describe('size', () => {
  test('a sum of 100,000 terms is one node with its terms', () => {
    const { tree, problems } = parseLatex(`x${'+x'.repeat(99_999)}`);
    expect(tree.kind === 'sum' && tree.terms.length).toBe(100_000);
    expect(problems).toEqual([]);
  });

  test('a number of a million digits is one literal', () => {
    const digits = '7'.repeat(1_000_000);
    expect(parseLatex(digits).tree).toMatchObject({ kind: 'number', text: digits });
    expect(parsePlain(`${digits}.5`).tree).toMatchObject({ kind: 'number', text: `${digits}.5` });
  });

  test('beyond the token limit the formula ends with an error', () => {
    const { tree, problems } = parseLatex('x '.repeat(limits.tokens + 10));
    expect(problems.map((problem) => problem.code)).toEqual(['too-many-tokens']);
    let errors = 0;
    everyNode(tree, (node) => {
      if (node.kind === 'error') errors += 1;
    });
    expect(errors).toBe(1);
  });
});

describe('depth', () => {
  test('200 nested fractions are read', () => {
    expect(codes(`${'\\frac{1}{'.repeat(200)}x${'}'.repeat(200)}`)).toEqual([]);
  });

  test.each([
    ['braces', `${'{'.repeat(100_000)}${'}'.repeat(100_000)}`],
    ['brackets', `${'('.repeat(1000)}x${')'.repeat(1000)}`],
    ['fractions', `${'\\frac{1}{'.repeat(2000)}x${'}'.repeat(2000)}`],
    ['powers', 'x^{'.repeat(1000) + '}'.repeat(1000)],
    ['signs', `${'-'.repeat(1000)}x`],
    ['quotients in a row', `a${'/a'.repeat(1000)}`],
    ['factorials in a row', `n${'!'.repeat(1000)}`],
  ])('too many %s end in an error node', (_what, text) => {
    expect(codes(text)).toContain('too-deep');
  });

  test('what stands beside the deep part is read', () => {
    const deep = `${'('.repeat(1000)}x${')'.repeat(1000)}`;
    expect(treeText(parseLatex(`y = 1 \\\\ ${deep} = 2`).tree)).toMatch(/^\(rows \[\(= y 1\)\] \[\(= .*!!.* 2\)\]\)$/);
    const signs = '-'.repeat(1000);
    expect(treeText(parseLatex(`y = 1 \\\\ ${signs}x \\\\ z = 3`).tree)).toMatch(
      /^\(rows \[\(= y 1\)\] .*!!.* \[\(= z 3\)\]\)$/,
    );
  });

  test('100,000 open braces are errors, not an overflow', () => {
    expect(codes('{'.repeat(100_000))).toEqual(['unclosed-group']);
    expect(parseLatex('{'.repeat(100_000)).tree.kind).toBe('error');
  });
});

describe('macros', () => {
  test('a macro that doubles itself ends at the budget', () => {
    expect(codes('\\def\\a{\\a\\a}\\a')).toEqual(['expansion-budget']);
  });

  test('ten macros that multiply by ten end at the budget', () => {
    const bomb = [...'bcdefghijk'].map((name, i) => `\\def\\${name}{${`\\${'abcdefghij'[i]}`.repeat(10)}}`).join('');
    expect(codes(`\\def\\a{x}${bomb}\\k`)).toContain('expansion-budget');
  });

  test('a macro in a circle of names is unknown in the end', () => {
    const macros = [
      { name: 'a', parameters: 0, body: '\\b' },
      { name: 'b', parameters: 0, body: '\\a' },
    ];
    expect(parseLatex('\\a + 1', { macros }).tree.kind).toBe('sum');
  });

  test('output stands at the place of the use', () => {
    const text = 'y = \\half x';
    const macros = [{ name: 'half', parameters: 0, body: '\\frac{1}{2}' }];
    const { tree } = parseLatex(text, { macros, offset: 10 });
    everyNode(tree, (node) => {
      if (node.kind === 'quotient' || node.kind === 'number') expect(node.at).toEqual({ start: 14, end: 19 });
    });
  });
});

describe('problems', () => {
  test('are bounded in number', () => {
    expect(parseLatex(') '.repeat(5000)).problems.length).toBe(limits.problems);
  });

  test('tell what and where', () => {
    const { problems } = parseLatex('x + y}} = 3', { offset: 100 });
    expect(problems).toEqual([
      { code: 'unexpected-close', message: '“}” closes nothing', at: { start: 105, end: 106 }, severity: 'error' },
      { code: 'unexpected-close', message: '“}” closes nothing', at: { start: 106, end: 107 }, severity: 'error' },
    ]);
  });

  test.each([
    ['\\R', 'unknown-command'],
    ['1,234', 'grouped-digits'],
    ['60{,}000', 'grouped-digits'],
    ['1\\frac12', 'mixed-number'],
    ['x^23', 'digits-split'],
    ['a/b(c+1)', 'ambiguous-quotient'],
    ['1/2x', 'ambiguous-quotient'],
    ['sin(x)', 'typed-word'],
  ])('%s is read with a note: %s', (text, code) => {
    const { problems } = parseLatex(text);
    expect(problems.map((problem) => [problem.code, problem.severity])).toEqual([[code, 'note']]);
  });

  test.each(['1,234.5', '1\\,234', 'x^{23}', 'a/b', '\\frac{1}{2}x', '1\\frac32', '(1,234)'])(
    '%s is read without a word',
    (text) => {
      expect(parseLatex(text).problems).toEqual([]);
    },
  );
});
