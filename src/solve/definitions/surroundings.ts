import { differentiate } from '../../math/calculus/differentiate.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { Iterate } from './iterate.ts';
import type { FunctionRule, NameRule, PartialRule, Rule } from './rule.ts';
import { isMatrix, isVector, joined, type Shape, type Shapes, shapeOf } from './shape.ts';
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

type Indices = Parameters<Shapes['name']>[1];

/** Whether a rule is for these very indices: `W_2: …` for W_2. */
const isFor = ({ patterns }: NameRule, indices: Indices): boolean =>
  indices.length > 0 &&
  patterns.length === indices.length &&
  patterns.every(
    ({ variable, shift }, i) =>
      variable === undefined && indices[i]?.variable === undefined && indices[i]?.shift === shift,
  );

const isWhole = (shape: Shape | undefined): boolean => shape !== undefined && shape !== 'number';

/** The shapes of names, by the definitions they have. */
const nameShapes = (
  names: ReadonlyMap<string, readonly NameRule[]>,
  iterate: Iterate | undefined,
  around: () => Shapes,
): Shapes['name'] => {
  const known = new Map<string, Shape | undefined>();
  const open = new Set<string>();

  const ruleShape = (rule: NameRule): Shape | undefined =>
    rule.component === undefined ? shapeOf(rule.right, around()) : 'number';

  /** `v_0: 0` may start a vector: numbers say less than the other terms. */
  const ownShape = (base: string, indices: number): Shape | undefined => {
    const own = names.get(base)?.filter((rule) => rule.patterns.length === indices) ?? [];
    const found = own.map(ruleShape);
    const sized = found.filter((shape) => isVector(shape) || isMatrix(shape));
    return sized.length > 0 ? joined(sized) : (found.find(isWhole) ?? found.find((shape) => shape !== undefined));
  };

  /** A recurrence asks for its own shape: while it is being found out, the other terms decide. */
  const kept = (key: string, find: () => Shape | undefined): Shape | undefined => {
    if (known.has(key) || open.has(key)) return known.get(key);
    open.add(key);
    const whole = find();
    open.delete(key);
    // Not known may only mean not known yet, where another name's shape is being found out.
    if (whole !== undefined || open.size === 0) known.set(key, whole);
    return whole;
  };

  const name = (base: string, indices: Indices): Shape | undefined => {
    if (base === iterate?.name && iterate.coordinates) return { kind: 'vector', size: iterate.coordinates.length };
    if (!names.has(base)) return 'number';
    const rule = names.get(base)?.find((each) => isFor(each, indices));
    const own = rule && kept(`${base}|${indices.map((each) => each?.shift).join(',')}`, () => ruleShape(rule));
    if (isWhole(own)) return own;
    const inner = indices.slice(0, -1);
    return kept(
      `${base}|${indices.length} indices|${inner.map((each) => each?.variable ?? each?.shift).join(',')}`,
      () => ownShape(base, indices.length) ?? (indices.length > 0 ? partShape(name(base, inner)) : undefined),
    );
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
        name: (base, indices) => (of.parameters.includes(base) ? 'number' : around.name(base, indices)),
      });
      return { parameters: of.parameters.length, value: value ?? 'number' };
    },
    coordinates: (base) => (base === iterate?.name ? iterate.coordinates : undefined),
  };
  return around;
};
