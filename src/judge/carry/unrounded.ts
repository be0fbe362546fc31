import type { Expression } from '../../math/expression/tree.ts';
import { children } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { bitsFor } from '../../math/number/budget.ts';
import { type Exact, exact, multiply, zero } from '../../math/number/exact.ts';
import { compareReal, multiplyReal, type Real, subtractReal } from '../../math/number/real.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import { absoluteReal } from '../tolerances/quantity.ts';
import { halfUnit } from '../tolerances/slips.ts';
import { distance, moved, realsOf, widened } from './moved.ts';
import { assuming } from './own-values.ts';
import type { Stated } from './stated.ts';

const digits = 20;
const bits = bitsFor(digits);

/** Numbers that may be moved at once; each takes a world of its own. */
const mostNumbers = 12;

const numbersIn = (claimed: Expression): readonly { readonly value: Exact; readonly decimals: number }[] => {
  const written = writtenNumber(claimed);
  return written ? [written] : children(claimed).flatMap(numbersIn);
};

const realsIn = (target: Expression, world: World): readonly Real[] | undefined => {
  const answer = world.answer(target, digits);
  return answer.kind === 'value' ? realsOf(answer.value) : undefined;
};

/** How far the answer moves when the values it is computed from move within the digits they show. */
const spreadOf = (
  target: Expression,
  world: World,
  values: readonly Stated[],
  middle: readonly Real[],
): readonly Real[] | undefined => {
  const shifts = values.flatMap((one) => moved(one.value).map((value) => [one, { ...one, value }] as const));
  if (shifts.length === 0 || shifts.length > mostNumbers) return undefined;
  let spread: readonly Real[] = middle.map(() => zero);
  for (const [before, after] of shifts) {
    const there = realsIn(
      target,
      assuming(
        world,
        values.map((one) => (one === before ? after : one)),
      ),
    );
    if (there?.length !== middle.length) return undefined;
    spread = widened(spread, there, middle, bits);
  }
  return spread;
};

const atMost = (a: Real, b: Real): boolean => {
  const order = compareReal(a, b);
  return order !== undefined && order <= 0;
};

const showsEnough = (decimals: number, rule: ToleranceRule): boolean =>
  rule.kind === 'shown' && decimals >= (rule.decimals ?? 0) && rule.sigfigs === undefined;

/**
 * The widest band of answers that explains anything: a last digit of the answer's own, or so narrow against the
 * answer's size or its distance from the right one that none is in it by chance.
 */
const widest = (decimals: number, middle: Real, right: Real): readonly Real[] => [
  multiply(exact(2), halfUnit(decimals)),
  multiplyReal(absoluteReal(middle), exact('0.0001'), bits),
  multiplyReal(absoluteReal(subtractReal(middle, right, bits)), exact('0.01'), bits),
];

/**
 * Whether an answer follows from values that were shown rounded and used with all their digits: `0.4398` from
 * `0.7414·0.59327` where 0.7414 may be anything from 0.74135 to 0.74145. Only where what is hidden moves the answer by
 * no more than its own last digit, or by little: a coarse value explains nothing.
 */
export const followsUnrounded = (
  claimed: Expression,
  target: Expression,
  world: World,
  values: readonly Stated[],
  rule: ToleranceRule,
): boolean => {
  const numbers = numbersIn(claimed);
  if (!numbers.every(({ decimals }) => showsEnough(decimals, rule))) return false;
  const middle = realsIn(target, assuming(world, values));
  const right = realsIn(target, world);
  if (!middle || middle.length !== numbers.length) return false;
  const bands = numbers.map(({ value, decimals }, i) => {
    const center = middle[i] ?? zero;
    const limits = widest(decimals, center, right?.[i] ?? zero);
    return { limits, off: subtractReal(distance(value, center, bits), halfUnit(decimals), bits) };
  });
  // What no band that explains anything can hold is not worth the worlds that tell its width.
  if (!bands.every(({ limits, off }) => limits.some((limit) => atMost(off, limit)))) return false;
  const spread = spreadOf(target, world, values, middle);
  const fits = (width: Real, i: number): boolean =>
    bands[i]?.limits.some((limit) => atMost(width, limit)) === true && atMost(bands[i].off, width);
  return spread?.every(fits) === true;
};
