import { describe, expect, it } from 'vitest';
import { judgeChain } from '../../src/judge/derivation/derive.ts';
import { chainOf, goalOf } from './chain.ts';

const d = (of: string, by: string): string => String.raw`\frac{\partial ${of}}{\partial ${by}}`;
const rec = String.raw`\mathbf{W}_{rec}`;

const goals = {
  sum: goalOf('∂ε/∂θ = Σ_{t=1}^{T} ∂ε_t/∂θ'),
  states: goalOf('∂ε/∂θ = Σ_{t=1}^{T} ∂ε_t/∂x_t ∂x_t/∂θ'),
  product: goalOf('∂x_t/∂x_k = Π_{i=k+1}^{t} ∂x_i/∂x_{i-1}'),
  loss: goalOf('∂ε_t/∂x_k = ∂ε_t/∂x_t Π_{i=k+1}^{t} ∂x_i/∂x_{i-1}'),
  jacobian: goalOf("∂x_i/∂x_{i-1} = W_rec diag(σ'(x_{i-1}))"),
  bound: goalOf('‖∂x_i/∂x_{i-1}‖ ≤ ‖W_rec‖ γ'),
  lossBound: goalOf('∂ε_t/∂x_k ≤ ∂ε_t/∂x_t Π_{i=k+1}^{t} W_rec γ'),
};

const verdict = (goal: keyof typeof goals, latex: string) => judgeChain(chainOf(latex), goals[goal])?.verdict;
const findings = (goal: keyof typeof goals, latex: string) =>
  judgeChain(chainOf(latex), goals[goal])?.findings.map(({ id }) => id) ?? [];

