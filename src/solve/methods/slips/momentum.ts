import type { MethodMisconception } from '../../method.ts';

/** How momentum goes wrong, and the conventions it is taken for. */
export const momentumSlips: readonly MethodMisconception[] = [
  {
    id: 'velocity-sign',
    message:
      'Your velocity points uphill and is subtracted (v = γ v + α ∇f, p − v): the same points as with v = γ v − α ∇f, the velocity with the other sign.',
    convention: true,
    replace: { 'v_{k+1}': 'γ v_k + α ∇f(p_k)', 'p_{k+1}': 'p_k - v_{k+1}' },
  },
  {
    id: 'momentum-dropped',
    message: 'Your numbers are those of plain gradient descent: the velocity of the step before is missing.',
    replace: { 'v_{k+1}': '-α ∇f(p_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  },
  {
    id: 'momentum-averaged',
    message:
      'Your velocity is an average, with a factor 1 − γ before the gradient; here the gradient enters with the learning rate alone.',
    replace: { 'v_{k+1}': 'γ v_k - α (1 - γ) ∇f(p_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  },
  {
    id: 'rate-outside-velocity',
    message:
      'Your velocity leaves out the learning rate and the sign (v = γ v + ∇f, as PyTorch keeps it); the one asked for is v = γ v − α ∇f.',
    convention: true,
    replace: { 'v_{k+1}': 'γ v_k + ∇f(p_k)', 'p_{k+1}': 'p_k - α v_{k+1}' },
  },
  {
    id: 'gradient-dampened',
    message:
      'The gradient enters your velocity with a factor 1 − γ from the second step on (the dampening of PyTorch).',
    replace: { v_1: '-α ∇f(p_0)', 'v_{k+1}': 'γ v_k - α (1 - γ) ∇f(p_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  },
  {
    id: 'velocity-of-last-step',
    message: 'The point was moved by the old velocity: first compute the new velocity, then move by it.',
    replace: { 'p_{k+1}': 'p_k + v_k' },
  },
  {
    id: 'velocity-subtracted',
    message: 'The velocity was subtracted, although it already points downhill (v = γ v − α ∇f): it must be added.',
    replace: { 'p_{k+1}': 'p_k - v_{k+1}' },
  },
  {
    id: 'look-ahead-instead',
    message:
      "Your numbers are those of Nesterov's momentum: the gradient was taken at the look-ahead point instead of at the point itself.",
    replace: { 'v_{k+1}': 'γ v_k - α ∇f(p_k + γ v_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  },
];
