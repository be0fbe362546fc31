import { sign } from '../exact.ts';
import { isExact, type Outcome, type Real } from '../real.ts';
import { cis } from './circular.ts';

/** sin x for x in radians, to `bits` binary places. */
export const sin = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return x;
  const angle = cis(x, bits);
  return angle.kind === 'undefined' ? angle : angle.sin;
};
