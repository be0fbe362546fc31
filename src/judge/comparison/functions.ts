import { difference, number } from '../../math/expression/build.ts';
import { type Comparison, equalExpressions } from '../../math/expression/equality.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { isUndefined } from '../../math/number/undefined.ts';
import { correct, type Decision, undecided, wrong } from '../decision.ts';
import { withoutFactorials } from './factorials.ts';
import { canonical } from './identical.ts';
import { infinityOf } from './infinity.ts';
import { standInsFor } from './opaque.ts';
import { atPoint, constantValue, isZero, samplePoints, variablesOf } from './sample-point.ts';

const isImaginary = (e: Expression): boolean =>
  freeSymbols(e).some((name) => name.kind === 'symbol' && name.name === 'i');

const placeOf = ({ witness }: Comparison): string => {
  const point = [...(witness?.point ?? [])].map(([name, value]) => `${name} = ${printPlain(number(value))}`);
  return point.length > 0 && point.length <= 4 ? `not equal where ${point.join(', ')}` : 'not equal';
};

const decisionOf = (found: Comparison): Decision => {
  if (found.equal === undefined) return undecided(found.reason ?? 'whether both are equal could not be decided');
  return found.equal ? correct(found.decided) : wrong(placeOf(found), found.decided);
};

/** Equal for real numbers where both are defined, on evidence; where the domains differ they must be equal for complex numbers too. */
const onBranches = (answer: Expression, reference: Expression, real: Comparison): Decision => {
  if (real.decided !== 'sampled' || real.domain === 'same' || real.domain === undefined) return decisionOf(real);
  const complex = equalExpressions(answer, reference, { field: 'complex' });
  return complex.equal === false
    ? undecided('equal where both are real, but one is defined where the other is not')
    : decisionOf(real);
};

/** `1/0` is no answer where there is one. */
const withoutValue = (answer: Expression, reference: Expression): Decision | undefined => {
  if (variablesOf(answer, reference).length > 0) return undefined;
  const [ours, theirs] = [constantValue(answer), constantValue(reference)];
  if (!isUndefined(ours) || isUndefined(theirs)) return undefined;
  return ours.cause === 'division-by-zero' ? wrong(`no value: ${ours.reason}`) : undefined;
};

/** By products instead of factorials, with stand-ins for unknown functions, or over the complex numbers. */
const otherWays = (answer: Expression, reference: Expression): Decision | undefined => {
  const [a, b] = withoutFactorials([answer, reference]) ?? [];
  if (a && b && equalExpressions(a, b).equal) return correct('exact');
  const scope = standInsFor(answer, reference);
  if (scope) {
    const found = equalExpressions(answer, reference, { scope });
    return found.equal === undefined ? undefined : decisionOf({ ...found, decided: 'sampled' });
  }
  const nowhere = withoutValue(answer, reference);
  if (nowhere) return nowhere;
  const complex = equalExpressions(answer, reference, { field: 'complex' });
  const settles = complex.equal === true || (complex.equal === false && variablesOf(answer, reference).length === 0);
  return settles ? decisionOf(complex) : undefined;
};

const realPoints = 12;

const zeroText = 'equal for real numbers as far as was tried, but not for complex ones';

/** Names stand for complex numbers; where only those tell two expressions apart, a person decides. */
const overComplex = (answer: Expression, reference: Expression): Decision => {
  const found = equalExpressions(answer, reference, { field: 'complex' });
  const variables = variablesOf(answer, reference);
  if (found.equal !== false || variables.length === 0) return decisionOf(found);
  const gap = difference(answer, reference);
  const differs = samplePoints(variables, realPoints).some(
    (point) => isZero(constantValue(atPoint(gap, variables, point))) === false,
  );
  return differs ? decisionOf(found) : undecided(zeroText);
};

/**
 * Equal as functions of the names in them: over the real numbers, and over the complex ones where `i` is written, or
 * where the real numbers leave it open.
 */
export const compareFunctions = (answer: Expression, reference: Expression): Decision => {
  if (canonical(answer) === canonical(reference)) return correct('exact');
  const [ours, theirs] = [infinityOf(answer), infinityOf(reference)];
  if (ours && theirs) return ours === theirs ? correct('exact') : wrong('the other infinity');
  if (isImaginary(answer) || isImaginary(reference)) return overComplex(answer, reference);
  const real = equalExpressions(answer, reference);
  if (real.equal === false) return decisionOf(real);
  if (real.equal) return onBranches(answer, reference, real);
  return otherWays(answer, reference) ?? decisionOf(real);
};
