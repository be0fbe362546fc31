import { difference, negative, num, power, relation } from '../../math/expression/build.ts';
import type { Expression, Relation, RelationNode } from '../../math/expression/tree.ts';
import { sameTree } from '../../math/expression/walk.ts';
import { variablesOf } from './sample-point.ts';

/** `left R right`: a statement with one relation. */
export interface Link {
  readonly left: Expression;
  readonly sign: Relation;
  readonly right: Expression;
}

/** The link a relation is; `undefined` for longer chains. */
export const linkOf = ({ members, relations }: RelationNode): Link | undefined => {
  const [left, right, ...more] = members;
  const [sign] = relations;
  return left && right && sign && more.length === 0 ? { left, sign, right } : undefined;
};

const mirrored: Partial<Record<Relation, Relation>> = { '>': '<', '≥': '≤', '≻': '≺', '⪰': '⪯', '⇐': '⇒' };

/** Every chain from small to large: `x > 1` is `1 < x`. */
export const turned = (e: RelationNode): RelationNode => {
  const turnable = e.relations.every((sign) => sign === '=' || mirrored[sign] !== undefined);
  if (!turnable || !e.relations.some((sign) => sign !== '=')) return e;
  return relation(
    [...e.members].reverse(),
    [...e.relations].reverse().map((sign) => mirrored[sign] ?? sign),
  );
};

const absoluteOf = (e: Expression): Expression | undefined =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'abs' ? e.arguments[0] : undefined;

const isNought = (e: Expression): boolean => e.kind === 'number' && /^0*\.?0*$/.test(e.text);

/** left − right: zero where the equation holds, below zero where left < right. |u| = |v| is u² = v². */
export const zeroOf = ({ left, sign, right }: Link): Expression => {
  const [u, v] = [absoluteOf(left), absoluteOf(right)];
  if (u && v && sign === '=') return difference(power(u, num(2)), power(v, num(2)));
  if (isNought(right)) return left;
  return isNought(left) ? negative(right) : difference(left, right);
};

/** A name and what it is said to be, where that is free of the name: `y` and `2x` of `y = 2x`. */
export interface Solved {
  readonly name: Expression;
  readonly value: Expression;
}

const isFreeOf = (e: Expression, name: Expression): boolean => !variablesOf(e).some((other) => sameTree(other, name));

const isName = ({ kind }: Expression): boolean => kind === 'symbol' || kind === 'index';

export const solvedFor = ({ left, right }: Link): Solved | undefined => {
  if (isName(left) && isFreeOf(right, left)) return { name: left, value: right };
  return isName(right) && isFreeOf(left, right) ? { name: right, value: left } : undefined;
};
