import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope, type FunctionDefinition, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import type { Definition, Item, RubricSection } from '../../model/rubric.ts';
import { doubleOf, type Point, pointOf } from './doubles.ts';

/** Points joined in their order: the start and the iterates of one method. */
export interface Path {
  readonly name: string;
  readonly points: readonly Point[];
}

/** What a contour plot of the assignment's function shows. */
export interface Picture {
  readonly name: string;
  readonly of: FunctionDefinition;
  /** The assignment's constants. */
  readonly scope: Scope;
  /** The plot spans −reach … reach in both directions: the start point is well inside. */
  readonly reach: number;
  readonly paths: readonly Path[];
}

/** An item whose reference answer is a point, or one coordinate of it. */
export interface Answered {
  readonly item: Item;
  readonly reference?: string | undefined;
}

/** All definitions a section sees, its own last. */
const given = (section: RubricSection | undefined): readonly Definition[] =>
  section ? [...given(section.parent), ...section.given] : [];

const plotted = (caption: string): string | undefined => /\bcontours?\b.*\bof\s+(\p{L}+)/iu.exec(caption)?.[1];

const namesOf = (items: readonly Expression[]): string[] =>
  items.flatMap((item) => (item.kind === 'symbol' ? [item.name] : []));

/** `f(x, y): …` where a definition is one of that name in two variables. */
const functionOf = ({ left, right }: Definition, name: string): FunctionDefinition | undefined => {
  if (left.kind !== 'apply' || left.operator.kind !== 'symbol' || left.operator.name !== name) return undefined;
  const parameters = namesOf(left.arguments);
  return parameters.length === 2 ? { parameters, body: right } : undefined;
};

/** The k of `x_k`, where the name is right. */
const stepOf = (e: Expression | undefined, name: string | undefined): number | undefined => {
  if (e?.kind !== 'index' || e.base.kind !== 'symbol' || e.base.name !== name) return undefined;
  const [k] = e.indices;
  return k?.kind === 'number' ? Number(k.text) : undefined;
};

/** The k of `(x_k, y_k)`. */
const pairStep = (e: Expression, [x, y]: readonly string[]): number | undefined => {
  if (e.kind !== 'list' || e.items.length !== 2) return undefined;
  const k = stepOf(e.items[0], x);
  return k !== undefined && k === stepOf(e.items[1], y) ? k : undefined;
};

const startOf = (definitions: readonly Definition[], names: readonly string[]): Point | undefined => {
  const start = definitions.findLast(({ left }) => pairStep(left, names) === 0);
  return start && pointOf(evaluate(start.right, emptyScope, 10));
};

const constants = (definitions: readonly Definition[]): Scope => ({
  ...emptyScope,
  value: (name, digits) => {
    if (name.kind !== 'symbol') return undefined;
    const found = definitions.findLast(({ left }) => left.kind === 'symbol' && left.name === name.name);
    return found && evaluate(found.right, emptyScope, digits);
  },
});

/** Coordinates by step, as far as the references of one section give them. */
const iterates = (answered: readonly Answered[], names: readonly string[]): Point[] => {
  const known = new Map<number, { x?: number; y?: number }>();
  for (const { item, reference } of answered) {
    if (item.ask.kind !== 'value' || reference === undefined) continue;
    const { target } = item.ask;
    const value = evaluate(parsePlain(reference).tree, emptyScope, 10);
    const [pair, x, y] = [pairStep(target, names), stepOf(target, names[0]), stepOf(target, names[1])];
    const step = pair ?? x ?? y;
    if (step === undefined) continue;
    const [px, py] = pair === undefined ? [doubleOf(value), doubleOf(value)] : (pointOf(value) ?? []);
    const old = known.get(step) ?? {};
    known.set(step, {
      ...old,
      ...(y === undefined && px !== undefined ? { x: px } : {}),
      ...(x === undefined && py !== undefined ? { y: py } : {}),
    });
  }
  return [...known]
    .sort(([a], [b]) => a - b)
    .flatMap(([, { x, y }]) => (x === undefined || y === undefined ? [] : [[x, y] as const]));
};

const paths = (answered: readonly Answered[], names: readonly string[], start: Point | undefined): Path[] => {
  const sections = [...new Set(answered.map(({ item }) => item.section))];
  return sections.flatMap((section) => {
    const points = iterates(
      answered.filter(({ item }) => item.section === section),
      names,
    );
    if (points.length === 0) return [];
    return [{ name: `${section.id} ${section.heading}`, points: start ? [start, ...points] : points }];
  });
};

const widest = (points: readonly Point[]): number => Math.max(1, ...points.flat().map(Math.abs));

/**
 * The picture a figure item asks for with `contour of f`: the function of two variables that its section defines, the
 * start point, and a path for each section whose references are iterates. `undefined` for other figures.
 */
export const pictureOf = (item: Item, answered: readonly Answered[]): Picture | undefined => {
  const name = item.ask.kind === 'figure' ? plotted(item.ask.caption) : undefined;
  if (name === undefined) return undefined;
  const definitions = given(item.section);
  const of = definitions.map((definition) => functionOf(definition, name)).findLast((found) => found !== undefined);
  if (!of) return undefined;
  const start = startOf(definitions, of.parameters);
  const reach = 1.25 * widest(start ? [start] : []);
  return { name, of, scope: constants(definitions), reach, paths: paths(answered, of.parameters, start) };
};
