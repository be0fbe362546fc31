/**
 * Sums, products and quotients as a person writes the result of a differentiation: `2x + y`, not `2·x^1·1 + y·1 + 0`.
 * Only what cannot change a value or a domain: constants are gathered, zero terms and unit factors left out, equal
 * terms collected. Factors are never cancelled against a denominator that may be zero.
 */
import { negative, num, power, product, quotient, sum } from '../expression/build.ts';
import type { Expression } from '../expression/tree.ts';
import { size, treeKey } from '../expression/walk.ts';
import { writtenNumber } from '../expression/written-number.ts';
import {
  absolute,
  add,
  denominator,
  divide,
  type Exact,
  equals,
  fraction,
  isInteger,
  multiply,
  negate,
  numerator,
  power as powerOf,
  sign,
  toDecimal,
} from '../number/exact.ts';

/** Whether 3/2 is written `3/2` or `1.5`: the way the formula itself is written. */
export type Style = 'fractions' | 'decimals';

const one = fraction(1n);

/** The value of a number as written, fractions of integers included. */
const numberIn = (e: Expression): Exact | undefined => writtenNumber(e)?.value;

export const isZero = (e: Expression): boolean => e.kind === 'number' && /^[0.]+$/.test(e.text);
const isOne = (e: Expression): boolean => e.kind === 'number' && e.text === '1';

const unsigned = (value: Exact, style: Style): Expression => {
  const decimal = style === 'decimals' || isInteger(value) ? toDecimal(value) : undefined;
  return decimal === undefined ? quotient(num(numerator(value)), num(denominator(value))) : num(decimal);
};

/** A number as a tree. */
const written = (value: Exact, style: Style): Expression =>
  sign(value) < 0 ? negative(unsigned(negate(value), style)) : unsigned(value, style);

/** Larger factors are not compared with one another. */
const largestCompared = 2_000;

const factorKey = (e: Expression, place: number | string): string =>
  size(e, largestCompared) < largestCompared ? treeKey(e) : `large ${place}`;

/** A term as a rational coefficient and the factors that are no numbers, over a denominator. */
interface Term {
  readonly coefficient: Exact;
  readonly factors: readonly Expression[];
  readonly under: readonly Expression[];
}

const joined = (a: Term, b: Term): Term => ({
  coefficient: multiply(a.coefficient, b.coefficient),
  factors: [...a.factors, ...b.factors],
  under: [...a.under, ...b.under],
});

const unit: Term = { coefficient: one, factors: [], under: [] };

/** The other way up; undefined for zero, which stays a denominator. */
const inverted = (term: Term): Term | undefined =>
  sign(term.coefficient) === 0
    ? undefined
    : { coefficient: divide(one, term.coefficient), factors: term.under, under: term.factors };

/** Larger products and sums inside others are left whole: a formula with shared parts may be huge when written out. */
const largestOpened = 1_000;

const opens = (e: Expression): boolean => size(e, largestOpened) < largestOpened;

const whole = (e: Expression): Term => ({ coefficient: one, factors: [e], under: [] });

const termOf = (e: Expression): Term => (opens(e) ? openedTerm(e) : whole(e));

const openedTerm = (e: Expression): Term => {
  const value = numberIn(e);
  if (value) return { coefficient: value, factors: [], under: [] };
  if (e.kind === 'negative') {
    const inner = termOf(e.of);
    return { ...inner, coefficient: negate(inner.coefficient) };
  }
  if (e.kind === 'product') return e.factors.map(termOf).reduce(joined, unit);
  if (e.kind === 'quotient') {
    const under = inverted(termOf(e.under));
    return under ? joined(termOf(e.over), under) : whole(e);
  }
  return whole(e);
};

/** `x·x²` as `x³`: integer exponents of one sign, so that no pole appears or goes away. */
const gathered = (factors: readonly Expression[], style: Style): readonly Expression[] => {
  const found = new Map<string, { readonly base: Expression; exponent: Exact; whole: Expression }>();
  const rest: Expression[] = [];
  for (const [place, factor] of factors.entries()) {
    const [base, exponent] = factor.kind === 'power' ? [factor.base, numberIn(factor.exponent)] : [factor, one];
    if (!exponent || !isInteger(exponent) || base.kind === 'matrix' || base.kind === 'list') {
      rest.push(factor);
      continue;
    }
    const key = `${factorKey(base, place)}${sign(exponent) < 0 ? ' under' : ''}`;
    const before = found.get(key);
    if (!before) {
      found.set(key, { base, exponent, whole: factor });
      rest.push(factor);
      continue;
    }
    const together = add(before.exponent, exponent);
    const whole = power(base, written(together, style));
    rest[rest.indexOf(before.whole)] = whole;
    found.set(key, { base, exponent: together, whole });
  }
  return rest;
};

