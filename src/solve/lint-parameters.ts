import { printPlain } from '../math/expression/print-plain.ts';
import type { Expression } from '../math/expression/tree.ts';
import { nodes } from '../math/expression/walk.ts';
import { parsePlain } from '../math/notation/plain.ts';
import type { Notice } from '../model/notice.ts';
import type { RubricSection } from '../model/rubric.ts';
import { partsOf } from './definitions/names.ts';
import type { Parameter } from './method.ts';
import { schedules } from './schedules/schedules.ts';
import { definitionsOf, type SectionDefinitions } from './section-definitions.ts';

const takenBy = ({ method }: SectionDefinitions, section: RubricSection): readonly Parameter[] => [
  ...(method?.parameters ?? []),
  ...(schedules.find(({ name }) => name === section.method?.schedule)?.parameters ?? []),
];

const described = ({ symbol, meaning, default: usual }: Parameter): string =>
  `${symbol} (${meaning}${usual === undefined ? '' : `; ${usual} where none is given`})`;

/** `momentum takes α (the step size), γ (the share …)`. */
const whatItTakes = (around: SectionDefinitions, section: RubricSection): string => {
  const parameters = takenBy(around, section);
  const list = parameters.length === 0 ? 'no parameters' : parameters.map(described).join(', ');
  return `The method \`${around.method?.name}\` takes ${list}.`;
};

/** What the section's method takes, for a complaint about something that is not defined; empty where there is no method. */
export const methodNeeds = (section: RubricSection): string => {
  const around = definitionsOf(section);
  const [first] = around.assignment.variables;
  const start = `Its start is given as \`${first ?? 'x'}_0\`.`;
  return around.method ? ` ${whatItTakes(around, section)} ${start}` : '';
};

const treeOf = (text: string): Expression => parsePlain(text, {}).tree;

const basesIn = (tree: Expression): readonly string[] => [...nodes(tree)].flatMap((node) => partsOf(node)?.base ?? []);

/** The state a method keeps, and the iterate: `v_0` may be given beside its parameters. */
const stateOf = (around: SectionDefinitions): ReadonlySet<string> =>
  new Set([
    ...around.assignment.variables,
    ...around.layers.flat().flatMap(({ left }) => (left.kind === 'index' ? basesIn(left.base) : [])),
  ]);

/** `with: {beta1: 0.9}` would leave the method's own β_1 as it is, and every answer judged by that. */
const unknownParameters = (section: RubricSection): readonly Notice[] => {
  const { method } = section;
  if (!method) return [];
  const around = definitionsOf(section);
  const known = new Set(takenBy(around, section).map(({ symbol }) => printPlain(treeOf(symbol))));
  const own = new Set(Object.keys(method.parameters).map((key) => printPlain(treeOf(key))));
  const state = stateOf({ ...around, layers: around.layers.slice(2) });
  const strange = [...own].filter((name) => !known.has(name) && !basesIn(treeOf(name)).some((base) => state.has(base)));
  return strange.map((name) => ({
    id: 'solve/unknown-parameter',
    severity: 'error',
    message: `There is no parameter ${name}. ${whatItTakes(around, section)}`,
    place: method.place,
  }));
};

const within = (section: RubricSection): readonly RubricSection[] => [section, ...section.sections.flatMap(within)];

/** All names that definitions and items of these sections speak of. */
const namesUsed = (sections: readonly RubricSection[]): ReadonlySet<string> =>
  new Set(
    sections.flatMap((section) => {
      const { layers, assignment } = definitionsOf(section);
      const definitions = layers.flat().map(({ right }) => right);
      const trees = [...definitions, ...section.items.flatMap(({ about }) => about)];
      return [...assignment.variables, ...trees.flatMap(basesIn)];
    }),
  );

/** `β: 0.8` for a momentum that is called γ changes nothing, and every answer is judged by the γ of the method. */
const unusedDefinitions = (section: RubricSection): readonly Notice[] => {
  const inside = within(section);
  if (inside.some(({ world }) => world)) return [];
  const used = namesUsed(inside);
  return section.given.flatMap(({ left, place }) => {
    const base = partsOf(left)?.base;
    if (base === undefined || used.has(base)) return [];
    const [user] = inside.filter(({ method }) => method);
    const hint = user ? ` ${whatItTakes(definitionsOf(user), user)}` : '';
    const message = `${printPlain(left)} is given, but nothing uses it.${hint}`;
    return [{ id: 'solve/unused-definition', severity: 'warning' as const, message, place }];
  });
};

/** Complains of parameters that a method does not have, and warns of definitions that nothing uses. */
export const lintParameters = (sections: readonly RubricSection[]): readonly Notice[] =>
  sections.flatMap(within).flatMap((section) => [...unknownParameters(section), ...unusedDefinitions(section)]);
