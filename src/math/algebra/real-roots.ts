import {
  add,
  denominator,
  type Exact,
  equals,
  fraction,
  multiply,
  negate,
  numerator,
  subtract,
} from '../number/exact.ts';
import {
  degree,
  derivativeOf,
  type IntegerPolynomial,
  leading,
  primitivePart,
  scalePolynomial,
  subtractPolynomials,
} from './integer-polynomial.ts';

/** An interval with exactly one root: the root itself where the ends are equal, else strictly between them. */
export interface RootInterval {
  readonly low: Exact;
  readonly high: Exact;
}

const signOf = (n: bigint): -1 | 0 | 1 => (n < 0n ? -1 : n > 0n ? 1 : 0);

/** The sign of f(a/b), from Σ c_k a^k b^(n−k). */
export const signAt = (f: IntegerPolynomial, x: Exact): -1 | 0 | 1 => {
  const [a, b] = [numerator(x), denominator(x)];
  let [value, scale] = [0n, 1n];
  for (let k = f.length - 1; k >= 0; k -= 1) {
    value = value * a + (f[k] ?? 0n) * scale;
    scale *= b;
  }
  return signOf(value);
};

/** −(f mod g), times a positive number. */
const negatedRemainder = (f: IntegerPolynomial, g: IntegerPolynomial): IntegerPolynomial => {
  let rest = f;
  while (rest.length >= g.length && rest.length > 0) {
    const shift = new Array<bigint>(rest.length - g.length).fill(0n);
    const scaled = scalePolynomial(g, leading(rest) * leading(g));
    rest = subtractPolynomials(scalePolynomial(rest, leading(g) * leading(g)), [...shift, ...scaled]);
  }
  const reduced = primitivePart(rest);
  return leading(rest) < 0n ? reduced : scalePolynomial(reduced, -1n);
};

const sturmChain = (f: IntegerPolynomial): readonly IntegerPolynomial[] => {
  const chain = [f, derivativeOf(f)];
  for (;;) {
    const [a, b] = [chain.at(-2) ?? [], chain.at(-1) ?? []];
    if (degree(b) <= 0) return chain;
    chain.push(negatedRemainder(a, b));
  }
};

const variations = (chain: readonly IntegerPolynomial[], x: Exact): number => {
  const signs = chain.map((f) => signAt(f, x)).filter((sign) => sign !== 0);
  return signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length;
};

/** Every root is less than this in absolute value (Cauchy). */
const rootBound = (f: IntegerPolynomial): Exact => {
  const lead = leading(f) < 0n ? -leading(f) : leading(f);
  let largest = 0n;
  for (const c of f) if (c > largest || -c > largest) largest = c < 0n ? -c : c;
  return fraction(largest / lead + 2n);
};

const half = fraction(1n, 2n);

/** Bisections before the roots are given up as too close to each other. */
const LIMITS = { bisections: 4_000 } as const;

/** Ends left and right of a root with no other root between them, and none at them. */
const around = (chain: readonly IntegerPolynomial[], root: Exact, width: Exact): RootInterval => {
  const [f = []] = chain;
  for (let reach = width; ; reach = multiply(reach, half)) {
    const [low, high] = [subtract(root, reach), add(root, reach)];
    if (signAt(f, low) !== 0 && signAt(f, high) !== 0 && variations(chain, low) - variations(chain, high) === 1)
      return { low, high };
  }
};

/**
 * The real roots of a polynomial without repeated factors, in ascending order, told apart by Sturm's theorem.
 * No end of an interval is a root, unless the interval is that root. `undefined` where roots are too close.
 */
export const realRoots = (f: IntegerPolynomial): readonly RootInterval[] | undefined => {
  if (degree(f) < 1) return [];
  const chain = sturmChain(f);
  const bound = rootBound(f);
  const found: RootInterval[] = [];
  const open: RootInterval[] = [{ low: negate(bound), high: bound }];
  let steps = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { low, high } = next;
    const count = equals(low, high) ? 1 : variations(chain, low) - variations(chain, high);
    if (count === 1) found.push(next);
    if (count <= 1) continue;
    steps += 1;
    if (steps > LIMITS.bisections) return undefined;
    open.push(...halves(chain, next));
  }
  return found;
};

/** The parts of an interval, the right one first; a root in the middle is a part of its own. */
const halves = (chain: readonly IntegerPolynomial[], { low, high }: RootInterval): readonly RootInterval[] => {
  const at = multiply(add(low, high), half);
  if (signAt(chain[0] ?? [], at) !== 0)
    return [
      { low: at, high },
      { low, high: at },
    ];
  const beside = around(chain, at, multiply(subtract(high, low), fraction(1n, 4n)));
  return [
    { low: beside.high, high },
    { low: at, high: at },
    { low, high: beside.low },
  ];
};
