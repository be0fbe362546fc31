import type { Expression } from '../../math/expression/tree.ts';
import { children, mapTree, sameTree } from '../../math/expression/walk.ts';
import { type Steps, stepValue } from './steps.ts';

/** The first step among the indices of a factor: ∂x_t/∂x_{t−1} at t = 4 gives 4. */
const firstStep = (expression: Expression, steps: Steps): number | undefined => {
  if (expression.kind === 'index' && expression.indices[0]) return stepValue(expression.indices[0], steps);
  for (const part of children(expression)) {
    const step = firstStep(part, steps);
    if (step !== undefined) return step;
  }
  return undefined;
};

const literal = (value: number): Expression =>
  value < 0
    ? { kind: 'negative', of: { kind: 'number', text: String(-value) } }
    : { kind: 'number', text: String(value) };

/** The factor with its indices as numbers, `shift` added to each. */
const shifted = (factor: Expression, shift: number, steps: Steps): Expression =>
  mapTree(factor, (node) =>
    node.kind === 'index'
      ? { ...node, indices: node.indices.map((i) => literal((stepValue(i, steps) ?? Number.NaN) + shift)) }
      : node,
  );

/** How many steps `b` is after `a`, two factors of one shape; `undefined` where they differ in anything else. */
const gap = (a: Expression | undefined, b: Expression | undefined, steps: Steps): number | undefined => {
  if (!a || !b) return undefined;
  const [from, to] = [firstStep(a, steps), firstStep(b, steps)];
  if (from === undefined || to === undefined) return undefined;
  return sameTree(shifted(a, to - from, steps), shifted(b, 0, steps)) ? to - from : undefined;
};

/** Where the run that leads to the dots begins: `J_t J_{t−1} ⋯` begins at J_t. */
const runStart = (factors: readonly Expression[], dots: number, steps: Steps): number => {
  const stride = gap(factors[dots - 2], factors[dots - 1], steps);
  if (stride === undefined || Math.abs(stride) !== 1) return dots - 1;
  let start = dots - 2;
  while (gap(factors[start - 1], factors[start], steps) === stride) start -= 1;
  return start;
};

/**
 * Writes out `J_t J_{t−1} ⋯ J_{k+1}`: all factors from the first of the run to the one after the dots, a step apart.
 * Where the dots have nothing to stand for (t = k + 1) what was written of the run beyond its end falls away.
 * `undefined` where the neighbours of the dots are not of one shape.
 */
export const withoutEllipsis = (factors: readonly Expression[], steps: Steps): readonly Expression[] | undefined => {
  const dots = factors.findIndex((factor) => factor.kind === 'ellipsis');
  if (dots < 0) return factors;
  const start = runStart(factors, dots, steps);
  const [first, last] = [factors[start], factors[dots + 1]];
  const span = gap(first, last, steps);
  if (!first || span === undefined) return undefined;
  const stride = gap(factors[start], factors[start + 1], steps) ?? (Math.sign(span) || -1);
  const count = span * stride < 0 ? 0 : Math.abs(span) + 1;
  const run = Array.from({ length: count }, (_, i) => shifted(first, i * stride, steps));
  return [...factors.slice(0, start), ...run, ...factors.slice(dots + 2)];
};
