import { index, num } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { mapTree } from '../../../math/expression/walk.ts';
import { agrees, figuresShown } from '../agreement.ts';
import type { ValueFinding } from '../value-finding.ts';

/** The target with every numeric index moved: (x_3, y_3) for (x_2, y_2). */
const moved = (target: Expression, by: number): Expression | undefined => {
  let below = false;
  const other = mapTree(target, (node) => {
    const step = node.kind === 'index' && node.indices.length === 1 ? node.indices[0] : undefined;
    if (node.kind !== 'index' || step?.kind !== 'number') return node;
    const to = Number(step.text) + by;
    below ||= !(to >= 0);
    return below ? node : index(node.base, [num(to)], node.position);
  });
  return below || other === target ? undefined : other;
};

/** x_1 printed as x_2: the right number of another step. */
export const otherStep: ValueFinding<{ readonly is: string }> = {
  id: 'other-step',
  title: 'This is the value of another step',
  spot: ({ target, claimed, world }) => {
    if (figuresShown(claimed) < 4) return undefined;
    for (const by of [-1, 1]) {
      const other = moved(target, by);
      const answer = other && world.answer(other, 30);
      if (other && answer?.kind === 'value' && agrees(claimed, answer.value) === true) return { is: printPlain(other) };
    }
    return undefined;
  },
  say: ({ is }) => `This is ${is}: the step is off by one.`,
};
