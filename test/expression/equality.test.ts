import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negative, num, product, sum, sym } from '../../src/math/expression/build.ts';
import { type EqualityOptions, equalExpressions } from '../../src/math/expression/equality.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import { mapTree } from '../../src/math/expression/walk.ts';
import { exact } from '../../src/math/number/exact.ts';
import { formula } from './arbitrary.ts';
import { parse, scopeOf } from './scope.ts';

const s = String.raw;
const compare = (a: string, b: string, options: EqualityOptions = {}) => equalExpressions(parse(a), parse(b), options);

describe('rational functions are decided exactly', () => {
  it.each([
    ['2x + y', 'y + x + x'],
    ['(x+1)^2', 'x^2 + 2x + 1'],
    [s`\frac{x^2 - 1}{x - 1}`, 'x + 1'],
    [s`\frac{1}{x} + \frac{1}{y}`, s`\frac{x + y}{xy}`],
    [s`x^{-2}`, s`\frac{1}{x^2}`],
    ['0.05 (2x + y)', s`\frac{x}{10} + \frac{y}{20}`],
    [s`(a + b + c + d)^{20} (a - b)^{30}`, s`(b - a)^{30} (d + c + b + a)^{20}`],
    [s`x_1 x_2 - x_2 x_1`, '0'],
  ])('%s = %s', (a, b) => {
    expect(compare(a, b)).toMatchObject({ equal: true, decided: 'exact' });
  });

  it.each([
    ['2x + y', '2x + y + 1'],
    ['0.333', s`\frac13`],
    ['10^{-20}', '0'],
    [s`\frac{1}{2^{99}}`, s`\frac{1}{2^{98}}`],
    [`${Array.from({ length: 20 }, (_, k) => `(x-${k + 1})`).join('')} + x`, 'x'],
    ['x^{1000000007}', 'x'],
    // Equal at every residue of p, by Fermat, if degrees were not looked at.
    ['x^{2305843009498828801}', 'x'],
    ['x', 'X'],
  ])('%s ≠ %s', (a, b) => {
    const { equal, witness } = compare(a, b);
    expect(equal).toBe(false);
    expect(witness).toBeDefined();
  });
});

describe('identities prove equality', () => {
  it.each([
    [s`\sin^2 x + \cos^2 x`, '1'],
    [s`\sin(2x)`, s`2 \sin x \cos x`],
    [s`\sin(x + y)`, s`\sin x \cos y + \cos x \sin y`],
    [s`\cos(x + \frac{\pi}{2})`, s`-\sin x`],
    [s`e^{ix}`, s`\cos x + i \sin x`],
    [s`e^{x+y}`, s`e^x e^y`],
    [s`e^{e^x} e^{-e^x}`, '1'],
    [s`\tanh x`, s`\frac{e^{2x} - 1}{e^{2x} + 1}`],
    [s`\sigma(x)`, s`\frac{1}{1 + e^{-x}}`],
    [s`1 - \sigma(x)`, s`\sigma(-x)`],
    [s`\ln e^x`, 'x'],
    [s`\ln 6`, s`\ln 2 + \ln 3`],
    ['2^{x+1}', s`2 \cdot 2^x`],
    ['4^x', '2^{2x}'],
    ['x^y x^z', 'x^{y+z}'],
    ['x^{1/2}', s`\sqrt x`],
    [s`|x|`, s`\sqrt{x^2}`],
    [s`\sqrt{x^2 + 2x + 1}`, '|x + 1|'],
    [s`\frac{1}{\sqrt x}`, s`\frac{\sqrt x}{x}`],
    [s`\max(x, y)`, s`\frac{x + y + |x - y|}{2}`],
    [s`\sum_{k=1}^3 x_k`, 'x_3 + x_2 + x_1'],
    [s`\sum_{k=1}^n a_k`, s`\sum_{j=1}^n a_j`],
    // Roots of numbers.
    [s`\sqrt2 \sqrt3`, s`\sqrt6`],
    [s`\sqrt{3 + 2\sqrt2}`, s`1 + \sqrt2`],
    [s`\sqrt[3]{2 + \sqrt5} + \sqrt[3]{2 - \sqrt5}`, '1'],
    [s`\sin\frac{\pi}{6}`, s`\frac12`],
    [s`\cos\frac{\pi}{12}`, s`\frac{\sqrt6 + \sqrt2}{4}`],
    // A function that nobody defines is still the same function.
    ['h(2x) + 1', '1 + h(x + x)'],
  ])('%s = %s', (a, b) => {
    expect(compare(a, b)).toMatchObject({ equal: true, decided: 'certified' });
  });
});

