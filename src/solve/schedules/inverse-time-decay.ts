import type { Schedule } from './schedule.ts';

/** The rate falls as one over time. */
export const inverseTimeDecay: Schedule = {
  name: 'inverse-time-decay',
  title: 'Inverse time decay',
  parameters: [{ symbol: 'δ', name: 'decay', meaning: 'how fast the rate falls' }],
  definitions: { α_k: 'α/(1 + δ k)' },
  source: 'Robbins and Monro 1951; Keras InverseTimeDecay',
};
