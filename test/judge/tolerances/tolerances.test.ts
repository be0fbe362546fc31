import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptsNumber, partialCreditOf, tolerances } from '../../../src/judge/tolerances/tolerances.ts';
import { negative, num, quotient } from '../../../src/math/expression/build.ts';
import { type WrittenNumber, writtenNumber } from '../../../src/math/expression/written-number.ts';
import { enclosure } from '../../../src/math/number/enclosure.ts';
import { add, exact, fraction } from '../../../src/math/number/exact.ts';
import type { ToleranceRule } from '../../../src/model/rubric.ts';

const written = (text: string): WrittenNumber => {
  const literal = text.startsWith('-') ? negative(num(text.slice(1))) : num(text);
  const read = writtenNumber(literal);
  if (!read) throw new Error(`no literal: ${text}`);
  return read;
};

const fractionOf = (over: number, under: number): WrittenNumber => {
  const read = writtenNumber(quotient(num(over), num(under)));
  if (!read) throw new Error('no fraction');
  return read;
};

const verdict = (claimed: string, reference: string, rule: ToleranceRule) =>
  acceptsNumber(written(claimed), exact(reference), rule).verdict;

const finding = (claimed: string, reference: string, rule: ToleranceRule) =>
  acceptsNumber(written(claimed), exact(reference), rule).finding?.id;

describe('a distance', () => {
  const within = (limit: string): ToleranceRule => ({ kind: 'abs', limit: exact(limit) });
  const share = (limit: string): ToleranceRule => ({ kind: 'rel', limit: exact(limit) });

  test('the limit itself is accepted, and nothing beyond it', () => {
    expect(verdict('1.05', '1', within('0.05'))).toBe('correct');
    expect(verdict('1.0500000000000000000000001', '1', within('0.05'))).toBe('wrong');
  });

  test('a relative limit is a share of the reference, at any size and sign', () => {
    expect(verdict('0.95e-33', '1e-33', share('0.05'))).toBe('correct');
    expect(verdict('-10.51', '-10', share('0.05'))).toBe('wrong');
    expect(verdict('-10.5', '-10', share('0.05'))).toBe('correct');
  });

  test('only zero is near zero by a share', () => {
    expect(verdict('0.00', '0', share('0.05'))).toBe('correct');
    expect(verdict('0.0001', '0', share('0.05'))).toBe('wrong');
  });

  test('an interval has both of its ends', () => {
    const rule: ToleranceRule = { kind: 'interval', low: exact('2'), high: exact('3') };
    expect(['2', '3', '1.999', '3.001'].map((n) => verdict(n, '0', rule))).toEqual([
      'correct',
      'correct',
      'wrong',
      'wrong',
    ]);
  });
});

