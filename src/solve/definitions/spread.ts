import { list, num, product, sum } from '../../math/expression/build.ts';
import type { FunctionDefinition } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nameOf, partsOf } from './names.ts';
import { componentwise, isMatrix, isVector, type Shape, type Shapes, shapeOf } from './shape.ts';

/** What taking an expression apart needs to know of the definitions around. */
export interface Surroundings extends Shapes {
  readonly functionNames: readonly string[];
  readonly definition: (name: string) => FunctionDefinition | undefined;
  /** ∂f/∂(the parameter at this position), an expression in f's parameters. */
  readonly partial: (name: string, position: number) => Expression | undefined;
  /** A derivative that was given outright: `∂L/∂w_1`. */
  readonly given: (of: string, by: string) => Expression | undefined;
  /** The names of a vector's components where they have names of their own: p is (x, y). */
  readonly coordinates: (base: string) => readonly string[] | undefined;
}

/** An expression taken apart into numbers. */
export type Spread =
  | { readonly kind: 'number'; readonly value: Expression }
  | { readonly kind: 'vector'; readonly items: readonly Expression[] }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Expression[])[] };

/** Matrices of more entries are left whole to the evaluator. */
const largestMatrix = 64;

const number = (value: Expression): Spread => ({ kind: 'number', value });
const vector = (items: readonly Expression[]): Spread => ({ kind: 'vector', items });
const matrix = (rows: readonly (readonly Expression[])[]): Spread => ({ kind: 'matrix', rows });

/** The expression that the parts are parts of. */
export const whole = (spread: Spread): Expression => {
  if (spread.kind === 'number') return spread.value;
  return spread.kind === 'vector' ? list(spread.items) : { kind: 'matrix', rows: spread.rows };
};

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

/** The parts of a name, by its coordinates where they have names, else by a further index: `v_k` → `v_{k,1}`, `v_{k,2}`. */
const ofName = (e: Expression, shape: Shape | undefined, around: Surroundings): Spread => {
  const parts = partsOf(e);
  if (!parts || shape === undefined || typeof shape === 'string') return number(e);
  const at = (...more: readonly number[]): Expression =>
    nameOf({ base: parts.base, indices: [...parts.indices, ...more.map((i) => num(i + 1))] });
  if (isMatrix(shape)) return matrix(upTo(shape.rows).map((i) => upTo(shape.columns).map((j) => at(i, j))));
  const coordinates = around.coordinates(parts.base);
  return vector(
    upTo(shape.size).map((i) => {
      const base = coordinates?.[i];
      return base === undefined ? at(i) : nameOf({ base, indices: parts.indices });
    }),
  );
};

/** The same change to every part. */
const mapped = (of: Spread, change: (part: Expression) => Expression): Spread => {
  if (of.kind === 'number') return number(change(of.value));
  return of.kind === 'vector' ? vector(of.items.map(change)) : matrix(of.rows.map((row) => row.map(change)));
};

/** Parts put together component by component; a number goes with every component. */
const combined = (
  all: readonly Spread[],
  combine: (parts: readonly Expression[]) => Expression,
): Spread | undefined => {
  const model = all.find((each) => each.kind !== 'number');
  if (!model) return number(combine(all.map(whole)));
  const pick = (each: Spread, i: number, j: number): Expression | undefined => {
    if (each.kind === 'number') return each.value;
    return each.kind === 'vector' ? each.items[i] : each.rows[i]?.[j];
  };
  if (all.some((each) => each.kind !== 'number' && each.kind !== model.kind)) return undefined;
  const at = (i: number, j: number): Expression | undefined => {
    const parts = all.map((each) => pick(each, i, j)).filter((part) => part !== undefined);
    return parts.length === all.length ? combine(parts) : undefined;
  };
  const rows = (
    model.kind === 'vector' ? model.items.map((item) => [item]) : model.kind === 'matrix' ? model.rows : []
  ).map((row, i) => row.map((_, j) => at(i, j)).filter((part) => part !== undefined));
  return model.kind === 'vector' ? vector(rows.flat()) : matrix(rows);
};

const dot = (a: readonly Expression[], b: readonly Expression[]): Expression =>
  sum(a.map((item, i) => product([item, b[i] ?? num(0)])));

const columnsOf = (rows: readonly (readonly Expression[])[]): readonly (readonly Expression[])[] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? num(0)));

const scaled = (factor: Expression, of: Spread): Spread => mapped(of, (part) => product([factor, part]));

/** Matrix products as such; two vectors component by component, as the optimizers' papers write them. */
const multiplied = (a: Spread | undefined, b: Spread | undefined): Spread | undefined => {
  if (!a || !b) return undefined;
  if (a.kind === 'number') return scaled(a.value, b);
  if (b.kind === 'number') return mapped(a, (part) => product([part, b.value]));
  if (a.kind === 'vector' && b.kind === 'vector') return combined([a, b], product);
  if (a.kind === 'matrix' && b.kind === 'vector') {
    const items = a.rows.map((row) => dot(row, b.items));
    return items.length === 1 ? number(items[0] ?? num(0)) : vector(items);
  }
  if (a.kind === 'vector' && b.kind === 'matrix')
    return b.rows.length === 1
      ? matrix(a.items.map((item) => (b.rows[0] ?? []).map((part) => product([item, part]))))
      : undefined;
  return a.kind === 'matrix' && b.kind === 'matrix'
    ? matrix(a.rows.map((row) => columnsOf(b.rows).map((column) => dot(row, column))))
    : undefined;
};

