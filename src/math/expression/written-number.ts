/**
 * A number as a student shows it: its exact value, and how precisely it was written.
 */
import { add, compare, divide, type Exact, exact, multiply, negate, one, power, sign } from '../number/exact.ts';
import type { Expression, NumberNode } from './tree.ts';

/** Smallest and largest count of significant figures that the writing may mean: `100` has 1 to 3. */
export interface Figures {
  readonly min: number;
  readonly max: number;
}

export interface WrittenNumber {
  readonly value: Exact;
  /** How it was written. `percent` is a decimal with a percent sign; `scientific` one with a power of ten. */
  readonly form: 'decimal' | 'scientific' | 'percent' | 'fraction' | 'mixed';
  /**
   * The place of the last digit shown: 4 for `3.1850`, 5 for `1.2e-4`, −2 for `1.2e3`, 2 for `20%`, 0 for `100`.
   * Zero for fractions, which show no decimals.
   */
  readonly decimals: number;
  /** Leading zeros never count, zeros after the point do; a zero has as many as its decimals, at least one. */
  readonly figures: Figures;
  /** Whether it is a decimal literal, so that digits were shown at all; false for `71/20` and `3 1/2`. */
  readonly isDecimal: boolean;
}

/** Longest literal that is given a value: digits, and zeros its exponent stands for. */
export const literalDigits = 100_000;

interface Literal {
  readonly whole: string;
  readonly point: boolean;
  readonly decimals: string;
  readonly exponent: number;
}

const literal = (text: string): Literal | undefined => {
  const match = /^(\d*)(\.?)(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match || !(match[1] || match[3])) return undefined;
  const [, whole = '', point, decimals = '', exponent = '0'] = match;
  const small = whole.length + decimals.length + Math.abs(Number(exponent)) <= literalDigits;
  return small ? { whole, point: point === '.', decimals, exponent: Number(exponent) } : undefined;
};

const countFigures = ({ whole, point, decimals }: Literal): Figures => {
  const digits = `${whole}${decimals}`.replace(/^0+/, '');
  if (digits === '') return { min: Math.max(1, decimals.length), max: Math.max(1, decimals.length) };
  return { min: point ? digits.length : digits.replace(/0+$/, '').length, max: digits.length };
};

const readLiteral = (node: NumberNode): WrittenNumber | undefined => {
  const read = literal(node.text);
  return (
    read && {
      value: exact(node.text),
      form: /e/i.test(node.text) ? 'scientific' : 'decimal',
      decimals: read.decimals.length - read.exponent,
      figures: countFigures(read),
      isDecimal: true,
    }
  );
};

const known = new Map<string, WrittenNumber | undefined>();

/** Literals that are remembered, and the longest of them: a class writes the same numbers. */
const mostLiterals = 10_000;
const longestRemembered = 40;

/** Every stage asks what a literal says; it is read once. */
const ofLiteral = (node: NumberNode): WrittenNumber | undefined => {
  const { text } = node;
  const before = known.get(text);
  if (before) return before;
  const number = readLiteral(node);
  if (text.length > longestRemembered) return number;
  if (known.size >= mostLiterals) known.clear();
  known.set(text, number);
  return number;
};

/** The integer `k` of a written `10^k`. */
const exponentOfTen = (e: Expression): number | undefined => {
  if (e.kind === 'number') return e.text === '10' ? 1 : undefined;
  if (e.kind !== 'power' || e.base.kind !== 'number' || e.base.text !== '10') return undefined;
  const [sign, digits] = e.exponent.kind === 'negative' ? [-1, e.exponent.of] : [1, e.exponent];
  if (digits.kind !== 'number' || !/^\d{1,6}$/.test(digits.text)) return undefined;
  return Number(digits.text) <= literalDigits ? sign * Number(digits.text) : undefined;
};

/** `1.2 × 10^{-4}`: the power of ten moves the last place and leaves the figures alone. */
const timesPowerOfTen = (mantissa: WrittenNumber, exponent: number): WrittenNumber => ({
  ...mantissa,
  value: multiply(mantissa.value, power(exact(10), exponent)),
  form: 'scientific',
  decimals: mantissa.decimals - exponent,
});

