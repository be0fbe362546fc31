import { printPlain } from '../../../math/expression/print-plain.ts';
import type { DerivativeNode, Expression } from '../../../math/expression/tree.ts';
import { nodes } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { indexOf, nameOf, roleOf } from '../roles.ts';
import { stepCode } from '../steps.ts';

interface Evidence {
  readonly of: string;
  readonly by: string;
}

const constants = new Set(['recurrent', 'input-weights', 'bias', 'parameters']);
const moving = new Set(['state', 'loss']);

const roleOfSide = (side: Expression | undefined): string => (side && roleOf(nameOf(side) ?? '')) ?? '';

/** ∂x_{i−1}/∂x_i: how many steps the one that differentiates is after the one that is differentiated. */
const stepsBehind = (of: Expression, by: Expression): number => {
  const [over, under] = [indexOf(of), indexOf(by)];
  if (!over || !under) return 0;
  const names: string[] = [];
  const [early, late] = [stepCode(over, names), stepCode(under, names)];
  const between = [1, 2].map((unit) => {
    // Names drawn apart in two ways: only a constant difference is the same in both.
    const steps = names.map((_, i) => 100 * unit * (i + 1) * (i + unit));
    return late(steps) - early(steps);
  });
  return between[0] === between[1] ? (between[0] ?? 0) : 0;
};

const isOfEarlierState = ({ of, by: [by] }: DerivativeNode): boolean =>
  by !== undefined &&
  [of, by.variable].every((side) => roleOfSide(side) === 'state') &&
  stepsBehind(of, by.variable) > 0;

const vanishes = (node: Expression): node is DerivativeNode =>
  node.kind === 'derivative' &&
  ((constants.has(roleOfSide(node.of)) && moving.has(roleOfSide(node.by[0]?.variable))) || isOfEarlierState(node));

/** ∂W_rec/∂x_k or ∂x_{i−1}/∂x_i: constants and earlier states do not change, so a product with this factor is zero. */
export const vanishingFactor: DerivationFinding<Evidence> = {
  id: 'vanishing-factor',
  title: 'A factor differentiates what does not change',
  spot: ({ right }) => {
    const factor = [...nodes(right)].find(vanishes);
    const by = factor?.by[0]?.variable;
    return factor && by && { of: printPlain(factor.of), by: printPlain(by) };
  },
  say: ({ of, by }) => `${of} does not depend on ${by}: ∂${of}/∂${by} is zero, and the right side vanishes.`,
};
