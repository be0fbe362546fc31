import { toText } from '../../math/number/exact.ts';
import { correct, undecided, wrong } from '../decision.ts';
import { orderOf } from './quantity.ts';
import { tolerance } from './tolerance.ts';

/** low ≤ claimed ≤ high, whatever the reference; both ends are accepted. */
export const intervalTolerance = tolerance('interval', (claimed, _reference, { low, high }) => {
  const [below, above] = [orderOf(claimed.value, low), orderOf(claimed.value, high)];
  if (!below || !above) return undecided('could not be compared with the ends of the interval');
  if (below.sign < 0) return wrong(`below ${toText(low)}`, below.decided);
  if (above.sign > 0) return wrong(`above ${toText(high)}`, above.decided);
  return correct(below.decided);
});
