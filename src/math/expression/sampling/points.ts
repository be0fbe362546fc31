/** Where two expressions are compared: deterministic points of both signs and all sizes, drawn from their content. */
import { add, compare, type Exact, exact, fraction, multiply, negate, scaled, subtract } from '../../number/exact.ts';
import { hashText } from '../modular/hash.ts';
import { literalValue } from '../modular/rational-parts.ts';
import { nameText } from '../names.ts';
import type { Expression } from '../tree.ts';
import { freeSymbols, nodes } from '../walk.ts';

/** Where a name may lie; ends are included, and absent where there are none. */
export interface Domain {
  readonly low?: Exact;
  readonly high?: Exact;
  readonly integer?: boolean;
}

export type Point = ReadonlyMap<string, Exact>;

/** What a name is used for decides which points make sense for it. */
interface Role {
  readonly name: string;
  /** It counts something: the end of a Σ, an index, the argument of a factorial, the exponent of −1. */
  readonly counts: boolean;
  /** It stands in an exponent. */
  readonly raises: boolean;
  readonly domain: Domain;
}

const counting: ReadonlySet<string> = new Set(['factorial', 'binomial']);

const namesOf = (parts: readonly (Expression | undefined)[]): readonly string[] =>
  parts.flatMap((part) => (part ? freeSymbols(part).map(nameText) : []));

const isNegative = (e: Expression): boolean => (literalValue(e)?.n ?? 0n) < 0n;

const countedBy = (node: Expression): readonly string[] => {
  if (node.kind === 'big') return namesOf([node.from, node.to, node.condition]);
  if (node.kind === 'index') return namesOf(node.indices);
  if (node.kind === 'power' && isNegative(node.base)) return namesOf([node.exponent]);
  const isCounting = node.kind === 'apply' && node.operator.kind === 'symbol' && counting.has(node.operator.name);
  return isCounting ? namesOf(node.arguments) : [];
};

const namesBy = (
  expressions: readonly Expression[],
  named: (node: Expression) => readonly string[],
): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const e of expressions) for (const node of nodes(e)) for (const name of named(node)) found.add(name);
  return found;
};

/** The roles of the names of both sides. */
export const rolesOf = (
  expressions: readonly Expression[],
  names: readonly string[],
  domains: Readonly<Record<string, Domain>>,
): readonly Role[] => {
  const counted = namesBy(expressions, countedBy);
  const raised = namesBy(expressions, (node) => (node.kind === 'power' ? namesOf([node.exponent]) : []));
  return names.map((name) => ({
    name,
    counts: counted.has(name) || domains[name]?.integer === true,
    raises: raised.has(name),
    domain: domains[name] ?? {},
  }));
};

/** A number in [0, 1) with six decimals, never round. */
const share = (draw: bigint): Exact => scaled((draw % 999_983n) + 7n, 6);

const smallOnes = ['2', '-2', '0.5', '3', '-1', '-3', '1.5', '-0.5', '4', '1', '-1.5', '-4'].map((text) => exact(text));

/** Ways to draw a number: each point uses the next, and mixes them over the names. */
const draws: readonly ((draw: bigint) => Exact)[] = [
  (draw) => add(multiply(share(draw), exact('2.7')), exact('0.2')),
  (draw) => negate(add(multiply(share(draw), exact('2.9')), exact('0.1'))),
  (draw) => subtract(multiply(share(draw), exact(16)), exact(8)),
  (draw) => smallOne(draw),
  (draw) => multiply(share(draw), exact('0.003')),
  (draw) => subtract(multiply(share(draw), exact(240)), exact(120)),
  (draw) => add(multiply(share(draw), exact('0.9')), exact('0.05')),
  (draw) => negate(multiply(share(draw), exact('0.02'))),
  (draw) => multiply(subtract(share(draw), exact('0.5')), exact(400_000)),
];

/** Every second point or so takes all names from one way to draw, the others mix them. */
const pool = (k: number, j: number, draw: bigint): ((draw: bigint) => Exact) => {
  const chosen = k % 3 === 2 ? Number((draw >> 32n) % BigInt(draws.length)) : k + (k % 2 === 1 ? j : 0);
  return draws[chosen % draws.length] as (draw: bigint) => Exact;
};

const inside = (value: Exact, { low, high }: Domain, draw: bigint): Exact => {
  if (low && high) return add(low, multiply(share(draw), subtract(high, low)));
  const isBelow = low && compare(value, low) < 0;
  const isAbove = high && compare(value, high) > 0;
  // Mirrored at the end it lies beyond.
  if (isBelow) return subtract(add(low, low), value);
  return isAbove ? subtract(add(high, high), value) : value;
};

/** 1, 2, 3 …, or from the domain's lower end. */
const whole = (k: number, draw: bigint, { low, high }: Domain): Exact => {
  const value = add(low ?? fraction(1n), fraction(draw % BigInt(3 + (k % 10))));
  return high && compare(value, high) > 0 ? high : value;
};

const smallOne = (draw: bigint): Exact => smallOnes[Number(draw % BigInt(smallOnes.length))] ?? fraction(2n);

/** A negative base and small exponents: there (a^b)^c and a^(bc) part, as do x and (x²)^(1/2). */
const atPowers = (raises: boolean, draw: bigint): Exact =>
  raises ? smallOne(draw) : negate(add(multiply(share(draw), exact('2.5')), exact('0.3')));

/** Literals of the expressions: where a case distinction such as max(x, −1000) may have its corner. */
const landmarks = (expressions: readonly Expression[]): readonly Exact[] => {
  const found = new Map<string, Exact>();
  for (const e of expressions)
    for (const node of nodes(e)) {
      const value = node.kind === 'number' ? literalValue(node) : undefined;
      if (value && value.n !== 0n && found.size < 12) found.set(node.kind === 'number' ? node.text : '', value);
    }
  return [...found.values()];
};

/** Points on both sides of a landmark and of its negative. */
const aroundLandmark = (landmark: Exact, k: number, draw: bigint): Exact => {
  const factor = add(k % 2 === 0 ? exact('1.01') : exact('0.7'), multiply(share(draw), exact('0.25')));
  const value = multiply(landmark, factor);
  return k % 4 < 2 ? value : negate(value);
};

/** Points without end: the same for the same seed. */
export function* samplePoints(
  roles: readonly Role[],
  expressions: readonly Expression[],
  seed: string,
): Generator<Point> {
  const marks = landmarks(expressions);
  const hasPowers = roles.some(({ raises }) => raises);
  for (let k = 0; ; k += 1) {
    const point = new Map<string, Exact>();
    roles.forEach(({ name, counts, raises, domain }, j) => {
      const draw = hashText(`${seed}|${k}|${name}`);
      const mark = marks[Number(draw % BigInt(Math.max(1, marks.length)))];
      const free =
        hasPowers && k % 2 === 1
          ? atPowers(raises, draw)
          : k % 5 === 4 && mark
            ? aroundLandmark(mark, Math.floor(k / 5) + j, draw)
            : pool(k, j, draw)(draw);
      point.set(name, counts ? whole(k, draw, domain) : inside(free, domain, draw));
    });
    yield point;
  }
}
