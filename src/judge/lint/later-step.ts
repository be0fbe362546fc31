import { num } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { substitute } from '../../math/expression/walk.ts';

/** The same quantity some steps later: `v_1` → `v_3`. The target itself where it counts no steps. */
export const laterStep = (target: Expression, steps: number): Expression =>
  substitute(target, (node) => {
    if (node.kind !== 'index') return undefined;
    const [step, ...more] = node.indices;
    if (step?.kind !== 'number' || !/^\d+$/.test(step.text)) return undefined;
    return { ...node, indices: [num(Number(step.text) + steps), ...more] };
  });
