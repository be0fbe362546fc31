/** What an item asks for, as keys: of the whole and of its components. */
import { list } from '../../math/expression/build.ts';
import { isName } from '../../math/expression/names.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import type { Definition, Item, RubricSection } from '../../model/rubric.ts';
import { components } from './components.ts';
import { customaryNames, polynomialNames } from './conventions.ts';
import { type Functions, namer, partKeys } from './names.ts';
import { type Key, pathKey } from './naming.ts';
import type { Path, Series } from './series.ts';
import { type Spectrum, spectrumIn } from './spectrum.ts';
import type { Wanted } from './value-member.ts';

export interface Target {
  readonly item: Item;
  readonly expression: Expression;
  readonly key: string;
  /** For a pair or a gradient: the keys of its components. */
  readonly parts?: readonly string[];
  /** `x_1` where the assignment pairs it as `(x, y)`: its place in the pair and the keys of all of it. */
  readonly pair?: { readonly part: number; readonly keys: readonly string[] };
  readonly wanted: Wanted;
  /** Iterates listed in one go: where they start and how many are asked. */
  readonly series?: Series;
  /** Where arrows that lead to it start. */
  readonly path?: Path;
  /** What the assignment defines it as, `det(A - λI)` for `χ(λ)`: some write that in place of the name. */
  readonly formula?: string;
  /** Which eigenvalues of a matrix it is, by itself or by its definition. */
  readonly spectrum?: Spectrum;
  /** Names that custom gives it, and nothing else in its section; those of them that nothing else in the assignment has. */
  readonly aliases: readonly string[];
  readonly aliasesAnywhere: readonly string[];
  /** The names of the point's components, `x` and `y`, for vectors such as `v_1`. */
  readonly coordinates: readonly string[];
}

const sectionsAround = (section: RubricSection | undefined): readonly RubricSection[] =>
  section ? [section, ...sectionsAround(section.parent)] : [];

/** Everything that is given to these items, each definition once. */
const definitionsOf = (items: readonly Item[]): readonly Definition[] => [
  ...new Set(items.flatMap(({ section }) => sectionsAround(section).flatMap(({ given }) => given))),
];

/** What is given to a section, the inner definitions first. */
export const definitionsAround = (section: RubricSection): readonly Definition[] =>
  sectionsAround(section).flatMap(({ given }) => given);

/** The functions that are defined, with the names of their parameters. */
const functionsOf = (definitions: readonly Definition[]): Functions =>
  new Map(
    definitions.flatMap(({ left }): readonly (readonly [string, readonly string[]])[] => {
      if (left.kind !== 'apply' || left.operator.kind !== 'symbol') return [];
      const parameters = left.arguments.flatMap((one) => components(one) ?? [one]);
      return [[left.operator.name, parameters.flatMap((one) => (one.kind === 'symbol' ? [one.name] : []))]];
    }),
  );

/** `x` and `y` of `(x_0, y_0)`. */
const baseNames = (e: Expression, key: Key): readonly string[] | undefined => {
  const bases = components(e)?.map((item) => (item.kind === 'index' ? key(item.base) : undefined));
  return bases?.every((base) => base !== undefined) && new Set(bases).size === bases.length ? bases : undefined;
};

/** The groups of names that the assignment treats as one point: from its givens and its items. */
const pairsOf = (
  items: readonly Item[],
  definitions: readonly Definition[],
  key: Key,
): readonly (readonly string[])[] => [
  ...definitions.flatMap(({ left }) => [baseNames(left, key) ?? []].filter((names) => names.length > 1)),
  ...items
    .flatMap(({ ask }) => (ask.kind === 'value' ? [baseNames(ask.target, key) ?? []] : []))
    .filter((names) => names.length > 1),
];

const pairOf = (e: Expression, key: Key, pairs: readonly (readonly string[])[]): Target['pair'] => {
  if (e.kind !== 'index') return undefined;
  const base = key(e.base);
  const pair = pairs.find((names) => base !== undefined && names.includes(base));
  if (!pair || base === undefined) return undefined;
  const keys = pair.map((name) => key({ ...e, base: { kind: 'symbol', name } }) ?? '');
  return { part: pair.indexOf(base), keys };
};

