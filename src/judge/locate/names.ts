/**
 * Names of quantities, in one spelling. Two expressions name the same quantity where their keys are equal:
 *
 *     x_1   x_{1}   x1   x^{(1)}   x[1]        x_1
 *     ∂f/∂x   ∂f(x, y)/∂x   f_x   f_x(x, y)    D[f;x]
 *     ∇_x f   fx                               D[f;x]
 *     ∂f(x_0, y_0)/∂x   f_x(x_0, y_0)          D[f;x](x_0,y_0)
 *     df/dx |_{x = 1}   f'(1)                  D[f;x](1)
 *     [x_1, y_1]   (x_1, y_1)^T   a column     (x_1,y_1)
 *     ∇f   ∇f(x, y)                            ∇f
 *
 * A key is for comparing only; nothing is parsed out of it again.
 */
import { apply } from '../../math/expression/build.ts';
import type {
  ApplyNode,
  AtNode,
  DerivativeNode,
  Expression,
  IndexNode,
  PowerNode,
} from '../../math/expression/tree.ts';
import { size, treeKey } from '../../math/expression/walk.ts';
import { components } from './components.ts';
import { numberKey, symbolKey } from './spelling.ts';

/** The functions that the assignment defines, with their parameters: `f` → `x`, `y`. */
export type Functions = ReadonlyMap<string, readonly string[]>;

/** Larger trees are formulas, not names. */
const largestName = 80;

/** `|A|` of a matrix is its determinant. */
const isDeterminant = ({ operator, arguments: [of] }: ApplyNode): boolean => {
  const isMatrix = of?.kind === 'matrix' || (of?.kind === 'symbol' && /^\p{Lu}$/u.test(of.name));
  return operator.kind === 'symbol' && (operator.name === 'det' || (operator.name === 'abs' && isMatrix));
};

/** What a derivative is taken of, apart from the point: `f(x_0, y_0)` is `f` at `x_0, y_0`. */
interface Taken {
  readonly of: string;
  readonly point: readonly Expression[];
}

/** The 1 of `x = 1`. */
const valueSaid = (name: string, where: readonly Expression[]): Expression | undefined => {
  for (const one of where) {
    if (one.kind !== 'relation' || one.relations.join() !== '=') continue;
    const [left, value] = one.members;
    if (left?.kind === 'symbol' && left.name === name) return value;
  }
  return undefined;
};

/** Symbols whose spelling is remembered: a class writes the same ones. */
const mostSymbols = 2_000;

/** The 1 of the index in `x_{t=1}`. */
const stepSaid = (e: Expression): Expression => (e.kind === 'relation' ? (e.members.at(-1) ?? e) : e);

class Namer {
  readonly #functions: Functions;
  readonly #symbols = new Map<string, string>();

  constructor(functions: Functions) {
    this.#functions = functions;
  }

  key(e: Expression): string {
    const vector = components(e);
    if (vector) return `(${vector.map((item) => this.key(item)).join(',')})`;
    switch (e.kind) {
      case 'symbol':
        return this.symbol(e.name);
      case 'number':
        return e.text;
      case 'marked':
        return this.key(e.of);
      case 'index':
        return this.#index(e);
      case 'derivative':
        return this.#derivative(e, []);
      case 'gradient':
        return this.#gradient(e.of, e.order, e.by, []);
      case 'prime':
        return this.#prime(e.of, e.order, []);
      case 'apply':
        return this.#apply(e);
      case 'product':
        return this.#product(e.factors);
      case 'list':
        return e.items[0] && e.items.length === 1 && e.open !== '{' ? this.key(e.items[0]) : treeKey(e);
      case 'negative':
        return `-${this.key(e.of)}`;
      case 'sum':
        return e.terms.map((term) => this.key(term)).join('+');
      case 'quotient':
        return `(${this.key(e.over)})/(${this.key(e.under)})`;
      case 'power':
        return this.#squaredLength(e) ?? `(${this.key(e.base)})^(${this.key(e.exponent)})`;
      case 'at':
        return this.#valueAt(e);
      case 'relation':
        return e.members.map((member) => this.key(member)).join(e.relations.join());
      default:
        return treeKey(e);
    }
  }

