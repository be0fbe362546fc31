import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { Notice } from '../../model/notice.ts';
import type { Item, RubricSection } from '../../model/rubric.ts';
import type { Misconception, World } from '../../model/world.ts';
import { compareInWorld, type ValueAsk } from '../compare-reference.ts';
import { referenceText } from '../reference-text.ts';
import { laterStep } from './later-step.ts';
import { leastAnswer } from './least-answer.ts';

const digits = 30;

/** Steps beyond those asked for at which a misconception may begin to show. */
const furtherSteps = [1, 2, 3] as const;

/** `same`: the values agree; `within`: they differ, and the tolerance takes one for the other; `told`: it does not. */
type Outcome = 'same' | 'within' | 'told';

interface Asked {
  readonly item: Item;
  readonly ask: ValueAsk;
}

const sameAnswer = (target: Expression, world: World, other: World): boolean =>
  referenceText(world.answer(target, digits)) === referenceText(other.answer(target, digits));

const outcome = ({ item, ask }: Asked, world: World, slipped: World): Outcome => {
  if (sameAnswer(ask.target, world, slipped)) return 'same';
  const wrong = slipped.answer(ask.target, digits);
  const written = wrong.kind === 'value' ? leastAnswer(wrong.value, item.tolerance) : undefined;
  if (!written || ask.units) return 'told';
  return compareInWorld(written, ask, world, item.tolerance).verdict === 'correct' ? 'within' : 'told';
};

/** The letters a target is made of, without its steps: `x,y` for `(x_2, y_2)`. */
const series = ({ ask }: Asked): string =>
  [...nodes(ask.target)].flatMap((node) => (node.kind === 'symbol' ? [node.name] : [])).join();

/** What a misconception leaves undetected, in words, and at which items. */
interface Gap {
  readonly severity: Notice['severity'];
  readonly reason: string;
  readonly items: readonly Item[];
}

const agreeText = 'the numbers agree there';
const wideText = 'the tolerance is wider than the difference';

/** At some items: those where the tolerance is too wide, and those of a series that differs at other steps. */
const gapsAtSome = (asked: readonly Asked[], outcomes: readonly Outcome[]): readonly Gap[] => {
  const differing = new Set(asked.filter((_, i) => outcomes[i] !== 'same').map(series));
  const within = asked.filter((_, i) => outcomes[i] === 'within').map(({ item }) => item);
  const same = asked.filter((one, i) => outcomes[i] === 'same' && differing.has(series(one))).map(({ item }) => item);
  return [
    { severity: 'note' as const, reason: wideText, items: within },
    { severity: 'note' as const, reason: agreeText, items: same },
  ].filter(({ items }) => items.length > 0);
};

const gapsOf = (asked: readonly Asked[], world: World, { replace }: Misconception): readonly Gap[] => {
  const slipped = world.mutate(replace);
  const outcomes = asked.map((one) => outcome(one, world, slipped));
  if (outcomes.includes('told')) return gapsAtSome(asked, outcomes);
  const items = asked.map(({ item }) => item);
  if (outcomes.includes('within')) return [{ severity: 'warning', reason: wideText, items }];
  const showsLater = asked.some(({ ask }) =>
    furtherSteps.some((steps) => !sameAnswer(laterStep(ask.target, steps), world, slipped)),
  );
  return showsLater ? [{ severity: 'warning', reason: agreeText, items }] : [];
};

const listed = 4;

const idsOf = (items: readonly Item[]): string => {
  const ids = items.map(({ id }) => `\`${id}\``);
  return ids.length <= listed ? ids.join(', ') : `${ids[0]}, ${ids[1]} … ${ids.at(-1)} (${ids.length} items)`;
};

const notice = (names: readonly string[], { severity, reason, items }: Gap, section: RubricSection): Notice => {
  const who = names.map((name) => name.replaceAll('-', ' ')).join(', ');
  const where = severity === 'warning' ? `at every item of section ${section.id}` : `at ${idsOf(items)}`;
  const place = items[0]?.place ?? section.place;
  return { id: 'rubric/misconception-passes', severity, message: `${who} would pass ${where}: ${reason}.`, place };
};

/** A slip in a gradient leaves alone what no gradient goes into; only where the tolerance hides it something is said. */
const isOfMethod = ({ replace }: Misconception): boolean =>
  replace.every(({ left }) => left.kind !== 'derivative' && left.kind !== 'gradient');

/**
 * Known misconceptions that a section's items cannot tell from the right way, in one line for those that pass at the
 * same items: a warning where they pass at all of them, a note where at some.
 */
export const passingMisconceptions = (section: RubricSection, world: World): readonly Notice[] => {
  const asked = section.items.flatMap((item) => (item.ask.kind === 'value' ? [{ item, ask: item.ask }] : []));
  if (asked.length === 0) return [];
  const lines = new Map<string, { readonly gap: Gap; readonly names: string[] }>();
  for (const misconception of world.misconceptions) {
    const gaps = gapsOf(asked, world, misconception).filter(
      ({ reason }) => reason === wideText || isOfMethod(misconception),
    );
    for (const gap of gaps) {
      const key = `${gap.severity} ${gap.reason} ${gap.items.map(({ id }) => id).join(' ')}`;
      const line = lines.get(key) ?? { gap, names: [] };
      line.names.push(misconception.id);
      lines.set(key, line);
    }
  }
  return [...lines.values()].map(({ gap, names }) => notice(names, gap, section));
};
