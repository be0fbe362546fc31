import type { Expression } from '../../math/expression/tree.ts';
import { equals } from '../../math/number/exact.ts';
import { family } from './family.ts';
import type { Goal } from './goal.ts';
import { settingsOn } from './interpret.ts';
import { boundOf } from './size.ts';
import { type Steps, withStep } from './steps.ts';
import type { Trial } from './trial.ts';

/**
 * Whether a member of a chain is the bound a goal asks for: of the same size on every instance, for every derivative
 * that the head and the goal both stand for. A larger bound is true and still not the answer.
 */
export const sameBound = (head: Expression, member: Expression, goal: Goal, test: Trial): boolean =>
  test.instances.every((instance) => {
    const settingAt = settingsOn(instance, test.reading);
    const [own, asked] = [family(head, instance.steps), family(goal.from, instance.steps)];
    const size = (expression: Expression, steps: Steps) =>
      boundOf(expression, settingAt(withStep(steps, 'T', instance.steps)));
    return [...asked].every(([key, steps]) => {
      const ownSteps = own.get(key);
      if (!ownSteps) return false;
      const [a, b] = [size(member, ownSteps), size(goal.to, steps)];
      return !('trouble' in a) && !('trouble' in b) && equals(a, b);
    });
  });
