import { one, sign } from '../exact.ts';
import { isExact, type Outcome, type Real } from '../real.ts';
import { cis } from './circular.ts';

/** cos x for x in radians, to `bits` binary places. */
export const cos = (x: Real, bits: number): Outcome => {
  if (isExact(x) && sign(x) === 0) return one;
  const angle = cis(x, bits);
  return angle.kind === 'undefined' ? angle : angle.cos;
};
