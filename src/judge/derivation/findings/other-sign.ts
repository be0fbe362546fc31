import { negative } from '../../../math/expression/build.ts';
import type { DerivationFinding } from '../finding.ts';

/** −W_rec diag(σ′(x_{i−1})). */
export const otherSign: DerivationFinding<true> = {
  id: 'other-sign',
  title: 'The sign is the other one',
  spot: ({ right, relation, holdsWith }) => (relation === '=' && holdsWith(negative(right)) ? true : undefined),
  say: () => 'The sign is the other one.',
};
