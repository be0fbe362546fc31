import type { Method } from '../method.ts';
import { learningRate } from './parts/velocity.ts';

/**
 * Nesterov's accelerated gradient with its own momentum factors c_k = (τ_k − 1)/τ_{k+1}. As c_1 = 0, the second step is
 * plain gradient descent.
 */
export const nesterov1983: Method = {
  name: 'nesterov-1983',
  title: "Nesterov's accelerated gradient (1983)",
  parameters: [learningRate],
  start: { q_0: 'p_0', τ_1: '1' },
  definitions: {
    'τ_{k+1}': '(1 + sqrt(1 + 4 τ_k^2))/2',
    c_k: '(τ_k - 1)/τ_{k+1}',
    'p_{k+1}': 'q_k - α ∇f(q_k)',
    'q_{k+1}': 'p_{k+1} + c_{k+1} (p_{k+1} - p_k)',
  },
  source: 'Nesterov 1983, A method for solving the convex programming problem with convergence rate O(1/k²)',
  misconceptions: [
    {
      id: 'factor-index-off-by-one',
      message: 'The momentum factors are one step ahead: c_1 = 0 belongs to the first extrapolation.',
      replace: { 'q_{k+1}': 'p_{k+1} + c_{k+2} (p_{k+1} - p_k)' },
    },
  ],
};
