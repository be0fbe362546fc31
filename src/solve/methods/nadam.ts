import type { Method } from '../method.ts';
import { adamParameters, adamStep, means, zeroMeans } from './parts/decay.ts';

/** Adam with Nesterov's look-ahead in the mean, β₁ constant (optax). */
export const nadam: Method = {
  name: 'nadam',
  title: 'Nadam',
  parameters: adamParameters,
  start: zeroMeans,
  definitions: {
    ...means,
    'p_{k+1}': `p_k - α (β_1 m_{k+1}/(1 - β_1^(k+2)) + (1 - β_1) ∇f(p_k)/(1 - β_1^(k+1)))/(sqrt(v̂_{k+1}) + ε)`,
  },
  source: 'Dozat 2016, without its momentum schedule; optax nadam',
  misconceptions: [
    {
      id: 'look-ahead-dropped',
      message: 'Your numbers are those of Adam: the look-ahead in the mean is missing.',
      replace: { 'p_{k+1}': `p_k - ${adamStep}` },
    },
  ],
};
