/** The functions everybody knows: what they are called, how many arguments they take and their values. */
import { acos, asin } from '../../number/elementary/asin.ts';
import { atan } from '../../number/elementary/atan.ts';
import { binomial, doubleFactorial, factorial } from '../../number/elementary/factorial.ts';
import { acosh, asinh, atanh } from '../../number/elementary/inverse-hyperbolic.ts';
import { ln } from '../../number/elementary/ln.ts';
import { log2, log10, logarithm } from '../../number/elementary/logarithm.ts';
import { softplus } from '../../number/elementary/logistic.ts';
import { abs, ceil, floor, max, min } from '../../number/elementary/order.ts';
import { fraction } from '../../number/exact.ts';
import { type Outcome, type Real, signOfReal } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { Value } from '../value.ts';
import { activations } from './activations.ts';
import { conjugate, imaginaryPart, modulus, realPart, type Scalar, type ScalarOutcome } from './complex.ts';
import {
  argument,
  complexCos,
  complexCosh,
  complexExp,
  complexLn,
  complexLogistic,
  complexSin,
  complexSinh,
  complexTan,
  complexTanh,
} from './complex-elementary.ts';
import { squareRoot } from './power.ts';
import type { Field, Run } from './run.ts';
import { divideValues, isReal, isScalar, mapScalars, shapeName, vector } from './value-arithmetic.ts';
import { vectorFunctions } from './vector-functions.ts';

/** The value of a function at values that all exist. */
export type BuiltIn = (args: readonly Value[], run: Pick<Run, 'bits' | 'field'>) => Value;

const ofScalar =
  (name: string, value: (z: Scalar, bits: number, field: Field) => ScalarOutcome): BuiltIn =>
  ([z, ...more], { bits, field }) => {
    if (!z || more.length > 0)
      return undefinedValue('shape', `${name} takes one argument, not ${more.length + (z ? 1 : 0)}`);
    return isScalar(z) ? value(z, bits, field) : undefinedValue('shape', `${name} of ${shapeName(z)}`);
  };

const ofReal = (name: string, value: (x: Real, bits: number) => Outcome): BuiltIn =>
  ofScalar(name, (z, bits) =>
    z.kind === 'complex' ? undefinedValue('unsupported', `${name} of a complex number`) : value(z, bits),
  );

const naturalLog = (z: Scalar, bits: number, field: Field): ScalarOutcome =>
  z.kind === 'complex' || field === 'complex' ? complexLn(z, bits) : ln(z, bits);

const naturalLogarithm = ofScalar('ln', naturalLog);

/** log x, and log_b x. */
const logWithBase: BuiltIn = (args, run) => {
  const [x, base] = args;
  if (!x || !base) return naturalLogarithm(args, run);
  if (isReal(x) && isReal(base) && run.field === 'real') return logarithm(x, base, run.bits);
  return divideValues(naturalLogarithm([x], run), naturalLogarithm([base], run), run.bits);
};

const reciprocal =
  (of: BuiltIn): BuiltIn =>
  (args, run) =>
    divideValues(fraction(1n), of(args, run), run.bits);

const fold =
  (name: string, choose: (a: Real, b: Real, bits: number) => Real): BuiltIn =>
  (args, { bits }) => {
    const items = args.flatMap((item) => (item.kind === 'vector' ? item.items : [item]));
    const reals = items.filter(isReal);
    if (reals.length < items.length || reals.length === 0)
      return undefinedValue('shape', `${name} of something other than numbers`);
    return reals.reduce((best, item) => choose(best, item, bits));
  };

const signum = (x: Real): Outcome => {
  const side = signOfReal(x);
  return side === undefined
    ? undefinedValue('undecided', 'the sign of a number too close to zero')
    : fraction(BigInt(side));
};

const ofTwo =
  (name: string, value: (a: Real, b: Real) => Outcome): BuiltIn =>
  ([a, b, ...more]) =>
    a && b && isReal(a) && isReal(b) && more.length === 0
      ? value(a, b)
      : undefinedValue('shape', `${name} takes two numbers`);

const sine = ofScalar('sin', complexSin);
const cosine = ofScalar('cos', complexCos);
const tangent = ofScalar('tan', complexTan);
const hyperbolicSine = ofScalar('sinh', complexSinh);
const hyperbolicCosine = ofScalar('cosh', complexCosh);
const hyperbolicTangent = ofScalar('tanh', complexTanh);
const logistic = ofScalar('σ', complexLogistic);
const absolute = ofScalar('| |', (z, bits) => (z.kind === 'complex' ? modulus(z, bits) : abs(z)));

const listed: readonly (readonly [string, BuiltIn])[] = [
  ['sin', sine],
  ['cos', cosine],
  ['tan', tangent],
  ['sec', reciprocal(cosine)],
  ['csc', reciprocal(sine)],
  ['cot', reciprocal(tangent)],
  ['arcsin', ofReal('arcsin', asin)],
  ['arccos', ofReal('arccos', acos)],
  ['arctan', ofReal('arctan', atan)],
  ['sinh', hyperbolicSine],
  ['cosh', hyperbolicCosine],
  ['tanh', hyperbolicTangent],
  ['sech', reciprocal(hyperbolicCosine)],
  ['csch', reciprocal(hyperbolicSine)],
  ['coth', reciprocal(hyperbolicTangent)],
  ['arsinh', ofReal('arsinh', asinh)],
  ['arcosh', ofReal('arcosh', acosh)],
  ['artanh', ofReal('artanh', atanh)],
  ['exp', ofScalar('exp', complexExp)],
  ['ln', naturalLogarithm],
  ['log', logWithBase],
  ['lg', ofReal('lg', log10)],
  ['lb', ofReal('lb', log2)],
  ['sqrt', ofScalar('√', (z, bits, field) => squareRoot(z, field, bits))],
  ['σ', logistic],
  ['sigmoid', logistic],
  ['logistic', logistic],
  ['softplus', ofReal('softplus', softplus)],
  ['relu', ofReal('relu', (x, bits) => max(x, fraction(0n), bits))],
  ['ReLU', ofReal('ReLU', (x, bits) => max(x, fraction(0n), bits))],
  ['abs', absolute],
  ['sgn', ofReal('sgn', signum)],
  ['sign', ofReal('sign', signum)],
  ['floor', ofReal('floor', floor)],
  ['ceil', ofReal('ceil', ceil)],
  ['max', fold('max', max)],
  ['min', fold('min', min)],
  ['factorial', ofReal('factorial', factorial)],
  ['doublefactorial', ofReal('double factorial', doubleFactorial)],
  ['binomial', ofTwo('binomial', binomial)],
  ['percent', ofScalar('%', (z, bits) => divideValues(z, fraction(100n), bits) as ScalarOutcome)],
  ['conjugate', ofScalar('conjugate', conjugate)],
  ['Re', ofScalar('Re', realPart)],
  ['Im', ofScalar('Im', imaginaryPart)],
  ['arg', ofScalar('arg', argument)],
  ['vec', (args) => vector(args)],
  ...vectorFunctions,
];

/** The same function on every component of a vector. */
const componentwise =
  (of: BuiltIn): BuiltIn =>
  (args, run) => {
    const [only, ...more] = args;
    return only && more.length === 0 && !isScalar(only) ? mapScalars(only, (item) => of([item], run)) : of(args, run);
  };

/** By name; `undefined` for a name that is nobody's but the assignment's. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  listed.map(([name, value]) => [name, activations.has(name) ? componentwise(value) : value] as const),
);
