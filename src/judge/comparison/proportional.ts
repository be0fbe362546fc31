import { product } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { sameTree } from '../../math/expression/walk.ts';
import { signOfReal } from '../../math/number/real.ts';
import { type Decision, undecided, wrong } from '../decision.ts';
import { isMultiple, numeratorsOf } from './cleared.ts';
import { compareFunctions } from './functions.ts';
import { atPoint, constantValue, isZero, samplePoints, variablesOf } from './sample-point.ts';

/** Points tried before both expressions are taken for zero everywhere. */
const LIMITS = { points: 8 } as const;

/** Whether a = c·b for a number c that is not zero, and the sign of c where it is real. */
export interface Proportion {
  readonly decision: Decision;
  readonly sign?: -1 | 1;
}

const signOf = (value: Value): -1 | 1 | undefined => {
  if (value.kind !== 'exact' && value.kind !== 'enclosure') return undefined;
  const side = signOfReal(value);
  return side === 0 ? undefined : side;
};

/** Where neither is zero: a·B = b·A for the values A and B there. */
const crossed = (a: Expression, b: Expression): Proportion | undefined => {
  const variables = variablesOf(a, b);
  for (const point of samplePoints(variables, LIMITS.points)) {
    const [atA, atB] = [atPoint(a, variables, point), atPoint(b, variables, point)];
    const [valueA, valueB] = [constantValue(atA), constantValue(atB)];
    const zeros = [isZero(valueA), isZero(valueB)];
    if (zeros.includes(undefined)) continue;
    if (zeros[0] !== zeros[1]) return { decision: wrong('one side vanishes where the other does not', 'certified') };
    if (zeros[0]) continue;
    const [signA, signB] = [signOf(valueA), signOf(valueB)];
    const decision = compareFunctions(product([a, atB]), product([b, atA]));
    return signA && signB ? { decision, sign: signA === signB ? 1 : -1 } : { decision };
  }
  return undefined;
};

/** `a` and `b` as functions, up to a factor that is a number other than zero. */
export const proportion = (a: Expression, b: Expression): Proportion =>
  crossed(a, b) ?? { decision: undecided('no point was found where both sides have a value other than zero') };

const isFreeName = (e: Expression): boolean => variablesOf(e).some((name) => sameTree(name, e));

/**
 * The same zeros with the same multiplicities, for quotients of polynomials. `undefined` for others, and where they
 * differ but hold `√a` or `i`, whose powers the polynomials know nothing of.
 */
export const sameZeros = (a: Expression, b: Expression): boolean | undefined => {
  const read = numeratorsOf([a, b]);
  const [f, g] = read?.polynomials ?? [];
  if (!read || !f || !g) return undefined;
  return isMultiple(f, g) || (read.variables.every(isFreeName) ? false : undefined);
};
