/**
 * Formulas with vectors and matrices written out in their components, so that they can be differentiated by them:
 *
 *     xᵀ A x  with  x = (x₁, x₂)  is  x₁ (a₁₁ x₁ + a₁₂ x₂) + x₂ (a₂₁ x₁ + a₂₂ x₂)
 */
import { list, matrix, negative, power, quotient, root } from '../expression/build.ts';
import { activations } from '../expression/evaluation/activations.ts';
import { replaceNames } from '../expression/instantiate.ts';
import { exactNumber } from '../expression/modular/exact-parts.ts';
import { isName, nameText } from '../expression/names.ts';
import type { ApplyNode, BigNode, Expression, IndexNode } from '../expression/tree.ts';
import { depth, mapTree } from '../expression/walk.ts';
import { writtenNumber } from '../expression/written-number.ts';
import { add, compare, type Exact, fraction, isInteger, numerator } from '../number/exact.ts';
import { addShaped, dot, each, grid, multiplyShaped, type Shaped, single, transposed, vector } from './shaped.ts';

/** Ranges longer than this are not written out. */
const longestRange = 200;

/** Deeper formulas are left alone. */
const deepest = 1_000;

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
  if (depth(e) > deepest) return undefined;
  const shaped = shapeWith(components)(mapTree(e, (node) => (node.kind === 'marked' ? node.of : node)));
  if (!shaped) return undefined;
  if (shaped.kind === 'single') return shaped.of;
  return shaped.kind === 'vector' ? list(shaped.items) : matrix(shaped.rows);
};
