/** e^u, logarithms, and the functions made of exponentials, as residues. */
import {
  add,
  denominator,
  type Exact,
  floor,
  fraction,
  isInteger,
  multiply,
  numerator,
  sign,
  subtract,
} from '../../number/exact.ts';
import { product } from '../build.ts';
import type { Expression } from '../tree.ts';
import { exactNumber } from './exact-parts.ts';
import { residueOf } from './hash.ts';
import { rootOf, rootOfInteger } from './radicals.ts';
import { literalValue, type Multiple, multiplesOf } from './rational-parts.ts';
import {
  addResidues,
  inverseOf,
  isNumber,
  negativeOf,
  type Place,
  placeAt,
  productOf,
  quotientOf,
  type Residue,
  residueText,
  sumOf,
} from './residues.ts';
import { powerModulo } from './tower.ts';

/** The residue of a node at a place; given by the walk that uses these rules. */
export type ResidueAt = (e: Expression, place: Place) => Residue;

/** A residue for what no rule knows: the same for the same name and the same residues of its parts. */
export const opaque = (name: string, parts: readonly Residue[], { point, level, field }: Place): Residue =>
  parts.includes(undefined)
    ? undefined
    : residueOf(`${point.seed}|${level}|${name}|${parts.map(residueText).join('|')}`, field.p);

export const powerOf = (base: Residue, k: bigint, place: Place): Residue => {
  if (!isNumber(base) || (base === 0n && k <= 0n)) return undefined;
  const size = powerModulo(base, k < 0n ? -k : k, place.field.p);
  return k < 0n ? inverseOf(size, place) : size;
};

/** e^r for a residue r of the field below. */
const exponentialOf = (r: Residue, place: Place): Residue =>
  isNumber(r) ? powerModulo(place.field.g, r, place.field.p) : undefined;

const below = (place: Place): Place | undefined =>
  place.level > 0 ? placeAt(place.point, place.level - 1) : undefined;

const largestPrime = 10_000n;

/** Prime factors with how often they occur; what trial division leaves counts as one. */
const factorsOf = (n: bigint): readonly (readonly [bigint, bigint])[] => {
  const found: [bigint, bigint][] = [];
  let rest = n;
  for (let prime = 2n; prime * prime <= rest && prime <= largestPrime; prime += prime === 2n ? 1n : 2n) {
    let times = 0n;
    for (; rest % prime === 0n; rest /= prime) times += 1n;
    if (times > 0n) found.push([prime, times]);
  }
  return rest > 1n ? [...found, [rest, 1n]] : found;
};

/** ln n = Σ k ln p over the prime factors. */
const logOfWhole = (n: bigint, place: Place): Residue =>
  factorsOf(n).reduce<Residue>(
    (total, [prime, times]) =>
      addResidues(total, productOf(opaque('ln', [prime], place), times % place.field.p, place), place),
    0n,
  );

const logOfExact = (value: Exact, place: Place): Residue =>
  addResidues(logOfWhole(numerator(value), place), negativeOf(logOfWhole(denominator(value), place), place), place);

const isEuler = (e: Expression): boolean => e.kind === 'symbol' && e.name === 'e';

/** The exponent of `e^w` and `exp w`. */
const exponentIn = (e: Expression): Expression | undefined => {
  if (e.kind === 'power' && isEuler(e.base)) return e.exponent;
  return e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'exp' ? e.arguments[0] : undefined;
};

const logArgument = (e: Expression): Expression | undefined => {
  const isLog = e.kind === 'apply' && e.operator.kind === 'symbol' && ['ln', 'log'].includes(e.operator.name);
  return isLog && e.arguments.length === 1 ? e.arguments[0] : undefined;
};

/** ln u: ln e^w is w, ln of a rational comes from its primes, anything else is opaque. */
export const logarithm = (u: Expression, place: Place, residue: ResidueAt): Residue => {
  if (isEuler(u)) return 1n;
  const exponent = exponentIn(u);
  if (exponent) return residue(exponent, place);
  const value = literalValue(u);
  if (value && sign(value) > 0) return logOfExact(value, place);
  if (u.kind === 'power' && isPositive(u.base))
    return productOf(residue(u.exponent, place), logarithm(u.base, place, residue), place);
  return opaque('ln', [residue(u, place)], place);
};

/** Positive whatever the names in it are: a literal, or a constant. */
const isPositive = (e: Expression): boolean => {
  const value = literalValue(e);
  if (value) return sign(value) > 0;
  return isEuler(e) || (e.kind === 'symbol' && e.name === 'π');
};