  symbol(name: string): string {
    const known = this.#symbols.get(name);
    if (known !== undefined) return known;
    const key = this.#mixedDerivative(name) ?? symbolKey(name);
    if (this.#symbols.size >= mostSymbols) this.#symbols.clear();
    this.#symbols.set(name, key);
    return key;
  }

  /** `x_1`, which most names are. */
  numbered({ base, indices, position }: IndexNode): string | undefined {
    const [first] = indices;
    if (base.kind !== 'symbol' || first?.kind !== 'number' || indices.length > 1) return undefined;
    // The parameter x_1 of f(x_1, x_2) at a step: `x_1^{(2)}`.
    const between = position === 'super' && /_\d+$/.test(base.name) ? '^' : '_';
    return this.#functions.has(base.name) ? undefined : `${this.symbol(base.name)}${between}${first.text}`;
  }

  #index({ base, indices, position }: IndexNode): string {
    const written = indices.map((one) => this.key(stepSaid(one))).join(',');
    const partial = this.#partialDerivative(base, indices);
    if (partial) return partial;
    if (base.kind !== 'index') return `${this.key(base)}_${written}`;
    // x_1^{(2)} and x^{(2)}_1 are one name.
    const inner = base.indices.map((one) => this.key(one)).join(',');
    const [sub, sup] = position === 'super' ? [inner, written] : [written, inner];
    return `${this.key(base.base)}_${sub}^${sup}`;
  }

  /** `f_x`, `f_{xy}` (read as one name or as a product) where `f` is a function of `x`. */
  #partialDerivative(base: Expression, indices: readonly Expression[]): string | undefined {
    const parameters = base.kind === 'symbol' ? this.#functions.get(base.name) : undefined;
    if (!parameters || base.kind !== 'symbol') return undefined;
    const variables = indices
      .flatMap((one) => (one.kind === 'product' ? one.factors : [one]))
      .map((one) => this.key(one));
    if (!variables.every((one) => parameters.includes(one))) return undefined;
    return this.#derivativeKey({ of: symbolKey(base.name), point: [] }, variables);
  }

  /** `f_{xy}` or `fxy`, which reads as one word. */
  #mixedDerivative(name: string): string | undefined {
    const [base, letters = ''] = name.includes('_') ? name.split('_') : [name.slice(0, 1), name.slice(1)];
    const parameters = base && letters !== '' ? this.#functions.get(base) : undefined;
    if (!base || !parameters || ![...letters].every((letter) => parameters.includes(letter))) return undefined;
    return this.#derivativeKey({ of: symbolKey(base), point: [] }, [...letters]);
  }

  #derivativeKey({ of, point }: Taken, variables: readonly string[]): string {
    return `D[${of};${[...variables].sort().join(',')}]${this.#point(of, point)}`;
  }

  /** Nothing where the function is applied to its own parameters. */
  #point(of: string, point: readonly Expression[]): string {
    const flat = point.length === 1 && point[0] ? (components(point[0]) ?? point) : point;
    const written = flat.map((one) => numberKey(one) ?? this.key(one)).join(',');
    const own = this.#functions.get(of)?.join(',');
    return flat.length === 0 || written === own ? '' : `(${written})`;
  }

  #taken(e: Expression): Taken {
    if (e.kind === 'apply' && e.operator.kind === 'symbol')
      return { of: symbolKey(e.operator.name), point: e.arguments };
    return { of: this.key(e), point: [] };
  }

  #derivative(e: DerivativeNode, point: readonly Expression[]): string {
    // ∂_x ∂_y g is ∂²g/∂x∂y
    if (e.of.kind === 'derivative') return this.#derivative({ ...e.of, by: [...e.by, ...e.of.by] }, point);
    const taken = this.#taken(e.of);
    const variables = e.by.flatMap(({ variable, order }) => this.#repeated(this.key(variable), order));
    return this.#derivativeKey(point.length > 0 ? { of: taken.of, point } : taken, variables);
  }

  #repeated(variable: string, order: Expression): readonly string[] {
    const times = order.kind === 'number' ? Number(order.text) : Number.NaN;
    return Number.isInteger(times) && times >= 1 && times <= 8
      ? Array.from({ length: times }, () => variable)
      : [`${variable}^${this.key(order)}`];
  }

  /** `df/dx |_{x = 1}` is `f'(1)`; a bar that does not settle every variable stays one. */
  #valueAt({ of, where }: AtNode): string {
    const point = this.#settled(of, where);
    if (point) {
      if (of.kind === 'derivative') return this.#derivative(of, point);
      if (of.kind === 'gradient') return this.#gradient(of.of, of.order, of.by, point);
      if (of.kind === 'prime') return this.#prime(of.of, of.order, point);
    }
    return `${this.key(of)}|${where.map((condition) => this.key(condition)).join(',')}`;
  }

  /** The point that `x = 1, y = 2` or `(1, 2)` says, in the order of the function's variables. */
  #settled(of: Expression, where: readonly Expression[]): readonly Expression[] | undefined {
    const taken = of.kind === 'derivative' || of.kind === 'gradient' || of.kind === 'prime' ? of.of : of;
    const parameters = this.#functions.get(this.#taken(taken).of);
    const [only] = where;
    const vector = where.length === 1 && only ? components(only) : undefined;
    if (!parameters || vector) return vector;
    const values = parameters.map((name) => valueSaid(name, where));
    return values.every((value) => value !== undefined) ? values : undefined;
  }

  #gradient(of: Expression, order: 1 | 2, by: Expression | undefined, point: readonly Expression[]): string {
    const taken = this.#taken(of);
    const at = this.#point(taken.of, point.length > 0 ? point : taken.point);
    const parameters = this.#functions.get(taken.of)?.join(',');
    const variables = by && this.key(by).replace(/^\(|\)$/g, '');
    // By one variable of several it is the derivative by it.
    if (order === 1 && by && variables && variables !== parameters && !components(by))
      return this.#derivativeKey({ of: taken.of, point: point.length > 0 ? point : taken.point }, [variables]);
    const named = variables && variables !== parameters ? `_${variables}` : '';
    return `∇${order === 2 ? '²' : ''}${named}${taken.of}${at}`;
  }

  #prime(of: Expression, order: number, point: readonly Expression[]): string {
    const taken = this.#taken(of);
    const parameters = this.#functions.get(taken.of) ?? [];
    const variable = parameters.length === 1 ? (parameters[0] ?? '′') : '′';
    return this.#derivativeKey(point.length > 0 ? { of: taken.of, point } : taken, Array(order).fill(variable));
  }

  #apply(e: ApplyNode): string {
    const { operator } = e;
    if (operator.kind === 'derivative') return this.#derivative(operator, e.arguments);
    if (operator.kind === 'gradient') return this.#gradient(operator.of, operator.order, operator.by, e.arguments);
    if (operator.kind === 'prime') return this.#prime(operator.of, operator.order, e.arguments);
    const [first] = e.arguments;
    if (isDeterminant(e)) return `det(${first ? this.key(first) : ''})`;
    const name = this.key(operator);
    const isIndex = e.arguments.length === 1 && first?.kind === 'number' && /^\d+$/.test(first.text);
    if (isIndex && operator.kind === 'symbol' && [...name].length === 1 && !this.#functions.has(name)) {
      return `${name}_${first.text}`;
    }
    const partial = name.startsWith('D[') ? name.slice(2, name.indexOf(';')) : name;
    return `${name}${this.#point(partial, e.arguments)}`;
  }

  /** `‖r‖²` is `r^T r`. */
  #squaredLength({ base, exponent }: PowerNode): string | undefined {
    if (exponent.kind !== 'number' || exponent.text !== '2' || base.kind !== 'apply') return undefined;
    const [of, index] = base.arguments;
    const isLength = base.operator.kind === 'symbol' && base.operator.name === 'norm' && of && !index;
    return isLength ? this.#product([apply('transpose', [of]), of]) : undefined;
  }

  /** A derivative or an undeclared function beside a bracket: `∂f/∂x (x_0, y_0)`. */
  #product(factors: readonly Expression[]): string {
    const [first, second] = factors;
    const point = factors.length === 2 && second && components(second);
    if (first?.kind === 'derivative' && point) return this.#derivative(first, point);
    if (first?.kind === 'gradient' && point) return this.#gradient(first.of, first.order, first.by, point);
    return factors.map((factor) => this.key(factor)).join('·');
  }
}