const guess = (e: Expression): Wanted => {
  switch (e.kind) {
    case 'derivative':
    case 'gradient':
    case 'prime':
      return 'expression';
    case 'apply':
      return e.arguments.every((one) => one.kind === 'symbol') ? 'expression' : 'value';
    default:
      return 'value';
  }
};

/** What the assignment gives as `x_0`, also as part of a pair. */
const startOf = (letter: string, definitions: readonly Definition[], key: Key): Expression | undefined => {
  for (const { left, right } of definitions) {
    const [names, values] = [components(left) ?? [left], components(left) ? components(right) : [right]];
    const at = names.findIndex((name) => key(name) === `${letter}_0`);
    if (at >= 0) return values?.[at];
  }
  return undefined;
};

const seriesOf = (
  { item, key: name }: Pick<Target, 'item' | 'key'>,
  items: readonly Item[],
  definitions: readonly Definition[],
  key: Key,
): Series | undefined => {
  const letter = /^(\p{L}[\p{L}\p{M}]*)_\d+$/u.exec(name)?.[1];
  if (letter === undefined) return undefined;
  const asked = items.flatMap(({ ask, section }) =>
    ask.kind === 'value' && section === item.section ? (key(ask.target) ?? []) : [],
  );
  const steps = asked.filter((one) => new RegExp(`^${letter}_\\d+$`, 'u').test(one)).length;
  const start = startOf(letter, definitions, key);
  return { steps, ...(start && { start }) };
};

const stepIn = (name: string): readonly [string, number] | undefined => {
  const [, letter, step] = /^(\p{L}[\p{L}\p{M}]*)_(\d+)$/u.exec(name) ?? [];
  return letter !== undefined && step !== undefined ? [letter, Number(step)] : undefined;
};

/** The steps of `(x_2, y_2)`, of `x_2` and of the `q_2` of vectors, from the start that is given. */
const pathOf = (
  expression: Expression,
  pair: Target['pair'],
  definitions: readonly Definition[],
  key: Key,
): Path | undefined => {
  const names = pair?.keys ?? (components(expression) ?? [expression]).map((one) => key(one) ?? '');
  const steps = names.map(stepIn);
  const [first] = steps;
  if (!first || first[1] < 1 || steps.some((one) => one?.[1] !== first[1])) return undefined;
  const starts = steps.flatMap((one) => (one && startOf(one[0], definitions, key)) ?? []);
  const [own] = starts;
  if (!own || starts.length < steps.length) return undefined;
  const whole = pathKey(starts.length === 1 ? own : list(starts), key);
  const ways = [whole, '→'].map((start) => ({ start, ...(pair && { part: pair.part }) }));
  const alone = pair && pathKey(starts[pair.part], key);
  const isTelling = alone !== undefined && starts.filter((start) => pathKey(start, key) === alone).length === 1;
  return { step: first[1], ways: isTelling ? [...ways, { start: alone }] : ways };
};

/** The right side of a definition, where it is a formula in names. */
const formulaOf = (name: string, definitions: readonly Definition[], key: Key): string | undefined => {
  const right = definitions.find(({ left }) => key(left) === name)?.right;
  const isFormula = right && /^(?:sum|product|quotient|power|apply)$/.test(right.kind);
  return isFormula && freeSymbols(right).length > 0 ? key(right) : undefined;
};

const isNumber = (e: Expression): boolean => writtenNumber(e) !== undefined;

/** The number given to a name, also as part of a pair. */
const givenIn =
  (definitions: readonly Definition[], key: Key) =>
  (e: Expression): Expression | undefined => {
    const name = key(e);
    for (const { left, right } of definitions) {
      const [names, values] = [components(left) ?? [left], components(left) ? components(right) : [right]];
      const at = names.findIndex((one) => key(one) === name);
      const value = at >= 0 ? values?.[at] : undefined;
      if (value) return isNumber(value) || components(value)?.every(isNumber) ? value : undefined;
    }
    return undefined;
  };

