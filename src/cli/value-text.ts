import type { UndefinedValue, Value } from '../math/expression/value.ts';
import { digitsOf } from '../math/number/print.ts';
import type { Outcome } from '../math/number/real.ts';

/** A value as text with only proven digits, or why there is none. */
export type ValueText =
  | { readonly known: true; readonly text: string }
  | { readonly known: false; readonly reason: string };

/** Gives a value, or one component of it, to at least so many significant digits. */
type Supply = (digits: number) => Value;

const unknown = ({ cause, reason }: UndefinedValue): ValueText => ({ known: false, reason: `${cause}: ${reason}` });

const asReal = (value: Value): Outcome => {
  if (value.kind === 'exact' || value.kind === 'enclosure' || value.kind === 'undefined') return value;
  return { kind: 'undefined', cause: 'shape', reason: 'a component changed its shape with the precision' };
};

const real = (supply: Supply, digits: number): ValueText => {
  const result = digitsOf((wanted) => asReal(supply(wanted)), digits);
  return result.kind === 'digits' ? { known: true, text: result.text } : unknown(result);
};

/** The texts of all components joined, or the first reason why one has none. */
const joined = (parts: readonly ValueText[], join: (texts: readonly string[]) => string): ValueText => {
  const texts: string[] = [];
  for (const part of parts) {
    if (!part.known) return part;
    texts.push(part.text);
  }
  return { known: true, text: join(texts) };
};

const component =
  (supply: Supply, pick: (value: Value) => Value | undefined): Supply =>
  (digits) =>
    pick(supply(digits)) ?? { kind: 'undefined', cause: 'shape', reason: 'a component is gone at a higher precision' };

const list = (
  supply: Supply,
  count: number,
  digits: number,
  at: (value: Value, k: number) => Value | undefined,
): ValueText[] =>
  Array.from({ length: count }, (_, k) =>
    valueText(
      component(supply, (value) => at(value, k)),
      digits,
    ),
  );

const signed = (text: string): string => (text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`);

/** `3.55`, `(3.55, 0.2)`, `[1, 2; 3, 4]`, `1 + 2i`, `true`. The supply is asked again for what more digits need. */
export const valueText = (supply: Supply, digits: number): ValueText => {
  const value = supply(digits);
  switch (value.kind) {
    case 'exact':
    case 'enclosure':
      return real(supply, digits);
    case 'undefined':
      return unknown(value);
    case 'truth':
      return { known: true, text: String(value.holds) };
    case 'vector': {
      const items = list(supply, value.items.length, digits, (v, k) => (v.kind === 'vector' ? v.items[k] : undefined));
      return joined(items, (texts) => `(${texts.join(', ')})`);
    }
    case 'matrix': {
      const rows = list(supply, value.rows.length, digits, (v, k) =>
        v.kind === 'matrix' ? { kind: 'vector', items: v.rows[k] ?? [] } : undefined,
      );
      return joined(rows, (texts) => `[${texts.map((text) => text.slice(1, -1)).join('; ')}]`);
    }
    case 'complex': {
      const parts = list(supply, 2, digits, (v, k) => (v.kind === 'complex' ? (k === 0 ? v.re : v.im) : undefined));
      return joined(parts, ([re = '', im = '']) => `${re}${signed(im)}i`);
    }
  }
};
