import type { Expression } from '../math/expression/tree.ts';
import { mapTree } from '../math/expression/walk.ts';
import type { RubricSection } from '../model/rubric.ts';
import { type Iterate, iterateName, iterateOf } from './definitions/iterate.ts';
import { type Defined, type FunctionRule, rulesOf } from './definitions/rule.ts';
import type { Assignment, Method } from './method.ts';
import { methods } from './methods/methods.ts';
import { readDefinitions } from './parse-definitions.ts';

/** All that one section's world is made of. */
export interface SectionDefinitions {
  /** Innermost first: `given` before method, section before the section around it, defaults last. */
  readonly layers: readonly (readonly Defined[])[];
  readonly iterate: Iterate | undefined;
  readonly method: Method | undefined;
  readonly assignment: Assignment;
  /** A method's text in this assignment's names. */
  readonly translate: (definitions: readonly Defined[]) => readonly Defined[];
}

/** The section and those around it, innermost first. */
const chainOf = (section: RubricSection): readonly RubricSection[] =>
  section.parent ? [section, ...chainOf(section.parent)] : [section];

/** The nearest `f`; where the rubric calls it otherwise, the nearest function. */
const objectiveOf = (given: readonly Defined[]): FunctionRule | undefined => {
  const functions = given.flatMap(rulesOf).filter((rule) => rule.kind === 'function');
  return functions.find((rule) => rule.name === 'f') ?? functions[0];
};

const renamed = (tree: Expression, names: ReadonlyMap<string, string>): Expression =>
  mapTree(tree, (node) => {
    const name = node.kind === 'symbol' ? names.get(node.name) : undefined;
    return name === undefined ? node : { kind: 'symbol', name };
  });

const translator = (iterate: Iterate | undefined, objective: string): SectionDefinitions['translate'] => {
  const names = new Map([
    [iterateName, iterate?.name ?? iterateName],
    ['f', objective],
  ]);
  const isSame = [...names].every(([from, to]) => from === to);
  return (definitions) =>
    isSame
      ? definitions
      : definitions.map(({ left, right }) => ({ left: renamed(left, names), right: renamed(right, names) }));
};

const methodOf = (section: RubricSection): Method | undefined =>
  methods.find((method) => method.name === section.method?.name);

const defaultsOf = (method: Method): readonly Defined[] =>
  readDefinitions({
    ...method.start,
    ...Object.fromEntries(
      method.parameters.flatMap((each) => (each.default === undefined ? [] : [[each.symbol, each.default]])),
    ),
  });

const ownDefinitions = ({ definitions }: Method, assignment: Assignment): readonly Defined[] =>
  readDefinitions(typeof definitions === 'function' ? definitions(assignment) : definitions);

const assignmentOf = (iterate: Iterate | undefined, objective: FunctionRule | undefined): Assignment => ({
  variables: iterate?.coordinates ?? objective?.parameters ?? [],
  objective: objective?.name ?? 'f',
  parameters: objective?.parameters ?? [],
});

/** Gathers what a section sees. */
export const definitionsOf = (section: RubricSection): SectionDefinitions => {
  const chain = chainOf(section);
  const given = chain.flatMap((each) => each.given);
  const objective = objectiveOf(given);
  const iterate = iterateOf(given, objective);
  const translate = translator(iterate, objective?.name ?? 'f');
  const assignment = assignmentOf(iterate, objective);
  const layersOf = (each: RubricSection): readonly (readonly Defined[])[] => {
    const method = methodOf(each);
    return [
      each.given,
      readDefinitions(each.method?.parameters ?? {}),
      method ? translate(ownDefinitions(method, assignment)) : [],
    ];
  };
  const used = chain.flatMap((each) => methodOf(each) ?? []);
  return {
    layers: [...chain.flatMap(layersOf), ...used.map((method) => translate(defaultsOf(method)))],
    iterate,
    method: used[0],
    assignment,
    translate,
  };
};
