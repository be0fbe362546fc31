import {
  absolute,
  add,
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  negate,
  sign,
  zero,
} from '../../math/number/exact.ts';

/**
 * An activation with the proof of its steepest slope: σ′(z) = q(s(z)) for a polynomial q of degree at most 2 in a quantity s
 * that takes exactly the values of an interval (its ends perhaps only in the limit). So sup |σ′| is the largest |q| on it.
 */
export interface Activation {
  readonly name: string;
  /** σ(z) in plain notation. */
  readonly formula: string;
  /** What s is, the coefficients of q from the constant up, and the closed interval of s. */
  readonly slope: {
    readonly of: string;
    readonly coefficients: readonly [string, string, string];
    readonly from: string;
    readonly to: string;
  };
}

const tanh: Activation = {
  name: 'tanh',
  formula: 'tanh(z)',
  slope: { of: 'tanh z, and tanh′ = 1 − tanh²', coefficients: ['1', '0', '-1'], from: '-1', to: '1' },
};

const logistic: Activation = {
  name: 'logistic',
  formula: '1/(1 + exp(-z))',
  slope: { of: 'σ(z), and σ′ = σ (1 − σ)', coefficients: ['0', '1', '-1'], from: '0', to: '1' },
};

const relu: Activation = {
  name: 'relu',
  formula: 'max(0, z)',
  slope: { of: 'the step from 0 to 1 at z = 0, which is the slope', coefficients: ['0', '1', '0'], from: '0', to: '1' },
};

const identity: Activation = {
  name: 'identity',
  formula: 'z',
  slope: { of: 'anything: the slope is 1', coefficients: ['1', '0', '0'], from: '0', to: '1' },
};

const softplus: Activation = {
  name: 'softplus',
  formula: 'ln(1 + exp(z))',
  slope: { of: '1/(1 + e^−z), which is the slope', coefficients: ['0', '1', '0'], from: '0', to: '1' },
};

/** Every activation that a network can name. */
export const activations: readonly Activation[] = [tanh, logistic, relu, identity, softplus];

const valueAt = ([a, b, c]: readonly [Exact, Exact, Exact], s: Exact): Exact =>
  add(a, multiply(s, add(b, multiply(s, c))));

/** γ = sup |σ′|, exact: the largest |q| among the ends of the interval and, inside it, the vertex of the parabola. */
export const steepestSlope = ({ slope }: Activation): Exact => {
  const [from, to] = [exact(slope.from), exact(slope.to)];
  const [a, b, c] = slope.coefficients.map(exact);
  const polynomial = [a ?? zero, b ?? zero, c ?? zero] as const;
  const vertex = sign(polynomial[2]) === 0 ? from : divide(negate(polynomial[1]), multiply(exact('2'), polynomial[2]));
  const inside = compare(from, vertex) <= 0 && compare(vertex, to) <= 0 ? [vertex] : [];
  const sizes = [from, to, ...inside].map((s) => absolute(valueAt(polynomial, s)));
  return sizes.reduce((largest, size) => (compare(size, largest) > 0 ? size : largest));
};
