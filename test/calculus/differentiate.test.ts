import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentiate } from '../../src/math/calculus/differentiate.ts';
import { gradient, hessian, jacobian } from '../../src/math/calculus/gradient.ts';
import { product, sum } from '../../src/math/expression/build.ts';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { nameText } from '../../src/math/expression/names.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Scope } from '../../src/math/expression/scope.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import { nodes } from '../../src/math/expression/walk.ts';
import { ends } from '../../src/math/number/enclosure.ts';
import { add, type Exact, exact, subtract, toDouble } from '../../src/math/number/exact.ts';
import { divideReal, type Real, subtractReal } from '../../src/math/number/real.ts';
import { formula } from '../expression/arbitrary.ts';
import { parse, scopeOf } from '../expression/scope.ts';

const s = String.raw;
const derived = (source: string, variable = 'x') => printPlain(differentiate(parse(source), variable));

describe('derivatives come out as a person writes them', () => {
  it.each([
    ['x^2 + x y + 6y^2', '2x + y'],
    ['3', '0'],
    ['y', '0'],
    ['3x - 3x', '0'],
    [s`\frac12 x^3`, '(3/2) x^2'],
    ['0.5 x^3', '1.5x^2'],
    [s`0.05 (x+1)^2`, '0.1(x + 1)'],
    [s`\frac{x^2}{2}`, 'x'],
    [s`(1-x)^2 + 100(y - x^2)^2`, '-2(1 - x) - 400x·(y - x^2)'],
    [s`\frac1x`, '-1/x^2'],
    [s`\frac{x}{x+1}`, '1/(x + 1)^2'],
    [s`\sqrt x`, '1/(2·√(x))'],
    ['x^{-2}', '-2x^(-3)'],
    ['e^{2x}', '2e^(2x)'],
    ['2^x', 'ln(2)·2^x'],
    ['x^x', 'x^x·(ln(x) + 1)'],
    [s`\ln(e^x + e^y)`, 'e^x/(e^x + e^y)'],
    [s`\sin x \cos x`, 'cos(x)^2 - sin(x)^2'],
    [s`\sigma(3x)`, '3σ(3x)(1 - σ(3x))'],
    [s`\operatorname{softplus}(x)`, 'σ(x)'],
    ['|x|', 'x/abs(x)'],
    [s`\log_2 x`, '1/(x ln(2))'],
    [s`\sum_{k=1}^n x^k`, 'Σ_{k=1}^{n} k x^(k - 1)'],
    ['[x^2, x y]', '[2x, y]'],
    [s`\lfloor x \rfloor`, '∂⌊x⌋/∂x'],
  ])("(%s)' = %s", (source, expected) => {
    expect(derived(source)).toBe(expected);
  });

  it('by y, and by a name with an index', () => {
    expect(derived('x^2 + x y + 6y^2', 'y')).toBe('x + 12y');
    expect(derived('x_1^2 x_2', 'x_1')).toBe('2x_1 x_2');
    expect(derived('x_1^2 x_2', 'x_2')).toBe('x_1^2');
  });

  it('gradient, Jacobian and Hessian', () => {
    const f = parse('x^2 + x y + 6y^2');
    expect(printPlain(gradient(f, ['x', 'y']))).toBe('[2x + y, x + 12y]');
    expect(printPlain(hessian(f, ['x', 'y']))).toBe('[2, 1; 1, 12]');
    expect(printPlain(jacobian([parse('x y'), parse('x + y^2')], ['x', 'y']))).toBe('[y, x; 1, 2y]');
  });

  it('functions of the assignment are gone into by the chain rule', () => {
    const { function: functions } = scopeOf({}, [
      ['f', ['x', 'y'], 'x^2 + x y'],
      ['g', ['k'], s`\sum_{i=1}^2 i k`],
    ]);
    expect(printPlain(differentiate(parse('f(t^2, 3)'), 't', functions))).toBe('2t·(2t^2 + 3)');
    // The i of the argument is not the one that the sum in g runs over.
    expect(printPlain(differentiate(parse('g(i^2)'), 'i', functions))).toBe('2i·(Σ_{i′=1}^{2} i′)');
  });

  it('a formula with shared parts has a derivative of its own size', () => {
    const deep = Array.from({ length: 200 }).reduce<Expression>((e) => product([e, e]), parse('x + 1'));
    // 2^200 factors when written out.
    expect(differentiate(deep, 'x').kind).toBe('sum');
  });
});

