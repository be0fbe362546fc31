import { nameText } from '../../math/expression/names.ts';
import type { DerivativeNode, Expression, GradientNode } from '../../math/expression/tree.ts';
import { type IndexPattern, indexPattern } from './index-pattern.ts';
import { partsOf } from './names.ts';

/** What an expression stands for: a number, a vector of so many components, a matrix of so many rows and columns, or else. */
export type Shape =
  | 'number'
  | 'other'
  | { readonly kind: 'vector'; readonly size: number }
  | { readonly kind: 'matrix'; readonly rows: number; readonly columns: number };

export type VectorShape = Extract<Shape, { kind: 'vector' }>;
export type MatrixShape = Extract<Shape, { kind: 'matrix' }>;

export const isVector = (shape: Shape | undefined): shape is VectorShape =>
  typeof shape === 'object' && shape.kind === 'vector';
export const isMatrix = (shape: Shape | undefined): shape is MatrixShape =>
  typeof shape === 'object' && shape.kind === 'matrix';

const vector = (size: number): Shape => ({ kind: 'vector', size });
const matrix = (rows: number, columns: number): Shape => ({ kind: 'matrix', rows, columns });

export const sameShape = (a: Shape | undefined, b: Shape | undefined): boolean =>
  a === b ||
  (isVector(a) && isVector(b) && a.size === b.size) ||
  (isMatrix(a) && isMatrix(b) && a.rows === b.rows && a.columns === b.columns);

/** What telling a shape needs to know of the names around. */
export interface Shapes {
  /**
   * Shape of a name with these indices; `undefined` where it is not known, or is being found out right now. W_1 and W_2
   * may be matrices of different sizes, W_k then is `other`.
   */
  readonly name: (base: string, indices: readonly (IndexPattern | undefined)[]) => Shape | undefined;
  /** Number of parameters and the shape of a function's value. */
  readonly function: (name: string) => { readonly parameters: number; readonly value: Shape } | undefined;
}

/** Functions that make one number of vectors or matrices. */
const toNumber: ReadonlySet<string> = new Set(['norm', 'inner', 'dot', 'det', 'tr', 'trace', 'rank', 'ρ']);

/** Functions that are taken component by component. */
export const componentwise: ReadonlySet<string> = new Set([
  ...['sqrt', 'abs', 'exp', 'ln', 'log', 'max', 'min', 'sign', 'sgn', 'sin', 'cos', 'tanh', 'sinh', 'cosh'],
  ...['σ', 'sigmoid', 'logistic', 'softplus', 'relu', 'ReLU', '⊙'],
]);

/** `max(v)` is the largest component of v, `max(u, v)` is taken component by component. */
export const isExtreme = (name: string): boolean => name === 'max' || name === 'min';

/** The shape of a whole made component by component: a number goes with everything, two shapes that differ with nothing. */
export const joined = (shapes: readonly (Shape | undefined)[]): Shape | undefined => {
  const wholes = shapes.filter((shape) => shape !== undefined && shape !== 'number');
  const [first] = wholes;
  if (first === undefined) return shapes.includes(undefined) ? undefined : 'number';
  return wholes.every((shape) => sameShape(shape, first)) ? first : 'other';
};

const vectorOrNumber = (components: number): Shape => (components === 1 ? 'number' : vector(components));

/** A column and a row make a matrix; to the left of any other matrix a vector is a row. */
const vectorTimesMatrix = (
  a: { readonly size: number },
  b: { readonly rows: number; readonly columns: number },
): Shape => {
  if (b.rows === 1) return matrix(a.size, b.columns);
  return a.size === b.rows ? vectorOrNumber(b.columns) : 'other';
};

/** Two vectors are multiplied component by component; a row (a transposed vector) and a vector make a number. */
const times = (a: Shape | undefined, b: Shape | undefined): Shape | undefined => {
  if (a === undefined || b === undefined) return isVector(a) ? a : isVector(b) ? b : undefined;
  if (a === 'number') return b;
  if (b === 'number') return a;
  if (isVector(a) && isVector(b)) return joined([a, b]);
  if (isMatrix(a) && isVector(b)) return a.columns !== b.size ? 'other' : a.rows === 1 ? 'number' : vector(a.rows);
  if (isMatrix(a) && isMatrix(b)) return a.columns === b.rows ? matrix(a.rows, b.columns) : 'other';
  return isVector(a) && isMatrix(b) ? vectorTimesMatrix(a, b) : 'other';
};

const transposedShape = (of: Shape | undefined): Shape | undefined => {
  if (isVector(of)) return matrix(1, of.size);
  if (isMatrix(of)) return of.rows === 1 ? vector(of.columns) : matrix(of.columns, of.rows);
  return of;
};