const transposed = (of: Spread): Spread => {
  if (of.kind === 'vector') return matrix([of.items]);
  if (of.kind === 'number') return of;
  return of.rows.length === 1 ? vector(of.rows[0] ?? []) : matrix(columnsOf(of.rows));
};

const diagonal = (items: readonly Expression[]): Spread =>
  matrix(items.map((item, i) => items.map((_, j) => (i === j ? item : num(0)))));

const all = (parts: readonly Expression[], around: Surroundings): readonly Spread[] | undefined => {
  const spreads = parts.map((part) => spreadOf(part, around)).filter((spread) => spread !== undefined);
  return spreads.length === parts.length ? spreads : undefined;
};

/** `f(p)` and `f(x, y)` mean the same: the components, as many as f has parameters. */
export const argumentsFor = (
  count: number,
  args: readonly Expression[],
  around: Surroundings,
): readonly Expression[] | undefined => {
  const spreads = all(args, around);
  const parts = spreads?.flatMap((each) =>
    each.kind === 'matrix' ? each.rows.flat() : each.kind === 'vector' ? each.items : [each.value],
  );
  return parts?.length === count ? parts : undefined;
};

type Apply = Expression & { kind: 'apply' };

const ofApply = (e: Apply, around: Surroundings): Spread | undefined => {
  const args = all(e.arguments, around);
  const [first] = args ?? [];
  if (!args || !first) return undefined;
  if (e.operator.kind === 'prime') return combined(args, (parts) => ({ ...e, arguments: parts }));
  if (e.operator.kind !== 'symbol') return undefined;
  const { name } = e.operator;
  const definition = around.definition(name);
  if (definition && definition.parameters.length > 1) {
    const parts = argumentsFor(definition.parameters.length, e.arguments, around);
    return parts && number({ ...e, arguments: parts });
  }
  if (definition || componentwise.has(name)) return combined(args, (parts) => ({ ...e, arguments: parts }));
  if (name === 'transpose') return transposed(first);
  const [, second] = args;
  if ((name === 'inner' || name === 'dot') && first.kind === 'vector' && second?.kind === 'vector')
    return number(dot(first.items, second.items));
  if (name === 'diag' && first.kind === 'vector') return diagonal(first.items);
  return shapeOf(e, around) === 'number' ? number({ ...e, arguments: args.map(whole) }) : undefined;
};

const ofList = (e: Expression & { kind: 'list' }, around: Surroundings): Spread | undefined => {
  const items = all(e.items, around);
  const shape = shapeOf(e, around);
  if (isVector(shape)) return items && vector(items.map(whole));
  return isMatrix(shape) ? items && matrix(items.map((item) => (item.kind === 'vector' ? item.items : []))) : undefined;
};

const ofMatrix = (rows: readonly (readonly Expression[])[], around: Surroundings): Spread | undefined => {
  const spreads = rows.map((row) => all(row, around)).filter((row) => row !== undefined);
  const isPlain = spreads.every((row) => row.every((entry) => entry.kind === 'number'));
  return isPlain && spreads.length === rows.length ? matrix(spreads.map((row) => row.map(whole))) : undefined;
};

/**
 * An expression in vectors and matrices taken apart into expressions in numbers (derivatives are written out before):
 *
 *     p_k - α (2 x_k + y_k, x_k + 12 y_k)   →   x_k - α (2 x_k + y_k)   and   y_k - α (x_k + 12 y_k)
 *     s_k / sqrt(v_k)                       →   s_{k,1} / sqrt(v_{k,1})   and   s_{k,2} / sqrt(v_{k,2})
 *     W σ(x) + b                            →   W_{1,1} σ(x_1) + W_{1,2} σ(x_2) + b_1   and so on
 *
 * `undefined` where that has no meaning or would be too much: inverses and large matrices are left to the evaluator.
 */
export const spreadOf = (e: Expression, around: Surroundings): Spread | undefined => {
  switch (e.kind) {
    case 'symbol':
    case 'index': {
      const shape = shapeOf(e, around);
      const isLarge = isMatrix(shape) && shape.rows * shape.columns > largestMatrix;
      return shape === 'other' || isLarge ? undefined : ofName(e, shape, around);
    }
    case 'negative':
    case 'marked': {
      const of = spreadOf(e.of, around);
      return of && mapped(of, (part) => ({ ...e, of: part }));
    }
    case 'root': {
      const of = spreadOf(e.of, around);
      return of?.kind === 'matrix' ? undefined : of && mapped(of, (part) => ({ ...e, of: part }));
    }
    case 'power': {
      const base = spreadOf(e.base, around);
      return base?.kind === 'matrix' ? undefined : base && mapped(base, (part) => ({ ...e, base: part }));
    }
    case 'sum': {
      const terms = all(e.terms, around);
      return terms && combined(terms, (parts) => ({ ...e, terms: parts }));
    }
    case 'product': {
      const factors = all(e.factors, around);
      if (factors?.every((each) => each.kind === 'number')) return number({ ...e, factors: factors.map(whole) });
      return factors?.reduce<Spread | undefined>(multiplied, number(num(1)));
    }
    case 'quotient': {
      const parts = all([e.over, e.under], around);
      return parts && combined(parts, ([over, under]) => ({ ...e, over: over ?? e.over, under: under ?? e.under }));
    }
    case 'apply':
      return ofApply(e, around);
    case 'list':
      return ofList(e, around);
    case 'matrix':
      return ofMatrix(e.rows, around);
    case 'gradient':
      return undefined;
    default:
      return number(e);
  }
};
