import type { Method } from '../method.ts';
import { momentumParameters, zeroVelocity } from './parts/velocity.ts';

/** The velocity is a running average of gradients; its first step is only (1 − γ) α ∇f. */
export const momentumAverage: Method = {
  name: 'momentum-average',
  title: 'Momentum (running average)',
  parameters: momentumParameters,
  start: zeroVelocity,
  definitions: { 'v_{k+1}': 'γ v_k + (1 - γ) ∇f(p_k)', 'p_{k+1}': 'p_k - α v_{k+1}' },
  source: 'Ng, Deep Learning Specialization, course 2',
  misconceptions: [
    {
      id: 'factor-lost',
      message: 'The factor 1 − γ before the gradient is missing: the velocity is an average.',
      replace: { 'v_{k+1}': 'γ v_k + ∇f(p_k)' },
    },
    {
      id: 'average-corrected',
      message: 'You divided the average by 1 − γ^k; the method asked for has no such correction.',
      replace: { 'p_{k+1}': 'p_k - α v_{k+1}/(1 - γ^(k+1))' },
    },
    {
      id: 'momentum-dropped',
      message: 'Your numbers are those of plain gradient descent: the average of the gradients before is missing.',
      replace: { 'v_{k+1}': '∇f(p_k)' },
    },
  ],
};