/** v^c for a rational c with denominator 1 or 2. */
const rationalPower = (v: Residue, c: Exact, place: Place): Residue => {
  if (isInteger(c)) return powerOf(v, numerator(c), place);
  if (denominator(c) !== 2n || !isNumber(v)) return undefined;
  const root = rootOf(v, place.level, place.field, place.point.signs);
  return root === undefined ? undefined : powerOf(root, numerator(c), place);
};

/** e^u: sums become products, e^(c ln v) is v^c, what is left goes down a field. */
export const exponential = (u: Expression, place: Place, residue: ResidueAt): Residue => {
  const under = below(place);
  return multiplesOf(u).reduce<Residue>((total, part) => {
    const { coefficient, rest } = part;
    const of = rest && logArgument(rest);
    if (of && (isInteger(coefficient) || denominator(coefficient) === 2n))
      return productOf(total, rationalPower(residue(of, place), coefficient, place), place);
    const term = termOf(part);
    const factor = under ? exponentialOf(residue(term, under), place) : opaque('exp', [residue(term, place)], place);
    return productOf(total, factor, place);
  }, 1n);
};

const termOf = ({ coefficient, rest }: Multiple): Expression =>
  rest ? product([exactNumber(coefficient), rest]) : exactNumber(coefficient);

/** cos(kπ/12) + i sin(kπ/12) from √2, √3 and i: the powers of e^(iπ/12) = ((√6 + √2) + i(√6 − √2))/4. */
const rootOfUnity = (k: bigint, place: Place): Residue => {
  const { field, level, point } = place;
  const [two, six] = [2n, 6n].map((n) => rootOfInteger(n, level, field, point.signs));
  if (two === undefined || six === undefined) return undefined;
  const step = quotientOf(six + two + field.i * (field.p + six - two), 4n, place);
  const turns = ((k % 24n) + 24n) % 24n;
  return turns === 0n ? 1n : powerOf(isNumber(step) ? step % field.p : undefined, turns, place);
};

/** e^(iu), with multiples of π/12 split off. */
export const turn = (u: Expression, place: Place, residue: ResidueAt): Residue => {
  const under = below(place);
  return multiplesOf(u).reduce<Residue>((total, part) => {
    const { coefficient, rest } = part;
    const twelfths = multiply(coefficient, fraction(12n));
    if (rest?.kind === 'symbol' && rest.name === 'π' && isInteger(twelfths))
      return productOf(total, rootOfUnity(numerator(twelfths), place), place);
    const term = termOf(part);
    if (!under) return productOf(total, opaqueTurn(term, place, residue), place);
    const angle = productOf(under.field.i, residue(term, under), under);
    return productOf(total, exponentialOf(angle, place), place);
  }, 1n);
};

/** Below the last field there is no e^(iu) with e^(−iu) its inverse for all u: take one of ±u for both. */
const opaqueTurn = (u: Expression, place: Place, residue: ResidueAt): Residue => {
  const r = residue(u, place);
  if (!isNumber(r)) return undefined;
  const isUpper = r > place.field.p - r;
  const value = opaque('turn', [isUpper ? place.field.p - r : r], place);
  return isUpper ? inverseOf(value, place) : value;
};

/** ⌊c⌋ and c − ⌊c⌋. */
const split = (c: Exact): readonly [bigint, Exact] => {
  const whole = floor(c);
  return [whole, subtract(c, fraction(whole))];
};

/** a^b = a^⌊c⌋ e^((b − ⌊c⌋) ln a) for the constant part c of b, so that 2^(x+1) is 2·2^x. */
export const generalPower = (base: Expression, exponent: Expression, place: Place, residue: ResidueAt): Residue => {
  const parts = multiplesOf(exponent);
  const [whole, left] = split(constantPart(parts));
  const names = parts.filter(({ rest }) => rest !== undefined);
  const moving = left.n === 0n ? names : [...names, { coefficient: left }];
  const fixed = whole === 0n ? 1n : powerOf(residue(base, place), whole, place);
  const under = below(place) ?? place;
  const power = moving.reduce<Residue>((sum, part) => sumOf(sum, residue(termOf(part), under), under), 0n);
  if (under === place) return productOf(fixed, opaque('power', [residue(base, place), power], place), place);
  const rate = logarithm(base, under, residue);
  return productOf(fixed, exponentialOf(productOf(power, rate, under), place), place);
};

/** The sum of the terms that are numbers. */
export const constantPart = (parts: readonly Multiple[]): Exact =>
  parts.reduce<Exact>((sum, { coefficient, rest }) => (rest ? sum : add(sum, coefficient)), fraction(0n));
