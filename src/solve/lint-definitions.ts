import { printPlain } from '../math/expression/print-plain.ts';
import { freeSymbols } from '../math/expression/walk.ts';
import type { Notice } from '../model/notice.ts';
import type { Item, Rubric, RubricSection } from '../model/rubric.ts';
import type { World } from '../model/world.ts';
import { lintParameters, methodNeeds } from './lint-parameters.ts';
import { methods } from './methods/methods.ts';
import { definitionsOf } from './section-definitions.ts';
import { sectionWorld } from './world.ts';

/** Enough to see whether there is a value at all. */
const digits = 5;

const error = (id: string, message: string, place: Notice['place']): Notice => ({
  id: `solve/${id}`,
  severity: 'error',
  message,
  ...(place ? { place } : {}),
});

const unknownMethods = (section: RubricSection): readonly Notice[] => {
  const { method } = section;
  const own =
    method && !methods.some(({ name }) => name === method.name)
      ? [error('unknown-method', `There is no method \`${method.name}\`.`, method.place)]
      : [];
  return [...own, ...section.sections.flatMap(unknownMethods)];
};

/** Formal parameters of the section's functions: names that an answer may leave open. */
const formalNames = (world: World): ReadonlySet<string> =>
  new Set(
    world.definitions
      .flatMap(({ left }) => (left.kind === 'apply' ? left.arguments.flatMap((each) => freeSymbols(each)) : []))
      .map(printPlain),
  );

const unreachable = (item: Item, world: World): readonly Notice[] => {
  if (item.ask.kind !== 'value') return [];
  const target = printPlain(item.ask.target);
  const reference = world.answer(item.ask.target, digits);
  if (reference.kind === 'value') {
    const { value } = reference;
    if (value.kind !== 'undefined') return [];
    const needs = value.cause === 'unknown' ? methodNeeds(item.section) : '';
    const message = `The item \`${item.id}\` asks for ${target}, which has no value: ${value.reason}.${needs}`;
    return [error('no-answer', message, item.place)];
  }
  const formal = formalNames(world);
  // The unit of an answer stands in its formula as a name: `9.81 m/s^2`.
  const unknown = item.ask.units ? [] : reference.parameters.filter((name) => !formal.has(name));
  const message = `The item \`${item.id}\` asks for ${target}, but nothing defines ${unknown.join(', ')}.${methodNeeds(item.section)}`;
  return unknown.length > 0 ? [error('undefined-symbol', message, item.place)] : [];
};

/** Complains of items that no answer can reach, and of parameters and definitions that reach no item. */
export const lintDefinitions = (rubric: Rubric): readonly Notice[] => {
  const worlds = new Map<RubricSection, World>();
  const found = rubric.items.flatMap((item) => {
    const world = worlds.get(item.section) ?? sectionWorld(definitionsOf(item.section));
    worlds.set(item.section, world);
    return unreachable(item, world);
  });
  return [...rubric.sections.flatMap(unknownMethods), ...lintParameters(rubric.sections), ...found];
};
