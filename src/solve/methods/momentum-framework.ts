import type { Method } from '../method.ts';
import { momentumParameters, zeroVelocity } from './parts/velocity.ts';
import { momentumSlips } from './slips/momentum.ts';

const ours = { 'v_{k+1}': 'γ v_k - α ∇f(p_k)', 'p_{k+1}': 'p_k + v_{k+1}' };

/** The rate outside the velocity: the same iterates as `momentum` while the rate is constant, the velocity is −v/α. */
export const momentumFramework: Method = {
  name: 'momentum-framework',
  title: 'Momentum (rate outside the velocity)',
  parameters: momentumParameters,
  start: zeroVelocity,
  definitions: { 'v_{k+1}': 'γ v_k + ∇f(p_k)', 'p_{k+1}': 'p_k - α v_{k+1}' },
  source: 'PyTorch torch/optim/sgd.py; optax trace',
  misconceptions: [
    {
      id: 'rate-inside-velocity',
      message:
        'Your velocity holds the learning rate and the sign (v = γ v − α ∇f); the one asked for is v = γ v + ∇f.',
      replace: ours,
    },
    ...momentumSlips.filter((each) => each.id === 'momentum-dropped' || each.id === 'momentum-averaged'),
  ],
};
