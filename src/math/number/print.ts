/** Numbers as text in which every digit is proven. */
import type { UndefinedValue } from '../expression/value.ts';
import { decimalOf } from './decimal.ts';
import type { Enclosure } from './enclosure.ts';
import { type Exact, equals, exact, sign } from './exact.ts';
import { bitLength, magnitude, tenTo } from './integer.ts';
import { isExact, type Outcome } from './real.ts';
import { refusedDigits } from './refine.ts';
import { isUndefined, undefinedValue } from './undefined.ts';

/** `auto` writes 0.001 and 123.4 plainly, 1e-7 and what has more places before the point than digits with an exponent. */
export type Notation = 'plain' | 'scientific' | 'auto';

/** A number as text. */
export interface Digits {
  readonly kind: 'digits';
  readonly text: string;
  /** Whether the text is the number itself, not a rounding of it. */
  readonly exact: boolean;
}

/** ± 0.d₁d₂d₃… · 10^(exponent + 1): the digits begin at 10^exponent. */
interface Figures {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const plain = ({ digits, exponent }: Figures): string => {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return digits.length > exponent + 1 ? `${whole}.${digits.slice(exponent + 1)}` : whole;
};

const scientific = ({ digits, exponent }: Figures): string =>
  `${digits.charAt(0)}${digits.length > 1 ? `.${digits.slice(1)}` : ''}e${exponent}`;

const isPlain = ({ digits, exponent }: Figures, notation: Notation, asked: number): boolean =>
  notation === 'plain' || (notation === 'auto' && exponent > -7 && exponent < Math.max(asked, digits.length));

const written = (figures: Figures, notation: Notation, asked: number): string =>
  (figures.negative ? '-' : '') + (isPlain(figures, notation, asked) ? plain(figures) : scientific(figures));

const trimmedZeros = (digits: string): string => digits.replace(/0+$/, '');

/** The figures of an exact number, rounded half to even where it has more than are asked for. */
const exactDigits = (x: Exact, asked: number, notation: Notation): Digits => {
  if (sign(x) === 0) return { kind: 'digits', text: '0', exact: true };
  const rounded = decimalOf(x, asked);
  const [mantissa = '', exponent = '0'] = rounded.abs().toExponential().split('e');
  const isWhole = equals(exact(rounded.toString()), x);
  const digits = mantissa.replace('.', '').padEnd(isWhole ? 0 : asked, '0');
  const figures = { negative: sign(x) < 0, digits, exponent: Number(exponent) };
  return { kind: 'digits', text: written(figures, notation, asked), exact: isWhole };
};

/** ⌊x·10^places + 1/2⌋ for x = a·2^−bits. */
const roundedAt = (a: bigint, bits: number, places: number): bigint => {
  const [over, under] = places >= 0 ? [a * tenTo(places), 1n] : [a, tenTo(-places)];
  const unit = under << BigInt(bits);
  return (2n * over + unit) / (2n * unit);
};

/** ⌊log₁₀⌋ of a positive a·2^−bits, or one less. */
const roughExponent = (a: bigint, bits: number): number =>
  Math.floor((bitLength(a) - 1 - bits) * Math.LOG10E * Math.LN2);

/**
 * The figures that every number of an enclosure rounds to, if there is one choice. The lower end is lowered by one ulp:
 * then an end exactly between two neighbours counts as open, too.
 */
const provenFigures = ({ mid, radius, bits }: Enclosure, asked: number): Figures | undefined => {
  const [low, high] = [magnitude(mid) - radius - 1n, magnitude(mid) + radius];
  if (low <= 0n) return undefined;
  const rough = roughExponent(low, bits);
  for (const exponent of [rough, rough + 1]) {
    const whole = roundedAt(low, bits, asked - 1 - exponent);
    const digits = whole.toString();
    if (digits.length > asked && trimmedZeros(digits) !== '1') continue;
    if (whole !== roundedAt(high, bits, asked - 1 - exponent)) return undefined;
    return { negative: mid < 0n, digits: digits.slice(0, asked), exponent: exponent + digits.length - asked };
  }
  return undefined;
};

const mayBeZero = ({ mid, radius }: Enclosure): boolean => magnitude(mid) <= radius;

const zeroTo = ({ radius, bits }: Enclosure): UndefinedValue => {
  const places = Math.max(0, Math.floor((bits - bitLength(radius)) * Math.LOG10E * Math.LN2));
  return undefinedValue('undecided', `the number is zero to ${places} decimal places, and may be zero`);
};

/** How many digits more than asked for are tried before a rounding is called unsettled. */
const reserves = (asked: number): readonly number[] => [3, 30, asked + 200];

/**
 * `asked` significant digits of a number, correctly rounded: `supply(d)` gives it to at least d significant digits
 * (`refine` does). Exact numbers with fewer digits are written exactly. `undecided`, with the reason, where zero or a
 * tie between two roundings cannot be excluded.
 */
export const digitsOf = (
  supply: (digits: number) => Outcome,
  asked: number,
  notation: Notation = 'auto',
): Digits | UndefinedValue => {
  const refused = refusedDigits(asked);
  if (refused !== undefined) return refused;
  for (const reserve of reserves(asked)) {
    const value = supply(asked + reserve);
    if (isUndefined(value)) return value;
    if (isExact(value)) return exactDigits(value, asked, notation);
    if (mayBeZero(value)) return zeroTo(value);
    const figures = provenFigures(value, asked);
    if (figures !== undefined) return { kind: 'digits', text: written(figures, notation, asked), exact: false };
  }
  return undefinedValue('undecided', `digit ${asked} is not settled: the number is too close to a tie there`);
};
