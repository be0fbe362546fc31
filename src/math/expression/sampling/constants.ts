/** Constant radical expressions: √(3 + 2√2) is 1 + √2. */
import { bitLength, magnitude } from '../../number/integer.ts';
import { difference } from '../build.ts';
import { compile } from '../compile.ts';
import { startRun } from '../evaluation/start.ts';
import { emptyScope } from '../scope.ts';
import type { Expression } from '../tree.ts';
import { placesThatDecide } from './zero-bound.ts';

/** Whether a − b, an expression of roots without names, is proven to be zero. */
export const differenceIsZero = (a: Expression, b: Expression): boolean => {
  const gap = difference(a, b);
  const places = placesThatDecide(gap);
  if (places === undefined) return false;
  const value = compile(gap, emptyScope.function)(startRun(emptyScope, places + 64, 'real'));
  if (value.kind === 'exact') return value.n === 0n;
  return value.kind === 'enclosure' && bitLength(magnitude(value.mid) + value.radius) + places < value.bits;
};
