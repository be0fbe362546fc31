import { describe, expect, test } from 'vitest';
import { ask, verdictOf } from '../ask.ts';

const quantity = { kind: 'quantity', units: 'convertible', rel: '0' };
const rounded = { kind: 'quantity', units: 'convertible', sigfigs: 3 };

describe('a quantity is a number and a unit', () => {
  // Factors of the SI brochure and of NIST SP 811, worked out by hand.
  test.each([
    ['36 km/h', '10 m/s'],
    ['1 kWh', '3.6 MJ'],
    ['5 J', '5 N*m'],
    ['760 mmHg', '101325.0144354 Pa'],
    ['12 in', '1 ft'],
    ['5280 ft', '1 mi'],
    ['250 mL', '0.25 L'],
    ['1 dm^3', '1 L'],
    ['20 degC', '293.15 K'],
    ['68 °F', '20 °C'],
    ['1 μm^2', '1e-12 m^2'],
    ['4 GiB', '4294967296 B'],
    ['3 kilometers', '3000 m'],
    ['6 V/A', '6 Ω'],
  ])('%s is %s', (answer, reference) => expect(ask(answer, reference, quantity).verdict).toBe('correct'));

  test('degrees and radians, to the tolerance', () => {
    const near = { kind: 'quantity', units: 'convertible', rel: '0.0001' };
    expect(ask('90 deg', '1.5708 rad', near).verdict).toBe('correct');
    expect(ask('90 deg', '1.58 rad', near).verdict).toBe('wrong');
  });

  test('the exponent may stand above or below the line', () => {
    const same = { kind: 'quantity', units: 'same', rel: '0' };
    expect(ask('12 m s^(-1)', '12 m/s', same).verdict).toBe('correct');
  });

  test.each([
    ['9.81\\,\\mathrm{m/s^2}', 'latex'],
    ['9.81~\\text{m/s}^2', 'latex'],
    ['9.81 \\frac{m}{s^2}', 'latex'],
    ['$9.81\\ \\text{m s}^{-2}$', 'auto'],
  ])('as LaTeX: %s', (answer, notation) =>
    expect(ask(answer, '9.81 m/s^2', rounded, notation).verdict).toBe('correct'),
  );
});

describe('what can be wrong has a name', () => {
  test.each([
    ['12.3', '12.3 m', 'missing-unit'],
    ['m', '12.3 m', 'only-a-unit'],
    ['12.3 s', '12.3 m', 'incompatible-unit'],
    ['12.3 m', '12.3', 'needless-unit'],
    ['12.3 j', '12.3 J', 'wrong-case'],
    ['12.3 KG', '12.3 kg', 'wrong-case'],
  ])('%s for %s: %s', (answer, reference, finding) => {
    const reply = ask(answer, reference, rounded);
    expect([reply.verdict, reply.finding]).toEqual(['wrong', finding]);
    if (finding !== 'only-a-unit') expect(reply.message).toContain('the number is right');
  });

  test('where one unit is asked for, another is not it, and the amount is told', () => {
    const reply = ask('2.301 m', '2301 mm', { kind: 'quantity', units: 'same', rel: '0' });
    expect(reply.finding).toBe('other-unit');
    expect(reply.message).toContain('the amount is right');
  });

  test('a zero keeps its unit', () => {
    expect(ask('0.0 m', '0.0 m/s', { kind: 'quantity', abs: '0.01' }).verdict).toBe('wrong');
    expect(ask('0.0 km/s', '0.0 m/s', { kind: 'quantity', abs: '0.01' }).verdict).toBe('correct');
  });

  test('an unknown unit is only itself', () => {
    expect(ask('5 blorp', '5 blorp', quantity).verdict).toBe('correct');
    expect(ask('5 blorp', '5 m', quantity).verdict).toBe('wrong');
  });

  test('a sum of numbers and units is no quantity; one of quantities is for a person', () => {
    expect(ask('9.81 + m/s', '9.81 m/s', rounded).verdict).toBe('wrong');
    expect(ask('5 m + 20 cm', '5.2 m', quantity).verdict).toBe('undecided');
  });

  test('figures are counted in the unit the student chose, a distance in that of the reference', () => {
    expect(ask('1230 mm', '1.234 m', rounded).verdict).toBe('correct');
    expect(ask('1240 mm', '1.2 m', { kind: 'quantity', abs: '0.05' }).verdict).toBe('correct');
    expect(ask('1260 mm', '1.2 m', { kind: 'quantity', abs: '0.05' }).verdict).toBe('wrong');
  });
});

describe('units as people spell them', () => {
  const rule = { kind: 'quantity', units: 'convertible', sigfigs: { min: 2 } };

  test.each([
    ['30 Joule', '30 N m', 'correct'],
    ['30 Nm', '30 J', 'correct'],
    ['60 rpm', '1.0 Hz', 'correct'],
    ['30 nm', '30 J', 'wrong'],
    ['5.0 Meters', '5 m', 'correct'],
    ['31 meters per second', '31 m/s', 'correct'],
    ['5.0 mΩ', '0.005 Ω', 'correct'],
    ['5.0 m Ω', '0.005 Ω', 'wrong'],
    ['3.0 days', '72 h', 'correct'],
    ['31,4 m/s', '31.4 m/s', 'correct'],
    ['32,4 m/s', '31.4 m/s', 'wrong'],
    ['6,63·10^-34 J s', '6.626·10^-34 J s', 'correct'],
    ['1 h 30 min', '90 min', 'undecided'],
    ['30 Kj', '30 kJ', 'wrong'],
  ])('%s for %s is %s', (answer, reference, verdict) => {
    expect(verdictOf(answer, reference, rule)).toBe(verdict);
  });
});
