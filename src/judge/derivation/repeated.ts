import type { BigNode, Expression, PowerNode } from '../../math/expression/tree.ts';
import { type Block, integer, plus, times } from './block.ts';
import {
  type Code,
  gathered,
  isTrouble,
  joinedCode,
  type Outcome,
  outside,
  type Place,
  spend,
  troubled,
  unknown,
} from './code.ts';
import type { Compile } from './compile.ts';
import { ellipsis, paired, type Run } from './ellipsis.ts';
import { nested, type RangeCode, rangeCode } from './range.ts';
import { stepCode } from './steps.ts';

/** A power of a matrix is a product written out; no derivation needs a longer one on a network of a few steps. */
const largestPower = 64;

/** The terms of a Σ or ∏ joined one after the other, the variable standing for each step of the range. */
const overRange = (range: RangeCode, body: Code, isUp: boolean, node: BigNode, place: Place): Outcome => {
  const { steps, instance } = place;
  const from = range.from(steps, instance.steps);
  const to = range.to(steps, instance.steps);
  if (Number.isNaN(from) || Number.isNaN(to)) return unknown(`a ${node.operator}`);
  const isDown = range.isDown(steps);
  const low = isDown ? to : from;
  const high = isDown ? from : to;
  const join = node.operator === 'sum' ? plus : times;
  let so: Block | undefined;
  for (let i = 0; i <= high - low; i += 1) {
    steps[range.slot] = isUp ? low + i : high - i;
    if (!range.admits(steps)) continue;
    const value = spend(place) ?? gathered(so, body(place), join);
    if (isTrouble(value)) return value;
    so = value;
  }
  return so ?? integer(node.operator === 'sum' ? 0 : 1);
};

/** Σ and ∏; the factors of a ∏ stand in the order of the reading. */
export const bigCode = (written: BigNode, names: string[], part: Compile): Code => {
  const node = nested(written);
  const range = rangeCode(node, names);
  if (!range || (node.operator !== 'sum' && node.operator !== 'product'))
    return troubled(unknown(`a ${node.operator}`));
  const body = part(node.body);
  return (place) => {
    const outer = place.steps[range.slot] ?? Number.NaN;
    const isUp = node.operator === 'sum' || place.reading.order === 'ascending';
    const value = overRange(range, body, isUp, node, place);
    place.steps[range.slot] = outer;
    return value;
  };
};

/** A base and an integer exponent. */
export const powerCode = ({ base, exponent }: PowerNode, names: string[], part: Compile): Code => {
  const [of, exponentAt] = [part(base), stepCode(exponent, names)];
  return (place) => {
    const [value, count] = [of(place), exponentAt(place.steps)];
    if (isTrouble(value)) return value;
    if (Number.isNaN(count) || count > largestPower) return unknown('a power');
    if (count < 0) return outside('a negative power');
    let so: Outcome = count === 0 ? integer(1) : value;
    for (let i = 1; i < count && !isTrouble(so); i += 1) so = gathered(so, value, times);
    return so;
  };
};

type Join = (a: Block, b: Block) => Block | undefined;

/** The parts one after the other, the dots among them written out. */
const dotted = (codes: readonly Code[], run: Run, place: Place, join: Join): Outcome => {
  const { first, count, stride, after } = run;
  const outer = place.shift;
  let so: Block | undefined;
  for (let i = 0; i < first + count + codes.length - after; i += 1) {
    const isRepeated = i >= first && i < first + count;
    const code = codes[i < first ? i : isRepeated ? first : i - first - count + after];
    place.shift = outer + (isRepeated ? (i - first) * stride : 0);
    const value: Outcome | undefined = spend(place) ?? (code && gathered(so, code(place), join));
    if (value && isTrouble(value)) return value;
    so = value;
  }
  place.shift = outer;
  return so ?? integer(1);
};

/** Parts in written order, with or without dots. */
const inOrder =
  (join: Join) =>
  (parts: readonly Expression[], names: string[], part: Compile): Code => {
    const codes = parts.map(part);
    const runAt = ellipsis(parts, names);
    if (!runAt) return joinedCode(codes, join);
    return (place) => {
      const run = runAt(place.steps);
      return run ? dotted(codes, run, place, join) : unknown('what ⋯ stands for');
    };
  };

const factorsInOrder = inOrder(times);

/** Factors in written order: `J_t ⋯ J_{k+1}`. */
export const productCode = (factors: readonly Expression[], names: string[], part: Compile): Code =>
  factorsInOrder(paired(factors), names, part);
/** Terms in written order: `ε_1 + ⋯ + ε_T`. */
export const sumCode = inOrder(plus);
