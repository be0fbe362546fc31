import type { Method } from '../method.ts';
import { momentumParameters, zeroVelocity } from './parts/velocity.ts';
import { nesterovSlips } from './slips/nesterov.ts';

/** The gradient is taken where the momentum alone would lead. */
export const nesterov: Method = {
  name: 'nesterov',
  title: "Nesterov's momentum (look-ahead)",
  parameters: momentumParameters,
  start: zeroVelocity,
  definitions: { 'v_{k+1}': 'γ v_k - α ∇f(p_k + γ v_k)', 'p_{k+1}': 'p_k + v_{k+1}' },
  source: 'Sutskever et al. 2013, On the importance of initialization and momentum in deep learning, eq. 3 and 4',
  misconceptions: nesterovSlips,
};
