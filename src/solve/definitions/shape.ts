import type { Expression, GradientNode } from '../../math/expression/tree.ts';
import { partsOf } from './names.ts';

/** What kind of thing an expression stands for: a number, a vector of so many components, or something else (a matrix). */
export type Shape = 'number' | 'other' | { readonly vector: number };

export const isVector = (shape: Shape | undefined): shape is { readonly vector: number } => typeof shape === 'object';

/** What telling a shape needs to know of the names around. */
export interface Shapes {
  /** Shape of a name with so many indices; `undefined` where it is not known, or is being found out right now. */
  readonly name: (base: string, indices: number) => Shape | undefined;
  /** Number of parameters and the shape of a function's value. */
  readonly function: (name: string) => { readonly parameters: number; readonly value: Shape } | undefined;
}

/** Functions that make one number of a vector or matrix. */
const toNumber: ReadonlySet<string> = new Set(['norm', 'inner', 'det', 'tr', 'trace', 'rank', 'ρ']);
/** Functions that are taken component by component. */
export const componentwise: ReadonlySet<string> = new Set([
  ...['sqrt', 'abs', 'exp', 'ln', 'log', 'max', 'min', 'sign', 'sgn', 'tanh', 'sin', 'cos', 'σ'],
]);

/** The shape of a whole made of parts component by component: one matrix makes it other, one vector a vector. */
const joined = (shapes: readonly (Shape | undefined)[]): Shape | undefined => {
  if (shapes.includes('other')) return 'other';
  return shapes.find(isVector) ?? (shapes.includes('number') ? 'number' : undefined);
};

const vectorOrNumber = (components: number): Shape => (components === 1 ? 'number' : { vector: components });

const ofGradient = ({ of, order, by }: GradientNode, shapes: Shapes): Shape => {
  const found = of.kind === 'symbol' ? shapes.function(of.name) : undefined;
  if (found?.value !== 'number') return 'other';
  const given = by && shapeOf(by, shapes);
  const size = isVector(given) ? given.vector : by ? 1 : found.parameters;
  return order === 1 || size === 1 ? vectorOrNumber(size) : 'other';
};

const ofApply = (e: Expression & { kind: 'apply' }, shapes: Shapes): Shape | undefined => {
  if (e.operator.kind === 'gradient') return ofGradient(e.operator, shapes);
  if (e.operator.kind !== 'symbol') return 'number';
  const { name } = e.operator;
  if (toNumber.has(name)) return 'number';
  if (componentwise.has(name)) return joined(e.arguments.map((argument) => shapeOf(argument, shapes)));
  return shapes.function(name)?.value ?? 'other';
};

const ofList = (e: Expression & { kind: 'list' }, shapes: Shapes): Shape =>
  e.items.some((item) => shapeOf(item, shapes) !== 'number') ? 'other' : { vector: e.items.length };

/** The shape of an expression; `undefined` where it hangs on a name whose shape is not known. */
export const shapeOf = (e: Expression, shapes: Shapes): Shape | undefined => {
  switch (e.kind) {
    case 'number':
    case 'derivative':
    case 'big':
      return 'number';
    case 'symbol':
    case 'index': {
      const parts = partsOf(e);
      return parts && shapes.name(parts.base, parts.indices.length);
    }
    case 'negative':
    case 'marked':
      return shapeOf(e.of, shapes);
    case 'root':
      return shapeOf(e.of, shapes);
    case 'power':
      return shapeOf(e.base, shapes);
    case 'sum':
      return joined(e.terms.map((term) => shapeOf(term, shapes)));
    case 'product':
      return joined(e.factors.map((factor) => shapeOf(factor, shapes)));
    case 'quotient':
      return joined([shapeOf(e.over, shapes), shapeOf(e.under, shapes)]);
    case 'apply':
      return ofApply(e, shapes);
    case 'list':
      return ofList(e, shapes);
    case 'gradient':
      return ofGradient(e, shapes);
    default:
      return 'other';
  }
};