const ofProduct = (factors: readonly Expression[]): WrittenNumber | undefined => {
  const [first, second, ...rest] = factors;
  if (!first || second?.kind !== 'power' || rest.length > 0) return undefined;
  const [mantissa, exponent] = [writtenNumber(first), exponentOfTen(second)];
  if (mantissa?.form !== 'decimal' || exponent === undefined) return undefined;
  return timesPowerOfTen(mantissa, exponent);
};

/** `10^{-3}` alone shows no digit of its own but the one: read as `1 × 10^{-3}`. */
const ofPower = (e: Expression): WrittenNumber | undefined => {
  const exponent = e.kind === 'power' ? exponentOfTen(e) : undefined;
  const unit = ofLiteral({ kind: 'number', text: '1' });
  return unit && exponent !== undefined ? timesPowerOfTen(unit, exponent) : undefined;
};

const integerOf = (e: Expression): Exact | undefined => {
  if (e.kind === 'negative') {
    const inner = integerOf(e.of);
    return inner && negate(inner);
  }
  return e.kind === 'number' && /^\d+$/.test(e.text) ? ofLiteral(e)?.value : undefined;
};

const asFraction = (value: Exact, form: 'fraction' | 'mixed'): WrittenNumber => ({
  value,
  form,
  decimals: 0,
  figures: { min: 1, max: Number.POSITIVE_INFINITY },
  isDecimal: false,
});

const ofQuotient = (over: Expression, under: Expression): WrittenNumber | undefined => {
  const [numerator, denominator] = [integerOf(over), integerOf(under)];
  if (!numerator || !denominator || sign(denominator) === 0) return undefined;
  return asFraction(divide(numerator, denominator), 'fraction');
};

/** `3 1/2` is read as the sum of a whole number and a proper fraction of whole numbers. */
const ofMixed = ([first, second, ...rest]: readonly Expression[]): WrittenNumber | undefined => {
  if (first?.kind !== 'number' || second?.kind !== 'quotient' || rest.length > 0) return undefined;
  const [whole, part] = [integerOf(first), ofQuotient(second.over, second.under)];
  const isProper = part && sign(part.value) > 0 && compare(part.value, one) < 0;
  return whole && isProper ? asFraction(add(whole, part.value), 'mixed') : undefined;
};

const negated = (of: WrittenNumber | undefined): WrittenNumber | undefined => of && { ...of, value: negate(of.value) };

const ofPercent = (of: Expression | undefined): WrittenNumber | undefined => {
  const isPlain = of?.kind === 'number' || (of?.kind === 'negative' && of.of.kind === 'number');
  const inner = isPlain ? writtenNumber(of) : undefined;
  if (inner?.form !== 'decimal') return undefined;
  return { ...inner, value: divide(inner.value, exact(100)), form: 'percent', decimals: inner.decimals + 2 };
};

/**
 * Reads a literal: `3.1850`, `-0.1`, `1.2 × 10^{-4}`, `1.2e-4`, `20%`, `71/20`. `undefined` for anything that has to be
 * computed (`2·3`, `√2`, `0.1/3`) and for literals beyond {@link literalDigits}.
 */
export const writtenNumber = (e: Expression): WrittenNumber | undefined => {
  switch (e.kind) {
    case 'number':
      return ofLiteral(e);
    case 'negative':
      return e.of.kind === 'negative' ? undefined : negated(writtenNumber(e.of));
    case 'product':
      return ofProduct(e.factors);
    case 'power':
      return ofPower(e);
    case 'quotient':
      return ofQuotient(e.over, e.under);
    case 'sum':
      return ofMixed(e.terms);
    case 'apply':
      return e.operator.kind === 'symbol' && e.operator.name === 'percent' ? ofPercent(e.arguments[0]) : undefined;
    case 'marked':
      return e.mark === 'final' ? writtenNumber(e.of) : undefined;
    default:
      return undefined;
  }
};
