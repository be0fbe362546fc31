/**
 * Formulas with vectors and matrices written out in their components, so that they can be differentiated by them:
 *
 *     xᵀ A x  with  x = (x₁, x₂)  is  x₁ (a₁₁ x₁ + a₁₂ x₂) + x₂ (a₂₁ x₁ + a₂₂ x₂)
 */
import { list, matrix, negative, power, product, quotient, root, sum } from '../expression/build.ts';
import { activations } from '../expression/evaluation/activations.ts';
import { replaceNames } from '../expression/instantiate.ts';
import { exactNumber } from '../expression/modular/exact-parts.ts';
import { isName, nameText } from '../expression/names.ts';
import type { ApplyNode, BigNode, Expression, IndexNode } from '../expression/tree.ts';
import { mapTree } from '../expression/walk.ts';
import { writtenNumber } from '../expression/written-number.ts';
import { add, compare, type Exact, fraction, isInteger, numerator } from '../number/exact.ts';

interface Vector {
  readonly kind: 'vector';
  readonly items: readonly Expression[];
}

interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly Expression[])[];
}

interface Single {
  readonly kind: 'single';
  readonly of: Expression;
}

/** An expression by its components. */
type Shaped = Single | Vector | Grid;

/** Ranges longer than this are not written out. */
const longestRange = 200;

const single = (of: Expression): Single => ({ kind: 'single', of });
const vector = (items: readonly Expression[]): Vector => ({ kind: 'vector', items });
const grid = (rows: readonly (readonly Expression[])[]): Grid => ({ kind: 'grid', rows });

const each = (of: Shaped, change: (e: Expression) => Expression): Shaped => {
  if (of.kind === 'single') return single(change(of.of));
  if (of.kind === 'vector') return vector(of.items.map(change));
  return grid(of.rows.map((row) => row.map(change)));
};

/** A row written as a matrix is a vector where a vector is wanted. */
const flat = (of: Shaped): Shaped => (of.kind === 'grid' && of.rows.length === 1 ? vector(of.rows[0] ?? []) : of);

const addShaped = (a: Shaped, b: Shaped): Shaped | undefined => {
  const [left, right] = a.kind === b.kind ? [a, b] : [flat(a), flat(b)];
  if (left.kind === 'single' && right.kind === 'single') return single(sum([left.of, right.of]));
  if (left.kind === 'vector' && right.kind === 'vector')
    return left.items.length === right.items.length
      ? vector(left.items.map((item, k) => sum([item, right.items[k] as Expression])))
      : undefined;
  if (left.kind !== 'grid' || right.kind !== 'grid' || left.rows.length !== right.rows.length) return undefined;
  return grid(left.rows.map((row, i) => row.map((item, j) => sum([item, right.rows[i]?.[j] ?? item]))));
};

const dot = (a: readonly Expression[], b: readonly Expression[]): Expression =>
  sum(a.map((item, k) => product([item, b[k] as Expression])));

const columns = (of: Grid): readonly (readonly Expression[])[] =>
  (of.rows[0] ?? []).map((_, j) => of.rows.map((row) => row[j] as Expression));

const widthOf = (of: Grid): number => of.rows[0]?.length ?? 0;

const gridTimes = (a: Grid, b: Vector | Grid): Shaped | undefined => {
  if (b.kind === 'grid')
    return widthOf(a) === b.rows.length
      ? grid(a.rows.map((row) => columns(b).map((column) => dot(row, column))))
      : undefined;
  if (widthOf(a) !== b.items.length) return undefined;
  const items = a.rows.map((row) => dot(row, b.items));
  return items.length === 1 ? single(items[0] as Expression) : vector(items);
};

const multiplyShaped = (a: Shaped, b: Shaped): Shaped | undefined => {
  if (a.kind === 'single') return each(b, (item) => product([a.of, item]));
  if (b.kind === 'single') return each(a, (item) => product([item, b.of]));
  if (a.kind === 'grid') return gridTimes(a, b);
  const row = b.kind === 'grid' && b.rows.length === 1 ? b.rows[0] : undefined;
  return row && grid(a.items.map((item) => row.map((entry) => product([item, entry]))));
};

const transposed = (of: Shaped): Shaped => {
  if (of.kind === 'single') return of;
  if (of.kind === 'vector') return grid([of.items]);
  return of.rows.length === 1 ? vector(of.rows[0] ?? []) : grid(columns(of));
};

type Of = (e: Expression) => Shaped | undefined;

const foldShaped = (
  parts: readonly Expression[],
  of: Of,
  combine: (a: Shaped, b: Shaped) => Shaped | undefined,
): Shaped | undefined => {
  const [first, ...rest] = parts.map(of);
  return rest.reduce<Shaped | undefined>((total, part) => (total && part ? combine(total, part) : undefined), first);
};

/** (√u)² is u: a norm squared has a slope where it is zero. */
const powerOf = (base: Expression, exponent: Expression): Expression =>
  base.kind === 'root' && !base.degree && exponent.kind === 'number' && exponent.text === '2'
    ? base.of
    : power(base, exponent);

const norm = (of: Shaped): Shaped | undefined =>
  of.kind === 'vector' ? single(root(dot(of.items, of.items))) : undefined;

