import { type DerivationSpotter, spotter } from './finding.ts';
import { shiftedRange } from './findings/shifted-range.ts';
import { unboundIndex } from './findings/unbound-index.ts';
import { vanishingFactor } from './findings/vanishing-factor.ts';

/** What is known to go wrong in derivations, the most telling first. */
export const derivationFindings: readonly DerivationSpotter[] = [
  spotter(vanishingFactor),
  spotter(unboundIndex),
  spotter(shiftedRange),
];
