import { describe, expect, it } from 'vitest';
import { writtenNumber } from '../../src/math/expression/written-number.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { toText } from '../../src/math/number/exact.ts';

const s = String.raw;
const shown = (source: string) => writtenNumber(parseLatex(source, {}).tree);

describe('a literal has its value and its precision', () => {
  it.each([
    // source, value, place of the last digit, figures from, to
    ['3.1850', '3.185', 4, 5, 5],
    ['0.0010', '0.001', 4, 2, 2],
    ['-0.1', '-0.1', 1, 1, 1],
    ['100', '100', 0, 1, 3],
    ['1000', '1000', 0, 1, 4],
    ['1050', '1050', 0, 3, 4],
    ['100.0', '100', 1, 4, 4],
    ['.5', '0.5', 1, 1, 1],
    ['0', '0', 0, 1, 1],
    ['0.0', '0', 1, 1, 1],
    ['0.000', '0', 3, 3, 3],
    ['-0.00', '0', 2, 2, 2],
    [s`1.2\times10^{-4}`, '0.00012', 5, 2, 2],
    [s`1.00\times 10^2`, '100', 0, 3, 3],
    [s`2\cdot 10^3`, '2000', -3, 1, 1],
    [s`10^{-6}`, '0.000001', 6, 1, 1],
    [s`20\%`, '0.2', 2, 1, 2],
    [s`12.5\%`, '0.125', 3, 3, 3],
  ])('%s', (source, value, decimals, min, max) => {
    const number = shown(source);
    expect(number && toText(number.value)).toBe(value);
    expect(number?.decimals).toBe(decimals);
    expect(number?.figures).toEqual({ min, max });
    expect(number?.isDecimal).toBe(true);
  });

  it.each([
    [s`\frac{71}{20}`, '3.55', 'fraction'],
    [s`-\frac13`, '-1/3', 'fraction'],
    ['3/4', '0.75', 'fraction'],
    [s`3\frac12`, '3.5', 'mixed'],
    [s`-1\frac{2}{3}`, '-5/3', 'mixed'],
  ])('%s is exact, and shows no decimals', (source, value, form) => {
    const number = shown(source);
    expect(number && toText(number.value)).toBe(value);
    expect(number?.form).toBe(form);
    expect(number?.isDecimal).toBe(false);
  });

  it.each([s`2\cdot 3`, s`\sqrt2`, s`\frac{0.1}{3}`, '3+1', 'x', s`\frac{1}{0}`, s`--1`, s`3.5 \times 2^3`])(
    '%s is no literal',
    (source) => {
      expect(shown(source)).toBeUndefined();
    },
  );

  it('a literal whose exponent would fill the memory has no value', () => {
    expect(writtenNumber({ kind: 'number', text: '1e999999999' })).toBeUndefined();
    expect(writtenNumber({ kind: 'number', text: '9'.repeat(200_000) })).toBeUndefined();
  });
});