describe('a right derivation is correct, however it is written', () => {
  it.each<[keyof typeof goals, string, string]>([
    [
      'sum',
      'linearity spelled out',
      `${d('\\epsilon', '\\theta')} = ${d('', '\\theta').replace('{\\partial }', '{\\partial}')} \\sum_{t=1}^{T} \\epsilon_t = \\sum_{t=1}^T ${d('\\epsilon_t', '\\theta')}`,
    ],
    [
      'states',
      'through the last state only',
      `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} ${d('\\epsilon_t', 'x_t')} ${d('x_t', '\\theta')}`,
    ],
    [
      'states',
      'over all earlier states',
      `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} \\sum_{k=1}^{t} ${d('\\epsilon_t', 'x_t')} ${d('x_t', 'x_k')} ${d('x_k', '\\theta')}`,
    ],
    [
      'states',
      'with its ranges as conditions',
      `${d('\\epsilon', '\\theta')} = \\sum_{1 \\le t \\le T} \\sum_{1 \\le k \\le t} ${d('\\epsilon_t', 'x_k')} ${d('x_k', '\\theta')}`,
    ],
    [
      'states',
      'with both ranges as one condition',
      `${d('\\epsilon', '\\theta')} = \\sum_{1 \\le k \\le t \\le T} ${d('\\epsilon_t', 'x_t')} ${d('x_t', 'x_k')} \\frac{\\partial^+ x_k}{\\partial \\theta}`,
    ],
    [
      'states',
      'with both ranges as one condition, downwards',
      `${d('\\epsilon', '\\theta')} = \\sum_{T \\ge t \\ge k \\ge 1} ${d('\\epsilon_t', 'x_t')} ${d('x_t', 'x_k')} \\frac{\\partial^+ x_k}{\\partial \\theta}`,
    ],
    ['product', 'with the index counted up', `${d('x_t', 'x_k')} = \\prod_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')}`],
    [
      'product',
      'with the index counted down',
      `${d('x_t', 'x_k')} = \\prod_{j=0}^{t-k-1} ${d('x_{t-j}', 'x_{t-j-1}')}`,
    ],
    ['product', 'with its limits downwards', `${d('x_t', 'x_k')} = \\prod_{i=t}^{k+1} ${d('x_i', 'x_{i-1}')}`],
    ['product', 'downwards to the step before', `${d('x_t', 'x_k')} = \\prod_{i=t-1}^{k} ${d('x_{i+1}', 'x_i')}`],
    [
      'product',
      'with dots',
      `${d('x_t', 'x_k')} = ${d('x_t', 'x_{t-1}')} ${d('x_{t-1}', 'x_{t-2}')} \\cdots ${d('x_{k+1}', 'x_k')}`,
    ],
    [
      'product',
      'with dots after one factor and before two',
      `${d('x_t', 'x_k')} = ${d('x_t', 'x_{t-1}')} \\cdots ${d('x_{k+2}', 'x_{k+1}')} ${d('x_{k+1}', 'x_k')}`,
    ],
    [
      'product',
      'with dots before three factors',
      `${d('x_t', 'x_k')} = ${d('x_t', 'x_{t-1}')} \\cdots ${d('x_{k+3}', 'x_{k+2}')} ${d('x_{k+2}', 'x_{k+1}')} ${d('x_{k+1}', 'x_k')}`,
    ],
    [
      'sum',
      'with dots between the terms',
      `${d('\\epsilon', '\\theta')} = ${d('\\epsilon_1', '\\theta')} + ${d('\\epsilon_2', '\\theta')} + \\dots + ${d('\\epsilon_T', '\\theta')}`,
    ],
    ['product', 'with other letters', `${d('h_n', 'h_m')} = \\prod_{j=m+1}^{n} ${d('h_j', 'h_{j-1}')}`],
    ['product', 'with its range as a condition', `${d('x_t', 'x_k')} = \\prod_{t \\ge i > k} ${d('x_i', 'x_{i-1}')}`],
    [
      'loss',
      'in two steps',
      `${d('\\epsilon_t', 'x_k')} = ${d('\\epsilon_t', 'x_t')} ${d('x_t', 'x_k')} = ${d('\\epsilon_t', 'x_t')} \\prod_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')}`,
    ],
    [
      'loss',
      'with each Jacobian written out',
      `${d('\\epsilon_t', 'x_k')} = ${d('\\epsilon_t', 'x_t')} \\prod_{i=k+1}^{t} ${rec} \\operatorname{diag}(\\sigma'(x_{i-1}))`,
    ],
    [
      'loss',
      'with dots between the Jacobians written out',
      `${d('\\epsilon_t', 'x_k')} = ${d('\\epsilon_t', 'x_t')} ${rec} \\operatorname{diag}(\\sigma'(x_{t-1})) \\cdots ${rec} \\operatorname{diag}(\\sigma'(x_k))`,
    ],
    [
      'loss',
      'with each transposed Jacobian written out',
      `${d('\\epsilon_t', 'x_k')} = \\left( \\prod_{i=k+1}^{t} \\operatorname{diag}(\\sigma'(x_{i-1})) ${rec}^\\top \\right) ${d('\\epsilon_t', 'x_t')}`,
    ],
    [
      'loss',
      'with gradients as columns before transposed Jacobians',
      `${d('\\epsilon_t', 'x_k')} = \\left( \\prod_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')} \\right)^\\top ${d('\\epsilon_t', 'x_t')}`,
    ],
    [
      'states',
      'with gradients as columns, by all parameters at once',
      `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} \\left( ${d('x_t', '\\theta')} \\right)^\\top ${d('\\epsilon_t', 'x_t')}`,
    ],
    ['jacobian', 'with a diagonal matrix', `${d('x_t', 'x_{t-1}')} = ${rec} \\operatorname{diag}(\\sigma'(x_{t-1}))`],
    ['jacobian', 'with σ′ as it stands', `${d('x_{t-i}', 'x_{t-i-1}')} = ${rec} \\sigma'(x_{t-i-1})`],
    [
      'jacobian',
      'in denominator layout',
      `${d('x_t', 'x_{t-1}')} = \\operatorname{diag}(\\sigma'(x_{t-1})) ${rec}^\\top`,
    ],
    ['bound', 'after the Jacobian', `${d('x_{t}', 'x_{t-1}')} = ${rec} \\sigma'(x_{t-1}) \\le ${rec} \\gamma`],
    [
      'bound',
      'by the largest singular value',
      `\\left\\| ${d('x_t', 'x_{t-1}')} \\right\\|_2 \\le \\sigma_{\\max}(${rec}) \\gamma`,
    ],
    [
      'jacobian',
      'with the activation as what is differentiated',
      `${d('x_t', 'x_{t-1}')} = ${rec} ${d('\\sigma(x_{t-1})', 'x_{t-1}')}`,
    ],
    [
      'jacobian',
      'with the activation differentiated, the rows of the state below',
      `${d('x_t', 'x_{t-1}')} = ${d('\\sigma(x_{t-1})', 'x_{t-1}')} ${rec}^\\top`,
    ],
    ['bound', 'with norms', `\\left\\| ${d('x_t', 'x_{t-1}')} \\right\\| \\le \\| ${rec} \\| \\gamma`],
    [
      'bound',
      'with norms of two bars each',
      `\\left|\\left| ${d('x_t', 'x_{t-1}')} \\right|\\right| \\le || ${rec} || \\gamma`,
    ],
    [
      'lossBound',
      'as a product',
      `${d('\\epsilon_t', 'x_k')} \\le ${d('\\epsilon_t', 'x_t')} \\prod_{i=0}^{t-k-1} ${rec} \\gamma`,
    ],
    ['lossBound', 'as a power', `${d('\\epsilon_t', 'x_k')} \\le ${d('\\epsilon_t', 'x_t')} (${rec} \\gamma)^{t-k}`],
  ])('%s: %s', (goal, _story, latex) => {
    expect(verdict(goal, latex)).toBe('correct');
  });
});