const rankOf = (factor: Expression): number => {
  if (factor.kind === 'symbol' || factor.kind === 'index') return 0;
  if (factor.kind === 'power') return rankOf(factor.base);
  return factor.kind === 'sum' ? 2 : 1;
};

/** Names first, brackets last, each in the order they came; matrices keep their places. */
const ordered = (factors: readonly Expression[]): readonly Expression[] =>
  factors.some((factor) => factor.kind === 'matrix' || factor.kind === 'list')
    ? factors
    : factors.toSorted((a, b) => rankOf(a) - rankOf(b));

const withSign = (e: Expression, isNegative: boolean): Expression => (isNegative ? negative(e) : e);

/** Writes a term: sign, coefficient, factors, denominator. */
const termText = ({ coefficient, factors, under }: Term, style: Style): Expression => {
  if (sign(coefficient) === 0 && under.length === 0) return num(0);
  const size = absolute(coefficient);
  const [above, below] = [ordered(gathered(factors, style)), ordered(gathered(under, style))];
  const splits = under.length > 0 || (style === 'fractions' && factors.length > 0);
  const over = splits ? fraction(numerator(size)) : size;
  const beneath = splits ? fraction(denominator(size)) : one;
  const isFraction = under.length > 0 && !isInteger(size) && style === 'decimals' && toDecimal(size) !== undefined;
  const [top, bottom] = isFraction ? [size, one] : [over, beneath];
  const head = equals(top, one) && above.length > 0 ? [] : [written(top, style)];
  const foot = equals(bottom, one) ? [] : [written(bottom, style)];
  const isNegative = sign(coefficient) < 0;
  if (under.length === 0 && foot.length > 0)
    return withSign(product([quotient(written(over, style), written(beneath, style)), ...above]), isNegative);
  const numeratorTree = product([...head, ...above]);
  const denominatorTree = [...foot, ...below];
  const whole = denominatorTree.length > 0 ? quotient(numeratorTree, product(denominatorTree)) : numeratorTree;
  return withSign(whole, isNegative);
};

const keyOf = ({ factors, under }: Term, place: number): string =>
  [factors, under]
    .map((parts) =>
      parts
        .map((part, k) => factorKey(part, `${place}.${k}`))
        .toSorted()
        .join(' · '),
    )
    .join(' / ');

const termsOf = (e: Expression): readonly Expression[] => {
  if (!opens(e)) return [e];
  if (e.kind === 'sum') return e.terms.flatMap(termsOf);
  if (e.kind === 'negative' && e.of.kind === 'sum') return e.of.terms.flatMap((term) => termsOf(negative(term)));
  return [e];
};

/** The sum of the terms, equal ones collected, in order of appearance. */
export const tidySum = (terms: readonly Expression[], style: Style): Expression => {
  const collected = new Map<string, Term>();
  for (const [place, part] of terms.flatMap(termsOf).entries()) {
    const term = termOf(part);
    const gatheredTerm = { ...term, factors: gathered(term.factors, style) };
    const key = keyOf(gatheredTerm, place);
    const before = collected.get(key);
    collected.set(key, before ? { ...before, coefficient: add(before.coefficient, term.coefficient) } : gatheredTerm);
  }
  const left = [...collected.values()].filter(({ coefficient }) => sign(coefficient) !== 0);
  return sum(left.map((term) => termText(term, style)));
};

export const tidyProduct = (factors: readonly Expression[], style: Style): Expression => {
  if (factors.some(isZero)) return num(0);
  return termText(factors.map(termOf).reduce(joined, unit), style);
};

export const tidyQuotient = (over: Expression, under: Expression, style: Style): Expression => {
  const below = inverted(termOf(under));
  if (!below) return quotient(over, under);
  return isZero(over) ? num(0) : termText(joined(termOf(over), below), style);
};

export const tidyNegative = (of: Expression, style: Style): Expression => tidyProduct([negative(num(1)), of], style);

/** base^exponent; the first power is the base, numbers to small integer powers are worked out. */
export const tidyPower = (base: Expression, exponent: Expression, style: Style): Expression => {
  if (isOne(exponent)) return base;
  const [value, by] = [numberIn(base), numberIn(exponent)];
  const isSmall = value && by && sign(value) !== 0 && isInteger(by) && absolute(by).n <= 64n;
  return isSmall ? written(powerOf(value, Number(numerator(by))), style) : power(base, exponent);
};
