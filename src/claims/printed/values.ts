/**
 * Values as programs print them: `3.55`, `-.5e-3`, `[3.55 0.2 ]`, `(3.55, 0.2)`, `array([[1., 2.], [3., 4.]])`,
 * `tensor([3.5500, 0.2000])`, `np.float64(3.55)`.
 */
import type { Expression, Span } from '../../math/expression/tree.ts';

/** A value and the offset right behind it. */
export interface Printed {
  readonly value: Expression;
  readonly end: number;
}

const numberPattern = /[-−+]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const wrapper =
  /(?:np\.|numpy\.|torch\.|jnp\.)?(?:array|tensor|float64|float32|float|int64|matrix|Matrix|asarray)\s*\(/y;
const blank = /[\s,;]*/y;
const extras = /(?:\s*,\s*[a-z_]+\s*=\s*[\w.'<>]+)*\s*,?\s*\)/y;
const closing: Readonly<Record<string, ']' | ')'>> = { '[': ']', '(': ')' };

/** Nesting beyond this is no array of results. */
const deepest = 6;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const afterBlank = (text: string, at: number): number => {
  matchAt(blank, text, at);
  return Math.max(at, blank.lastIndex);
};

class ValueReader {
  readonly #text: string;
  readonly #offset: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  value(at: number, depth = 0): Printed | undefined {
    if (depth > deepest) return undefined;
    const wrapped = matchAt(wrapper, this.#text, at);
    if (wrapped) return this.#wrapped(at + wrapped[0].length, depth);
    const opens = this.#text[at];
    return opens === '[' || opens === '(' ? this.#list(at, opens, depth) : this.#number(at);
  }

  #span(start: number, end: number): Span {
    return { start: this.#offset + start, end: this.#offset + end };
  }

  #number(at: number): Printed | undefined {
    const match = matchAt(numberPattern, this.#text, at);
    if (!match) return undefined;
    const end = at + match[0].length;
    if (/[\p{L}\d_.]/u.test(this.#text[end] ?? '')) return undefined;
    const signed = /^[-−+]/.test(match[0]);
    const text = signed ? match[0].slice(1) : match[0];
    const literal: Expression = { kind: 'number', text, at: this.#span(signed ? at + 1 : at, end) };
    const negative = match[0].startsWith('-') || match[0].startsWith('−');
    return { value: negative ? { kind: 'negative', of: literal, at: this.#span(at, end) } : literal, end };
  }

  #wrapped(at: number, depth: number): Printed | undefined {
    const inner = this.value(afterBlank(this.#text, at), depth + 1);
    const close = inner && matchAt(extras, this.#text, inner.end);
    return inner && close ? { value: inner.value, end: inner.end + close[0].length } : undefined;
  }

  #list(start: number, open: '[' | '(', depth: number): Printed | undefined {
    const close = closing[open] ?? ']';
    const items: Expression[] = [];
    let at = afterBlank(this.#text, start + 1);
    while (at < this.#text.length && this.#text[at] !== close) {
      const item = this.value(at, depth + 1);
      const next = item && afterBlank(this.#text, item.end);
      if (!item || next === undefined || (next === item.end && !/[\])[]/.test(this.#text[next] ?? '')))
        return undefined;
      items.push(item.value);
      at = next;
    }
    if (at >= this.#text.length || items.length === 0) return undefined;
    return { value: this.#listed(items, open, start, at + 1), end: at + 1 };
  }

  #listed(items: readonly Expression[], open: '[' | '(', start: number, end: number): Expression {
    const at = this.#span(start, end);
    const rows = items.map((item) => (item.kind === 'list' ? item.items : undefined));
    const width = rows[0]?.length;
    if (items.length > 1 && rows.every((row) => row !== undefined && row.length === width)) {
      return { kind: 'matrix', rows: rows.map((row) => row ?? []), at };
    }
    const [only] = items;
    if (only && items.length === 1 && (open === '(' || only.kind === 'list')) return only;
    return { kind: 'list', open, close: closing[open] ?? ']', items, at };
  }
}

/** Reads the value that begins at `at`; `offset` is where `text` begins in its source. */
export const printedValue = (text: string, at: number, offset: number): Printed | undefined =>
  new ValueReader(text, offset).value(at);