describe('a wrong derivation is wrong, with its cause and a counterexample', () => {
  it.each<[keyof typeof goals, string, string]>([
    [
      'states',
      'unbound-index',
      `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} ${d('\\epsilon_t', 'x_k')} ${d('x_k', '\\theta')}`,
    ],
    ['product', 'vanishing-factor', `${d('x_t', 'x_k')} = ${d('x_t', rec)} ${d(rec, 'x_k')}`],
    ['product', 'shifted-range', `${d('x_t', 'x_k')} = \\prod_{i=k}^{t} ${d('x_i', 'x_{i-1}')}`],
    ['product', 'shifted-range', `${d('x_t', 'x_k')} = \\prod_{i=k+1}^{t-1} ${d('x_i', 'x_{i-1}')}`],
    ['product', 'shifted-range', `${d('x_t', 'x_k')} = \\prod_{i=k+1}^{t} ${d('x_{i+1}', 'x_i')}`],
    ['product', 'vanishing-factor', `${d('x_t', 'x_k')} = \\prod_{i=k+1}^{t} ${d('x_{i-1}', 'x_i')}`],
    ['product', 'other-operator', `${d('x_t', 'x_k')} = \\sum_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')}`],
    [
      'states',
      'immediate-for-total',
      `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} ${d('\\epsilon_t', 'x_t')} \\frac{\\partial^+ x_t}{\\partial \\theta}`,
    ],
    [
      'states',
      'shifted-index',
      `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} ${d('\\epsilon_t', 'x_t')} ${d('x_{t-1}', '\\theta')}`,
    ],
    ['jacobian', 'shifted-index', `${d('x_t', 'x_{t-1}')} = ${rec} \\operatorname{diag}(\\sigma'(x_t))`],
    ['jacobian', 'shifted-index', `${d('x_t', 'x_{t-1}')} = ${rec} ${d('\\sigma(x_t)', 'x_{t-1}')}`],
    ['jacobian', 'missing-slope', `${d('x_t', 'x_{t-1}')} = ${rec}`],
    ['jacobian', 'other-sign', `${d('x_t', 'x_{t-1}')} = -${rec} \\operatorname{diag}(\\sigma'(x_{t-1}))`],
    [
      'loss',
      'shifted-index',
      `${d('\\epsilon_t', 'x_k')} = ${d('\\epsilon_t', 'x_k')} \\prod_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')}`,
    ],
    ['jacobian', 'slope-for-value', `${d('x_t', 'x_{t-1}')} = ${rec} \\operatorname{diag}(\\sigma(x_{t-1}))`],
    ['jacobian', 'other-weights', `${d('x_t', 'x_{t-1}')} = \\operatorname{diag}(\\sigma'(x_{t-1}))`],
    ['jacobian', 'other-weights', `${d('x_t', 'x_{t-1}')} = W_{in} \\operatorname{diag}(\\sigma'(x_{t-1}))`],
    ['jacobian', 'other-relation', `${d('x_t', 'x_{t-1}')} = ${rec} \\gamma`],
    [
      'bound',
      'other-relation',
      `\\| ${d('x_t', 'x_{t-1}')} \\| \\le \\| ${rec} \\| \\| \\operatorname{diag}(\\sigma'(x_{t-1})) \\| \\ge \\| ${rec} \\| \\gamma`,
    ],
  ])('%s: %s', (goal, id, latex) => {
    expect(verdict(goal, latex)).toBe('wrong');
    expect(findings(goal, latex)).toEqual([id, 'counterexample']);
  });

  it('tells the steps at which the sides differ, and both values', () => {
    const derived = judgeChain(chainOf(`${d('x_t', 'x_{t-1}')} = ${rec} \\sigma'(x_t)`), goals.jacobian);
    expect(derived?.verdict).toBe('wrong');
    expect(derived?.findings.at(-1)?.message).toMatch(
      /^For t = \d the left side is .+, the right .+ on a small random network\.$/,
    );
  });

  it('counts the factors that dots stand for', () => {
    const short = `${d('x_t', 'x_k')} = ${d('x_t', 'x_{t-1}')} \\cdots ${d('x_{k+3}', 'x_{k+2}')} ${d('x_{k+2}', 'x_{k+1}')}`;
    expect(verdict('product', short)).toBe('wrong');
  });

  it('says so where shapes do not fit, and what would hold', () => {
    const latex = `${d('\\epsilon', '\\theta')} = \\prod_{t=1}^{T} ${d('\\epsilon_t', '\\theta')}`;
    expect(findings('sum', latex)).toEqual(['other-operator', 'shapes']);
  });

  it('names the index that is a step off as it should be written', () => {
    const latex = `${d('x_t', 'x_{t-1}')} = ${rec} \\operatorname{diag}(\\sigma'(x_t))`;
    const message = judgeChain(chainOf(latex), goals.jacobian)?.findings[0]?.message;
    expect(message).toBe('One index is another: it holds with x_{t - 1} in the place of x_t.');
  });

  it('names what an unbound index could have been', () => {
    const latex = `${d('\\epsilon', '\\theta')} = \\sum_{t=1}^{T} ${d('\\epsilon_t', 'x_k')} ${d('x_k', '\\theta')}`;
    const message = judgeChain(chainOf(latex), goals.states)?.findings[0]?.message ?? '';
    expect(message).toContain('the sum over k is missing, or k must be t');
  });
});

