/** Several values however they are given: `{1, 2}`, `1 and 2`, `±2`, `x = 1 or x = 2`, `x = 1, 2`, `x_1 = 1, x_2 = 2`, `x ∈ {1, 2}`. */
import { list, logic, relation } from '../../math/expression/build.ts';
import type { Expression, RelationNode } from '../../math/expression/tree.ts';
import { sameTree } from '../../math/expression/walk.ts';
import { bothSigns } from './both-signs.ts';

/** What is given a value: `x`; the numbered `x_1` and `x_2` are solutions for one unknown. */
const unknownOf = ({ members: [left] }: RelationNode): Expression | undefined => {
  if (left?.kind === 'index') return left.base.kind === 'symbol' ? left.base : undefined;
  return left?.kind === 'symbol' ? left : undefined;
};

const isEquation = (e: Expression): e is RelationNode =>
  e.kind === 'relation' && e.relations.join() === '=' && unknownOf(e) !== undefined;

const allAlike = (names: readonly (Expression | undefined)[]): boolean => {
  const [first] = names;
  return first !== undefined && names.every((name) => name !== undefined && sameTree(name, first));
};

/** The parts of what is joined by commas, `and` or `or`. */
const partsOf = (e: Expression): readonly Expression[] => {
  if (e.kind === 'sequence') return e.items.flatMap(partsOf);
  return e.kind === 'logic' && e.operator !== 'not' ? e.terms.flatMap(partsOf) : [e];
};

const saidValue = (e: Expression): Expression => (isEquation(e) ? (e.members[1] ?? e) : e);

/** Equations for one unknown, the unknown left out behind the first: their values; numbers alone as they are. */
const valuesOf = (parts: readonly Expression[]): readonly Expression[] | undefined => {
  const equations = parts.filter(isEquation);
  if (equations.length > 0 && !(parts[0] && isEquation(parts[0]) && allAlike(equations.map(unknownOf))))
    return undefined;
  const values = parts.map(saidValue);
  return values.some((value) => value.kind === 'relation' || value.kind === 'logic' || value.kind === 'text')
    ? undefined
    : values;
};

const isSet = (e: Expression): boolean => e.kind === 'list' && e.open === '{' && e.close === '}';

const itemsOf = (e: Expression): readonly Expression[] | undefined => {
  if (e.kind === 'marked') return itemsOf(e.of);
  if (e.kind === 'list') return isSet(e) ? e.items : undefined;
  if (e.kind === 'symbol' && e.name === '∅') return [];
  const set = e.kind === 'relation' && e.relations.join() === '∈' ? e.members[1] : undefined;
  if (set) return isSet(set) ? itemsOf(set) : undefined;
  const parts = partsOf(e);
  const isSeveral = parts.length > 1 || isEquation(e) || bothSigns(e) !== undefined;
  return isSeveral ? valuesOf(parts) : undefined;
};

/** The values as a set, both signs of a ± written out; `undefined` where these are no several values. */
export const asSet = (e: Expression): Expression | undefined => {
  const items = itemsOf(e);
  return (
    items &&
    list(
      items.flatMap((item) => bothSigns(item) ?? [item]),
      '{',
      '}',
    )
  );
};

/** `x = 1, 2` as `x = 1 or x = 2`, `x = 1, y = 2` as both together; `undefined` for what is no list of equations. */
export const asStatement = (e: Expression): Expression | undefined => {
  if (e.kind !== 'sequence') return undefined;
  const [first] = e.items;
  const [unknown] = first && isEquation(first) ? first.members : [];
  const values = unknown && valuesOf(e.items);
  if (values && unknown.kind === 'symbol')
    return logic(
      'or',
      values.map((value) => relation([unknown, value], ['='])),
    );
  const equations = e.items.filter(isEquation);
  const names = equations.map((equation) => equation.members[0]);
  const areDifferent = names.every(
    (name, i) => names.findIndex((other) => other && name && sameTree(other, name)) === i,
  );
  return equations.length === e.items.length && areDifferent ? logic('and', equations) : undefined;
};
