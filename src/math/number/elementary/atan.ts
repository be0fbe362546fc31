import { type Enclosure, enclosure } from '../enclosure.ts';
import { absolute, compare, divide, one, sign } from '../exact.ts';
import { arctanFixed } from '../fixed/inverse-circular.ts';
import { workingBits } from '../fixed/precision.ts';
import { magnitude } from '../integer.ts';
import { divideReal, isExact, type Outcome, type Real, signOfReal, subtractReal, toEnclosure } from '../real.ts';
import { undefinedValue } from '../undefined.ts';
import { pi } from './constants.ts';

/** ±π/2. */
const quarterTurn = (side: 1 | -1, bits: number): Enclosure => {
  const { mid, radius } = pi(bits + 1);
  return enclosure(side < 0 ? -mid : mid, radius, bits + 2);
};

/** arctan t for |t| not much above 1. It changes no faster than t, so cutting the middle to 1 costs what it cuts. */
const nearAxis = (t: Real, bits: number): Enclosure => {
  const w = workingBits(bits);
  const { mid, radius } = toEnclosure(t, w);
  const full = 1n << BigInt(w);
  const size = magnitude(mid);
  const angle = arctanFixed(size > full ? full : size, full, w);
  const unsure = radius + (size > full ? size - full : 0n) + (1n << 40n);
  const drop = BigInt(w - bits);
  return enclosure((mid < 0n ? -angle : angle) >> drop, (unsure >> drop) + 2n, bits);
};

const isSteep = (t: Real): boolean =>
  isExact(t) ? compare(absolute(t), one) > 0 : magnitude(t.mid) > 1n << BigInt(t.bits);

/** arctan t, between −π/2 and π/2, to `bits` binary places. For |t| > 1: ±π/2 − arctan(1/t). */
export const atan = (t: Real, bits: number): Outcome => {
  if (isExact(t) && sign(t) === 0) return t;
  if (!isSteep(t)) return nearAxis(t, bits);
  const turned = isExact(t) ? divide(one, t) : divideReal(one, t, bits + 8);
  if (turned.kind === 'undefined') return turned;
  const side = isExact(t) ? sign(t) : t.mid < 0n ? -1 : 1;
  return subtractReal(quarterTurn(side < 0 ? -1 : 1, bits), nearAxis(turned, bits), bits);
};

/** The angle of the point (x, y), above −π and up to π; `domain` at the origin. */
export const atan2 = (y: Real, x: Real, bits: number): Outcome => {
  const [up, right] = [signOfReal(y), signOfReal(x)];
  if (right === 0 && up === 0) return undefinedValue('domain', 'the origin has no angle');
  if (right === 1) return atanOfQuotient(y, x, bits);
  if (up === 1 || up === -1) {
    const rest = atanOfQuotient(x, y, bits);
    return rest.kind === 'undefined' ? rest : subtractReal(quarterTurn(up, bits), rest, bits);
  }
  if (up === 0 && right === -1) return pi(bits);
  return undefinedValue('undecided', 'the angle of a point that cannot be told from the negative axis');
};

const atanOfQuotient = (over: Real, under: Real, bits: number): Outcome => {
  const t = divideReal(over, under, bits + 8);
  return t.kind === 'undefined' ? t : atan(t, bits);
};
