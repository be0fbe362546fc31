import { differentiate } from '../../math/calculus/differentiate.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { Iterate } from './iterate.ts';
import type { FunctionRule, NameRule, PartialRule, Rule } from './rule.ts';
import { isMatrix, isVector, type Shape, type Shapes, shapeOf } from './shape.ts';
import type { Surroundings } from './spread.ts';

const derivatives = new WeakMap<Expression, Map<string, Expression>>();

/** Kept beside the body: every changed world of a section asks for the same derivatives. */
const keptPartial = (body: Expression, parameter: string): Expression => {
  const known = derivatives.get(body) ?? new Map<string, Expression>();
  derivatives.set(body, known);
  const found = known.get(parameter) ?? differentiate(body, parameter);
  known.set(parameter, found);
  return found;
};

const callsOther = (body: Expression, functions: ReadonlyMap<string, FunctionRule>): boolean =>
  [...nodes(body)].some((node) => node.kind === 'symbol' && functions.has(node.name));

/** A body that calls other definitions has the derivative of this table alone: a changed world may change what it calls. */
const partialOf = (body: Expression, parameter: string, functions: ReadonlyMap<string, FunctionRule>): Expression =>
  callsOther(body, functions)
    ? differentiate(body, parameter, (name) => functions.get(name))
    : keptPartial(body, parameter);

/** The innermost definition of each function, and the gradients given at its layer or inside it. */
const functionsOf = (rules: readonly Rule[]) => {
  const functions = new Map<string, FunctionRule>();
  const partials = new Map<string, PartialRule[]>();
  for (const rule of rules) {
    if (rule.kind === 'function' && !functions.has(rule.name)) functions.set(rule.name, rule);
    if (rule.kind === 'partial' && !functions.has(rule.function)) {
      partials.set(rule.function, [...(partials.get(rule.function) ?? []), rule]);
    }
  }
  return { functions, partials };
};

const functionsIn = (
  rules: readonly Rule[],
): Pick<Surroundings, 'definition' | 'partial' | 'given' | 'functionNames'> => {
  const { functions, partials } = functionsOf(rules);
  return {
    functionNames: [...functions.keys()],
    definition: (name) => functions.get(name),
    given: (of, by) => partials.get(of)?.find((rule) => rule.by === by)?.right,
    partial: (name, position) => {
      const of = functions.get(name);
      const parameter = of?.parameters[position];
      if (!of || parameter === undefined) return undefined;
      const given = partials.get(name)?.find(({ by }) => by === position || by === parameter);
      return given?.right ?? partialOf(of.body, parameter, functions);
    },
  };
};

/** A vector's component is a number, a matrix's row a vector. */
const partShape = (of: Shape | undefined): Shape | undefined => {
  if (isVector(of)) return 'number';
  return isMatrix(of) ? { kind: 'vector', size: of.columns } : undefined;
};

/** The shapes of names, by the definitions they have. */
const nameShapes = (
  names: ReadonlyMap<string, readonly NameRule[]>,
  iterate: Iterate | undefined,
  around: () => Shapes,
): Shapes['name'] => {
  const known = new Map<string, Shape | undefined>();

  const ownShape = (base: string, indices: number): Shape | undefined => {
    const own = names.get(base)?.filter((rule) => rule.patterns.length === indices) ?? [];
    const found = own.map((rule) => (rule.component === undefined ? shapeOf(rule.right, around()) : 'number'));
    return (
      found.find((shape) => shape !== undefined && shape !== 'number') ?? found.find((shape) => shape !== undefined)
    );
  };

  const open = new Set<string>();
  const name = (base: string, indices: number): Shape | undefined => {
    if (base === iterate?.name && iterate.coordinates) return { kind: 'vector', size: iterate.coordinates.length };
    if (!names.has(base)) return 'number';
    const key = `${base}|${indices}`;
    // A recurrence asks for its own shape: while it is being found out, the other terms decide.
    if (known.has(key) || open.has(key)) return known.get(key);
    open.add(key);
    const whole = ownShape(base, indices) ?? (indices > 0 ? partShape(name(base, indices - 1)) : undefined);
    open.delete(key);
    // Not known may only mean not known yet, where another name's shape is being found out.
    if (whole !== undefined || open.size === 0) known.set(key, whole);
    return whole;
  };
  return name;
};

/** What the rules say of functions, shapes and coordinates. */
export const surroundingsOf = (
  rules: readonly Rule[],
  names: ReadonlyMap<string, readonly NameRule[]>,
  iterate: Iterate | undefined,
): Surroundings => {
  const functions = functionsIn(rules);
  const around: Surroundings = {
    ...functions,
    name: nameShapes(names, iterate, () => around),
    function: (name) => {
      const of = functions.definition(name);
      if (!of) return undefined;
      const value = shapeOf(of.body, {
        ...around,
        name: (base, n) => (of.parameters.includes(base) ? 'number' : around.name(base, n)),
      });
      return { parameters: of.parameters.length, value: value ?? 'number' };
    },
    coordinates: (base) => (base === iterate?.name ? iterate.coordinates : undefined),
  };
  return around;
};