/** What custom calls a target; nothing that the assignment itself gives another meaning. */
const aliasesOf = (
  { item, expression, key: name, formula }: Pick<Target, 'item' | 'expression' | 'key' | 'formula'>,
  key: Key,
): readonly string[] => {
  const definitions = definitionsAround(item.section);
  const defined = definitions.find(({ left }) => key(left) === name)?.right;
  const customs = { key, given: givenIn(definitions, key) };
  const names = [
    ...customaryNames(expression, customs),
    ...(defined ? customaryNames(defined, customs) : []),
    ...(formula === undefined ? [] : polynomialNames(expression, formula)),
  ];
  // `SD: s` in the assignment says what else s is called.
  const declared = definitions.flatMap(({ left, right }) =>
    isName(right) && key(right) === name ? (key(left) ?? []) : [],
  );
  const taken = new Set(definitions.flatMap(({ left }) => [left, ...(components(left) ?? [])].map((one) => key(one))));
  const free = names.filter((one) => one !== '' && one !== name && !taken.has(one));
  return [...new Set([...declared, ...free])];
};

/** Without the names that two items of one section could go by, and those that an item has itself. */
const settled = (targets: readonly Target[]): readonly Target[] => {
  // `∇f = (5, -8)` may be `∇f(2, -1)`, also where `∇f` itself is asked for: one is a formula, the other a value.
  const own = new Set(targets.filter(({ wanted }) => wanted !== 'expression').flatMap(keysOf));
  const open = new Set(targets.filter(({ wanted }) => wanted === 'expression').flatMap(keysOf));
  const users = new Map<string, Target[]>();
  for (const target of targets)
    for (const alias of target.aliases) users.set(alias, [...(users.get(alias) ?? []), target]);
  // Two names for one formula are one quantity.
  const meant = ({ formula, key }: Target): string => formula ?? key;
  const isFree = (alias: string, among: (other: Target) => boolean, { wanted }: Target): boolean =>
    !own.has(alias) &&
    !(wanted === 'expression' && open.has(alias)) &&
    new Set((users.get(alias) ?? []).filter(among).map(meant)).size === 1;
  return targets.map((target) => ({
    ...target,
    aliases: target.aliases.filter((alias) =>
      isFree(alias, ({ item }) => item.section === target.item.section, target),
    ),
    aliasesAnywhere: target.aliases.filter((alias) => isFree(alias, () => true, target)),
  }));
};

/** What the items of an assignment ask for and by which names. */
export interface Asked {
  /** The targets of the items that ask for a value. */
  readonly targets: ReadonlyMap<Item, Target>;
  readonly functions: Functions;
  readonly key: Key;
}

/** Works out the targets of the items. */
export const askedIn = (items: readonly Item[]): Asked => {
  const definitions = definitionsOf(items);
  const functions = functionsOf(definitions);
  const key = namer(functions);
  const pairs = pairsOf(items, definitions, key);
  const found: Target[] = [];
  for (const item of items) {
    if (item.ask.kind !== 'value') continue;
    const { target: expression, units } = item.ask;
    const name = key(expression);
    if (name === undefined) continue;
    const parts = partKeys(expression, key, functions);
    const pair = pairOf(expression, key, pairs);
    const series = seriesOf({ item, key: name }, items, definitions, key);
    const around = definitionsAround(item.section);
    const formula = formulaOf(name, around, key);
    const path = pathOf(expression, pair, around, key);
    const spectrum =
      spectrumIn(expression, key) ?? spectrumIn(around.find(({ left }) => key(left) === name)?.right, key);
    found.push({
      item,
      expression,
      key: name,
      wanted: units ? 'quantity' : guess(expression),
      coordinates: pairs[0] ?? [],
      aliasesAnywhere: [],
      aliases: aliasesOf({ item, expression, key: name, ...(formula !== undefined && { formula }) }, key),
      ...(spectrum && { spectrum }),
      ...(path && { path }),
      ...(formula !== undefined && { formula }),
      ...(parts && { parts }),
      ...(pair && { pair }),
      ...(series && { series }),
    });
  }
  return { targets: new Map(settled(found).map((target) => [target.item, target])), functions, key };
};

/** Every key that an answer to the target may be named by. */
export const keysOf = ({ key, parts, pair }: Target): readonly string[] => [
  key,
  ...(parts ?? []),
  ...(pair?.keys ?? []),
];
