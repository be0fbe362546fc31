/**
 * A step computed with rounded numbers: `x_2 = 1.5217 - f(1.5217)/f'(1.5217)` where x_1 is 1.52174 and was written as
 * 1.5217. Both sides differ, and nothing is false: what the decimals on the way hide may be the difference.
 */
import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { freeSymbols, nodes } from '../math/expression/walk.ts';
import { type WrittenNumber, writtenNumber } from '../math/expression/written-number.ts';
import { bitsFor } from '../math/number/budget.ts';
import { type Exact, toText, zero } from '../math/number/exact.ts';
import { addReal, compareReal, type Real } from '../math/number/real.ts';
import type { World } from '../model/world.ts';
import { distance, moved, realsOf, widened } from './carry/moved.ts';
import type { Stated } from './carry/stated.ts';
import { halfUnit } from './tolerances/slips.ts';

const digits = 20;
const bits = bitsFor(digits);

/** Decimals of a step that may be moved; each takes an evaluation. */
const mostDecimals = 24;

/** Fewer figures are more often a number in its own right than one that was rounded. */
const fewestFigures = 3;

/** The same within a step of arithmetic, where terms are rounded one by one: `1 - 0.25/2 + 0.0625/24 = 1 - 0.125 + 0.0026`. */
const fewestInTerms = 2;

/** A side of a step. */
export interface StepSide {
  readonly expression: Expression;
  readonly value: () => Value;
}

const numbersOf = (e: Expression): readonly WrittenNumber[] => {
  const found: WrittenNumber[] = [];
  for (const node of nodes(e)) {
    const written = node.kind === 'number' ? writtenNumber(node) : undefined;
    if (written) found.push(written);
  }
  return found;
};

const givenNumbers = new WeakMap<World['definitions'], ReadonlySet<string>>();

/** The numbers that the assignment itself is written in: those are what they say. */
const givenIn = ({ definitions }: World): ReadonlySet<string> => {
  const known =
    givenNumbers.get(definitions) ??
    new Set(definitions.flatMap(({ right }) => numbersOf(right).map(({ value }) => toText(value))));
  givenNumbers.set(definitions, known);
  return known;
};

/** Numbers the student wrote down before, by whether the definitions make them exactly that. */
interface Known {
  readonly exact: ReadonlySet<string>;
  readonly rounded: ReadonlySet<string>;
}

const knownBefore = (before: readonly Stated[], world: World): Known => {
  const [exact, rounded] = [new Set(givenIn(world)), new Set<string>()];
  for (const { kind, quantity, value } of before) {
    const right = kind === 'value' ? world.answer(quantity, digits) : undefined;
    const reals = right?.kind === 'value' ? realsOf(right.value) : undefined;
    for (const [i, written] of numbersOf(value).entries()) {
      const same = reals?.some((real) => real.kind === 'exact' && toText(real) === toText(written.value));
      (same ? exact : rounded).add(toText(written.value));
      if (i >= mostDecimals) break;
    }
  }
  return { exact, rounded };
};

const isClosed = (e: Expression): boolean => freeSymbols(e).length === 0;

/** How many figures show that a decimal is somebody's rounding; no number of them where a plain number is claimed. */
const figuresOfRounding = (left: Expression, right: Expression): number => {
  if (!isClosed(left) || !isClosed(right)) return fewestFigures;
  return numbersIn(left) || numbersIn(right) ? Number.POSITIVE_INFINITY : fewestInTerms;
};

/**
 * Which decimals of a step may hide further digits: those written down before as the value of something that has more,
 * and where a name stands on a side, or none of them is a plain number, all that show enough figures to be somebody's
 * rounding.
 */
const mayHide = (known: Known, fewest: number): ((written: WrittenNumber) => boolean) => {
  return ({ value, figures }) => {
    const text = toText(value);
    if (known.exact.has(text)) return false;
    return known.rounded.has(text) || figures.min >= fewest;
  };
};

/** How far each number of a side may be off: half of its last place where it is a number, else by what it is made of. */
const spreadOf = (
  { expression, value }: StepSide,
  scope: Scope,
  may: (written: WrittenNumber) => boolean,
): readonly Real[] | undefined => {
  const middle = realsOf(value());
  if (!middle) return undefined;
  const written = numbersIn(expression);
  if (written) return written.length === middle.length ? written.map(({ decimals }) => halfUnit(decimals)) : undefined;
  const others = moved(expression, may);
  if (others.length > mostDecimals) return undefined;
  return others.reduce<readonly Real[] | undefined>(
    (spread, other) => {
      const there = realsOf(evaluate(other, scope, digits));
      return spread && there?.length === middle.length ? widened(spread, there, middle, bits) : undefined;
    },
    middle.map(() => zero as Exact),
  );
};

/** `3.185`, `(3.185, -0.0975)`: the decimals themselves. */
const numbersIn = (e: Expression): readonly WrittenNumber[] | undefined => {
  const one = writtenNumber(e);
  if (one) return one.isDecimal ? [one] : undefined;
  const parts = e.kind === 'list' ? e.items.map(numbersIn) : e.kind === 'matrix' ? e.rows.flat().map(numbersIn) : [];
  return parts.length > 0 && parts.every((part) => part !== undefined) ? parts.flat() : undefined;
};

/** Whether the digits that a step's decimals hide may make up for its difference. */
export const mayBeRounded = (
  left: StepSide,
  right: StepSide,
  scope: Scope,
  before: readonly Stated[],
  world: World,
): boolean => {
  const may = mayHide(knownBefore(before, world), figuresOfRounding(left.expression, right.expression));
  const [a, b] = [realsOf(left.value()), realsOf(right.value())];
  const [wide, high] = [spreadOf(left, scope, may), spreadOf(right, scope, may)];
  if (!a || !b || !wide || !high || a.length !== b.length) return false;
  return a.every((one, i) => {
    const order = compareReal(distance(one, b[i] ?? one, bits), addReal(wide[i] ?? zero, high[i] ?? zero, bits));
    return order === undefined || order <= 0;
  });
};