/** Gives expressions their key; large expressions, which name nothing, have none. */
export const namer = (functions: Functions): ((e: Expression) => string | undefined) => {
  const names = new Namer(functions);
  const known = new WeakMap<Expression, { readonly key: string | undefined }>();
  return (e) => {
    if (e.kind === 'number') return e.text;
    if (e.kind === 'symbol') return names.symbol(e.name);
    const numbered = e.kind === 'index' ? names.numbered(e) : undefined;
    if (numbered !== undefined) return numbered;
    const before = known.get(e);
    if (before) return before.key;
    const key = size(e, largestName) >= largestName ? undefined : names.key(e);
    known.set(e, { key });
    return key;
  };
};

/** The keys of the parts of a vector-valued name: of `∇f` the partial derivatives, of a list its items. */
export const partKeys = (
  e: Expression,
  key: (e: Expression) => string | undefined,
  functions: Functions,
): readonly string[] | undefined => {
  const vector = components(e);
  if (vector) return vector.map((item) => key(item) ?? '');
  const name = key(e);
  const gradient = name && /^∇([^²_(]+)(\(.*\))?$/u.exec(name);
  const parameters = gradient && functions.get(gradient[1] ?? '');
  if (!gradient || !parameters || parameters.length < 2) return undefined;
  return parameters.map((parameter) => `D[${gradient[1]};${parameter}]${gradient[2] ?? ''}`);
};
