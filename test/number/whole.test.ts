import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addWhole, multiplyWhole, smallQuotient, type Whole, whole } from '../../src/math/number/whole.ts';

const integers = fc.oneof(
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  fc.bigInt({ min: -(2n ** 28n), max: 2n ** 28n }),
  fc.constantFrom(2n ** 53n - 1n, 2n ** 53n, 1n - 2n ** 53n, -(2n ** 53n), 0n, 1n, -1n),
);

const isOne = (value: Whole): boolean =>
  typeof value === 'number' ? Number.isSafeInteger(value) : !Number.isSafeInteger(Number(value));

it('sums and products are exact, and one value is written one way', () => {
  fc.assert(
    fc.property(integers, integers, (a, b) => {
      const [sum, product] = [addWhole(whole(a), whole(b)), multiplyWhole(whole(a), whole(b))];
      expect([BigInt(sum), BigInt(product)]).toEqual([a + b, a * b]);
      expect(isOne(sum) && isOne(product)).toBe(true);
    }),
  );
});

it('a quotient is only told where it is an integer', () => {
  expect(smallQuotient(1000, 10)).toBe(100);
  expect(smallQuotient(1000, 7)).toBeUndefined();
  expect(smallQuotient(2n ** 60n, 2)).toBeUndefined();
});
