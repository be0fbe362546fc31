import { printPlain } from '../math/expression/print-plain.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols, nodes } from '../math/expression/walk.ts';
import type { Notice } from '../model/notice.ts';
import type { Item, Rubric, RubricSection } from '../model/rubric.ts';
import type { World } from '../model/world.ts';
import { lintParameters, methodNeeds } from './lint-parameters.ts';
import { lintVectorProducts } from './lint-vector-products.ts';
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

/** `f: x^2 + 3 x y` is a number that is not known; `f(x, y): …` is a function. */
const withoutVariables = (target: Expression, unknown: readonly string[], world: World): string | undefined => {
  const of = [...nodes(target)].flatMap((node) =>
    (node.kind === 'derivative' || node.kind === 'gradient') && node.of.kind === 'symbol' ? [node.of.name] : [],
  );
  const named = of.find((name) => world.definitions.some(({ left }) => left.kind === 'symbol' && left.name === name));
  return named && ` A function is defined with its variables: \`${named}(${unknown.join(', ')})\`, not \`${named}\`.`;
};

const vectorWords: ReadonlySet<string> = new Set(['transpose', 'norm', 'inner', 'dot']);

/** `∇f` of `f(w): 1/2 w^T A w`, whose w is a vector, is known at points alone. */
const ofVector = ({ id, ask, place }: Item, world: World): readonly Notice[] => {
  const { target } = ask.kind === 'value' ? ask : {};
  if (target?.kind !== 'gradient' && target?.kind !== 'derivative') return [];
  const name = target.of.kind === 'symbol' ? target.of.name : '';
  const { parameters = [], body } = world.function(name) ?? {};
  const [only, ...more] = parameters;
  const isVector = [...(body ? nodes(body) : [])].some(
    (node) =>
      node.kind === 'apply' &&
      node.operator.kind === 'symbol' &&
      vectorWords.has(node.operator.name) &&
      node.arguments.some((one) => one.kind === 'symbol' && one.name === only),
  );
  if (!isVector || more.length > 0) return [];
  const at = target.kind === 'gradient' ? `${printPlain(target)}(${only}_0)` : `∇${name}(${only}_0)`;
  const message = `The item \`${id}\` asks for ${printPlain(target)}, but ${only} is a vector in ${name}: ask for it at a point, as in ${at}, or define ${name} by its components, as in ${name}(x, y).`;
  return [error('of-a-vector', message, place)];
};

const unreachable = (item: Item, world: World): readonly Notice[] => {
  if (item.ask.kind !== 'value') return [];
  const target = printPlain(item.ask.target);
  const unknowable = ofVector(item, world);
  if (unknowable.length > 0) return unknowable;
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
  const hint = withoutVariables(item.ask.target, unknown, world) ?? methodNeeds(item.section);
  const message = `The item \`${item.id}\` asks for ${target}, but nothing defines ${unknown.join(', ')}.${hint}`;
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
  const products = [...worlds].flatMap(([section, world]) => lintVectorProducts(section, world));
  return [...rubric.sections.flatMap(unknownMethods), ...lintParameters(rubric.sections), ...products, ...found];
};
