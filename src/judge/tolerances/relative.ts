import { toText } from '../../math/number/exact.ts';
import { correct, undecided, wrong } from '../decision.ts';
import { distanceOrder } from './quantity.ts';
import { tolerance } from './tolerance.ts';

/** |claimed − reference| ≤ limit · |reference|; the limit itself is accepted. For a reference of 0 only 0 is near. */
export const relativeTolerance = tolerance('rel', (claimed, reference, { limit }) => {
  const order = distanceOrder(claimed.value, reference, limit, 'relative');
  if (!order) return undecided('the distance could not be compared with the tolerance');
  if (order.sign <= 0) return correct(order.decided);
  return wrong(`differs by more than ${toText(limit)} of the reference`, order.decided);
});
