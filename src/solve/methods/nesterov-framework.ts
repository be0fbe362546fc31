import type { Method } from '../method.ts';
import { momentumParameters, zeroVelocity } from './parts/velocity.ts';

/** Nesterov's momentum at its look-ahead points, as the frameworks compute it; the velocity as Keras keeps it. */
export const nesterovFramework: Method = {
  name: 'nesterov-framework',
  title: "Nesterov's momentum (framework form)",
  parameters: momentumParameters,
  start: zeroVelocity,
  definitions: { 'v_{k+1}': 'γ v_k - α ∇f(p_k)', 'p_{k+1}': 'p_k + γ v_{k+1} - α ∇f(p_k)' },
  source: 'Keras sgd.py and PyTorch sgd.py, nesterov=True',
  misconceptions: [
    {
      id: 'look-ahead-form',
      message:
        'Your numbers are those of the look-ahead form of Nesterov (gradient at p + γ v); the framework form asked for prints the look-ahead points themselves.',
      replace: { 'v_{k+1}': 'γ v_k - α ∇f(p_k + γ v_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
    },
    {
      id: 'look-ahead-dropped',
      message:
        'Your numbers are those of classical momentum: the point moves by γ v − α ∇f once more with the new velocity.',
      replace: { 'p_{k+1}': 'p_k + v_{k+1}' },
    },
  ],
};
