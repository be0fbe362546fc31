import { printPlain } from '../math/expression/print-plain.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { type Exact, toDecimal, toText } from '../math/number/exact.ts';
import { digitsOf } from '../math/number/print.ts';
import type { Ask, Rubric } from '../model/rubric.ts';
import type { World } from '../model/world.ts';
import { definitionsOf } from './section-definitions.ts';
import { sectionWorld } from './world.ts';

/** One item's reference answer as text. */
export interface ReferenceAnswer {
  readonly id: string;
  readonly value: string;
  /** Whether the text is the answer itself; else every digit of it is proven, but there are more. */
  readonly exact: boolean;
  /** What the item asks for; `none` where it has no answer to compute, with the reason as value. */
  readonly kind: 'value' | 'function' | 'derivation' | 'statement' | 'figure' | 'choice' | 'keywords' | 'none';
}

interface Text {
  readonly text: string;
  readonly exact: boolean;
  /** There is no value, and the text says why. */
  readonly missing?: boolean;
}

/** Decimals that end within the digits asked for are written whole, as are fractions that never end. */
const exactText = (value: Exact, digits: number): Text | undefined => {
  const decimal = toDecimal(value);
  const text = decimal ?? toText(value);
  const written = text.replaceAll(/[-./]/g, '').length;
  return written <= Math.max(digits, 20) ? { text, exact: true } : undefined;
};

const joined = (parts: readonly Text[], text: (texts: readonly string[]) => string): Text => ({
  text: text(parts.map((part) => part.text)),
  exact: parts.every((part) => part.exact),
  ...(parts.some((part) => part.missing) ? { missing: true } : {}),
});

/** A value at a number of digits; `again` computes it anew to more digits where a rounding is not settled. */
const valueText = (value: Value, digits: number, again: (digits: number) => Value): Text => {
  switch (value.kind) {
    case 'exact':
    case 'enclosure': {
      const whole = value.kind === 'exact' ? exactText(value, digits) : undefined;
      if (whole) return whole;
      const printed = digitsOf((more) => {
        const anew = again(more);
        return anew.kind === 'exact' || anew.kind === 'enclosure' || anew.kind === 'undefined' ? anew : value;
      }, digits);
      return printed.kind === 'digits' ? printed : { text: printed.reason, exact: false, missing: true };
    }
    case 'vector': {
      const items = value.items.map((item, i) => valueText(item, digits, (more) => partAt(again(more), i)));
      return joined(items, (texts) => `(${texts.join(', ')})`);
    }
    case 'matrix': {
      const rows = value.rows.map((row, i) =>
        row.map((item, j) => valueText(item, digits, (more) => partAt(again(more), i, j))),
      );
      const width = value.rows[0]?.length ?? 1;
      return joined(
        rows.flat(),
        (texts) => `[${value.rows.map((_, i) => texts.slice(i * width, (i + 1) * width).join(', ')).join('; ')}]`,
      );
    }
    case 'complex': {
      const [re, im] = [value.re, value.im].map((part) => valueText(part, digits, () => part));
      return joined([re ?? { text: '', exact: true }, im ?? { text: '', exact: true }], ([a, b]) => `${a} + ${b} i`);
    }
    case 'truth':
      return { text: String(value.holds), exact: true };
    case 'undefined':
      return { text: value.reason, exact: false, missing: true };
  }
};

const partAt = (value: Value, i: number, j = 0): Value => {
  if (value.kind === 'vector') return value.items[i] ?? value;
  return value.kind === 'matrix' ? (value.rows[i]?.[j] ?? value) : value;
};

const computed = (target: Expression, world: World, digits: number): Omit<ReferenceAnswer, 'id'> => {
  const reference = world.answer(target, digits);
  if (reference.kind === 'function') return { value: printPlain(reference.expression), exact: true, kind: 'function' };
  const again = (more: number): Value => {
    const anew = world.answer(target, more);
    return anew.kind === 'value' ? anew.value : reference.value;
  };
  const { text, exact, missing } = valueText(reference.value, digits, again);
  return { value: text, exact, kind: missing ? 'none' : 'value' };
};

const answerOf = (ask: Ask, world: World, digits: number): Omit<ReferenceAnswer, 'id'> => {
  switch (ask.kind) {
    case 'value':
      return computed(ask.target, world, digits);
    case 'derivation':
      return {
        value: `${printPlain(ask.from)} ${ask.relation} ${printPlain(ask.to)}`,
        exact: true,
        kind: 'derivation',
      };
    case 'statement':
      return { value: printPlain(ask.statement), exact: true, kind: 'statement' };
    case 'figure':
      return { value: ask.caption, exact: true, kind: 'figure' };
    case 'choice':
      return { value: ask.right.join(', '), exact: true, kind: 'choice' };
    case 'keywords':
      return { value: ask.words.join(', '), exact: true, kind: 'keywords' };
  }
};

/**
 * The reference answer of every item, in rubric order: exact where it is exact and short enough, otherwise with so many
 * significant digits, each proven.
 */
export const referenceAnswers = (rubric: Rubric, digits: number): readonly ReferenceAnswer[] => {
  const worlds = new Map<unknown, World>();
  return rubric.items.map(({ id, ask, section }) => {
    const world = worlds.get(section) ?? sectionWorld(definitionsOf(section));
    worlds.set(section, world);
    return { id, ...answerOf(ask, world, digits) };
  });
};
