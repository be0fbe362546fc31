import type { Schedule } from './schedule.ts';

/** The rate rises evenly to its full value in D steps, the first of them with α/D. */
export const linearWarmup: Schedule = {
  name: 'linear-warmup',
  title: 'Linear warm-up',
  parameters: [{ symbol: 'D', name: 'duration', meaning: 'the number of steps until the full rate' }],
  definitions: { α_k: 'α min(k + 1, D)/D' },
  source: 'Goyal et al. 2017, Accurate, large minibatch SGD',
};
