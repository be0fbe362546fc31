import type { Method } from '../method.ts';
import { adamParameters, adamStep, means, zeroMeans } from './parts/decay.ts';

/** Adam with decoupled weight decay: the weights shrink by α λ before Adam's step, whose gradient does not see it. */
export const adamw: Method = {
  name: 'adamw',
  title: 'AdamW',
  parameters: [
    ...adamParameters,
    {
      symbol: 'λ',
      name: 'weight decay',
      default: '0.01',
      meaning: 'the share of the weights, times α, that is taken away',
    },
  ],
  start: zeroMeans,
  definitions: { ...means, 'p_{k+1}': `p_k - α λ p_k - ${adamStep}` },
  source: 'Loshchilov and Hutter 2019, algorithm 2',
  misconceptions: [
    {
      id: 'decay-in-gradient',
      message:
        'The weight decay was added to the gradient (Adam with L2); in AdamW it shrinks the weights apart from the averages.',
      replace: {
        'm_{k+1}': 'β_1 m_k + (1 - β_1) (∇f(p_k) + λ p_k)',
        'v_{k+1}': 'β_2 v_k + (1 - β_2) (∇f(p_k) + λ p_k)^2',
        'p_{k+1}': `p_k - ${adamStep}`,
      },
    },
    {
      id: 'decay-forgotten',
      message: 'Your numbers are those of Adam: the weight decay is missing.',
      replace: { 'p_{k+1}': `p_k - ${adamStep}` },
    },
    {
      id: 'decay-without-rate',
      message: 'The weight decay was not multiplied by the learning rate.',
      replace: { 'p_{k+1}': `p_k - λ p_k - ${adamStep}` },
    },
  ],
};