describe('a point where the enclosures part proves a difference', () => {
  it.each([
    ['x', '|x|'],
    ['x', s`\sqrt{x^2}`],
    [s`\sin(\pi n)`, '0'],
    ['(a^b)^c', 'a^{bc}'],
    [s`\max(x, -1000)`, 'x'],
    [s`\lfloor x \rfloor`, 'x'],
    [s`x + 10^{-60} \sin x`, 'x'],
    [s`1 - \frac1e`, s`1 + \frac1e`],
    [s`\arctan x + \arctan \frac1x`, s`\frac{\pi}{2}`],
    [s`\sqrt{3 + 2\sqrt2}`, s`-1 - \sqrt2`],
    [s`\sum_{k=1}^n k`, s`\frac{n(n-1)}{2}`],
    [s`\sin x`, s`x - \frac{x^3}{6}`],
    ['[2x, y]', '[y, 2x]'],
  ])('%s ≠ %s', (a, b) => {
    const { equal, decided, witness } = compare(a, b);
    expect([equal, decided]).toEqual([false, 'certified']);
    expect(witness).toBeDefined();
  });
});

describe('what no rule reaches is sampled', () => {
  it.each([
    [s`\ln(1 + e^x)`, s`x + \ln(1 + e^{-x})`],
    [s`\sum_{k=1}^n k`, s`\frac{n(n+1)}{2}`],
    ['n!', 'n (n-1)!'],
    [s`\binom{n}{2}`, s`\frac{n(n-1)}{2}`],
    [s`4 \arctan 1`, s`\pi`],
    [s`|x| |y|`, '|xy|'],
    [s`(-1)^n \cos^n x`, s`(-\cos x)^n`],
    [s`\ln|x^2 - 9|`, s`\ln|x-3| + \ln|x+3|`],
    [s`\begin{bmatrix}1&x\\0&1\end{bmatrix}^2`, s`\begin{bmatrix}1&2x\\0&1\end{bmatrix}`],
  ])('%s = %s', (a, b) => {
    const { equal, decided, chance } = compare(a, b);
    expect([equal, decided]).toEqual([true, 'sampled']);
    expect(chance ?? 0).toBeLessThan(1e-20);
  });
});

describe('domains', () => {
  it('a claim that is defined at fewer points than the reference is undecided, with such a point', () => {
    const narrow = compare(s`2 \ln x`, s`\ln x^2`);
    expect(narrow).toMatchObject({ equal: undefined, domain: 'narrower' });
    expect(narrow.witness).toBeDefined();
    expect(compare(s`\ln x^2`, s`2 \ln x`)).toMatchObject({ equal: true, domain: 'wider' });
  });

  it('the rubric may state where the names lie', () => {
    const positive = { domain: { x: { low: exact('0.01'), high: exact(50) } } };
    expect(compare(s`2 \ln x`, s`\ln x^2`, positive).equal).toBe(true);
    expect(compare('x', s`|x|`, positive).equal).toBe(true);
    expect(compare(s`\sin(\pi n)`, '0', { domain: { n: { integer: true } } }).equal).toBe(true);
  });

  it('complex points tell apart what real ones do not', () => {
    expect(compare(s`\ln e^x`, 'x').equal).toBe(true);
    expect(compare(s`\sqrt{x^2}`, s`|x|`, { field: 'complex' }).equal).toBe(false);
  });
});