describe('a bound that is another one is wrong', () => {
  it.each([
    ['the reciprocal of the slope', `\\frac{\\| ${rec} \\|}{\\gamma}`],
    ['the weights forgotten', '\\gamma'],
    ['the slope forgotten', `\\| ${rec} \\|`],
  ])('%s', (_slip, by) => {
    expect(verdict('bound', `\\| ${d('x_t', 'x_{t-1}')} \\| \\le ${by}`)).toBe('wrong');
  });
});

describe('a bound with the spectral radius in the place of the norm', () => {
  it.each([`\\rho(${rec}) \\gamma`, `\\gamma \\, \\rho(${rec}^\\top)`])(
    'is false for weights that are not normal: %s',
    (by) => {
      const latex = `\\| ${d('x_t', 'x_{t-1}')} \\| \\le ${by}`;
      expect(verdict('bound', latex)).toBe('wrong');
      expect(findings('bound', latex)).toEqual(['spectral-radius']);
    },
  );
});

it('calls no step false that swaps the norm of the weights for that of their transpose', () => {
  const latex = `\\| ${d('x_t', 'x_{t-1}')} \\| \\le \\| ${rec}^\\top \\| \\| \\operatorname{diag}(\\sigma'(x_{t-1})) \\| \\le \\| ${rec}^\\top \\| \\gamma`;
  const derived = judgeChain(chainOf(latex), goals.bound);
  expect(derived).toMatchObject({ verdict: 'correct' });
  expect(derived?.broken).toBeUndefined();
});

