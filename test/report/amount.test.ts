import { describe, expect, it } from 'vitest';
import { exact } from '../../src/math/number/exact.ts';
import { amount, jsonAmount } from '../../src/report/amount.ts';

describe('points', () => {
  it.each([
    ['2', '2', 2],
    ['1/2', '0.5', 0.5],
    ['2/3', '2/3', '2/3'],
    ['13/3', '4 1/3', '13/3'],
    ['0', '0', 0],
    ['1/1024', '0.0009765625', 0.0009765625],
    ['1/2048', '1/2048', '1/2048'],
  ])('%s are written %s for a person and %j for a machine', (points, text, json) => {
    expect(amount(exact(points))).toBe(text);
    expect(jsonAmount(exact(points))).toBe(json);
  });
});
