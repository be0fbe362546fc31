import { num, product } from '../../math/expression/build.ts';
import type { FunctionDefinition } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nameOf, partsOf } from './names.ts';
import { componentwise, isExtreme, isFactor, isMatrix, isVector, type Shape, type Shapes, shapeOf } from './shape.ts';
import {
  combined,
  determinant,
  diagonal,
  dot,
  largestDeterminant,
  length,
  mapped,
  matrix,
  multiplied,
  number,
  type Spread,
  transposed,
  vector,
  whole,
} from './spread-algebra.ts';

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

/** Matrices of more entries are left whole to the evaluator. */
const largestMatrix = 64;

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
  if (isFactor(e.operator, around))
    return multiplied(spreadOf(e.operator, around), args.length === 1 ? first : vector(args.map(whole)));
  if (e.operator.kind !== 'symbol') return undefined;
  const { name } = e.operator;
  const definition = around.definition(name);
  if (definition && definition.parameters.length > 1) {
    const parts = argumentsFor(definition.parameters.length, e.arguments, around);
    return parts && number({ ...e, arguments: parts });
  }
  if (isExtreme(name) && args.length === 1 && first.kind === 'vector') return number({ ...e, arguments: first.items });
  if (name === '⊙') return combined(args, product);
  if (definition || componentwise.has(name)) return combined(args, (parts) => ({ ...e, arguments: parts }));
  if (name === 'transpose') return transposed(first);
  if (name === 'norm' && first.kind === 'vector' && args.length === 1) return number(length(first.items));
  if (name === 'det' && first.kind === 'matrix' && first.rows.length <= largestDeterminant)
    return number(determinant(first.rows));
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
