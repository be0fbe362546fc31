import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import { emptyScope, type Scope } from '../../src/math/expression/scope.ts';
import { contains, ends } from '../../src/math/number/enclosure.ts';
import { formula } from './arbitrary.ts';
import { parse, scopeOf, valueText } from './scope.ts';

const s = String.raw;
const value = (source: string, scope: Scope = emptyScope, figures = 12) =>
  valueText(evaluate(parse(source), scope, figures + 3), figures);

describe('rational arithmetic is exact', () => {
  it.each([
    [s`4 - 0.05 \cdot 9`, '3.55'],
    [s`\frac{1}{3} + \frac{1}{6}`, '0.5'],
    [s`\frac13 - 0.3`, '1/30'],
    [s`(\frac23)^{-2}`, '2.25'],
    [s`27^{1/3} + \sqrt{\frac{9}{4}}`, '4.5'],
    [s`(-8)^{1/3}`, '-2'],
    [s`\sqrt[3]{-8}`, '-2'],
    [s`5! + \binom{10}{3}`, '240'],
    [s`|{-3}| + \lfloor -2.5 \rfloor + \lceil 2.1 \rceil`, '3'],
    [s`\max(1, 5/2, 2) \cdot \min(3, 4)`, '7.5'],
    [s`20\% \cdot 50`, '10'],
    [s`\log_2 8`, '3'],
    [s`\sum_{k=1}^{100} k^2`, '338350'],
    [s`\prod_{k=1}^{5} \frac{k}{k+1}`, '1/6'],
    [s`\sum_{1 \le k < 4} k`, '6'],
    [s`\sum_{k=5}^{4} k`, '0'],
    [s`\max_{k \in \{1, 2, 3\}} k(3-k)`, '2'],
    [s`\sum_{i=1}^{3} \sum_{j=1}^{i} i j`, '25'],
    [s`\left. x^2 + y \right|_{x=3, y=1}`, '10'],
    [s`\begin{cases} 1 & 2 < 1 \\ 2 & \text{otherwise} \end{cases}`, '2'],
  ])('%s = %s', (source, expected) => {
    expect(value(source)).toBe(expected);
  });
});

// Expected digits: mpmath at 60 digits, printed when this test was written.
describe('everything else is enclosed, every figure proven', () => {
  it.each([
    [s`e`, '2.71828182845904523536028747135'],
    [s`\log_{10} 2`, '0.301029995663981195213738894724'],
    [s`\sigma(0.3)`, '0.574442516811658987152071265235'],
    [s`\operatorname{softplus}(-2.5)`, '0.0788897342925496233440439167176'],
    [s`2^\pi`, '8.82497782707628762385642960421'],
    [s`\cos^2(0.9) \tanh 1.5`, '0.349748337204481556689789963079'],
    [s`\sqrt[3]{5}`, '1.70997594667669698935310887254'],
    [s`1.1^{2.3}`, '1.24509696889952500790415248786'],
    [s`\sqrt2 + \sqrt3`, '3.14626436994197234232913506572'],
    [s`e^{-1000} \cdot e^{1001}`, '2.71828182845904523536028747135'],
  ])('%s = %s…', (source, expected) => {
    expect(value(source, emptyScope, 30)).toBe(`≈${expected}`);
  });

  it('a difference that loses most digits still has those asked for', () => {
    // 1 − cos(10^-15) = 5·10^-31 − 10^-60/24 + …
    expect(value(s`1 - \cos 10^{-15}`, emptyScope, 12)).toBe('≈0.0000000000000000000000000000005');
  });

  it('relations hold, fail, or are too close to call', () => {
    expect(value(s`\sqrt2 < \frac32`)).toBe('true');
    expect(value(s`1 < 2 \le 2 < \pi`)).toBe('true');
    expect(value(s`3 \in \{1, 2\}`)).toBe('false');
    expect(value(s`1 = 2 \lor \lnot (1 = 2)`)).toBe('true');
    expect(value(s`\sqrt2 \sqrt3 = \sqrt6`)).toBe('undecided');
    expect(value(s`(1, 2) = [1, 2]`)).toBe('true');
    expect(value(s`3.14 \approx \pi`)).toBe('unsupported');
  });
});

