import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { multiplyValues } from '../../src/math/expression/evaluation/value-arithmetic.ts';
import { emptyScope } from '../../src/math/expression/scope.ts';
import type { MatrixValue, Value, VectorValue } from '../../src/math/expression/value.ts';
import { determinant } from '../../src/math/linear/determinant.ts';
import { identity, inverse, rank, solve, trace } from '../../src/math/linear/matrix.ts';
import { matrixNorm, vectorNorm } from '../../src/math/linear/norms.ts';
import { exact, fraction } from '../../src/math/number/exact.ts';
import { parse, valueText } from '../expression/scope.ts';

const matrix = (rows: readonly (readonly (string | number)[])[]): MatrixValue => ({
  kind: 'matrix',
  rows: rows.map((row) => row.map((entry) => exact(entry))),
});

const vector = (items: readonly (string | number)[]): VectorValue => ({
  kind: 'vector',
  items: items.map((item) => exact(item)),
});

const entry = fc
  .tuple(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: 1n, max: 6n }))
  .map(([n, d]) => fraction(n, d));

const square = (n: number): fc.Arbitrary<MatrixValue> =>
  fc
    .array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
    .map((rows) => ({ kind: 'matrix', rows }));

const anySquare = fc.integer({ min: 1, max: 5 }).chain(square);

/** Laplace's expansion along the first row: slow, and nothing like Bareiss. */
const laplace = (rows: readonly (readonly number[])[]): number =>
  rows.length === 0
    ? 1
    : (rows[0] ?? []).reduce(
        (total, a, j) => total + (j % 2 === 0 ? a : -a) * laplace(rows.slice(1).map((row) => row.toSpliced(j, 1))),
        0,
      );

describe('exact linear algebra', () => {
  it('A A⁻¹ = I, and a matrix without an inverse has determinant zero', () => {
    fc.assert(
      fc.property(anySquare, (a) => {
        const inverted = inverse(a, 64);
        if (inverted.kind === 'undefined') {
          expect(inverted.cause).toBe('singular');
          expect(valueText(determinant(a, 64))).toBe('0');
        } else {
          expect(multiplyValues(a, inverted, 64)).toEqual(identity(a.rows.length));
          expect(multiplyValues(inverted, a, 64)).toEqual(identity(a.rows.length));
        }
      }),
    );
  });

  it('the determinant is that of Laplace', () => {
    const whole = fc.integer({ min: 1, max: 5 }).chain((n) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(whole, (rows) => {
        expect(valueText(determinant(matrix(rows), 64))).toBe(String(laplace(rows) + 0));
      }),
    );
  });

  it('det AB = det A · det B', () => {
    fc.assert(
      fc.property(square(4), square(4), (a, b) => {
        const product = multiplyValues(a, b, 64) as MatrixValue;
        expect(determinant(product, 64)).toEqual(multiplyValues(determinant(a, 64), determinant(b, 64), 64));
      }),
    );
  });

  it('solving gives the x with A x = b', () => {
    fc.assert(
      fc.property(square(3), fc.array(entry, { minLength: 3, maxLength: 3 }), (a, items) => {
        const b: VectorValue = { kind: 'vector', items };
        const x = solve(a, b, 64);
        if (x.kind === 'undefined') expect(x.cause).toBe('singular');
        else expect(multiplyValues(a, x, 64)).toEqual(b);
      }),
    );
  });

  it('rank and trace', () => {
    expect(
      valueText(
        rank(
          matrix([
            [1, 2, 3],
            [2, 4, 6],
            [1, 0, 1],
          ]),
          64,
        ),
      ),
    ).toBe('2');
    expect(
      valueText(
        rank(
          matrix([
            [0, 0],
            [0, 0],
          ]),
          64,
        ),
      ),
    ).toBe('0');
    expect(
      valueText(
        trace(
          matrix([
            [1, 2],
            [3, '0.5'],
          ]),
          64,
        ),
      ),
    ).toBe('1.5');
  });

  it('norms', () => {
    expect(valueText(vectorNorm(vector([3, -4]).items, fraction(2n), 64))).toBe('5');
    expect(valueText(vectorNorm(vector([1, -8]).items, fraction(3n), 200))).toBe('≈8.00520494617');
    expect(
      valueText(
        matrixNorm(
          matrix([
            [1, -7],
            [-2, 3],
          ]),
          fraction(1n),
          64,
        ),
      ),
    ).toBe('10');
    expect(
      valueText(
        matrixNorm(
          matrix([
            [1, -7],
            [-2, 3],
          ]),
          '∞',
          64,
        ),
      ),
    ).toBe('8');
    expect(
      valueText(
        matrixNorm(
          matrix([
            [1, 2],
            [2, 4],
          ]),
          'F',
          64,
        ),
      ),
    ).toBe('5');
  });
});

describe('enclosed entries', () => {
  const s = String.raw;
  const value = (source: string): Value => evaluate(parse(source), emptyScope, 20);

  it('are eliminated with a proven pivot', () => {
    // det = √2·√8 − 3·1 = 1
    expect(valueText(value(s`\det \begin{bmatrix}\sqrt2&3\\1&\sqrt8\end{bmatrix}`))).toBe('≈1');
    // The inverse of a rotation is its transpose: cos 1 = 0.540302305868…, sin 1 = 0.841470984808…
    expect(valueText(value(s`\begin{bmatrix}\cos 1&-\sin 1\\ \sin 1&\cos 1\end{bmatrix}^{-1}`))).toBe(
      '[[≈0.540302305868, ≈0.841470984808], [≈-0.841470984808, ≈0.540302305868]]',
    );
  });

  it('of a singular matrix leave it undecided', () => {
    expect(valueText(value(s`\begin{bmatrix}\sqrt2&2\\1&\sqrt2\end{bmatrix}^{-1}`))).toBe('undecided');
  });
});

describe('shapes that do not fit', () => {
  it('have a cause and a sentence', () => {
    const wide = matrix([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(inverse(wide, 64)).toMatchObject({
      cause: 'shape',
      reason: 'the inverse of a 2×3 matrix, which is not square',
    });
    expect(determinant(wide, 64)).toMatchObject({ cause: 'shape' });
    expect(
      solve(
        matrix([
          [1, 2],
          [3, 4],
        ]),
        vector([1, 2, 3]),
        64,
      ),
    ).toMatchObject({ cause: 'shape' });
    expect(multiplyValues(wide, wide, 64)).toMatchObject({ cause: 'shape', reason: 'a 2×3 matrix times a 2×3 matrix' });
  });
});