describe('the digits shown', () => {
  const shown: ToleranceRule = { kind: 'shown', decimals: 1 };

  test('the last digits of a printed double or float are no claim', () => {
    // Python: 0.2 - 0.05*(3.55 + 12*0.2), and 3.185 - 0.05*(2*3.185 - 0.0975)
    expect(verdict('-0.09750000000000003', '-0.0975', shown)).toBe('correct');
    expect(verdict('2.8713749999999996', '2.871375', shown)).toBe('correct');
    // numpy.float32(-0.0975).item()
    expect(verdict('-0.09749999642372131', '-0.0975', shown)).toBe('correct');
    // and numpy.float32(-0.19825) to 16 decimals
    expect(verdict('-0.1982499957084656', '-0.19825', shown)).toBe('correct');
    expect(verdict('-0.1982499940000000', '-0.19825', shown)).toBe('wrong');
    expect(verdict('2.8713749999899996', '2.871375', shown)).toBe('wrong');
    // more digits than a double has are written on purpose
    expect(verdict('3.14159265358979323847', '3.14159265358979323846', shown)).toBe('wrong');
  });

  test('both neighbours of an exact tie are right', () => {
    expect(verdict('3.19', '3.185', shown)).toBe('correct');
    expect(verdict('3.18', '3.185', shown)).toBe('correct');
    expect(verdict('3.17', '3.185', shown)).toBe('wrong');
    expect(verdict('3.18', '3.1850000000000001', shown)).toBe('wrong');
  });

  test('a rubric may take one neighbour of a tie', () => {
    const taken = (ties: 'away' | 'even' | 'up', reference: string, ...claims: readonly string[]) =>
      claims.filter((claim) => verdict(claim, reference, { kind: 'shown', ties }) === 'correct');
    expect(taken('away', '3.185', '3.18', '3.19')).toEqual(['3.19']);
    expect(taken('away', '-3.185', '-3.18', '-3.19')).toEqual(['-3.19']);
    expect(taken('even', '3.185', '3.18', '3.19')).toEqual(['3.18']);
    expect(taken('even', '195', '1.9e2', '2.0e2')).toEqual(['2.0e2']);
    expect(taken('up', '-2.5', '-2', '-3')).toEqual(['-2']);
    expect(taken('up', '2.5', '2', '3')).toEqual(['3']);
    // beside the tie nothing changes
    expect(taken('even', '3.1849', '3.18', '3.19')).toEqual(['3.18']);
    expect(taken('even', '3.1851', '3.18', '3.19')).toEqual(['3.19']);
  });

  test('the other neighbour is told by its name, whatever digits are asked for', () => {
    for (const rule of [
      { kind: 'shown', ties: 'away' },
      { kind: 'decimals', places: 2, ties: 'away' },
      { kind: 'sigfigs', min: 3, max: 3, ties: 'away' },
    ] as const) {
      expect(finding('3.18', '3.185', rule)).toBe('tie-rounded-otherwise');
      expect(finding('3.17', '3.185', rule)).not.toBe('tie-rounded-otherwise');
      expect(verdict('3.19', '3.185', rule)).toBe('correct');
    }
  });

  test('cutting digits off is not rounding, and is called by its name', () => {
    expect(finding('2.87', '2.8785', shown)).toBe('truncated');
    expect(finding('-2.87', '-2.8785', shown)).toBe('truncated');
    expect(finding('2.89', '2.8785', shown)).toBeUndefined();
    expect(verdict('2.87', '2.8785', shown)).toBe('wrong');
  });

  test('a point in the wrong place is told apart from a wrong number', () => {
    expect(finding('28.8', '2.88', shown)).toBe('factor-of-ten');
    expect(finding('0.288', '2.88', shown)).toBe('factor-of-ten');
    expect(finding('28.9', '2.88', shown)).toBeUndefined();
  });

  test('fewer digits than asked for are not enough, unless the number is exact', () => {
    expect(finding('3', '3.185', shown)).toBe('too-few-digits');
    expect(verdict('4', '4', shown)).toBe('correct');
  });

  test('what cannot be told from the reference, however far it is computed, shows enough', () => {
    // As √2 · √2 by numbers alone: somewhere around 2, ever closer.
    const around = (digits: number) => enclosure(2n << BigInt(digits * 4), 1n, digits * 4);
    const rule: ToleranceRule = { kind: 'shown', decimals: 3 };
    expect(acceptsNumber(written('2'), around, rule).verdict).toBe('correct');
    expect(acceptsNumber(fractionOf(4, 2), around, rule).verdict).toBe('correct');
    expect(acceptsNumber(fractionOf(4, 2), around, { kind: 'exact' }).verdict).toBe('undecided');
    expect(acceptsNumber(written('2.1'), around, rule).verdict).toBe('wrong');
    expect(acceptsNumber(written('1.4'), () => exact('1.41421356'), rule).finding?.id).toBe('too-few-digits');
  });

  test('the last digit shown of 1.2e3 stands for hundreds', () => {
    expect(verdict('1.2e3', '1234', { kind: 'shown', sigfigs: 2 })).toBe('correct');
    expect(verdict('1200', '1234', { kind: 'shown', sigfigs: 2 })).toBe('wrong');
  });
});

describe('significant figures', () => {
  const figures = (n: number): ToleranceRule => ({ kind: 'sigfigs', min: n, max: n });

  test('the count and the accuracy are two questions', () => {
    const rule: ToleranceRule = { kind: 'sigfigs', min: 4, max: 4, accuracy: 3 };
    expect(verdict('2.715', '2.71828', { kind: 'sigfigs', min: 4, max: 4 })).toBe('wrong');
    expect(verdict('2.715', '2.71828', rule)).toBe('wrong');
    expect(verdict('2.719', '2.71828', rule)).toBe('correct');
    expect(finding('2.72', '2.71828', rule)).toBe('wrong-figures');
  });

  test('zeros before a number never count, zeros after the point do, zeros before it may', () => {
    const count: (n: number) => ToleranceRule = (n) => ({ kind: 'sigfigs', min: n, max: n, accuracy: 'ignored' });
    expect(verdict('0.0070', '0', count(2))).toBe('correct');
    expect([1, 2, 3, 4].map((n) => verdict('700', '0', count(n)))).toEqual(['correct', 'correct', 'correct', 'wrong']);
    expect(verdict('700.', '0', count(1))).toBe('wrong');
  });

  test('more figures than asked for, all of them right, are right', () => {
    // To two figures 0.02553 is 0.026, half a unit from 0.0255: but 0.0255 is what it rounds to.
    expect(verdict('0.0255', '0.02553', { kind: 'sigfigs', min: 2, max: 4 })).toBe('correct');
    expect(verdict('0.0256', '0.02553', { kind: 'sigfigs', min: 3, max: 4 })).toBe('wrong');
  });

  test('half a unit of the rounded reference is too far, less is not', () => {
    expect(verdict('19', '20', { kind: 'sigfigs', min: 2, accuracy: 1 })).toBe('correct');
    expect(verdict('15', '20', { kind: 'sigfigs', min: 2, accuracy: 1 })).toBe('wrong');
  });

  test('a tie of the reference may be rounded either way', () => {
    expect(['2.4', '2.5', '2.6'].map((n) => verdict(n, '2.45', figures(2)))).toEqual(['correct', 'correct', 'wrong']);
  });

  test('nothing but zero is zero to any number of figures', () => {
    expect(verdict('0.3', '0', figures(1))).toBe('wrong');
    expect(verdict('0.0', '0', figures(1))).toBe('correct');
  });
});