describe('what cannot be decided goes to a person', () => {
  it.each<[keyof typeof goals, string, string]>([
    [
      'jacobian',
      'a transposition that only several units notice',
      `${d('x_t', 'x_{t-1}')} = ${rec}^\\top \\operatorname{diag}(\\sigma'(x_{t-1}))`,
    ],
    ['product', 'a name the network does not have', `${d('x_t', 'x_k')} = \\prod_{i=k+1}^{t} J_i`],
    [
      'product',
      'a true step that is not the goal',
      `${d('x_t', 'x_k')} = ${d('x_t', 'x_{t-1}')} ${d('x_{t-1}', 'x_k')}`,
    ],
    [
      'loss',
      'a bound that is larger than the one asked for',
      `${d('\\epsilon_t', 'x_k')} = ${d('\\epsilon_t', 'x_t')} ${d('x_t', 'x_k')}`,
    ],
    [
      'lossBound',
      'a bound that is true but not the one asked for',
      `${d('\\epsilon_t', 'x_k')} \\le 100 ${d('\\epsilon_t', 'x_t')} \\prod_{i=k+1}^{t} ${rec} \\gamma`,
    ],
    [
      'bound',
      'a bound under a condition on the weights',
      `\\| ${d('x_t', 'x_{t-1}')} \\| \\le \\| ${rec}^\\top \\| \\| \\operatorname{diag}(\\sigma'(x_{t-1})) \\| < \\frac{1}{\\gamma} \\gamma < 1`,
    ],
    ['bound', 'a bound in a name for the norm', `\\| ${d('x_t', 'x_{t-1}')} \\| \\le \\lambda_{max} \\gamma`],
  ])('%s: %s', (goal, _story, latex) => {
    expect(verdict(goal, latex)).toBe('review');
  });

  it('takes the largest singular value for no other norm', () => {
    expect(verdict('bound', `\\| ${d('x_t', 'x_{t-1}')} \\|_F \\le \\sigma_{\\max}(${rec}) \\gamma`)).toBe('review');
  });

  it.each([`${rec}^\\top \\operatorname{diag}(\\sigma'(x_{t-1}))`, `\\operatorname{diag}(\\sigma'(x_{t-1})) ${rec}`])(
    'tells what would fit one layout of Jacobians in the place of %s',
    (mixed) => {
      const derived = judgeChain(chainOf(`${d('x_t', 'x_{t-1}')} = ${mixed}`), goals.jacobian);
      expect(derived?.verdict).toBe('review');
      expect(derived?.reason).toContain("W_rec diag(σ'(x_{t - 1}))");
      expect(derived?.reason).toContain("diag(σ'(x_{t - 1})) W_rec^T");
    },
  );

  it('says what a bound hangs on', () => {
    const bounded = (by: string) =>
      judgeChain(chainOf(`\\| ${d('x_t', 'x_{t-1}')} \\| \\le ${by}`), goals.bound)?.reason;
    expect(bounded('\\lambda_1 \\gamma')).toContain('where λ_1 is the largest singular value');
    expect(bounded(`\\| ${rec} \\| \\gamma^0 \\| \\operatorname{diag}(\\sigma'(x_{t-1})) \\| < 1`)).toContain(
      'bounded by 1',
    );
  });
});

describe('a right end with a false step on the way', () => {
  it('is still right, and says which step is false', () => {
    const latex = `${d('x_t', 'x_k')} = ${d('x_t', rec)} ${d(rec, 'x_k')} = \\prod_{i=k+1}^{t} ${d('x_i', 'x_{i-1}')}`;
    const derived = judgeChain(chainOf(latex), goals.product);
    expect(derived?.verdict).toBe('correct');
    expect(derived?.broken?.right).toContain('W');
  });
});

describe('values beyond what doubles hold', () => {
  const jacobian = `(${rec} \\operatorname{diag}(\\sigma'(x_{t-1})))`;

  it('are still told apart exactly', () => {
    const power = `${jacobian}^{20}`;
    const equal = `${d('x_t', 'x_{t-1}')} = ${jacobian} + ${power} - ${power}`;
    const nearly = `${d('x_t', 'x_{t-1}')} = ${jacobian} + ${power}`;
    expect(verdict('jacobian', equal)).toBe('correct');
    expect(verdict('jacobian', nearly)).toBe('wrong');
  });
});

it('sums nested in sums are for a person, not for hours', () => {
  const sums = [...'abcdefghijlmnopqr'].map((name) => `\\sum_{${name}=1}^{T}`).join(' ');
  expect(verdict('product', `${d('x_t', 'x_k')} = ${sums} ${d('x_t', 'x_k')}`)).toBe('review');
});
