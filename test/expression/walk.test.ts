import { describe, expect, it } from 'vitest';
import { differentiate } from '../../src/math/calculus/differentiate.ts';
import {
  apply,
  big,
  negative,
  num,
  power,
  product,
  quotient,
  root,
  sum,
  sym,
} from '../../src/math/expression/build.ts';
import { equalExpressions } from '../../src/math/expression/equality.ts';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { nameText } from '../../src/math/expression/names.ts';
import { printLatex } from '../../src/math/expression/print-latex.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { emptyScope } from '../../src/math/expression/scope.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import { depth, freeSymbols, mapTree, sameTree, size, substitute, treeKey } from '../../src/math/expression/walk.ts';
import { writtenNumber } from '../../src/math/expression/written-number.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';

const s = String.raw;
const read = (source: string) => parseLatex(source, { functions: new Set(['f']) }).tree;

describe('walking trees', () => {
  it('is safe on a hundred thousand minus signs', () => {
    const deep = Array.from({ length: 100_000 }).reduce<Expression>((e) => negative(e), sym('x'));
    expect(depth(deep)).toBe(100_001);
    expect(size(deep)).toBe(100_001);
    expect(
      sameTree(
        deep,
        mapTree(deep, (node) => ({ ...node })),
      ),
    ).toBe(true);
    expect(
      freeSymbols(substitute(deep, (node) => (node.kind === 'symbol' ? sym('y') : undefined))).map(nameText),
    ).toEqual(['y']);
  });

  it('computes a part that many wholes share once', () => {
    // 2^60 leaves as a tree, 61 nodes as written.
    const doubled = Array.from({ length: 60 }).reduce<Expression>((e) => sum([e, e]), sym('x'));
    expect(depth(mapTree(doubled, (node) => (node.kind === 'symbol' ? sym('y') : node)))).toBe(61);
  });

  it('replaces the outermost match and does not search what it put there', () => {
    const replaced = substitute(read('x + f(x)'), (node) =>
      node.kind === 'symbol' && node.name === 'x' ? read('x + 1') : undefined,
    );
    expect(printPlain(replaced)).toBe('(x + 1) + f(x + 1)');
  });

  it.each([
    ['a x + b', ['a', 'x', 'b']],
    [s`x_{t+1} - x_1`, ['x_{t + 1}', 't', 'x_1']],
    [s`\sum_{k=1}^n k a_k`, ['n', 'a_k']],
    [s`f(x) + \sin y`, ['x', 'y']],
    [s`k + \sum_{k=1}^3 k`, ['k']],
  ])('the free names of %s', (source, names) => {
    expect(freeSymbols(read(source)).map(nameText)).toEqual(names);
  });

  it('two trees are the same as written, wherever they stand', () => {
    expect(sameTree(read('x+1'), read('  x + 1'))).toBe(true);
    expect(sameTree(read('1+x'), read('x+1'))).toBe(false);
    expect(sameTree(num('3.50'), num('3.5'))).toBe(false);
    expect(treeKey(read('x+1'))).toBe(treeKey(read(' x + 1')));
    expect(treeKey(read('x_1'))).not.toBe(treeKey(read('x_2')));
  });
});

describe('formulas as deep as the parser allows, and deeper', () => {
  const around: Readonly<Record<string, (e: Expression) => Expression>> = {
    sums: (e) => sum([e, num(1)]),
    products: (e) => product([num(2), e]),
    quotients: (e) => quotient(num(1), sum([num(1), e])),
    functions: (e) => apply('sin', [e]),
    powers: (e) => power(num(2), e),
    roots: (e) => root(e),
    maxima: (e) => apply('max', [e, sym('y')]),
    sums_over_ranges: (e) => big('sum', { variable: sym('k'), from: num(1), to: num(1), body: e }),
    percents: (e) => apply('percent', [e]),
  };
  it.each(Object.entries(around))(
    'of %s are printed, compared, differentiated and evaluated, or refused',
    (_, wrap) => {
      for (const levels of [400, 950, 4_000]) {
        const deep = Array.from({ length: levels }).reduce<Expression>((e) => wrap(e), sym('x'));
        expect(printPlain(deep).length).toBeGreaterThan(levels);
        expect(printLatex(deep).length).toBeGreaterThan(levels);
        expect(equalExpressions(deep, sum([deep, num(1)])).equal).not.toBe(true);
        expect(differentiate(deep, 'x')).toHaveProperty('kind');
        expect(evaluate(deep, emptyScope, 10)).toHaveProperty('kind');
        expect(writtenNumber(deep)).toBeUndefined();
      }
    },
  );
});
