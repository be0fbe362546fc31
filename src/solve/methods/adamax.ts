import type { Method } from '../method.ts';
import { adamParameters, zeroMeans } from './parts/decay.ts';

/** Adam in the infinity norm: the divisor is the largest decayed |gradient|, ε inside the maximum. */
export const adamax: Method = {
  name: 'adamax',
  title: 'AdaMax',
  parameters: adamParameters.map((each) => (each.symbol === 'α' ? { ...each, default: '0.002' } : each)),
  start: { m_0: zeroMeans.m_0, n_0: '0 p_0' },
  definitions: {
    'm_{k+1}': 'β_1 m_k + (1 - β_1) ∇f(p_k)',
    'n_{k+1}': 'max(β_2 n_k, abs(∇f(p_k)) + ε)',
    'p_{k+1}': 'p_k - α/(1 - β_1^(k+1)) m_{k+1}/n_{k+1}',
  },
  source: 'Kingma and Ba 2014, algorithm 2; torch/optim/adamax.py',
  misconceptions: [
    {
      id: 'correction-forgotten',
      message: 'The mean of the gradients was not corrected: α is divided by 1 − β₁^t.',
      replace: { 'p_{k+1}': 'p_k - α m_{k+1}/n_{k+1}' },
    },
  ],
};
