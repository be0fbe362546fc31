import type { Method } from '../method.ts';
import { momentumParameters } from './parts/velocity.ts';

/** Momentum without a velocity of its own: the last displacement takes its place. The same iterates as `momentum`. */
export const heavyBall: Method = {
  name: 'heavy-ball',
  title: 'Heavy ball',
  parameters: momentumParameters,
  start: {},
  definitions: { p_1: 'p_0 - α ∇f(p_0)', 'p_{k+1}': 'p_k - α ∇f(p_k) + γ (p_k - p_{k-1})' },
  source: 'Polyak 1964',
  misconceptions: [
    {
      id: 'momentum-dropped',
      message: 'Your numbers are those of plain gradient descent: the last displacement γ (p_k − p_{k−1}) is missing.',
      replace: { 'p_{k+1}': 'p_k - α ∇f(p_k)' },
    },
    {
      id: 'displacement-sign',
      message: 'The last displacement enters with the wrong sign: it is p_k − p_{k−1}, the newer point first.',
      replace: { 'p_{k+1}': 'p_k - α ∇f(p_k) - γ (p_k - p_{k-1})' },
    },
  ],
};
