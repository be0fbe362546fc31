import { printPlain } from '../math/expression/print-plain.ts';
import { treeKey } from '../math/expression/walk.ts';
import { sign } from '../math/number/exact.ts';
import type { Notice } from '../model/notice.ts';
import type { Item, Rubric, RubricSection } from '../model/rubric.ts';

const warning = (id: string, message: string, item: Item): Notice => ({
  id: `rubric/${id}`,
  severity: 'warning',
  message,
  place: item.place,
});

const worthNothing = (rubric: Rubric): readonly Notice[] =>
  rubric.items
    .filter((item) => sign(item.points) === 0)
    .map((item) => warning('no-points', `The item \`${item.id}\` is worth no points.`, item));

/** What the item looks for, as a key: two items of one section with the same key would claim the same answer. */
const wantOf = ({ ask }: Item): string => {
  switch (ask.kind) {
    case 'value':
      return `value ${treeKey(ask.target)}`;
    case 'derivation':
      return `derivation ${treeKey(ask.from)} ${ask.relation} ${treeKey(ask.to)}`;
    case 'statement':
      return `statement ${treeKey(ask.statement)} ${ask.near ?? ''}`;
    case 'figure':
      return `figure ${ask.caption}`;
    case 'choice':
      return `choice ${ask.options.join()}`;
    case 'keywords':
      return `keywords ${ask.words.join()}`;
  }
};

const overlaps = (section: RubricSection): readonly Notice[] => {
  const first = new Map<string, Item>();
  const own = section.items.flatMap((item) => {
    const want = wantOf(item);
    const twin = first.get(want);
    if (!twin) first.set(want, item);
    return twin
      ? [
          warning(
            'overlapping-items',
            `\`${item.id}\` asks the same as \`${twin.id}\`: one answer would earn both.`,
            item,
          ),
        ]
      : [];
  });
  return [...own, ...section.sections.flatMap(overlaps)];
};

/** A component asked for besides the whole earns twice: `x_1` beside `(x_1, y_1)`. */
const partsOfPairs = (section: RubricSection): readonly Notice[] => {
  const pairs = section.items.flatMap((item) =>
    item.ask.kind === 'value' && item.ask.target.kind === 'list'
      ? [{ item, parts: item.ask.target.items.map(treeKey) }]
      : [],
  );
  const own = section.items.flatMap((item) => {
    if (item.ask.kind !== 'value') return [];
    const key = treeKey(item.ask.target);
    const whole = pairs.find(({ parts }) => parts.includes(key));
    const message = `\`${item.id}\` asks for ${printPlain(item.ask.target)}, which \`${whole?.item.id}\` asks for as well.`;
    return whole ? [warning('overlapping-items', message, item)] : [];
  });
  return [...own, ...section.sections.flatMap(partsOfPairs)];
};

/** What is no mistake in form, but probably one in meaning: items without points, items that ask the same. */
export const lint = (rubric: Rubric): readonly Notice[] => [
  ...worthNothing(rubric),
  ...rubric.sections.flatMap(overlaps),
  ...rubric.sections.flatMap(partsOfPairs),
];