const ofApply = (e: ApplyNode, of: Of): Shaped | undefined => {
  const name = isName(e.operator) ? nameText(e.operator) : '';
  const args = e.arguments.map(of);
  const [first, second] = args;
  if (!first || args.includes(undefined)) return undefined;
  if (name === 'transpose') return transposed(first);
  if (name === 'norm') return args.length === 1 ? norm(first) : undefined;
  if (name === 'inner' || name === 'dot')
    return first.kind === 'vector' && second?.kind === 'vector' && first.items.length === second.items.length
      ? single(dot(first.items, second.items))
      : undefined;
  if (activations.has(name) && !second) return each(first, (item) => ({ ...e, arguments: [item] }));
  const scalars = args.flatMap((arg) => (arg?.kind === 'single' ? [arg.of] : []));
  return scalars.length === args.length ? single({ ...e, arguments: scalars }) : undefined;
};

const whole = (e: Expression): Exact | undefined => {
  const value = writtenNumber(e)?.value;
  return value && isInteger(value) ? value : undefined;
};

/** A Σ over a written-out range, term by term. */
const ofSum = (e: BigNode, of: Of): Shaped | undefined => {
  const { variable, from, to } = e;
  const [low, high] = [from && whole(from), to && whole(to)];
  if (e.operator !== 'sum' || !variable || !isName(variable) || !low || !high) return undefined;
  if (compare(high, add(low, fraction(BigInt(longestRange)))) > 0 || compare(high, low) < 0) return undefined;
  const terms: Expression[] = [];
  for (let k = low; compare(k, high) <= 0; k = add(k, fraction(1n)))
    terms.push(replaceNames(e.body, new Map([[nameText(variable), exactNumber(k)]])));
  return foldShaped(terms, of, addShaped);
};

/** Vectors and matrices by name. */
export type Components = ReadonlyMap<string, Expression>;

/** `x_2` of a vector that is written out. */
const ofIndex = (e: IndexNode, components: Components): Shaped | undefined => {
  const of = isName(e) && e.base.kind === 'symbol' ? components.get(e.base.name) : undefined;
  if (!of) return single(e);
  const [first, second] = e.indices.map((part) => {
    const value = whole(part);
    return value ? Number(numerator(value)) - 1 : -1;
  });
  const found =
    of.kind === 'list'
      ? of.items[first ?? -1]
      : of.kind === 'matrix'
        ? of.rows[first ?? -1]?.[second ?? -1]
        : undefined;
  return found && single(found);
};

const ofShape = (e: Expression): Shaped => {
  if (e.kind === 'list') return vector(e.items);
  if (e.kind !== 'matrix') return single(e);
  return e.rows.every((row) => row.length === 1) ? vector(e.rows.flat()) : grid(e.rows);
};

const scalarItems = (parts: readonly Expression[], of: Of): readonly Expression[] | undefined => {
  const items = parts.map(of).flatMap((item) => (item?.kind === 'single' ? [item.of] : []));
  return items.length === parts.length ? items : undefined;
};

const shapeWith =
  (components: Components): Of =>
  (e) => {
    const of = shapeWith(components);
    if (e.kind === 'index') return ofIndex(e, components);
    if (e.kind === 'symbol') return ofShape(components.get(e.name) ?? e);
    switch (e.kind) {
      case 'number':
        return single(e);
      case 'negative': {
        const inner = of(e.of);
        return inner && each(inner, negative);
      }
      case 'marked':
        return of(e.of);
      case 'sum':
        return foldShaped(e.terms, of, addShaped);
      case 'product':
        return foldShaped(e.factors, of, multiplyShaped);
      case 'quotient': {
        const [over, under] = [of(e.over), of(e.under)];
        return over && under?.kind === 'single' ? each(over, (item) => quotient(item, under.of)) : undefined;
      }
      case 'power': {
        const [base, exponent] = [of(e.base), of(e.exponent)];
        return base?.kind === 'single' && exponent?.kind === 'single'
          ? single(powerOf(base.of, exponent.of))
          : undefined;
      }
      case 'root': {
        const inner = of(e.of);
        return inner?.kind === 'single' ? single(root(inner.of, e.degree)) : undefined;
      }
      case 'list': {
        const items = scalarItems(e.items, of);
        return items && vector(items);
      }
      case 'matrix': {
        const rows = e.rows.map((row) => scalarItems(row, of));
        const known = rows.filter((row) => row !== undefined);
        return known.length === rows.length ? ofShape(matrix(known)) : undefined;
      }
      case 'apply':
        return ofApply(e, of);
      case 'big':
        return ofSum(e, of);
      default:
        return undefined;
    }
  };

/**
 * The expression in components: a scalar expression, a list or a matrix of them; undefined where a shape does not fit
 * or a construct has no components. `components` gives lists and matrices for names.
 */
export const scalarize = (e: Expression, components: Components): Expression | undefined => {
  const shaped = shapeWith(components)(mapTree(e, (node) => (node.kind === 'marked' ? node.of : node)));
  if (!shaped) return undefined;
  if (shaped.kind === 'single') return shaped.of;
  return shaped.kind === 'vector' ? list(shaped.items) : matrix(shaped.rows);
};
