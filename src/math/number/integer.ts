/** What the number room needs of whole numbers and BigInt does not have. */

const smallTens: readonly bigint[] = Array.from({ length: 512 }, (_, k) => 10n ** BigInt(k));
let lastTen: readonly [number, bigint] = [0, 1n];

/** 10^k for k ≥ 0; small powers are tabled and the last large one is kept. */
export const tenTo = (k: number): bigint => {
  const small = smallTens[k];
  if (small !== undefined) return small;
  if (lastTen[0] !== k) lastTen = [k, 10n ** BigInt(k)];
  return lastTen[1];
};

/** |a|. */
export const magnitude = (a: bigint): bigint => (a < 0n ? -a : a);

/** Digits of a hexadecimal text count four each, but for leading zero bits of the first. */
const lengthByText = (a: bigint): number => {
  const hex = magnitude(a).toString(16);
  return 4 * (hex.length - 1) + 32 - Math.clz32(Number.parseInt(hex.charAt(0), 16));
};

const [double, words] = ((buffer) => [new Float64Array(buffer), new BigUint64Array(buffer)] as const)(
  new ArrayBuffer(8),
);

const largestDouble = 1n << 1000n;
const lowestDouble = -largestDouble;

/**
 * How many binary digits |a| has; 0 for zero. The exponent of the double next to a tells, unless rounding may have
 * reached the next power of two: then the double is a power of two.
 */
export const bitLength = (a: bigint): number => {
  if (a === 0n) return 0;
  if (a >= largestDouble || a <= lowestDouble) return lengthByText(a);
  double[0] = Math.abs(Number(a));
  const bits = words[0] as bigint;
  return BigInt.asUintN(52, bits) === 0n ? lengthByText(a) : Number(bits >> 52n) - 1022;
};

const safe = BigInt(Number.MAX_SAFE_INTEGER);

const gcdOfDoubles = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

/** The cofactors of several steps of Euclid: (x, y) → (a x + b y, c x + d y). */
interface Cofactors {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * Steps of Euclid on the leading 52 bits of x and y, as far as they are the steps of x and y themselves: the quotients
 * at both ends of what the cut bits may add agree (Lehmer; Knuth 4.5.2, algorithm L). About 26 bits are gained.
 */
const leadingSteps = (x: number, y: number): Cofactors => {
  let [high, low] = [x, y];
  let [a, b, c, d] = [1, 0, 0, 1];
  while (low + c !== 0 && low + d !== 0) {
    const q = Math.floor((high + a) / (low + c));
    if (q !== Math.floor((high + b) / (low + d))) break;
    [a, c] = [c, a - q * c];
    [b, d] = [d, b - q * d];
    [high, low] = [low, high - q * low];
  }
  return { a, b, c, d };
};

/** The greatest common divisor, never negative; gcd(0, b) = |b|. Lehmer's, then Euclid's algorithm in doubles. */
export const gcd = (p: bigint, q: bigint): bigint => {
  let [x, y] = [magnitude(p), magnitude(q)];
  if (x < y) [x, y] = [y, x];
  while (y > safe) {
    const cut = BigInt(Math.max(0, bitLength(x) - 52));
    const { a, b, c, d } = leadingSteps(Number(x >> cut), Number(y >> cut));
    if (b === 0) [x, y] = [y, x % y];
    else [x, y] = [BigInt(a) * x + BigInt(b) * y, BigInt(c) * x + BigInt(d) * y];
  }
  if (y === 0n) return x;
  return BigInt(gcdOfDoubles(Number(y), Number(x % y)));
};

/** ⌊√a⌋ for a ≥ 0: Newton's iteration from the root of the upper half. Throws a RangeError below zero. */
export const integerRoot = (a: bigint): bigint => {
  if (a < 0n) throw new RangeError('square root of a negative integer');
  return a <= safe ? smallRoot(a) : largeRoot(a, bitLength(a));
};

/** A double root of an integer below 2^53 is off by less than one. */
const smallRoot = (a: bigint): bigint => {
  const root = BigInt(Math.floor(Math.sqrt(Number(a))));
  if (root * root > a) return root - 1n;
  return (root + 1n) * (root + 1n) <= a ? root + 1n : root;
};

/** From above, Newton falls to ⌊√a⌋ and then stops falling; the start is right to half the root's bits. */
const largeRoot = (a: bigint, bits: number): bigint => {
  const drop = (bits >> 2) & ~1;
  let root = (integerRoot(a >> BigInt(2 * drop)) + 1n) << BigInt(drop);
  for (let next = (root + a / root) >> 1n; next < root; next = (root + a / root) >> 1n) root = next;
  return root;
};

/** ⌊a/b⌋ and the rest 0 ≤ r < b, for b > 0. */
export const divideFloor = (a: bigint, b: bigint): readonly [bigint, bigint] => {
  const quotient = a / b;
  const rest = a - quotient * b;
  return rest < 0n ? [quotient - 1n, rest + b] : [quotient, rest];
};

/** The greater of two integers. */
export const larger = (a: bigint, b: bigint): bigint => {
  if (a < b) return b;
  return a;
};