/** Every number of the formulas, as far from corners and poles as can be arranged. */
const point: Readonly<Record<string, string>> = {
  x: '0.83',
  y: '1.37',
  a: '0.61',
  α: '0.29',
  β: '1.9',
  γ: '0.47',
  W: '1.1',
  W_rec: '0.71',
  λ_max: '1.21',
};

const around = (shift: Exact): Scope => ({
  value: (name) => {
    const text = point[nameText(name)];
    if (text === undefined) return name.kind === 'index' ? exact('0.93') : undefined;
    return nameText(name) === 'x' ? add(exact(text), shift) : exact(text);
  },
  function: (name) => (name === 'f' ? { parameters: ['u'], body: parse(s`\sin u + u^2`) } : undefined),
});

const asReal = (e: Expression, scope: Scope): Real | undefined => {
  const value = evaluate(e, scope, 80);
  return value.kind === 'exact' || value.kind === 'enclosure' ? value : undefined;
};

const double = (x: Real): number => (x.kind === 'exact' ? toDouble(x) : toDouble(ends(x)[0]));

/** (e(x + h) − e(x − h))/2h with h = 10^-20, at 80 digits: off by about e‴h²/6. */
const difference = (e: Expression): number | undefined => {
  const h = exact('1e-20');
  const [right, left] = [asReal(e, around(h)), asReal(e, around(subtract(exact(0), h)))];
  if (!right || !left) return undefined;
  const slope = divideReal(subtractReal(right, left, 600), exact('2e-20'), 600);
  if (slope.kind !== 'enclosure') return slope.kind === 'exact' ? toDouble(slope) : undefined;
  const [low, high] = ends(slope).map(toDouble) as [number, number];
  return high - low < 1e-12 * Math.max(1, Math.abs(low)) ? low : undefined;
};

/** 0^x is flat for x > 0, though its derivative 0^x ln 0 has no value there. */
const hasZeroBase = (e: Expression, scope: Scope): boolean =>
  [...nodes(e)].some((node) => {
    const base = node.kind === 'power' ? asReal(node.base, scope) : undefined;
    return base?.kind === 'exact' && toDouble(base) === 0;
  });

describe('laws', () => {
  it('the derivative is what differences at 80 digits tend to', () => {
    fc.assert(
      fc.property(formula(3), (e) => {
        const scope = around(exact(0));
        const slope = difference(e);
        const value = asReal(differentiate(e, 'x', scope.function), scope);
        if (slope === undefined || value === undefined) return;
        const size = Math.max(1, Math.abs(slope));
        if (size > 1e12) return;
        expect(Math.abs(double(value) - slope) / size, printPlain(e)).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('where a formula has a slope, its derivative has a value', () => {
    fc.assert(
      fc.property(formula(2), (e) => {
        const scope = around(exact(0));
        if (difference(e) === undefined || hasZeroBase(e, scope)) return;
        expect(asReal(differentiate(e, 'x', scope.function), scope), printPlain(e)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('sums are differentiated term by term', () => {
    fc.assert(
      fc.property(formula(2), formula(2), (a, b) => {
        const scope = around(exact(0));
        const whole = asReal(differentiate(sum([a, b]), 'x', scope.function), scope);
        const parts = asReal(
          sum([differentiate(a, 'x', scope.function), differentiate(b, 'x', scope.function)]),
          scope,
        );
        if (whole && parts) expect(double(whole)).toBeCloseTo(double(parts), 6);
      }),
      { numRuns: 100 },
    );
  });
});

describe('corners', () => {
  const at = (source: string, x: string) => {
    const value = evaluate(differentiate(parse(source), 'x'), scopeOf({ x }), 12);
    return value.kind === 'undefined' ? value.cause : double(value as Real);
  };
  it('|x| has slopes −1 and 1, and none at zero', () => {
    expect([at('|x|', '-2'), at('|x|', '3'), at('|x|', '0')]).toEqual([-1, 1, 'division-by-zero']);
  });
  it('max(x, x²) follows the larger, and has no slope where both are equal', () => {
    expect([at(s`\max(x, x^2)`, '0.5'), at(s`\max(x, x^2)`, '3'), at(s`\max(x, x^2)`, '1')]).toEqual([1, 6, 'domain']);
  });
  it('relu has slopes 0 and 1', () => {
    expect([at(s`\operatorname{relu}(x)`, '-2'), at(s`\operatorname{relu}(x)`, '2')]).toEqual([0, 1]);
  });
  it('a product over a range has a slope where one factor is zero', () => {
    // x(x+1)(x+2) at 0: 2.
    expect(at(s`\prod_{k=0}^2 (x + k)`, '0')).toBe(2);
  });
});
