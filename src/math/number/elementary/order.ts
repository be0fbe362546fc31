/** Functions that choose: absolute value, least, greatest, and rounding to integers. */
import { between, type Enclosure } from '../enclosure.ts';
import { absolute, fraction, maximum, floor as wholePart } from '../exact.ts';
import { divideFloor, larger } from '../integer.ts';
import { isExact, negateReal, type Outcome, type Real, signOfReal, toEnclosure } from '../real.ts';
import { undefinedValue } from '../undefined.ts';

/** |x|. */
export const abs = (x: Real): Real => {
  if (isExact(x)) return absolute(x);
  const side = signOfReal(x);
  if (side !== undefined) return side < 0 ? negateReal(x) : x;
  const high = x.mid < 0n ? x.radius - x.mid : x.radius + x.mid;
  return between(0n, high, x.bits);
};

const largerEnds = (a: Enclosure, b: Enclosure): Enclosure =>
  between(larger(a.mid - a.radius, b.mid - b.radius), larger(a.mid + a.radius, b.mid + b.radius), a.bits);

/** The greater of two numbers; where the enclosures overlap, an enclosure of it. */
export const max = (a: Real, b: Real, bits: number): Real => {
  if (isExact(a) && isExact(b)) return maximum(a, b);
  return largerEnds(toEnclosure(a, bits), toEnclosure(b, bits));
};

/** The lesser of two numbers. */
export const min = (a: Real, b: Real, bits: number): Real => negateReal(max(negateReal(a), negateReal(b), bits));

/** ⌊x⌋, exact; `undecided` where an integer lies inside the enclosure. */
export const floor = (x: Real): Outcome => {
  if (isExact(x)) return fraction(wholePart(x));
  const unit = 1n << BigInt(x.bits);
  const [[low], [high]] = [divideFloor(x.mid - x.radius, unit), divideFloor(x.mid + x.radius, unit)];
  return low === high
    ? fraction(low)
    : undefinedValue('undecided', 'rounding a number that cannot be told from an integer');
};

/** ⌈x⌉ = −⌊−x⌋. */
export const ceil = (x: Real): Outcome => {
  const below = floor(negateReal(x));
  return below.kind === 'undefined' ? below : negateReal(below);
};