const ofGradient = ({ of, order, by }: GradientNode, shapes: Shapes): Shape => {
  const found = of.kind === 'symbol' ? shapes.function(of.name) : undefined;
  if (found?.value !== 'number') return 'other';
  const given = by && shapeOf(by, shapes);
  const size = isVector(given) ? given.size : by ? 1 : found.parameters;
  return order === 1 || size === 1 ? vectorOrNumber(size) : matrix(size, size);
};

/** ∂(a number)/∂(a vector or matrix) has its shape; a vector by a vector is their Jacobian. */
const ofDerivative = ({ of, by }: DerivativeNode, shapes: Shapes): Shape => {
  const [first, ...more] = by;
  if (!first || more.length > 0) return 'number';
  const [above, below] = [shapeOf(of, shapes) ?? 'number', shapeOf(first.variable, shapes) ?? 'number'];
  if (above === 'number' || above === 'other') return above === 'number' ? below : 'number';
  if (below === 'number') return above;
  return isVector(above) && isVector(below) ? matrix(above.size, below.size) : 'other';
};

const diagonalShape = (of: Shape | undefined): Shape | undefined =>
  isVector(of) ? matrix(of.size, of.size) : of && 'other';

/** A function of one number applied to a vector is applied to each component: `σ(z)`. */
const ofFunction = (name: string, args: readonly (Shape | undefined)[], shapes: Shapes): Shape | undefined => {
  const found = shapes.function(name);
  if (found)
    return found.parameters === 1 && found.value === 'number' && args.length === 1
      ? joined(['number', ...args])
      : found.value;
  if (isExtreme(name) && args.length === 1) return 'number';
  if (componentwise.has(name)) return joined(args);
  if (toNumber.has(name)) return 'number';
  if (name === 'transpose') return transposedShape(args[0]);
  return name === 'diag' && args.length === 1 ? diagonalShape(args[0]) : 'other';
};

/** Whether a product reads like a call: `W_1 (3, 4)`, and `W (3, 4)` for a matrix W. */
export const isFactor = (operator: Expression, shapes: Shapes): boolean => {
  if ((operator.kind !== 'index' && operator.kind !== 'symbol') || shapes.function(nameText(operator))) return false;
  const shape = shapeOf(operator, shapes);
  return operator.kind === 'index' || isVector(shape) || isMatrix(shape);
};

const ofApply = (e: Expression & { kind: 'apply' }, shapes: Shapes): Shape | undefined => {
  const args = e.arguments.map((argument) => shapeOf(argument, shapes));
  if (isFactor(e.operator, shapes))
    return times(shapeOf(e.operator, shapes), args.length === 1 ? args[0] : vector(args.length));
  switch (e.operator.kind) {
    case 'gradient':
      return ofGradient(e.operator, shapes);
    case 'symbol':
      return ofFunction(e.operator.name, args, shapes);
    case 'prime':
      return joined(['number', ...args]);
    case 'index':
      return ofFunction(nameText(e.operator), args, shapes);
    default:
      return 'number';
  }
};

/** `(1, 2)` is a vector, `[[1, 2], [3, 4]]` a matrix by rows. */
const ofList = (e: Expression & { kind: 'list' }, shapes: Shapes): Shape => {
  const items = e.items.map((item) => shapeOf(item, shapes) ?? 'number');
  const [first] = items;
  if (items.every((item) => item === 'number')) return vector(items.length);
  const isSquareBracketed = e.open === '[' && isVector(first) && items.every((item) => sameShape(item, first));
  return isSquareBracketed ? matrix(items.length, first.size) : 'other';
};

/** The shape of an expression; `undefined` where it hangs on a name whose shape is not known. */
export const shapeOf = (e: Expression, shapes: Shapes): Shape | undefined => {
  switch (e.kind) {
    case 'number':
    case 'big':
      return 'number';
    case 'derivative':
      return ofDerivative(e, shapes);
    case 'symbol':
    case 'index': {
      const parts = partsOf(e);
      return parts && shapes.name(parts.base, parts.indices.map(indexPattern));
    }
    case 'negative':
    case 'marked':
    case 'root':
      return shapeOf(e.of, shapes);
    case 'power': {
      const base = shapeOf(e.base, shapes);
      return isMatrix(base) ? 'other' : base;
    }
    case 'sum':
      return joined(e.terms.map((term) => shapeOf(term, shapes)));
    case 'product':
      return e.factors.map((factor) => shapeOf(factor, shapes)).reduce(times);
    case 'quotient':
      return joined([shapeOf(e.over, shapes), shapeOf(e.under, shapes)]);
    case 'apply':
      return ofApply(e, shapes);
    case 'list':
      return ofList(e, shapes);
    case 'matrix':
      return matrix(e.rows.length, e.rows[0]?.length ?? 0);
    case 'gradient':
      return ofGradient(e, shapes);
    default:
      return 'other';
  }
};
