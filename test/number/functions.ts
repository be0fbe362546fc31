/** The functions of one real variable by name, for the tests that go through all of them. */
import { acos, asin } from '../../src/math/number/elementary/asin.ts';
import { atan } from '../../src/math/number/elementary/atan.ts';
import { cos } from '../../src/math/number/elementary/cos.ts';
import { exp } from '../../src/math/number/elementary/exp.ts';
import { factorial } from '../../src/math/number/elementary/factorial.ts';
import { cosh, sinh, tanh } from '../../src/math/number/elementary/hyperbolic.ts';
import { acosh, asinh, atanh } from '../../src/math/number/elementary/inverse-hyperbolic.ts';
import { ln } from '../../src/math/number/elementary/ln.ts';
import { log2, log10 } from '../../src/math/number/elementary/logarithm.ts';
import { logistic, softplus } from '../../src/math/number/elementary/logistic.ts';
import { abs, ceil, floor } from '../../src/math/number/elementary/order.ts';
import { sin } from '../../src/math/number/elementary/sin.ts';
import { tan } from '../../src/math/number/elementary/tan.ts';
import { type Outcome, type Real, sqrtReal } from '../../src/math/number/real.ts';

/** A function of one real, to `bits` binary places where it has to be enclosed. */
export type RealFunction = (x: Real, bits: number) => Outcome;

export const realFunctions: Readonly<Record<string, RealFunction>> = {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  ceil,
  cos,
  cosh,
  exp,
  factorial,
  floor,
  ln,
  log10,
  log2,
  logistic,
  sin,
  sinh,
  softplus,
  sqrt: sqrtReal,
  tan,
  tanh,
};
