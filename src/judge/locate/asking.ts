/** Which sections of an assignment ask for which quantities, and how these are written. */
import type { Expression } from '../../math/expression/tree.ts';
import type { Item, RubricSection } from '../../model/rubric.ts';
import { type Kinds, kindsIn } from './nameable.ts';
import { type Asked, keysOf } from './targets.ts';

export interface Asking {
  /** The sections that ask for a key. */
  readonly sections: ReadonlyMap<string, ReadonlySet<RubricSection>>;
  /** Every section that asks for a value, in rubric order. */
  readonly all: ReadonlySet<RubricSection>;
  /** The letters of what is asked for: the `x` of `x_1`. */
  readonly letters: ReadonlySet<string>;
  readonly kinds: Kinds;
}

/** The formulas that some write in the place of a name, as the assignment has them. */
const formulasOf = (items: readonly Item[], { targets, key }: Asked): readonly Expression[] => {
  const formulas = new Set([...targets.values()].flatMap(({ formula }) => formula ?? []));
  const found: Expression[] = [];
  for (const { section } of items) {
    for (let at: RubricSection | undefined = section; at; at = at.parent)
      for (const { right } of at.given) if (formulas.has(key(right) ?? '')) found.push(right);
  }
  return found;
};

const startsOf = (items: readonly Item[]): readonly Expression[] =>
  items.flatMap(({ ask }) => (ask.kind === 'derivation' ? [ask.from] : []));

/** Who asks for what. */
export const askingOf = (items: readonly Item[], asked: Asked): Asking => {
  const targets = [...asked.targets.values()];
  const sections = new Map<string, Set<RubricSection>>();
  for (const target of targets) {
    for (const key of keysOf(target)) {
      const asking = sections.get(key) ?? new Set();
      sections.set(key, asking.add(target.item.section));
    }
  }
  const names = [...targets.map(({ expression }) => expression), ...formulasOf(items, asked), ...startsOf(items)];
  return {
    sections,
    all: new Set(targets.map(({ item }) => item.section)),
    letters: new Set([...sections.keys()].map((name) => name.replace(/_.*$/, ''))),
    kinds: new Set(names.flatMap(kindsIn)),
  };
};
