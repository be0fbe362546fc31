import { index, num, sym } from '../math/expression/build.ts';
import type { Expression } from '../math/expression/tree.ts';
import { mapTree, substitute } from '../math/expression/walk.ts';
import type { RubricSection } from '../model/rubric.ts';
import { indexPattern } from './definitions/index-pattern.ts';
import { type Iterate, iterateName, iterateOf } from './definitions/iterate.ts';
import { type Defined, type FunctionRule, rulesOf } from './definitions/rule.ts';
import type { Assignment, Method, Parameter } from './method.ts';
import { methods } from './methods/methods.ts';
import type { Network } from './networks/network.ts';
import { networks } from './networks/networks.ts';
import { readDefinitions } from './parse-definitions.ts';
import type { Schedule } from './schedules/schedule.ts';
import { schedules } from './schedules/schedules.ts';

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

/** The step that a definition takes: the `k` of `p_{k+1}`, the 0 of `p_1`. */
const stepOf = (left: Expression): Expression | undefined => {
  const pattern = left.kind === 'index' ? indexPattern(left.indices[0] ?? left) : undefined;
  if (!pattern || (pattern.variable !== undefined && (pattern.slope !== 1 || pattern.shift !== 1))) return undefined;
  return pattern.variable === undefined ? num(Math.max(0, pattern.shift - 1)) : sym(pattern.variable);
};

/** A learning rate that the rubric gives as a schedule, `α_k: 1/(k + 1)`, is that of step k. */
const atStep = ({ left, right }: Defined): Defined => {
  const step = stepOf(left);
  if (!step) return { left, right };
  const rate = index(sym('α'), [step]);
  return {
    left,
    right: substitute(right, (node) =>
      node.kind === 'index' ? node : node.kind === 'symbol' && node.name === 'α' ? rate : undefined,
    ),
  };
};

const scheduleOf = (section: RubricSection): Schedule | undefined =>
  schedules.find((schedule) => schedule.name === section.method?.schedule);

const hasSchedule = (given: readonly Defined[]): boolean =>
  given.flatMap(rulesOf).some((rule) => rule.kind === 'name' && rule.base === 'α' && rule.patterns.length === 1);

const renamed = (tree: Expression, names: ReadonlyMap<string, string>): Expression =>
  mapTree(tree, (node) => {
    const name = node.kind === 'symbol' ? names.get(node.name) : undefined;
    return name === undefined ? node : { kind: 'symbol', name };
  });

const translator = (
  iterate: Iterate | undefined,
  objective: string,
  given: readonly Defined[],
): SectionDefinitions['translate'] => {
  const ofStep = hasSchedule(given) ? atStep : (each: Defined): Defined => each;
  const names = new Map([
    [iterateName, iterate?.name ?? iterateName],
    ['f', objective],
  ]);
  const isSame = [...names].every(([from, to]) => from === to);
  const named = ({ left, right }: Defined): Defined =>
    isSame ? { left, right } : { left: renamed(left, names), right: renamed(right, names) };
  return (definitions) => definitions.map((each) => named(ofStep(each)));
};

/** A rubric that speaks of `p` without starting it means the iterate, too. */
const startsItself = (given: readonly Defined[]): boolean =>
  given
    .flatMap(rulesOf)
    .some(
      (rule) =>
        rule.kind === 'name' && rule.base === iterateName && rule.patterns.every((each) => each.variable === undefined),
    );

/** Where the rubric has another `p` (a probability, say), the iterate goes by a name that nobody writes. */
const setApart = (iterate: Iterate | undefined, given: readonly Defined[]): Iterate | undefined =>
  iterate?.coordinates && startsItself(given) ? { ...iterate, name: '𝒑' } : iterate;

const methodOf = (section: RubricSection): Method | undefined =>
  methods.find((method) => method.name === section.method?.name);

const defaultsOf = (parameters: readonly Parameter[]): readonly Defined[] =>
  readDefinitions(
    Object.fromEntries(parameters.flatMap((each) => (each.default === undefined ? [] : [[each.symbol, each.default]]))),
  );

const startOf = (method: Method): readonly Defined[] => [
  ...readDefinitions(method.start),
  ...defaultsOf(method.parameters),
];

const ownDefinitions = ({ definitions }: Method, assignment: Assignment): readonly Defined[] =>
  readDefinitions(typeof definitions === 'function' ? definitions(assignment) : definitions);

const networkOf = (section: RubricSection): Network | undefined =>
  networks.find((network) => network.name === section.world?.name);

/** The parameters written beside a model's name are definitions, but for the words that choose its activation and loss. */
const networkLayers = (section: RubricSection): readonly (readonly Defined[])[] => {
  const network = networkOf(section);
  const given = section.world?.parameters ?? {};
  if (!network) return [];
  const values = Object.entries(given).filter(([name]) => !network.choices.includes(name));
  return [readDefinitions(Object.fromEntries(values)), readDefinitions(network.definitions(given))];
};

const assignmentOf = (iterate: Iterate | undefined, objective: FunctionRule | undefined): Assignment => ({
  variables: iterate?.coordinates ?? objective?.parameters ?? [],
  objective: objective?.name ?? 'f',
  parameters: objective?.parameters ?? [],
});

/** Gathers what a section sees. */
export const definitionsOf = (section: RubricSection): SectionDefinitions => {
  const chain = chainOf(section);
  const scheduled = chain.map((each) => readDefinitions(scheduleOf(each)?.definitions ?? {}));
  const given = chain.flatMap((each) => each.given);
  const objective = objectiveOf(given);
  const iterate = setApart(iterateOf(given, objective), given);
  const translate = translator(iterate, objective?.name ?? 'f', [...given, ...scheduled.flat()]);
  const own = startsItself(given) ? (definitions: readonly Defined[]) => definitions : translate;
  const assignment = assignmentOf(iterate, objective);
  const layersOf = (each: RubricSection, i: number): readonly (readonly Defined[])[] => {
    const method = methodOf(each);
    return [
      own(each.given),
      readDefinitions(each.method?.parameters ?? {}),
      scheduled[i] ?? [],
      method ? translate(ownDefinitions(method, assignment)) : [],
      ...networkLayers(each),
    ];
  };
  const used = chain.flatMap((each) => methodOf(each) ?? []);
  const defaults = [
    ...used.map((method) => translate(startOf(method))),
    ...chain.map((each) => defaultsOf(scheduleOf(each)?.parameters ?? [])),
    ...chain.map((each) => readDefinitions(networkOf(each)?.defaults ?? {})),
  ];
  return {
    layers: [...chain.flatMap(layersOf), ...defaults],
    iterate,
    method: used[0],
    assignment,
    translate,
  };
};
