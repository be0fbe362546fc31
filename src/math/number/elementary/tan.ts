import { sign } from '../exact.ts';
import { divideReal, isExact, type Outcome, type Real } from '../real.ts';
import { cis } from './circular.ts';

/** tan x for x in radians, to about `bits` binary places; `undecided` where the cosine cannot be told from zero. */
export const tan = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return x;
  const angle = cis(x, bits + 8);
  return angle.kind === 'undefined' ? angle : divideReal(angle.sin, angle.cos, bits);
};
