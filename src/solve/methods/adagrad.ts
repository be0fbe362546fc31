import type { Method } from '../method.ts';
import { learningRate } from './parts/velocity.ts';

/** Each coordinate's rate falls with the root of the sum of its squared gradients; ε outside the root. */
export const adagrad: Method = {
  name: 'adagrad',
  title: 'AdaGrad',
  parameters: [
    { ...learningRate, default: '0.01' },
    { symbol: 'ε', name: 'epsilon', default: '1e-10', meaning: 'keeps the divisor away from zero' },
  ],
  start: { G_0: '0 p_0' },
  definitions: { 'G_{k+1}': 'G_k + ∇f(p_k)^2', 'p_{k+1}': 'p_k - α ∇f(p_k)/(sqrt(G_{k+1}) + ε)' },
  source: 'Duchi, Hazan and Singer 2011; torch/optim/adagrad.py',
  misconceptions: [
    {
      id: 'not-accumulated',
      message:
        'Your divisor holds the square of the last gradient only; AdaGrad adds up the squares of all gradients so far.',
      replace: { 'G_{k+1}': '∇f(p_k)^2' },
    },
    {
      id: 'root-forgotten',
      message: 'The square root of the sum of squares is missing in the divisor.',
      replace: { 'p_{k+1}': 'p_k - α ∇f(p_k)/(G_{k+1} + ε)' },
    },
    {
      id: 'sum-of-last-step',
      message: 'The divisor is one step behind: the square of the current gradient is added before the step.',
      replace: { p_1: 'p_0 - α ∇f(p_0)/(sqrt(G_1) + ε)', 'p_{k+1}': 'p_k - α ∇f(p_k)/(sqrt(G_k) + ε)' },
    },
  ],
};
