import { spotter, type ValueSpotter } from './value-finding.ts';
import { componentsSwapped } from './values/components-swapped.ts';
import { differentiatedTwice } from './values/differentiated-twice.ts';
import { digitsTransposed } from './values/digits-transposed.ts';
import { expressionSlip } from './values/expression-slip.ts';
import { oneTermOff } from './values/one-term-off.ts';
import { otherDerivative } from './values/other-derivative.ts';
import { otherStep } from './values/other-step.ts';
import { reciprocal } from './values/reciprocal.ts';
import { signOfAnswer } from './values/sign-of-answer.ts';
import { transposedAnswer } from './values/transposed-answer.ts';

/** What can be wrong with a single answer, the most telling first. */
export const valueFindings: readonly ValueSpotter[] = [
  spotter(signOfAnswer),
  spotter(componentsSwapped),
  spotter(transposedAnswer),
  spotter(otherStep),
  spotter(digitsTransposed),
  spotter(reciprocal),
  spotter(differentiatedTwice),
  spotter(otherDerivative),
  spotter(oneTermOff),
  spotter(expressionSlip),
];