describe('what has no value says why, in bounded time', () => {
  it.each([
    [s`\frac{1}{0}`, 'division-by-zero'],
    [s`\frac{1}{2 - 2.0}`, 'division-by-zero'],
    [s`0^0`, 'domain'],
    [s`0^{-1}`, 'division-by-zero'],
    [s`\ln(-1)`, 'domain'],
    [s`\ln 0`, 'domain'],
    [s`\sqrt{-4}`, 'domain'],
    [s`\arcsin 2`, 'domain'],
    [s`9^{9^{9^{9}}}`, 'overflow'],
    [s`(10^5)!`, 'budget'],
    [s`(-1)!`, 'domain'],
    [s`\sum_{k=1}^{10^9} k`, 'budget'],
    [s`\sum_{k=1}^{n} k`, 'unknown'],
    [s`q + 1`, 'unknown'],
    [s`h(3)`, 'unknown'],
    [s`(1, 2) + (1, 2, 3)`, 'shape'],
    [s`\begin{bmatrix}1&2\\2&4\end{bmatrix}^{-1}`, 'singular'],
    [s`\frac{1}{\sin \pi}`, 'undecided'],
    [s`\infty`, 'unsupported'],
    [s`\lim_{x \to 0} x`, 'unsupported'],
    [s`e^{e^{e^{e^e}}}`, 'overflow'],
  ])('%s: %s', (source, cause) => {
    expect(value(source)).toBe(cause);
  });

  it('a formula nested deeper than evaluation goes', () => {
    expect(value(`${'-('.repeat(150)}1${')'.repeat(150)}`)).toBe('1');
    const deep = Array.from({ length: 5_000 }).reduce<ReturnType<typeof parse>>(
      (of) => ({ kind: 'negative', of }),
      parse('1'),
    );
    expect(valueText(evaluate(deep, emptyScope, 10))).toBe('budget');
  });

  it('functions that call one another without end', () => {
    expect(value('f(1)', scopeOf({}, [['f', ['x'], 'f(x) + 1']]))).toBe('budget');
  });
});

describe('names', () => {
  it('π, e and i are constants only where nobody defines them', () => {
    expect(value(s`e^2 + \pi`, scopeOf({ e: '3', π: '1' }))).toBe('10');
    expect(value('i^2')).toBe('-1');
    expect(value(s`i \cdot 2`, scopeOf({ i: '5' }))).toBe('10');
  });

  it('σ is the logistic function unless the assignment has its own', () => {
    expect(value(s`\sigma(0)`)).toBe('0.5');
    expect(value(s`\sigma(4)`, scopeOf({}, [['σ', ['z'], 'z^2']]))).toBe('16');
    expect(value(s`\sigma'(3)`, scopeOf({}, [['σ', ['z'], 'z^2']]))).toBe('6');
  });

  it('indices are worked out before the name is looked up', () => {
    const scope = scopeOf({ x_3: '7', t: '2', v: '(5, 6)' });
    expect(value('x_{t+1}', scope)).toBe('7');
    expect(value('v_2', scope)).toBe('6');
    expect(value(s`\sum_{k=1}^2 v_k`, scope)).toBe('11');
    expect(value('x_4', scope)).toBe('unknown');
  });

  it('a number before a bracket multiplies, even where it was read as a function', () => {
    const scope = scopeOf({ f: '3' });
    expect(value('f(2 + 1)', scope)).toBe('9');
  });
});

const bowl: Scope = scopeOf({ x_0: '4', y_0: '1', p: '(4, 1)', γ: '0.9', v_0: '(0, 0)', α: '0.05' }, [
  ['f', ['x', 'y'], 'x^2 + x y + 6 y^2'],
  ['g', ['x'], 'x^3'],
]);

describe('functions and their derivatives, as students write them', () => {
  it.each([
    ['f(4, 1)', '26'],
    ['f(p)', '26'],
    ['f([x_0, y_0])', '26'],
    [s`\frac{\partial f(x_0, y_0)}{\partial x}`, '9'],
    [s`\frac{\partial f}{\partial y}(4, 1)`, '16'],
    [s`\nabla f(4, 1)`, '(9, 16)'],
    [s`\nabla f(p)`, '(9, 16)'],
    [s`\nabla f([x_0, y_0] + \gamma v_0)`, '(9, 16)'],
    [s`\gamma v_0 - \alpha \nabla f([x_0,y_0] + \gamma v_0)`, '(-0.45, -0.8)'],
    [s`\nabla^2 f(p)`, '[[2, 1], [1, 12]]'],
    [s`\frac{\partial^2 f}{\partial x \partial y}(1, 1)`, '1'],
    [s`\left. \frac{\partial f}{\partial x} \right|_{x = 1, y = 2}`, '4'],
    [s`\left. \frac{\partial f}{\partial x} \right|_{(x, y) = (1, 2)}`, '4'],
    [s`g'(2) + g''(2)`, '24'],
    [s`\frac{d g(2)}{d x}`, '12'],
    [s`\frac{\partial f(t^2, 1)}{\partial t}`, 'unknown'],
    [s`\left. \frac{\partial f(t^2, 1)}{\partial t} \right|_{t=1}`, '6'],
    ['f(1)', 'shape'],
    ['f(1, 2, 3)', 'shape'],
  ])('%s = %s', (source, expected) => {
    expect(value(source, bowl)).toBe(expected);
  });
});

