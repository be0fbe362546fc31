import type { Schedule } from './schedule.ts';

/** The rate shrinks by the same factor every step. */
export const exponentialDecay: Schedule = {
  name: 'exponential-decay',
  title: 'Exponential decay',
  parameters: [{ symbol: 'δ', name: 'factor', meaning: 'what the rate is multiplied by after each step' }],
  definitions: { α_k: 'α δ^k' },
  source: 'PyTorch lr_scheduler.ExponentialLR',
};
