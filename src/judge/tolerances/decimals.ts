import { correct, undecided, wrong, wrongBy } from '../decision.ts';
import { isRounded, slipOf } from './slips.ts';
import { tolerance } from './tolerance.ts';

/**
 * Exactly so many decimals, trailing zeros included: 12.30, not 12.3, for two; rounded right, at a tie either way or as
 * `ties` says.
 */
export const decimalsTolerance = tolerance('decimals', (claimed, reference, { places, ties }) => {
  if (claimed.form === 'computed' || !claimed.isDecimal)
    return wrongBy('no-decimal', `a decimal number with ${places} decimals is asked for`, 'shown');
  const rounded = isRounded(claimed.value, reference, places, ties);
  if (rounded === undefined) return undecided('the decimals could not be compared with the reference');
  if (!rounded) {
    const slip = slipOf(claimed, reference, places, ties);
    return slip ? wrongBy(slip.id, slip.message, 'shown') : wrong(`wrong to ${places} decimals`, 'shown');
  }
  if (claimed.decimals !== places)
    return wrongBy('wrong-decimals', `${places} decimals are asked for, ${claimed.decimals} are shown`, 'shown');
  return correct('shown');
});
