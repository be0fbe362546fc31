import { printPlain } from '../../math/expression/print-plain.ts';
import type { Notice } from '../../model/notice.ts';
import type { Item } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import { compareInWorld, type ValueAsk } from '../compare-reference.ts';
import { referenceText } from '../reference-text.ts';
import { workedOut } from '../units/work-out.ts';
import { leastAnswer } from './least-answer.ts';

const digits = 30;

const warning = ({ id, place }: Item, message: string): Notice => ({
  id: 'rubric/unreachable',
  severity: 'warning',
  message: `The item \`${id}\` ${message}`,
  place,
});

/** `m` is a metre, unless the rubric calls a mass so. */
const withoutUnit = (item: Item, ask: ValueAsk, world: World): readonly Notice[] => {
  const reference = world.answer(ask.target, digits);
  if (reference.kind !== 'function') return [];
  const read = workedOut(reference.expression, world);
  if (read?.number && read.unknown.length === 0) return [];
  const text = printPlain(reference.expression);
  return [warning(item, `asks for units, but ${text} is no number with known units.`)];
};

/** The right answer itself, in as few digits as the rule allows, must not be wrong. */
const refusesReference = (item: Item, ask: ValueAsk, world: World): readonly Notice[] => {
  const reference = world.answer(ask.target, digits);
  const right = reference.kind === 'value' ? leastAnswer(reference.value, item.tolerance) : undefined;
  if (!right || compareInWorld(right, { kind: 'value', target: ask.target }, world, item.tolerance).verdict !== 'wrong')
    return [];
  return [warning(item, `is out of reach: its tolerance refuses ${referenceText(reference)}, the right answer.`)];
};

/** Items that no answer can reach though their definitions have a value: the tolerance or the unit stands in the way. */
export const unreachable = (item: Item, world: World): readonly Notice[] => {
  const { ask } = item;
  if (ask.kind === 'choice' && ask.right.length === 0) return [warning(item, 'has no right option.')];
  if (ask.kind !== 'value') return [];
  return ask.units ? withoutUnit(item, ask, world) : refusesReference(item, ask, world);
};
