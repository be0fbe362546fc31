import { list } from '../math/expression/build.ts';
import { nameText } from '../math/expression/names.ts';
import type { DerivativeNode, Expression } from '../math/expression/tree.ts';
import { nodes, substitute, treeKey } from '../math/expression/walk.ts';
import { chainRule, directSlope } from './chain-rule.ts';
import { partsOf, type Quantity, quantityName } from './definitions/names.ts';
import { isMatrix, isVector, shapeOf } from './definitions/shape.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { originOf, quantityOf } from './origin.ts';

/** A quantity as the numbers it is made of, in its shape. */
type Parts =
  | { readonly kind: 'number'; readonly quantity: Quantity }
  | { readonly kind: 'vector'; readonly items: readonly Quantity[] }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Quantity[])[] };

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

const partsIn = (name: Expression, table: DefinitionTable): Parts | undefined => {
  const quantity = quantityOf(name);
  if (!quantity) return undefined;
  const shape = shapeOf(name, table);
  const at = (...more: readonly number[]): Quantity => ({
    base: quantity.base,
    indices: [...quantity.indices, ...more.map((i) => i + 1)],
  });
  if (isMatrix(shape))
    return { kind: 'matrix', rows: upTo(shape.rows).map((i) => upTo(shape.columns).map((j) => at(i, j))) };
  if (!isVector(shape)) return shape === 'other' ? undefined : { kind: 'number', quantity };
  const coordinates = table.coordinates(quantity.base);
  const items = upTo(shape.size).map((i) => {
    const base = coordinates?.[i];
    return base === undefined ? at(i) : { base, indices: quantity.indices };
  });
  return { kind: 'vector', items };
};

type Slope = (by: Quantity) => Expression | undefined;

const every = (items: readonly (Expression | undefined)[]): readonly Expression[] | undefined => {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
};

/** ∂(a number)/∂(parts): a number, a vector, or a matrix in the shape of what it is taken by. */
const slopes = (slope: Slope, by: Parts): Expression | undefined => {
  if (by.kind === 'number') return slope(by.quantity);
  if (by.kind === 'vector') {
    const items = every(by.items.map(slope));
    return items && list(items);
  }
  const rows = by.rows.map((row) => every(row.map(slope)));
  const known = rows.filter((row) => row !== undefined);
  return known.length === rows.length ? { kind: 'matrix', rows: known } : undefined;
};

/** ∂(parts)/∂(parts): a vector by a vector is the Jacobian, a row a component of what is differentiated. */
const jacobian = (of: Parts, by: Parts, slopeOf: (of: Quantity) => Slope): Expression | undefined => {
  if (of.kind === 'number') return slopes(slopeOf(of.quantity), by);
  if (of.kind === 'matrix' || by.kind === 'matrix') return undefined;
  if (by.kind === 'number') {
    const items = every(of.items.map((item) => slopeOf(item)(by.quantity)));
    return items && list(items);
  }
  const rows = of.items.map((item) => every(by.items.map(slopeOf(item))));
  const known = rows.filter((row) => row !== undefined);
  return known.length === rows.length ? { kind: 'matrix', rows: known } : undefined;
};

const isOnce = (order: Expression): boolean => order.kind === 'number' && order.text === '1';

/** The quantities of `∂L/∂W`, where L is one that the table defines by a formula (functions are another matter). */
const sidesOf = (node: DerivativeNode, table: DefinitionTable): { of: Expression; by: Expression } | undefined => {
  const [only, ...more] = node.by;
  const parts = partsOf(node.of);
  if (!only || more.length > 0 || !isOnce(only.order) || !parts) return undefined;
  if (parts.indices.length === 0 && table.definition(parts.base)) return undefined;
  const quantity = quantityOf(node.of);
  const isKnown = quantity !== undefined && originOf(quantity, table) !== undefined;
  return isKnown || givenWhole(node, table) ? { of: node.of, by: only.variable } : undefined;
};

const textOf = (e: Expression): string | undefined => {
  const quantity = quantityOf(e);
  return quantity && nameText(quantityName(quantity));
};

const givenWhole = (node: DerivativeNode, table: DefinitionTable): Expression | undefined => {
  const [of, by] = [textOf(node.of), node.by[0] && textOf(node.by[0].variable)];
  return of === undefined || by === undefined ? undefined : table.given(of, by);
};

const derivativeOf = (node: DerivativeNode, table: DefinitionTable): Expression | undefined => {
  const key = treeKey(node);
  if (!table.derivatives.has(key)) table.derivatives.set(key, writtenOut(node, table));
  return table.derivatives.get(key);
};

const writtenOut = (node: DerivativeNode, table: DefinitionTable): Expression | undefined => {
  const sides = sidesOf(node, table);
  if (!sides) return undefined;
  const given = givenWhole(node, table);
  if (given) return given;
  const [of, by] = [partsIn(sides.of, table), partsIn(sides.by, table)];
  const slopeOf = node.style === 'immediate' ? directSlope : chainRule;
  return of && by && jacobian(of, by, (each) => slopeOf(each, table));
};

const isDerivative = (node: Expression): node is DerivativeNode => node.kind === 'derivative';

/** Whether a formula speaks of derivatives of defined quantities: what they are hangs on all definitions in between. */
export const hasQuantityDerivatives = (tree: Expression, table: DefinitionTable): boolean =>
  [...nodes(tree)].some((node) => isDerivative(node) && sidesOf(node, table) !== undefined);

/** Derivatives of defined quantities written out: `∂L/∂w_1` in the numbers between L and w_1. */
export const withQuantityDerivatives = (tree: Expression, table: DefinitionTable): Expression =>
  substitute(tree, (node) => (isDerivative(node) ? derivativeOf(node, table) : undefined));
