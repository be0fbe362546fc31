import type { Method } from '../method.ts';
import { momentumParameters, zeroVelocity } from './parts/velocity.ts';
import { momentumSlips } from './slips/momentum.ts';

/** The velocity keeps a share of itself and takes the step, rate included. */
export const momentum: Method = {
  name: 'momentum',
  title: 'Momentum (rate inside the velocity)',
  parameters: momentumParameters,
  start: zeroVelocity,
  definitions: { 'v_{k+1}': 'γ v_k - α ∇f(p_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  source: 'Sutskever et al. 2013, eq. 1 and 2; Keras',
  misconceptions: momentumSlips,
};
