import { expect, test } from 'vitest';
import { equalExpressions } from '../../src/math/expression/equality.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';

const compared = (a: string, b: string) => equalExpressions(parsePlain(a, {}).tree, parsePlain(b, {}).tree);

test.each([
  ['1/3 - e^(-1)', '1/3 - 1/e'],
  ['e^2 + 1', '1 + e·e'],
  ['(e^2 - 1)/(e - 1)', 'e + 1'],
  ['e^(-2) + 1/e', '(1 + e)/e^2'],
  ['x e^3', 'e^2 x exp(1)'],
])('e itself is what its powers are powers of: %s = %s', (a, b) => {
  expect(compared(a, b)).toMatchObject({ equal: true, decided: 'certified' });
});

test('powers of e that differ are told apart', () => {
  expect(compared('e^2 + 1', 'e + e')).toMatchObject({ equal: false, decided: 'certified' });
});
