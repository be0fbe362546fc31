import { correct, undecided, wrong } from '../decision.ts';
import { orderOf } from './quantity.ts';
import { tolerance } from './tolerance.ts';

/** claimed = reference. Two irrational numbers that agree as far as they are computed stay undecided. */
export const exactTolerance = tolerance('exact', (claimed, reference) => {
  const order = orderOf(claimed.value, reference);
  if (!order) return undecided('agrees as far as both were computed; equality is not proven');
  return order.sign === 0 ? correct(order.decided) : wrong('differs from the exact value', order.decided);
});
