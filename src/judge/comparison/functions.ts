import { equalExpressions } from '../../math/expression/equality.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { correct, type Decision, undecided, wrong } from '../decision.ts';
import { canonical } from './identical.ts';

/** Equal as functions of the names in them. */
export const compareFunctions = (answer: Expression, reference: Expression): Decision => {
  if (canonical(answer) === canonical(reference)) return correct('exact');
  const result = equalExpressions(answer, reference);
  if (result.equal === undefined) return undecided('whether both are equal could not be decided');
  return result.equal ? correct(result.decided) : wrong('not equal', result.decided);
};
