import { toText } from '../../math/number/exact.ts';
import { correct, undecided, wrong } from '../decision.ts';
import { distanceOrder } from './quantity.ts';
import { tolerance } from './tolerance.ts';

/** |claimed − reference| ≤ limit; the limit itself is accepted. */
export const absoluteTolerance = tolerance('abs', (claimed, reference, { limit }) => {
  const order = distanceOrder(claimed.value, reference, limit, 'absolute');
  if (!order) return undecided('the distance could not be compared with the tolerance');
  if (order.sign <= 0) return correct(order.decided);
  return wrong(`differs by more than ${toText(limit)}`, order.decided);
});
