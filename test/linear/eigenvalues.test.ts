import { describe, expect, it } from 'vitest';
import type { MatrixValue } from '../../src/math/expression/value.ts';
import { eigenvalues } from '../../src/math/linear/eigen/eigenvalues.ts';
import { compareSpectralRadius, singularValues, spectralRadius } from '../../src/math/linear/eigen/spectrum.ts';
import { ends } from '../../src/math/number/enclosure.ts';
import { compare, exact, subtract, toText } from '../../src/math/number/exact.ts';
import type { Real } from '../../src/math/number/real.ts';

const matrix = (...rows: readonly (readonly string[])[]): MatrixValue => ({
  kind: 'matrix',
  rows: rows.map((row) => row.map((entry) => exact(entry))),
});

/** Whether the number is the decimal `text` to its last digit, proven by the enclosure's ends. */
const is = (value: Real, text: string): boolean => {
  const unit = exact(`1e-${text.split('.')[1]?.length ?? 0}`);
  const [low, high] = value.kind === 'exact' ? [value, value] : ends(value);
  return [low, high].every((end) => {
    const off = subtract(end, exact(text));
    return compare(off, unit) < 0 && compare(off, subtract(exact('0'), unit)) > 0;
  });
};

const realParts = (a: MatrixValue, digits = 30) => {
  const values = eigenvalues(a, digits);
  if ('kind' in values) throw new Error(values.reason);
  return values;
};

describe('eigenvalues', () => {
  it('are exact where they are rational', () => {
    const values = realParts(matrix(['2', '1'], ['1', '2']));
    expect(values.map(({ re }) => (re.kind === 'exact' ? toText(re) : '?')).sort()).toEqual(['1', '3']);
  });

  it('are exact where they are negative', () => {
    const values = realParts(matrix(['1', '2'], ['3', '-4']));
    expect(values.map(({ re }) => (re.kind === 'exact' ? toText(re) : '?')).sort()).toEqual(['-5', '2']);
  });

  it('are exact for decimal entries', () => {
    const values = realParts(matrix(['0.5', '0'], ['0.25', '0.8']));
    expect(values.map(({ re }) => (re.kind === 'exact' ? toText(re) : '?')).sort()).toEqual(['0.5', '0.8']);
  });

  it('are enclosed to the digits asked for', () => {
    // (1 ± √5)/2 of the Fibonacci matrix
    const values = realParts(matrix(['1', '1'], ['1', '0']), 50);
    const golden = '1.61803398874989484820458683436563811772030917980576';
    expect(values.some(({ re }) => is(re, golden))).toBe(true);
    expect(values.every(({ im }) => im.kind === 'exact')).toBe(true);
  });

  it('come in complex pairs', () => {
    // λ² − 2λ + 5: 1 ± 2i
    const values = realParts(matrix(['1', '-2'], ['2', '1']));
    expect(values.every(({ re }) => is(re, '1.0000000000000000000000000'))).toBe(true);
    expect(values.filter(({ im }) => is(im, '2.0000000000000000000000000'))).toHaveLength(1);
    expect(values.filter(({ im }) => is(im, '-2.0000000000000000000000000'))).toHaveLength(1);
  });

  it('count multiple roots with their multiplicity', () => {
    const values = realParts(matrix(['2', '1', '0'], ['0', '2', '0'], ['0', '0', '5']));
    expect(
      values.map(({ re, multiplicity }) => `${re.kind === 'exact' ? toText(re) : '?'}×${multiplicity}`).sort(),
    ).toEqual(['2×2', '5×1']);
  });

  it('sum to the trace and multiply to the determinant for a larger matrix', () => {
    const size = 8;
    const rows = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => String(((i * 7 + j * 3) % 11) - 5)),
    );
    const values = realParts(matrix(...rows), 40);
    const count = values.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
    expect(count).toBe(size);
    const trace = rows.reduce((sum, row, i) => sum + Number(row[i]), 0);
    const total = values.reduce(
      (sum, { re, multiplicity }) =>
        sum + multiplicity * Number(toText(re.kind === 'exact' ? re : ends(re)[0]).slice(0, 18)),
      0,
    );
    expect(total).toBeCloseTo(trace, 9);
  });

  it('tell two that nearly coincide', () => {
    const values = realParts(matrix(['1', '0'], ['0', '1.0000000000000000000000000000000001']), 20);
    expect(values).toHaveLength(2);
  });

  it('refuse a matrix that is not square, with a reason', () => {
    const answer = eigenvalues(matrix(['1', '2', '3'], ['4', '5', '6']), 20);
    expect(answer).toMatchObject({ kind: 'undefined', cause: 'shape' });
  });
});

describe('the spectral radius', () => {
  it('is the modulus of a complex pair', () => {
    // |1 ± 2i| = √5
    const radius = spectralRadius(matrix(['1', '-2'], ['2', '1']), 30);
    expect(radius.kind).toBe('enclosure');
    expect(radius.kind === 'enclosure' && is(radius, '2.236067977499789696409173668731')).toBe(true);
  });

  it('is told from a threshold, and equal only where it is', () => {
    const w = matrix(['0.5', '0'], ['0.25', '0.8']);
    expect(compareSpectralRadius(w, exact('1'))).toBe(-1);
    expect(compareSpectralRadius(w, exact('0.8'))).toBe(0);
    expect(compareSpectralRadius(w, exact('0.79999999999999999999'))).toBe(1);
  });
});

describe('singular values', () => {
  it('are the roots of the eigenvalues of AᵀA', () => {
    // AᵀA of (3 0; 4 5) has eigenvalues 45 and 5
    const values = singularValues(matrix(['3', '0'], ['4', '5']), 30);
    if ('kind' in values) throw new Error(values.reason);
    expect(is(values[0] ?? exact('0'), '6.708203932499369089227521006193')).toBe(true);
    expect(is(values[1] ?? exact('0'), '2.236067977499789696409173668731')).toBe(true);
  });
});
