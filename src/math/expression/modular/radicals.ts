/** Square roots of residues: of rational numbers consistently, of anything else up to a sign that is tried both ways. */
import { integerRoot } from '../../number/integer.ts';
import { type Field, modulo, rootModulo } from './tower.ts';

/** The signs of the roots that were met, by the text of what is under them. */
export interface Signs {
  readonly order: string[];
  /** The signs to take, a bit each. */
  readonly bits: number;
}

const smallPrimes = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n];

/** n = square² · squareFree, as far as trial division and a last test for a square see. */
const squarePart = (
  n: bigint,
): { readonly root: bigint; readonly primes: readonly bigint[]; readonly rest: bigint } => {
  let [rest, root] = [n, 1n];
  const primes: bigint[] = [];
  for (const prime of smallPrimes) {
    for (; rest % (prime * prime) === 0n; rest /= prime * prime) root *= prime;
    if (rest % prime === 0n) {
      rest /= prime;
      primes.push(prime);
    }
  }
  const whole = integerRoot(rest);
  return whole * whole === rest ? { root: root * whole, primes, rest: 1n } : { root, primes, rest };
};

/** The root of a canonical sign: the smaller of ±r. */
const canonical = (root: bigint, p: bigint): bigint => (root > p - root ? p - root : root);

const signOf = (key: string, signs: Signs): bigint => {
  const found = signs.order.indexOf(key);
  const place = found >= 0 ? found : signs.order.push(key) - 1;
  return (signs.bits >> place) & 1 ? -1n : 1n;
};

/** ±r for the r with r² = a: √a and |r| have the same unknown sign. */
export const signedRoot = (root: bigint, level: number, { p }: Field, signs: Signs): bigint => {
  const size = canonical(modulo(root, p), p);
  return modulo(size * signOf(`${level}:${size}`, signs), p);
};

/** √a for any residue; undefined where there is none at this point. */
export const rootOf = (a: bigint, level: number, field: Field, signs: Signs): bigint | undefined => {
  const root = rootModulo(a, field);
  return root === undefined ? undefined : signedRoot(root, level, field, signs);
};

/** √n for a whole number: √2·√3 is √6. Of a negative number, i times the root of its size. */
export const rootOfInteger = (n: bigint, level: number, field: Field, signs: Signs): bigint | undefined => {
  if (n === 0n) return 0n;
  const { root, primes, rest } = squarePart(n < 0n ? -n : n);
  const parts = primes.map((prime) => rootModulo(prime, field));
  const last = rest === 1n ? 1n : rootOf(rest, level, field, signs);
  if (last === undefined || parts.includes(undefined)) return undefined;
  const size = parts.reduce<bigint>((all, part) => (all * (part ?? 0n)) % field.p, (root * last) % field.p);
  return modulo(n < 0n ? size * field.i : size, field.p);
};
