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

/** Both expressions at a point, and what they come to there. */
interface Meeting {
  readonly atA: Expression;
  readonly atB: Expression;
  readonly a: Value;
  readonly b: Value;
}

const isReal = ({ kind }: Value): boolean => kind === 'exact' || kind === 'enclosure';

const meetingsOf = (a: Expression, b: Expression): readonly Meeting[] => {
  const variables = variablesOf(a, b);
  const meetings = samplePoints(variables, LIMITS.points).map((point): Meeting => {
    const [atA, atB] = [atPoint(a, variables, point), atPoint(b, variables, point)];
    return { atA, atB, a: constantValue(atA), b: constantValue(atB) };
  });
  const [real, complex] = [true, false].map((wanted) =>
    meetings.filter((m) => (isReal(m.a) && isReal(m.b)) === wanted),
  );
  return [...(real ?? []), ...(complex ?? [])];
};

/** Where neither is zero: a·B = b·A for the values A and B there. */
const crossed = (a: Expression, b: Expression): Proportion | undefined => {
  for (const meeting of meetingsOf(a, b)) {
    const zeros = [isZero(meeting.a), isZero(meeting.b)];
    if (zeros.includes(undefined)) continue;
    if (zeros[0] !== zeros[1]) return { decision: wrong('one side vanishes where the other does not', 'certified') };
    if (zeros[0]) continue;
    const [signA, signB] = [signOf(meeting.a), signOf(meeting.b)];
    const decision = compareFunctions(product([a, meeting.atB]), product([b, meeting.atA]));
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