describe('decimals', () => {
  const two: ToleranceRule = { kind: 'decimals', places: 2 };

  test('exactly so many are asked for, trailing zeros too', () => {
    expect(verdict('12.30', '12.3', two)).toBe('correct');
    expect(finding('12.3', '12.3', two)).toBe('wrong-decimals');
    expect(finding('12.300', '12.3', two)).toBe('wrong-decimals');
    expect(verdict('12.31', '12.3', two)).toBe('wrong');
  });
});

describe('partial credit', () => {
  const steps = [
    { within: { kind: 'rel', limit: exact('0.05') }, share: exact('1/2') },
    { within: { kind: 'rel', limit: exact('0.01') }, share: exact('1') },
  ] as const;
  const share = (claimed: string) => partialCreditOf(written(claimed), exact('200'), steps)?.share;

  test('the step that gives most counts, in whatever order the rubric has them', () => {
    expect(share('201.9')).toEqual(exact('1'));
    expect(share('209')).toEqual(exact('1/2'));
    expect(share('211')).toBeUndefined();
  });
});

describe('laws of all tolerances', () => {
  const rules: readonly ToleranceRule[] = [
    { kind: 'exact' },
    { kind: 'abs', limit: exact('0') },
    { kind: 'rel', limit: exact('0') },
    { kind: 'sigfigs', min: 1 },
    { kind: 'shown' },
  ];

  test('there is a rule for each but the strict and the free ones', () => {
    const strict = ['decimals', 'interval'];
    expect([...rules.map(({ kind }) => kind), ...strict].sort()).toEqual(tolerances.map(({ name }) => name).sort());
  });

  test('the reference itself is always accepted', () => {
    const decimals = fc.tuple(fc.integer({ min: 0, max: 99999 }), fc.integer({ min: 0, max: 99999 }));
    fc.assert(
      fc.property(decimals, fc.constantFrom(...rules), ([whole, places], rule) => {
        const text = `${whole}.${places}`;
        expect(verdict(text, text, rule)).toBe('correct');
      }),
    );
  });

  test('a wider limit accepts whatever a narrower one does', () => {
    const number = fc.integer({ min: -1000, max: 1000 }).map((n) => fraction(BigInt(n), 7n));
    const limit = fc.integer({ min: 0, max: 500 }).map((n) => fraction(BigInt(n), 11n));
    fc.assert(
      fc.property(
        number,
        number,
        limit,
        limit,
        fc.constantFrom('abs' as const, 'rel' as const),
        (a, b, l, more, kind) => {
          const claimed = { form: 'computed', value: a } as const;
          const narrow = acceptsNumber(claimed, b, { kind, limit: l }).verdict;
          const wide = acceptsNumber(claimed, b, { kind, limit: add(l, more) }).verdict;
          expect(narrow === 'correct' && wide === 'wrong').toBe(false);
        },
      ),
    );
  });
});

test('where the exact value is asked for, a rounding of it is told from another number', () => {
  const exactly: ToleranceRule = { kind: 'exact' };
  expect(finding('0.333', '1/3', exactly)).toBe('not-exact');
  expect(finding('0.33333333333333', '1/3', exactly)).toBe('not-exact');
  expect(finding('0.334', '1/3', exactly)).toBeUndefined();
  expect(finding('3', '3.2', exactly)).toBeUndefined();
  expect(verdict('0.333', '1/3', exactly)).toBe('wrong');
});
