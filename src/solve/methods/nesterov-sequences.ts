import type { Method } from '../method.ts';
import { momentumParameters } from './parts/velocity.ts';

/** Two sequences, gradient steps p from extrapolated points q: p is that of the look-ahead form. */
export const nesterovSequences: Method = {
  name: 'nesterov-sequences',
  title: "Nesterov's momentum (two sequences)",
  parameters: momentumParameters,
  start: { q_0: 'p_0' },
  definitions: { 'p_{k+1}': 'q_k - α ∇f(q_k)', 'q_{k+1}': 'p_{k+1} + γ (p_{k+1} - p_k)' },
  source: 'Nesterov, Introductory Lectures on Convex Optimization, 2.2',
  misconceptions: [
    {
      id: 'gradient-at-iterate',
      message:
        'The gradient was taken at the iterate; the step starts from the extrapolated point, and so does its gradient.',
      replace: { 'p_{k+1}': 'q_k - α ∇f(p_k)' },
    },
    {
      id: 'extrapolation-dropped',
      message: 'Your numbers are those of plain gradient descent: the extrapolation γ (p_{k+1} − p_k) is missing.',
      replace: { 'q_{k+1}': 'p_{k+1}' },
    },
  ],
};
