import type { Method } from '../method.ts';
import { adamParameters, means, zeroMeans } from './parts/decay.ts';

/** Adam with the largest mean of squares so far: the maximum of the raw means, corrected afterwards (PyTorch, Keras). */
export const amsgrad: Method = {
  name: 'amsgrad',
  title: 'AMSGrad',
  parameters: adamParameters,
  start: { ...zeroMeans, h_0: '0 p_0' },
  definitions: {
    ...means,
    'h_{k+1}': 'max(h_k, v_{k+1})',
    'p_{k+1}': 'p_k - α m̂_{k+1}/(sqrt(h_{k+1}/(1 - β_2^(k+1))) + ε)',
  },
  source: 'Reddi et al. 2018; torch/optim/adam.py with amsgrad=True',
  misconceptions: [
    {
      id: 'maximum-of-corrected',
      message:
        'You took the maximum of the corrected means of squares; here the raw ones are compared and the maximum is corrected.',
      replace: {
        'h_{k+1}': 'max(h_k, v̂_{k+1})',
        'p_{k+1}': 'p_k - α m̂_{k+1}/(sqrt(h_{k+1}) + ε)',
      },
    },
    {
      id: 'maximum-forgotten',
      message: 'Your numbers are those of Adam: the maximum over the steps is missing.',
      replace: { 'h_{k+1}': 'v_{k+1}' },
    },
  ],
};
