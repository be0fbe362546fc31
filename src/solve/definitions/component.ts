import { list, num } from '../../math/expression/build.ts';
import type { FunctionDefinition } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { nameOf, partsOf } from './names.ts';
import { componentwise, isVector, type Shape, type Shapes, shapeOf } from './shape.ts';

/** What taking an expression apart needs to know of the definitions around. */
export interface Surroundings extends Shapes {
  readonly functionNames: readonly string[];
  readonly definition: (name: string) => FunctionDefinition | undefined;
  /** ∂f/∂(the parameter at this position), an expression in f's parameters. */
  readonly partial: (name: string, position: number) => Expression | undefined;
  /** The names of a vector's components where they have names of their own: p is (x, y). */
  readonly coordinates: (base: string) => readonly string[] | undefined;
}

const sizeOf = (shape: Shape | undefined): number => (isVector(shape) ? shape.vector : 1);

/** All components of an expression; `undefined` where one cannot be told. */
export const componentsOf = (e: Expression, around: Surroundings): readonly Expression[] | undefined => {
  const shape = shapeOf(e, around);
  if (shape === 'other') return undefined;
  const parts = Array.from({ length: sizeOf(shape) }, (_, i) => componentOf(e, i, around));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
};

/** `f(p)` and `f(x, y)` mean the same: as many expressions as f has parameters. */
const spread = (
  args: readonly Expression[],
  count: number,
  around: Surroundings,
): readonly Expression[] | undefined => {
  const parts = args.map((argument) => componentsOf(argument, around));
  const known = parts.filter((part) => part !== undefined).flat();
  return parts.includes(undefined) || known.length !== count ? undefined : known;
};

const nameComponent = (e: Expression, i: number, around: Surroundings): Expression | undefined => {
  const parts = partsOf(e);
  if (!parts || !isVector(shapeOf(e, around))) return e;
  const coordinate = around.coordinates(parts.base)?.[i];
  return coordinate === undefined
    ? nameOf({ base: parts.base, indices: [...parts.indices, num(i + 1)] })
    : nameOf({ base: coordinate, indices: parts.indices });
};

const each = (parts: readonly Expression[], i: number, around: Surroundings): readonly Expression[] | undefined => {
  const found = parts.map((part) => componentOf(part, i, around)).filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
};

/** `‖∇f(p)‖` keeps its operator; its vectors become lists of their components. */
const listed = (e: Expression & { kind: 'apply' }, around: Surroundings): Expression | undefined => {
  const args = e.arguments.map((argument) => {
    const parts = componentsOf(argument, around);
    return parts && (parts.length === 1 ? parts[0] : list(parts));
  });
  const known = args.filter((argument) => argument !== undefined);
  return known.length === args.length ? { ...e, arguments: known } : undefined;
};

const applyComponent = (e: Expression & { kind: 'apply' }, i: number, around: Surroundings): Expression | undefined => {
  if (e.operator.kind !== 'symbol') return undefined;
  if (componentwise.has(e.operator.name)) {
    const args = each(e.arguments, i, around);
    return args && { ...e, arguments: args };
  }
  const definition = around.definition(e.operator.name);
  const values = definition && spread(e.arguments, definition.parameters.length, around);
  return definition ? values && { ...e, arguments: values } : listed(e, around);
};

/**
 * Component i (from 0) of an expression in vectors, as an expression in numbers (gradients are lists by now):
 *
 *     p_k - α (2 x_k + y_k, x_k + 12 y_k)   at 0, p = (x, y)   →   x_k - α (2 x_k + y_k)
 *     s_k / sqrt(v_k)                       at 1               →   s_{k,2} / sqrt(v_{k,2})
 *
 * Products, quotients, powers and roots of vectors are taken component by component, as the optimizers' papers write them.
 * `undefined` where that has no meaning: matrices are left to the evaluator.
 */
export const componentOf = (e: Expression, i: number, around: Surroundings): Expression | undefined => {
  switch (e.kind) {
    case 'symbol':
    case 'index':
      return shapeOf(e, around) === 'other' ? undefined : nameComponent(e, i, around);
    case 'negative':
    case 'marked': {
      const of = componentOf(e.of, i, around);
      return of && { ...e, of };
    }
    case 'root': {
      const of = componentOf(e.of, i, around);
      return of && { ...e, of };
    }
    case 'power': {
      const base = componentOf(e.base, i, around);
      return base && { ...e, base };
    }
    case 'sum': {
      const terms = each(e.terms, i, around);
      return terms && { ...e, terms };
    }
    case 'product': {
      const factors = each(e.factors, i, around);
      return factors && { ...e, factors };
    }
    case 'quotient': {
      const [over, under] = each([e.over, e.under], i, around) ?? [];
      return over && under && { ...e, over, under };
    }
    case 'apply':
      return applyComponent(e, i, around);
    case 'list':
      return e.items[i];
    case 'matrix':
    case 'gradient':
      return undefined;
    default:
      return e;
  }
};
