import type { Expression, SequenceNode, SymbolNode } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import { isInteger, toDouble } from '../../math/number/exact.ts';
import { findUnit, unitNames } from './find-unit.ts';

/** The whole number an exponent is; units have no other powers here. */
export const wholeExponent = (e: Expression): number | undefined => {
  const value = writtenNumber(e)?.value;
  if (!value || !isInteger(value)) return undefined;
  const size = toDouble(value);
  return Math.abs(size) <= 100 ? size : undefined;
};

/** `km per hour` as `km / hour`. */
export const perAsFraction = (text: string): string => text.replace(/\bper\b/g, '/');

/** `m/s^2`, `km per hour` inside `\text{…}`. */
export const unitInWords = (text: string): Expression =>
  parsePlain(perAsFraction(text.trim()).replace(/\s+/g, ' '), { names: unitNames() }).tree;

const touches = (before: Expression, e: Expression): boolean =>
  before.at !== undefined && before.at.end === e.at?.start;

/** `°` and `C`, `μ` and `m`, the `k` right before `Ω`: signs that formulas keep apart and units do not. */
const joinedName = (before: Expression | undefined, e: SymbolNode): string | undefined => {
  if (before?.kind !== 'symbol') return undefined;
  const isSplit = /^[°μµ]$/u.test(before.name) || (/^[ΩΩ]$/u.test(e.name) && touches(before, e));
  const whole = `${before.name}${e.name}`;
  return isSplit && findUnit(whole) ? whole : undefined;
};

const joinedWith = (before: Expression | undefined, e: Expression): Expression | undefined => {
  if (e.kind === 'symbol') {
    const name = joinedName(before, e);
    return name === undefined ? undefined : { ...e, name };
  }
  const base = e.kind === 'power' ? joinedWith(before, e.base) : undefined;
  return base && e.kind === 'power' ? { ...e, base } : undefined;
};

/** Factors with split units put together: `20 ° C` is 20 °C, `3 μ m^2` is 3 (μm)². */
export const joinedSigns = (factors: readonly Expression[]): readonly Expression[] => {
  const whole: Expression[] = [];
  for (const factor of factors) {
    const one = joinedWith(whole.at(-1), factor);
    if (one) whole.pop();
    whole.push(one ?? factor);
  }
  return whole;
};

/** `9.81~\text{m/s}`: the words after a number are its unit. */
export const isNumberWithWords = ({ items }: SequenceNode): boolean => {
  const [number, words, ...more] = items;
  return more.length === 0 && number?.kind !== 'text' && words !== undefined && wordsIn(words) !== undefined;
};

/** The words of `\text{m/s}` and of `\text{m/s}^2`, whose exponent is that of the last of them. */
export const wordsIn = (e: Expression): string | undefined => {
  if (e.kind === 'text') return e.text;
  const exponent = e.kind === 'power' && e.base.kind === 'text' ? wholeExponent(e.exponent) : undefined;
  return exponent !== undefined && e.kind === 'power' && e.base.kind === 'text'
    ? `${e.base.text.trim()}^(${exponent})`
    : undefined;
};
