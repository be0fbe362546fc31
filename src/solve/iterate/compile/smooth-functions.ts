/**
 * Functions that may stand in a recurrence: their value in fixed point, and what the error pass has to know of them.
 */
import type { UndefinedValue } from '../../../math/expression/value.ts';
import { acos, asin } from '../../../math/number/elementary/asin.ts';
import { atan } from '../../../math/number/elementary/atan.ts';
import { cis } from '../../../math/number/elementary/circular.ts';
import { exp } from '../../../math/number/elementary/exp.ts';
import { cosh, sinh, tanh } from '../../../math/number/elementary/hyperbolic.ts';
import { acosh, asinh, atanh } from '../../../math/number/elementary/inverse-hyperbolic.ts';
import { ln } from '../../../math/number/elementary/ln.ts';
import { logistic, softplus } from '../../../math/number/elementary/logistic.ts';
import { abs, max } from '../../../math/number/elementary/order.ts';
import { tan } from '../../../math/number/elementary/tan.ts';
import { type Enclosure, enclosure } from '../../../math/number/enclosure.ts';
import { zero } from '../../../math/number/exact.ts';
import { type Outcome, type Real, sqrtReal, toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import { doubleAbove, doubleOf } from '../machine/doubles.ts';
import { nearbyExponential } from '../machine/nearby-exponential.ts';

/** A value and, where the slope is no simple formula of argument and value, the number that tells it. */
export interface Evaluated {
  readonly kind: 'evaluated';
  readonly value: Enclosure;
  readonly partner?: Enclosure;
}

/** A value in units of 2^−bits, how many of them it may be off, and the partner as a double. */
export interface Followed {
  readonly kind: 'followed';
  readonly value: bigint;
  readonly radius: number;
  readonly partner?: number;
}

export interface SmoothFunction {
  readonly evaluate: (a: Enclosure, bits: number) => Evaluated | UndefinedValue;
  /** A way to evaluate f at one argument after another, where there is a better one than each by itself. */
  readonly follow?: (bits: number) => (a: bigint) => Followed | UndefinedValue;
  /** f′ at the argument a with value r, and the partner. */
  readonly slope: (a: number, r: number, partner: number) => number;
  /** A bound for |f″| everywhere within `reach` of a. */
  readonly curvature: (a: number, r: number, slope: number) => number;
  /** How far from a the bound holds. */
  readonly reach: (a: number, r: number) => number;
  /** For a function with a kink: how much f′ jumps there. Beyond its reach f′ is only known to that. */
  readonly jump?: number;
}

const always = (): number => 1;
const halfWay = (): number => 0.5;

const plain =
  (f: (x: Real, bits: number) => Outcome): SmoothFunction['evaluate'] =>
  (a, bits) => {
    const value = f(a, bits);
    return value.kind === 'undefined' ? value : { kind: 'evaluated', value: toEnclosure(value, bits) };
  };

const withPartner =
  (f: (x: Real, bits: number) => Outcome, partner: (x: Real, bits: number) => Outcome): SmoothFunction['evaluate'] =>
  (a, bits) => {
    const [value, other] = [f(a, bits), partner(a, 80)];
    if (value.kind === 'undefined') return value;
    if (other.kind === 'undefined') return other;
    return { kind: 'evaluated', value: toEnclosure(value, bits), partner: toEnclosure(other, 80) };
  };

const circular =
  (of: 'sin' | 'cos', partner: 'sin' | 'cos'): SmoothFunction['evaluate'] =>
  (a, bits) => {
    const angle = cis(a, bits);
    return angle.kind === 'undefined' ? angle : { kind: 'evaluated', value: angle[of], partner: angle[partner] };
  };

/** Slopes bounded by one, curvatures too: tanh, σ, softplus, arctan, arsinh, sin, cos. */
const gentle = (evaluate: SmoothFunction['evaluate'], slope: SmoothFunction['slope']): SmoothFunction => ({
  evaluate,
  slope,
  curvature: always,
  reach: () => Number.POSITIVE_INFINITY,
});

/** |f″| = |a| f′³; a quarter of the way to ±1 leaves 1 − x² at least ¾ (1 − a²), and (4/3)^(3/2) < 2. */
const towardsOne = (evaluate: SmoothFunction['evaluate'], sign: 1 | -1): SmoothFunction => ({
  evaluate,
  slope: (a) => sign / Math.sqrt((1 - a) * (1 + a)),
  curvature: (_a, _r, slope) => 2 * Math.abs(slope) ** 3,
  reach: (a) => (1 - Math.abs(a)) / 4,
});

const smoothFunctions: ReadonlyMap<string, SmoothFunction> = new Map<string, SmoothFunction>([
  // Within 1/2 of a, e^x grows by less than 2.
  [
    'exp',
    {
      evaluate: plain(exp),
      follow: nearbyExponential,
      slope: (_a, r) => r,
      curvature: (_a, r) => 2 * r,
      reach: halfWay,
    },
  ],
  // Within a/4 of a: 1/x² ≤ (4/3)²/a² and x^(−3/2) ≤ (4/3)^(3/2) a^(−3/2).
  ['ln', { evaluate: plain(ln), slope: (a) => 1 / a, curvature: (a) => 2 / (a * a), reach: (a) => a / 4 }],
  [
    'sqrt',
    {
      evaluate: plain(sqrtReal),
      slope: (_a, r) => 0.5 / r,
      curvature: (a, r) => 0.5 / (a * r),
      reach: (a) => a / 4,
    },
  ],
  ['sin', gentle(circular('sin', 'cos'), (_a, _r, cosine) => cosine)],
  ['cos', gentle(circular('cos', 'sin'), (_a, _r, sine) => -sine)],
  [
    'tan',
    {
      evaluate: plain(tan),
      slope: (_a, r) => 1 + r * r,
      // With t = tan d ≤ 1/(4(1 + |r|)): |tan(a + d)| = |r + t|/|1 − rt| < 4/3 (|r| + 1/4); f″ = 2 tan (1 + tan²).
      curvature: (_a, r) => 8 * (1 + Math.abs(r)) ** 3,
      reach: (_a, r) => 0.2 / (1 + Math.abs(r)),
    },
  ],
  ['arcsin', towardsOne(plain(asin), 1)],
  ['arccos', towardsOne(plain(acos), -1)],
  ['arctan', gentle(plain(atan), (a) => 1 / (1 + a * a))],
  [
    'sinh',
    {
      evaluate: plain(sinh),
      slope: (_a, r) => Math.sqrt(1 + r * r),
      curvature: (_a, r) => 2 * (1 + Math.abs(r)),
      reach: halfWay,
    },
  ],
  [
    'cosh',
    {
      evaluate: withPartner(cosh, sinh),
      slope: (_a, _r, sine) => sine,
      curvature: (_a, r) => 2 * r,
      reach: halfWay,
    },
  ],
  ['tanh', gentle(plain(tanh), (_a, r) => (1 - r) * (1 + r))],
  ['arsinh', gentle(plain(asinh), (a) => 1 / Math.sqrt(1 + a * a))],
  [
    'arcosh',
    {
      evaluate: plain(acosh),
      slope: (a) => 1 / Math.sqrt((a - 1) * (a + 1)),
      curvature: (a, _r, slope) => 8 * a * slope ** 3,
      reach: (a) => (a - 1) / 4,
    },
  ],
  [
    'artanh',
    {
      evaluate: plain(atanh),
      slope: (a) => 1 / ((1 - a) * (1 + a)),
      curvature: (_a, _r, slope) => 8 * slope ** 2,
      reach: (a) => (1 - Math.abs(a)) / 4,
    },
  ],
  ['logistic', gentle(plain(logistic), (_a, r) => r * (1 - r))],
  ['softplus', gentle(withPartner(softplus, logistic), (_a, _r, share) => share)],
  [
    'abs',
    {
      evaluate: plain(abs),
      slope: (a) => (a < 0 ? -1 : 1),
      curvature: () => 0,
      reach: (a) => Math.abs(a),
      jump: 2,
    },
  ],
  [
    'relu',
    {
      evaluate: plain((x, bits) => max(x, zero, bits)),
      slope: (a) => (a > 0 ? 1 : 0),
      curvature: () => 0,
      reach: (a) => Math.abs(a),
      jump: 1,
    },
  ],
]);

/** Evaluates f at one argument after another: its own way, or each by itself. */
export const follower = (f: SmoothFunction, bits: number): ((a: bigint) => Followed | UndefinedValue) => {
  if (f.follow !== undefined) return f.follow(bits);
  return (a) => {
    const result = f.evaluate(enclosure(a, 0n, bits), bits);
    if (isUndefined(result)) return result;
    const { value, partner } = result;
    const followed: Followed = { kind: 'followed', value: value.mid, radius: doubleAbove(value.radius) };
    return partner === undefined ? followed : { ...followed, partner: doubleOf(partner.mid, partner.bits) };
  };
};

/** Other names of the same functions. */
const aliases: Readonly<Record<string, string>> = {
  log: 'ln',
  σ: 'logistic',
  sigmoid: 'logistic',
  ReLU: 'relu',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  asinh: 'arsinh',
  acosh: 'arcosh',
  atanh: 'artanh',
};

export const smoothFunction = (name: string): SmoothFunction | undefined => smoothFunctions.get(aliases[name] ?? name);
