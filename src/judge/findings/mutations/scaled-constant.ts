import { number } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import { writtenNumber } from '../../../math/expression/written-number.ts';
import { divide, exact, multiply } from '../../../math/number/exact.ts';
import type { Mutation } from './mutation.ts';

/** α = 0.5 or 0.005 for 0.05: the point of a given constant slipped. */
export const scaledConstant: Mutation = {
  id: 'factor-of-ten',
  title: 'A given constant is off by a factor of ten',
  changes: ({ left, right }) => {
    const value = writtenNumber(right)?.value;
    if (!value || left.kind !== 'symbol') return [];
    return [multiply(value, exact('10')), divide(value, exact('10'))].map((other) => ({
      right: number(other),
      did: `${printPlain(left)} = ${printPlain(number(other))} was used in place of ${printPlain(right)}`,
    }));
  },
};
