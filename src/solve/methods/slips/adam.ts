import type { MethodMisconception } from '../../method.ts';

/** How Adam goes wrong. */
export const adamSlips: readonly MethodMisconception[] = [
  {
    id: 'correction-forgotten',
    message:
      'Your numbers match the averages without bias correction: m is divided by 1 − β₁^t and v by 1 − β₂^t before the step.',
    replace: { 'm̂_{k+1}': 'm_{k+1}', 'v̂_{k+1}': 'v_{k+1}' },
  },
  {
    id: 'correction-without-power',
    message: 'The averages were divided by 1 − β instead of 1 − β^t: right in the first step only.',
    replace: { 'm̂_{k+1}': 'm_{k+1}/(1 - β_1)', 'v̂_{k+1}': 'v_{k+1}/(1 - β_2)' },
  },
  {
    id: 'only-mean-corrected',
    message:
      'Only the average of the gradients was corrected; the average of their squares is divided by 1 − β₂^t as well.',
    replace: { 'v̂_{k+1}': 'v_{k+1}' },
  },
  {
    id: 'only-square-corrected',
    message:
      'Only the average of the squares was corrected; the average of the gradients is divided by 1 − β₁^t as well.',
    replace: { 'm̂_{k+1}': 'm_{k+1}' },
  },
  {
    id: 'correction-unused',
    message: 'The averages were corrected, but the step was made with those that are not: it is α m̂/(√v̂ + ε).',
    replace: { 'p_{k+1}': 'p_k - α m_{k+1}/(sqrt(v_{k+1}) + ε)' },
  },
  {
    id: 'correction-one-step-ahead',
    message: 'The averages were divided by 1 − β^(t+1) instead of 1 − β^t: the first step is t = 1.',
    replace: { 'm̂_{k+1}': 'm_{k+1}/(1 - β_1^(k+2))', 'v̂_{k+1}': 'v_{k+1}/(1 - β_2^(k+2))' },
  },
  {
    id: 'root-forgotten',
    message: 'The square root of the average of squares is missing in the divisor.',
    replace: { 'p_{k+1}': 'p_k - α m̂_{k+1}/(v̂_{k+1} + ε)' },
  },
  {
    id: 'square-forgotten',
    message: 'The second average must be of the squares of the gradient, not of the gradient itself.',
    replace: { 'v_{k+1}': 'β_2 v_k + (1 - β_2) ∇f(p_k)' },
  },
];
