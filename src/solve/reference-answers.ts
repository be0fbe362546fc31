import { printPlain } from '../math/expression/print-plain.ts';
import { printValue, type WholeText } from '../math/expression/print-value.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { toText } from '../math/number/exact.ts';
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

/** Decimals that end within the digits asked for are written whole, as are fractions that never end. */
const wholeWithin =
  (digits: number): WholeText =>
  (value) => {
    const text = toText(value);
    return text.replaceAll(/[-./]/g, '').length <= Math.max(digits, 20) ? text : undefined;
  };

const computed = (target: Expression, world: World, digits: number): Omit<ReferenceAnswer, 'id'> => {
  const reference = world.answer(target, digits);
  if (reference.kind === 'function') return { value: printPlain(reference.expression), exact: true, kind: 'function' };
  const again = (more: number): Value => {
    const anew = world.answer(target, more);
    return anew.kind === 'value' ? anew.value : reference.value;
  };
  const { text, exact, missing } = printValue(again, digits, wholeWithin(digits));
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

/** The reference answers one by one, each worked out when it is asked for: a caller may tell how far it is. */
export function* eachReferenceAnswer(rubric: Rubric, digits: number): Generator<ReferenceAnswer> {
  const worlds = new Map<unknown, World>();
  for (const { id, ask, section } of rubric.items) {
    const world = worlds.get(section) ?? sectionWorld(definitionsOf(section));
    worlds.set(section, world);
    yield { id, ...answerOf(ask, world, digits) };
  }
}

/**
 * The reference answer of every item, in rubric order: exact where it is exact and short enough, otherwise with so many
 * significant digits, each proven.
 */
export const referenceAnswers = (rubric: Rubric, digits: number): readonly ReferenceAnswer[] => [
  ...eachReferenceAnswer(rubric, digits),
];
