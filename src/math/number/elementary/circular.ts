/** Sine and cosine of reals: reduction to the first half quadrant, then fixed/circular.ts. */

import type { UndefinedValue } from '../../expression/value.ts';
import { budget } from '../budget.ts';
import { type Enclosure, enclosure } from '../enclosure.ts';
import { type Angle, cisFixed } from '../fixed/circular.ts';
import { pi } from '../fixed/constants.ts';
import { workingBits } from '../fixed/precision.ts';
import { bitLength, divideFloor, magnitude } from '../integer.ts';
import { type Real, toEnclosure } from '../real.ts';
import { undefinedValue } from '../undefined.ts';

/** cos x and sin x, given cis r for x = nπ/4 + r (n even) or x = (n+1)π/4 − r (n odd). */
const unfold: readonly ((r: Angle) => Angle)[] = [
  ({ cos, sin }) => ({ cos, sin }),
  ({ cos, sin }) => ({ cos: sin, sin: cos }),
  ({ cos, sin }) => ({ cos: -sin, sin: cos }),
  ({ cos, sin }) => ({ cos: -cos, sin }),
  ({ cos, sin }) => ({ cos: -cos, sin: -sin }),
  ({ cos, sin }) => ({ cos: -sin, sin: -cos }),
  ({ cos, sin }) => ({ cos: sin, sin: -cos }),
  ({ cos, sin }) => ({ cos, sin: -sin }),
];

/**
 * cos x and sin x to `bits` binary places. Both change no faster than x, which is known within its radius and the
 * error of nπ/4, less than 2|n| + 2 ulps; the working precision grows with the size of x, so that stays small.
 */
export const cis = (
  x: Real,
  bits: number,
): { readonly kind: 'angle'; readonly cos: Enclosure; readonly sin: Enclosure } | UndefinedValue => {
  const lift = bitLength(toEnclosure(x, 0).mid);
  if (lift > budget.exponentBits) return undefinedValue('budget', 'an angle too large to reduce');
  const w = workingBits(bits + lift);
  const { mid, radius } = toEnclosure(x, w);
  const eighth = pi(w) >> 2n;
  const [n, r] = divideFloor(mid, eighth);
  const octant = Number(BigInt.asUintN(3, n));
  const first = cisFixed(octant % 2 === 0 ? r : eighth - r, w);
  const angle = unfold[octant]?.(first) ?? first;
  const drop = BigInt(w - bits);
  const unsure = ((radius + 2n * magnitude(n) + 2n + (1n << 40n)) >> drop) + 2n;
  return {
    kind: 'angle',
    cos: enclosure(angle.cos >> drop, unsure, bits),
    sin: enclosure(angle.sin >> drop, unsure, bits),
  };
};
