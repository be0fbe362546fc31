/** Values as text in which every digit is proven. */
import type { Exact } from '../number/exact.ts';
import { digitsOf } from '../number/print.ts';
import type { Outcome } from '../number/real.ts';
import { undefinedValue } from '../number/undefined.ts';
import type { Value } from './value.ts';

/** A value as text, or the reason why it has none. */
export interface PrintedValue {
  readonly text: string;
  /** Whether the text is the value itself, not a rounding of it. */
  readonly exact: boolean;
  /** There is no value, or a digit that was asked for cannot be proven: the text says why. */
  readonly missing?: true;
}

/** A value, or one component of it, to at least so many significant digits. */
type Supply = (digits: number) => Value;

/** How a whole exact number is written in place of so many digits of it, where it is. */
export type WholeText = (value: Exact) => string | undefined;

const gone = undefinedValue('shape', 'a component is gone at a higher precision');

const asReal = (value: Value): Outcome =>
  value.kind === 'exact' || value.kind === 'enclosure' || value.kind === 'undefined' ? value : gone;

const real = (supply: Supply, digits: number, whole: WholeText): PrintedValue => {
  const value = supply(digits);
  const text = value.kind === 'exact' ? whole(value) : undefined;
  if (text !== undefined) return { text, exact: true };
  const printed = digitsOf((more) => asReal(supply(more)), digits);
  if (printed.kind === 'digits') return { text: printed.text, exact: printed.exact };
  return { text: printed.reason, exact: false, missing: true };
};

/** The components' texts put together; the first that is missing stands for the whole. */
const joined = (parts: readonly PrintedValue[], join: (texts: readonly string[]) => string): PrintedValue =>
  parts.find(({ missing }) => missing) ?? {
    text: join(parts.map(({ text }) => text)),
    exact: parts.every(({ exact }) => exact),
  };

const signed = (text: string): string => (text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`);

/**
 * `3.55`, `(3.55, 0.2)`, `[1, 2; 3, 4]`, `1 + 2i`, `true`: to `digits` significant digits, exact numbers as `whole` writes
 * them. The supply is asked again where rounding the last digit takes more of them.
 */
export const printValue = (supply: Supply, digits: number, whole: WholeText = () => undefined): PrintedValue => {
  const value = supply(digits);
  const part = (pick: (value: Value) => Value | undefined): PrintedValue =>
    printValue((more) => pick(supply(more)) ?? gone, digits, whole);
  switch (value.kind) {
    case 'exact':
    case 'enclosure':
      return real(supply, digits, whole);
    case 'undefined':
      return { text: value.reason, exact: false, missing: true };
    case 'truth':
      return { text: String(value.holds), exact: true };
    case 'vector': {
      const items = value.items.map((_, k) => part((v) => (v.kind === 'vector' ? v.items[k] : undefined)));
      return joined(items, (texts) => `(${texts.join(', ')})`);
    }
    case 'matrix': {
      const rows = value.rows.map((row, i) =>
        joined(
          row.map((_, j) => part((v) => (v.kind === 'matrix' ? v.rows[i]?.[j] : undefined))),
          (texts) => texts.join(', '),
        ),
      );
      return joined(rows, (texts) => `[${texts.join('; ')}]`);
    }
    case 'complex': {
      const parts = [part((v) => (v.kind === 'complex' ? v.re : v)), part((v) => (v.kind === 'complex' ? v.im : gone))];
      return joined(parts, ([re = '', im = '']) => `${re}${signed(im)}i`);
    }
  }
};
