import { number } from '../../math/expression/build.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { freeSymbols, sameTree, substitute, treeKey } from '../../math/expression/walk.ts';
import { fraction, negate } from '../../math/number/exact.ts';
import { isExact, signOfReal } from '../../math/number/real.ts';

const constants = new Set(['π', 'e', 'i', '∞']);

/** The names that may take any value. */
export const variablesOf = (...expressions: readonly Expression[]): readonly Expression[] => {
  const found = new Map<string, Expression>();
  for (const e of expressions)
    for (const name of freeSymbols(e))
      if (!(name.kind === 'symbol' && constants.has(name.name))) found.set(treeKey(name), name);
  return [...found.values()];
};

/** Values for names, in the order of the names. */
export type Point = readonly Expression[];

/** Decimals that no exercise is built on, both signs: the k-th of them for the j-th name. No denominator but ten's. */
const coordinate = (k: number, j: number): Expression => {
  const hundredths = fraction(BigInt(((67 * k + 41 * j + 23) % 397) + 7), 100n);
  return number((k + j) % 2 === 0 ? hundredths : negate(hundredths));
};

/** The first points of an endless row; what is decided on them is decided the same way every time. */
export const samplePoints = (variables: readonly Expression[], count: number): readonly Point[] =>
  Array.from({ length: count }, (_, k) => variables.map((__, j) => coordinate(k, j)));

export const atPoint = (e: Expression, variables: readonly Expression[], point: Point): Expression =>
  substitute(e, (node) => point[variables.findIndex((name) => sameTree(name, node))]);

/** The value of an expression without names, complex numbers included. */
export const constantValue = (e: Expression): Value => evaluate(e, emptyScope, 25, { field: 'complex' });

/** Whether a value is certainly zero, certainly not, or neither is known. */
export const isZero = (value: Value): boolean | undefined => {
  if (value.kind === 'exact' || value.kind === 'enclosure')
    return isExact(value) ? signOfReal(value) === 0 : nonZero(value);
  if (value.kind !== 'complex') return undefined;
  const parts = [isZero(value.re), isZero(value.im)];
  if (parts.includes(false)) return false;
  return parts.every((part) => part === true) ? true : undefined;
};

const nonZero = (value: Parameters<typeof signOfReal>[0]): boolean | undefined =>
  signOfReal(value) === undefined ? undefined : false;
