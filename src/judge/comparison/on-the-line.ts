import type { Expression } from '../../math/expression/tree.ts';
import { correct, type Decision, wrong } from '../decision.ts';
import { realSetOf } from './real-set-of.ts';
import { variablesOf } from './sample-point.ts';
import { sameRealSet } from './solution-set.ts';

/**
 * Statements and sets by the real numbers they hold for or have in them, where they speak of one name:
 * `{1, 2}` is `x = 1 or x = 2`, `[0, 1]` is `[0, 1) ∪ {1}`. `standIn` is the name where none is written.
 */
export const compareOnTheLine = (
  answer: Expression,
  reference: Expression,
  standIn?: Expression,
): Decision | undefined => {
  const [variable = standIn, ...more] = variablesOf(answer, reference);
  if (!variable || more.length > 0) return undefined;
  const [ours, theirs] = [realSetOf(answer, variable), realSetOf(reference, variable)];
  const same = ours && theirs && sameRealSet(ours, theirs);
  if (same === undefined) return undefined;
  return same ? correct('exact') : wrong('not the same solutions');
};