describe('formulas that speak of matrices', () => {
  it.each([
    ['(A B)^T', 'B^T A^T', true],
    ['(A B)^T', 'A^T B^T', false],
    ['(A B)^{-1}', 'B^{-1} A^{-1}', true],
    ['A^{-1} B', 'B A^{-1}', false],
    [s`2 X^T (X w - y)`, s`2 X^T X w - 2 X^T y`, true],
    [s`2 X^T (X w - y)`, s`2 X (X w - y)`, false],
    [s`\|x\|^2`, 'x^T x', true],
    ['x^T A y', 'y^T A^T x', true],
    ['x^T A y', 'y^T A x', false],
    [s`\det(A B)`, s`\det A \det B`, true],
    [s`\operatorname{tr}(A B)`, s`\operatorname{tr}(B A)`, true],
    [s`\|A x\|`, s`\|A^T x\|`, false],
  ])('%s and %s: %s', (a, b, equal) => {
    expect(compare(a, b).equal).toBe(equal);
  });

  it('what holds for 2×2 matrices only is left to a person', () => {
    expect(compare(s`\det(2A)`, s`4 \det A`).equal).not.toBe(true);
  });
});

describe('undecided, with a reason', () => {
  it.each([
    ['h(x)', 'h(2x)'],
    [s`\frac{1}{x - x}`, '1'],
    ['9^{9^{9^9}}', '9^{9^{9^9}} + 1'],
    ['99999999!', '99999999! + 1'],
    [s`1 + \cdots + n`, s`\frac{n(n+1)}{2}`],
  ])('%s and %s', (a, b) => {
    const { equal, reason } = compare(a, b);
    expect(equal).toBeUndefined();
    expect(reason).toBeTruthy();
  });
});

describe('definitions of the assignment count', () => {
  const scope = scopeOf({ α: '0.05' }, [['f', ['x', 'y'], 'x^2 + x y + 6 y^2']]);
  it.each([
    [s`\frac{\partial f}{\partial x}`, '2x + y'],
    [s`\nabla f`, '[2x + y, x + 12y]'],
    [s`x - \alpha \frac{\partial f(x, y)}{\partial x}`, '0.9x - 0.05y'],
    [s`f(x + 1, 0)`, '(x+1)^2'],
    [s`\left. \frac{\partial f}{\partial y} \right|_{x = 0}`, '12y'],
    [s`\nabla f(a, b)`, '(2a + b, 12b + a)'],
  ])('%s = %s', (a, b) => {
    expect(compare(a, b, { scope }).equal).toBe(true);
  });
});

/** The same value in other words. */
const reworded = (e: Expression): Expression =>
  mapTree(e, (node) => {
    if (node.kind === 'sum') return { ...node, terms: node.terms.toReversed() };
    if (node.kind === 'product') return { ...node, factors: node.factors.toReversed() };
    return node.kind === 'negative' ? product([negative(num(1)), node.of]) : node;
  });

describe('laws', () => {
  const simple = formula(3);

  it('a formula is never told to differ from itself in other words', () => {
    fc.assert(
      fc.property(simple, (e) => {
        expect(equalExpressions(reworded(e), e).equal, printPlain(e)).not.toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('a formula is never told to equal itself plus one', () => {
    fc.assert(
      fc.property(simple, (e) => {
        expect(equalExpressions(sum([e, num(1)]), e).equal, printPlain(e)).not.toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('the verdict does not hang on the order of the sides where domains agree', () => {
    fc.assert(
      fc.property(simple, simple, (a, b) => {
        const [there, back] = [equalExpressions(a, b), equalExpressions(b, a)];
        if (there.equal === false) expect(back.equal, `${printPlain(a)} and ${printPlain(b)}`).not.toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('twenty thousand terms are compared as well', () => {
    const terms = Array.from({ length: 20_000 }, (_, k) => product([num(k + 1), sym('x'), sym('y')]));
    const [there, back] = [sum(terms), sum(terms.toReversed())];
    expect(equalExpressions(there, back).equal).toBe(true);
    expect(equalExpressions(there, sum([back, num(1)])).equal).toBe(false);
  });
});
