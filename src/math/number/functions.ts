/** The functions of one real variable, by the name that notation uses. To add one: its file, and a line here. */
import { acos, asin } from './elementary/asin.ts';
import { atan } from './elementary/atan.ts';
import { cos } from './elementary/cos.ts';
import { exp } from './elementary/exp.ts';
import { factorial } from './elementary/factorial.ts';
import { cosh, sinh, tanh } from './elementary/hyperbolic.ts';
import { acosh, asinh, atanh } from './elementary/inverse-hyperbolic.ts';
import { ln } from './elementary/ln.ts';
import { log2, log10 } from './elementary/logarithm.ts';
import { logistic, softplus } from './elementary/logistic.ts';
import { abs, ceil, floor } from './elementary/order.ts';
import { sin } from './elementary/sin.ts';
import { tan } from './elementary/tan.ts';
import { type Outcome, type Real, sqrtReal } from './real.ts';

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
