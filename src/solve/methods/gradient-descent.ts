import type { Method } from '../method.ts';
import { learningRate } from './parts/velocity.ts';
import { plainStepSlips } from './slips/plain-step.ts';

/** Each step goes against the gradient at the point where it starts. */
export const gradientDescent: Method = {
  name: 'gradient-descent',
  title: 'Gradient descent',
  parameters: [learningRate],
  start: {},
  definitions: { 'p_{k+1}': 'p_k - α ∇f(p_k)' },
  source: 'Cauchy 1847',
  misconceptions: plainStepSlips,
};
