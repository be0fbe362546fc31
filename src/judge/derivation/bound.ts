import type { Expression } from '../../math/expression/tree.ts';
import { sameBlock } from './block.ts';
import { isTrouble } from './code.ts';
import { family } from './family.ts';
import { formulaOf, lastingFormula } from './formula.ts';
import type { Goal } from './goal.ts';
import type { Trial } from './trial.ts';

/**
 * Whether a member of a chain is the bound a goal asks for: of the same size on every instance, for every derivative
 * that the head and the goal both stand for. A larger bound is true and still not the answer.
 */
export const sameBound = (head: Expression, member: Expression, goal: Goal, test: Trial): boolean =>
  test.instances.every((instance) => {
    const own = family(formulaOf(head), instance.steps);
    const asked = family(lastingFormula(goal.from), instance.steps);
    for (const [key, choice] of asked) {
      const ownChoice = own.get(key);
      if (!ownChoice) return false;
      const size = formulaOf(member).bound(ownChoice, instance, test.reading);
      const wanted = lastingFormula(goal.to).bound(choice, instance, test.reading);
      if (isTrouble(size) || isTrouble(wanted) || !sameBlock(size, wanted)) return false;
    }
    return true;
  });
