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

const realText = (value: Extract<Value, { kind: 'exact' | 'enclosure' }>): string => {
  const text = value.kind === 'exact' ? toText(value) : undefined;
  if (text !== undefined && text.length <= (text.includes('/') ? longestFraction : longestExact)) return text;
  const printed = digitsOf(() => value, figures);
  return printed.kind === 'digits' ? printed.text : printed.reason;
};

/** A value as a person writes it: `2.871375`, `(3.55, 0.2)`, rows of a matrix parted by semicolons. */
export const valueText = (value: Value): string => {
  switch (value.kind) {
    case 'exact':
    case 'enclosure':
      return realText(value);
    case 'complex':
      return `${realText(value.re)} + ${realText(value.im)} i`;
    case 'vector':
      return `(${value.items.map(valueText).join(', ')})`;
    case 'matrix':
      return `[${value.rows.map((row) => row.map(valueText).join(', ')).join('; ')}]`;
    case 'truth':
      return value.holds ? 'true' : 'false';
    case 'undefined':
      return value.reason;
  }
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
