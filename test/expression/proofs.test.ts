import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareResidues } from '../../src/math/expression/modular/identity-test.ts';
import { rootModulo, tower } from '../../src/math/expression/modular/tower.ts';
import { placesThatDecide } from '../../src/math/expression/sampling/zero-bound.ts';
import { parse } from './scope.ts';

const s = String.raw;

describe('identities by residues', () => {
  it('the sign of a root is not assumed: √((x+k)²) is not proven to be x + k', () => {
    const verdicts = Array.from({ length: 60 }, (_, k) =>
      compareResidues(parse(s`\sqrt{(x + ${k})^2}`), parse(`x + ${k}`)),
    );
    expect(verdicts).not.toContain('equal');
  });

  it.each([
    [s`\sqrt{x} \sqrt{y}`, s`\sqrt{x y}`],
    [s`(x y)^z`, s`x^z y^z`],
    [s`\ln(x y)`, s`\ln x + \ln y`],
    [s`(x^y)^z`, 'x^{y z}'],
    [s`\sqrt{3 + 2\sqrt2}`, s`-1 - \sqrt2`],
  ])('%s = %s holds for some numbers only, and is not proven', (a, b) => {
    expect(compareResidues(parse(a), parse(b))).not.toBe('equal');
  });

  it('square roots in the fields of the tower are square roots', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.constantFrom(...tower), (a, field) => {
        const root = rootModulo(a * a, field);
        expect(root !== undefined && (root * root - a * a) % field.p).toBe(0n);
      }),
    );
  });

  it('each field holds the exponents of the next', () => {
    tower.slice(1).forEach(({ p, g, i }, level) => {
      expect((p - 1n) % (tower[level]?.p ?? 0n)).toBe(0n);
      expect(g).not.toBe(1n);
      expect((i * i) % p).toBe(p - 1n);
    });
  });
});

describe('the zero bound of radicals', () => {
  it('lies below the smallest values that radicals of a shape take', () => {
    // √(n² + 1) − n − 1/(2n) = −1/(8n³) + …, about 2^−(3 + 3 log₂ n).
    for (const n of [10, 1_000, 1_000_000]) {
      const places = placesThatDecide(parse(s`\sqrt{${n}^2 + 1} - ${n} - \frac{1}{2 \cdot ${n}}`));
      expect(places).toBeGreaterThan(3 + 3 * Math.log2(n));
    }
  });

  it('is not asked of names, or of anything but radicals', () => {
    expect(placesThatDecide(parse(s`\sqrt{x} - 1`))).toBeUndefined();
    expect(placesThatDecide(parse(s`\sin 1 - \sqrt 2`))).toBeUndefined();
  });
});
