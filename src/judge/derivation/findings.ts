import { type DerivationSpotter, spotter } from './finding.ts';
import { immediateForTotal } from './findings/immediate-for-total.ts';
import { missingSlope } from './findings/missing-slope.ts';
import { otherOperator } from './findings/other-operator.ts';
import { otherRelation } from './findings/other-relation.ts';
import { otherSign } from './findings/other-sign.ts';
import { otherWeights } from './findings/other-weights.ts';
import { shiftedIndex } from './findings/shifted-index.ts';
import { shiftedRange } from './findings/shifted-range.ts';
import { slopeForValue } from './findings/slope-for-value.ts';
import { unboundIndex } from './findings/unbound-index.ts';
import { vanishingFactor } from './findings/vanishing-factor.ts';

/** What is known to go wrong in derivations, the most telling first. */
export const derivationFindings: readonly DerivationSpotter[] = [
  spotter(vanishingFactor),
  spotter(unboundIndex),
  spotter(shiftedRange),
  spotter(immediateForTotal),
  spotter(otherOperator),
  spotter(otherRelation),
  spotter(otherSign),
  spotter(slopeForValue),
  spotter(missingSlope),
  spotter(otherWeights),
  spotter(shiftedIndex),
];
