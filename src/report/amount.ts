import { denominator, type Exact, numerator, toDecimal } from '../math/number/exact.ts';

/** Points as a person writes them: `2`, `0.5`, `2/3`, `4 1/3`. */
export const amount = (points: Exact): string => {
  const decimal = toDecimal(points);
  if (decimal !== undefined && decimal.length <= 12) return decimal;
  const [n, d] = [numerator(points), denominator(points)];
  const whole = n / d;
  const rest = n % d;
  if (whole === 0n) return `${n}/${d}`;
  return `${whole} ${rest < 0n ? -rest : rest}/${d}`;
};

/**
 * Points for a machine: a JSON number where that is exact (the decimal ends within ten places), else the fraction as
 * a string, `"2/3"`: a double would turn it into 0.6666666667.
 */
export const jsonAmount = (points: Exact): number | string => {
  const decimal = toDecimal(points);
  const places = decimal?.split('.')[1]?.length ?? 0;
  if (decimal === undefined || places > 10 || decimal.length > 15) return `${numerator(points)}/${denominator(points)}`;
  return Number(decimal);
};
