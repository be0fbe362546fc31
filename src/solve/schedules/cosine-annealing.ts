import type { Schedule } from './schedule.ts';

/** The rate falls to a lowest one along half a cosine. */
export const cosineAnnealing: Schedule = {
  name: 'cosine-annealing',
  title: 'Cosine annealing',
  parameters: [
    { symbol: 'D', name: 'duration', meaning: 'the step at which the lowest rate is reached' },
    { symbol: 'α_min', name: 'lowest rate', default: '0', meaning: 'the rate at step D' },
  ],
  definitions: { α_k: 'α_min + (α - α_min) (1 + cos(π min(k, D)/D))/2' },
  source: 'Loshchilov and Hutter 2017, SGDR, eq. 5, without restarts',
};
