import type { Method } from '../method.ts';
import { adamParameters, adamStep, means, zeroMeans } from './parts/decay.ts';
import { adamSlips } from './slips/adam.ts';

/** Adam as in its paper: the corrected mean over the root of the corrected mean of squares, ε outside the root. */
export const adam: Method = {
  name: 'adam',
  title: 'Adam',
  parameters: adamParameters,
  start: zeroMeans,
  definitions: { ...means, 'p_{k+1}': `p_k - ${adamStep}` },
  source: 'Kingma and Ba 2014, algorithm 1',
  misconceptions: adamSlips,
};
