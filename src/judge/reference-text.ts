import { printPlain } from '../math/expression/print-plain.ts';
import type { Value } from '../math/expression/value.ts';
import { toText } from '../math/number/exact.ts';
import { digitsOf } from '../math/number/print.ts';
import type { Reference } from '../model/world.ts';

/** Digits of a reference that matter to a reader; exact decimals a little longer than that are given whole. */
const figures = 12;
const longestExact = 24;
/** Fractions longer than that are easier to read as decimals. */
const longestFraction = 12;

type Real = Extract<Value, { kind: 'exact' | 'enclosure' }>;

const decimals = (value: Real): string => {
  const printed = digitsOf(() => value, figures);
  return printed.kind === 'digits' ? printed.text : printed.reason;
};

const realText = (value: Real): string => {
  const text = value.kind === 'exact' ? toText(value) : undefined;
  const isShort = text !== undefined && text.length <= (text.includes('/') ? longestFraction : longestExact);
  return isShort ? text : decimals(value);
};

const decimalText = (value: Real): string => (realText(value).includes('/') ? decimals(value) : realText(value));

const textWith = (value: Value, real: (value: Real) => string): string => {
  switch (value.kind) {
    case 'exact':
    case 'enclosure':
      return real(value);
    case 'complex':
      return `${real(value.re)} + ${real(value.im)} i`;
    case 'vector':
      return `(${value.items.map((item) => textWith(item, real)).join(', ')})`;
    case 'matrix':
      return `[${value.rows.map((row) => row.map((cell) => textWith(cell, real)).join(', ')).join('; ')}]`;
    case 'truth':
      return value.holds ? 'true' : 'false';
    case 'undefined':
      return value.reason;
  }
};

/** A value as a person writes it: `2.871375`, `(3.55, 0.2)`, rows of a matrix parted by semicolons. */
export const valueText = (value: Value): string => textWith(value, realText);

const textsWithDecimals = new WeakMap<Value, string>();

/** The same with decimals beside fractions, for answers in decimals: `38/21 ≈ 1.80952380952`. */
export const withDecimals = (value: Value): string => {
  const known = textsWithDecimals.get(value);
  if (known !== undefined) return known;
  const [exact, shown] = [valueText(value), textWith(value, decimalText)];
  const text = exact === shown ? exact : `${exact} ≈ ${shown}`;
  textsWithDecimals.set(value, text);
  return text;
};

/** The same reference answers a whole class. */
const texts = new WeakMap<Reference, string>();

/** A reference answer as text: a value, or the expression in its variables. */
export const referenceText = (reference: Reference): string => {
  const known = texts.get(reference);
  if (known !== undefined) return known;
  const text = reference.kind === 'value' ? valueText(reference.value) : printPlain(reference.expression);
  texts.set(reference, text);
  return text;
};
