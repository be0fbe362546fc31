import type { Method } from '../method.ts';
import { rmspropParameters } from './parts/mean-square.ts';

/** RMSProp with the running variance of the gradient in place of its mean square. */
export const rmspropCentered: Method = {
  name: 'rmsprop-centered',
  title: 'RMSProp, centred',
  parameters: rmspropParameters,
  start: { v_0: '0 p_0', m_0: '0 p_0' },
  definitions: {
    'v_{k+1}': 'ρ v_k + (1 - ρ) ∇f(p_k)^2',
    'm_{k+1}': 'ρ m_k + (1 - ρ) ∇f(p_k)',
    'p_{k+1}': 'p_k - α ∇f(p_k)/(sqrt(v_{k+1} - m_{k+1}^2) + ε)',
  },
  source:
    'Graves 2013, Generating sequences with recurrent neural networks, eq. 38 to 45; torch/optim/rmsprop.py with centered=True',
  misconceptions: [
    {
      id: 'not-centered',
      message:
        'Your numbers are those of RMSProp without centring: the square of the mean gradient is subtracted under the root.',
      replace: { 'p_{k+1}': 'p_k - α ∇f(p_k)/(sqrt(v_{k+1}) + ε)' },
    },
  ],
};
