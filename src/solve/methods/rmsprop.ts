import type { Method } from '../method.ts';
import { rmspropParameters } from './parts/mean-square.ts';

/** The rate is divided by the root of a running mean of squared gradients; ε outside the root. */
export const rmsprop: Method = {
  name: 'rmsprop',
  title: 'RMSProp',
  parameters: rmspropParameters,
  start: { v_0: '0 p_0' },
  definitions: { 'v_{k+1}': 'ρ v_k + (1 - ρ) ∇f(p_k)^2', 'p_{k+1}': 'p_k - α ∇f(p_k)/(sqrt(v_{k+1}) + ε)' },
  source: 'Hinton, Neural Networks for Machine Learning, lecture 6e',
  misconceptions: [
    {
      id: 'factor-lost',
      message: 'The factor 1 − ρ before the squared gradient is missing: the divisor is a mean, not a sum.',
      replace: { 'v_{k+1}': 'ρ v_k + ∇f(p_k)^2' },
    },
    {
      id: 'factors-swapped',
      message: 'The factors ρ and 1 − ρ are swapped: the old mean keeps the share ρ.',
      replace: { 'v_{k+1}': '(1 - ρ) v_k + ρ ∇f(p_k)^2' },
    },
    {
      id: 'root-forgotten',
      message: 'The square root of the mean of squares is missing in the divisor.',
      replace: { 'p_{k+1}': 'p_k - α ∇f(p_k)/(v_{k+1} + ε)' },
    },
    {
      id: 'squares-added-up',
      message: 'The squared length of the gradient was averaged: each coordinate has a mean of its own squares.',
      replace: { 'v_{k+1}': 'ρ v_k + (1 - ρ) norm(∇f(p_k))^2' },
    },
    {
      id: 'accumulated-as-adagrad',
      message: 'Your numbers are those of AdaGrad: the squares were added up instead of averaged.',
      replace: { 'v_{k+1}': 'v_k + ∇f(p_k)^2' },
    },
  ],
};
