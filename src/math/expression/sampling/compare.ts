/** Two expressions evaluated side by side at sample points. */
import { fraction, multiply, scaled } from '../../number/exact.ts';
import { bitLength, magnitude } from '../../number/integer.ts';
import type { Real } from '../../number/real.ts';
import { type Compiled, compile } from '../compile.ts';
import type { Field } from '../evaluation/run.ts';
import { startRun } from '../evaluation/start.ts';
import { equalValues } from '../evaluation/statements.ts';
import { freeSymbols, type Name } from '../free-symbols.ts';
import { hashText } from '../modular/hash.ts';
import { nameText } from '../names.ts';
import type { Scope } from '../scope.ts';
import type { Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import type { Witness } from './comparison.ts';
import type { Point } from './points.ts';

/** Binary places at first, where that does not tell, and for a last look at values that seem equal. */
const precision = [256, 1_024, 2_048] as const;

/** Steps of work for one side at one point. */
const steps = 20_000;

/** How one point came out. */
export type Outcome =
  | { readonly kind: 'agree' }
  | { readonly kind: 'differ'; readonly witness: Witness }
  /** Defined on one side only. */
  | { readonly kind: 'left-only' | 'right-only'; readonly witness: Witness }
  | { readonly kind: 'nothing'; readonly reason: string };

export interface Pair {
  readonly at: (point: Point, isDeep: boolean) => Outcome;
}

const isOutside = (v: Value): boolean =>
  v.kind === 'undefined' && (v.cause === 'domain' || v.cause === 'division-by-zero' || v.cause === 'singular');

/** Beyond 2^512 the digits that are looked at say nothing of a difference of ordinary size: 10^22800 and one more. */
const largestTelling = 512;

/** Whether a number is known to 60 binary digits and is not too large for them to tell, or is known to be below 2^−100. */
const isSharp = (x: Real): boolean =>
  x.kind === 'exact' ||
  (bitLength(x.radius) + 60 <= bitLength(magnitude(x.mid)) && bitLength(magnitude(x.mid)) - x.bits <= largestTelling) ||
  bitLength(magnitude(x.mid) + x.radius) + 100 <= x.bits;

const isSharpValue = (v: Value): boolean => {
  switch (v.kind) {
    case 'exact':
    case 'enclosure':
      return isSharp(v);
    case 'complex':
      return isSharp(v.re) && isSharp(v.im);
    case 'vector':
      return v.items.every(isSharpValue);
    case 'matrix':
      return v.rows.flat().every(isSharpValue);
    default:
      return v.kind === 'truth';
  }
};

const compared = (left: Value, right: Value, point: Point): Outcome | undefined => {
  const witness = { point, left, right };
  if (isOutside(left) && isOutside(right)) return { kind: 'nothing', reason: 'both sides are undefined' };
  if (isOutside(left) && right.kind !== 'undefined') return { kind: 'right-only', witness };
  if (isOutside(right) && left.kind !== 'undefined') return { kind: 'left-only', witness };
  const truth = equalValues(left, right);
  if (truth.kind === 'truth') return truth.holds ? { kind: 'agree' } : { kind: 'differ', witness };
  const problem = [left, right].find((v) => v.kind === 'undefined');
  if (problem?.kind === 'undefined')
    return problem.cause === 'undecided' ? undefined : { kind: 'nothing', reason: problem.reason };
  return isSharpValue(left) && isSharpValue(right) ? { kind: 'agree' } : undefined;
};

/** In the complex field a point has imaginary parts too, drawn from its real ones. */
const valueAt = (point: Point, name: string, field: Field): Value | undefined => {
  const re = point.get(name);
  if (!re || field === 'real') return re;
  const im = multiply(scaled((hashText(`${name}${re.n}`) % 5_000_011n) - 2_500_000n, 6), fraction(1n));
  return { kind: 'complex', re, im };
};

/** Names such as the `a` of `a_k`, whose members `a_1`, `a_2` … only show when k has a value. */
const familiesIn = (parts: readonly Expression[]): ReadonlySet<string> =>
  new Set(
    parts.flatMap((part) =>
      freeSymbols(part).flatMap((name) =>
        name.kind === 'index' && name.base.kind === 'symbol' ? [name.base.name] : [],
      ),
    ),
  );

/** A member's value, drawn from its name and the point. */
const memberAt = (point: Point, name: Name, families: ReadonlySet<string>): Value | undefined => {
  if (name.kind !== 'index' || name.base.kind !== 'symbol' || !families.has(name.base.name)) return undefined;
  const seed = [...point.values()].map(({ n }) => n).join();
  return scaled((hashText(`${nameText(name)}|${seed}`) % 4_000_037n) - 2_000_000n, 6);
};

type Lookup = (point: Point, name: Name) => Value | undefined;

const pointScope = (point: Point, lookup: Lookup, around: Scope): Scope => ({
  value: (name, digits) => around.value(name, digits) ?? lookup(point, name),
  function: around.function,
});

/** Prepares two expressions for comparison at many points. */
export const pairOf = (a: Expression, b: Expression, scope: Scope, field: Field): Pair => {
  const [left, right] = [compile(a, scope.function), compile(b, scope.function)];
  const families = familiesIn([a, b]);
  const lookup: Lookup = (point, name) => valueAt(point, nameText(name), field) ?? memberAt(point, name, families);
  const value = (side: Compiled, point: Point, bits: number): Value =>
    side(startRun(pointScope(point, lookup, scope), bits, field, steps));
  const at = (point: Point, isDeep: boolean): Outcome => {
    for (const bits of isDeep ? [precision[2]] : precision) {
      const outcome = compared(value(left, point, bits), value(right, point, bits), point);
      if (outcome) return outcome;
    }
    return { kind: 'nothing', reason: 'too many digits are needed to tell the values apart' };
  };
  return { at };
};