describe('vectors and matrices', () => {
  it.each([
    ['[4, 1] + 0.9 [0.5, -1]', '(4.45, 0.1)'],
    ['(1, 2) - (3, 5)', '(-2, -3)'],
    [s`\begin{bmatrix}1&2\\3&4\end{bmatrix} \begin{bmatrix}5\\6\end{bmatrix}`, '(17, 39)'],
    [s`\begin{bmatrix}1&2\\3&4\end{bmatrix} \begin{bmatrix}0&1\\1&0\end{bmatrix}`, '[[2, 1], [4, 3]]'],
    [s`\begin{bmatrix}1&2\\3&4\end{bmatrix}^{-1}`, '[[-2, 1], [1.5, -0.5]]'],
    [s`\begin{bmatrix}1&1\\1&0\end{bmatrix}^{10}`, '[[89, 55], [55, 34]]'],
    [s`\begin{bmatrix}1&2\\3&4\end{bmatrix}^T`, '[[1, 3], [2, 4]]'],
    [s`\det \begin{bmatrix}1&2\\3&4\end{bmatrix}`, '-2'],
    [s`\begin{bmatrix}1\\2\end{bmatrix}^T \begin{bmatrix}3\\4\end{bmatrix}`, '11'],
    [s`\begin{bmatrix}1\\2\end{bmatrix} \begin{bmatrix}3\\4\end{bmatrix}^T`, '[[3, 4], [6, 8]]'],
    [s`\|(3, 4)\|`, '5'],
    [s`\|(3, -4)\|_1 + \|(3, -4)\|_\infty`, '11'],
    [s`\left\| \begin{bmatrix}1&2\\2&4\end{bmatrix} \right\|_F`, '5'],
    [s`\langle (1, 2), (3, 4) \rangle`, '11'],
  ])('%s = %s', (source, expected) => {
    expect(value(source)).toBe(expected);
  });
});

describe('functions of a vector', () => {
  const data = scopeOf(
    {
      X: s`\begin{bmatrix}1&2\\3&4\\5&6\end{bmatrix}`,
      y: '(1, 2, 3)',
      w: '(1, -1)',
      A: s`\begin{bmatrix}2&1\\0&3\end{bmatrix}`,
      b: '(1, 1)',
    },
    [
      ['f', ['w'], s`\|X w - y\|^2`],
      ['g', ['x'], s`\frac12 x^T A x - b^T x`],
      ['h', ['x'], s`\sum_{i=1}^{2} x_i^2`],
    ],
  );
  it.each([
    // X w − y = (−2, −3, −4)
    ['f(w)', '29'],
    [s`\nabla f(w)`, '(-62, -80)'],
    [s`2 X^T (X w - y)`, '(-62, -80)'],
    // ½(A + Aᵀ)w − b
    [s`\nabla g(w)`, '(0.5, -3.5)'],
    [s`\nabla_x g(w)`, '(0.5, -3.5)'],
    [s`\nabla h(w)`, '(2, -2)'],
    [s`\operatorname{relu}(w)`, '(1, 0)'],
    // The minimum of ‖Xw − y‖², where a norm by itself has no slope.
    [s`\nabla f((0, 0.5))`, '(0, 0)'],
  ])('%s = %s', (source, expected) => {
    expect(value(source, data)).toBe(expected);
  });
});

describe('complex numbers, where they are asked for', () => {
  const complex = (source: string) => valueText(evaluate(parse(source), emptyScope, 15, { field: 'complex' }), 12);
  it.each([
    [s`\sqrt{-4}`, '0 + 2i'],
    [s`(1 + 2i)(3 - i)`, '5 + 5i'],
    [s`\frac{1}{i}`, '0 + -1i'],
    [s`|3 + 4i|`, '5'],
    [s`e^{0.5 + i}`, '≈0.890807904293 + ≈1.38735111133i'],
    [s`\ln(-2)`, '≈0.69314718056 + ≈3.14159265359i'],
    [s`\sin(1 + 2i)`, '≈3.16577851322 + ≈1.95960104142i'],
  ])('%s = %s', (source, expected) => {
    expect(complex(source)).toBe(expected);
  });
});

describe('laws', () => {
  const scope = scopeOf({
    x: '0.7',
    y: '1.3',
    a: '2',
    α: '0.05',
    β: '0.9',
    γ: '1.1',
    W: '3',
    W_rec: '0.4',
    λ_max: '1.2',
  });
  const named: Scope = {
    value: (name, digits) =>
      scope.value(name, digits) ?? (name.kind === 'index' ? evaluate(parse('0.6 + 0.1'), scope, digits) : undefined),
    function: (name) => (name === 'f' ? { parameters: ['u'], body: parse('u^2 + 1') } : undefined),
  };

  it('ten and forty digits agree: the wider enclosure holds the narrower one', () => {
    fc.assert(
      fc.property(formula(3), (e) => {
        const [rough, fine] = [evaluate(e, named, 10), evaluate(e, named, 40)];
        if (rough.kind !== 'enclosure' || fine.kind !== 'enclosure') return;
        const [low, high] = ends(fine);
        // The true value is in both, so they overlap.
        expect(contains(rough, low) || contains(rough, high), printPlain(e)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('evaluating never throws', () => {
    fc.assert(
      fc.property(formula(5), (e) => {
        expect(evaluate(e, named, 8)).toHaveProperty('kind');
      }),
      { numRuns: 400 },
    );
  });
});
