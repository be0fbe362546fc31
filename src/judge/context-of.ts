import { equalExpressions } from '../math/expression/equality.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols } from '../math/expression/walk.ts';
import type { Claim } from '../model/claim.ts';
import type { Document, Section } from '../model/document.ts';
import type { Range } from '../model/place.ts';
import type { Item, Rubric, RubricSection } from '../model/rubric.ts';
import type { Reference, World } from '../model/world.ts';
import { answeredValues } from './carry/answered.ts';
import { withOwnFunctions } from './carry/own-scope.ts';
import { isMeasured, isOfNumbers, type Stated, statedValues } from './carry/stated.ts';
import type { Context } from './context.ts';
import { assignmentOf } from './locate/assignment.ts';
import type { Shape } from './locate/entries.ts';
import { locate } from './locate/locate.ts';
import type { Answer, Located } from './locate/located.ts';

/** Behind the answer, to the end of its line; nothing where its place is not where its text stands. */
const behindOf = (document: Document): ((answer: Answer) => string) => {
  const key = (file: string, cell?: number, page?: number): string => [file, cell, page].join('#');
  let lines: ReadonlyMap<string, readonly string[]> | undefined;
  const read = (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      document.sources.map(({ file, text, cell, page }) => [
        key(file.replace(/#.*$/, ''), cell, page),
        text.split('\n'),
      ]),
    );
  return ({ place, text }) => {
    lines ??= read();
    const line = lines.get(key(place.file, place.cell, place.page))?.[place.line - 1]?.slice(place.column - 1) ?? '';
    return line.startsWith(text) ? line.slice(text.length) : '';
  };
};

const proseOf =
  (document: Document) =>
  (sections: readonly Section[]): string =>
    document.parts
      .flatMap((part) => (part.kind === 'prose' && sections.includes(part.section) ? [part.text] : []))
      .join('\n');

const writtenOf = (document: Document): Context['written'] => {
  const sourceOf = ({ file, start, end }: Range): string =>
    document.sources.find((one) => one.file === file)?.text.slice(start, end) ?? '';
  return (sections) =>
    document.parts
      .filter((part) => sections.includes(part.section))
      .map(({ kind, range }) => ({ kind, text: sourceOf(range), place: document.place(range) }));
};

/** The item that each claim answers; of several, such as x_1 and y_1 in one pair, the first. */
const answeredBy = (located: ReadonlyMap<Item, Located>): ((claim: Claim) => Item | undefined) => {
  const items = new Map<Claim, Item>();
  for (const [item, found] of located) {
    if (found.kind !== 'one') continue;
    for (const { claim } of found.answer.parts ?? [found.answer]) if (!items.has(claim)) items.set(claim, item);
  }
  return (claim) => items.get(claim);
};

const inOrder = (stated: readonly Stated[]): readonly Stated[] =>
  [...stated].sort((a, b) => a.claim.order - b.claim.order);

const byName = (stated: readonly Stated[]): Context['statedAs'] => {
  const names = new Map<string, Stated[]>();
  for (const one of stated) {
    const named = names.get(one.key);
    if (named) named.push(one);
    else names.set(one.key, [one]);
  }
  return (key) => names.get(key) ?? [];
};

const same = (a: Expression, b: Expression): boolean | undefined => equalExpressions(a, b).equal;

/** The digits that a reference is asked for everywhere, so that it is worked out once. */
const digits = 30;

/** `{1, 2, 3}` or `[-1, 1)`, told by the list that the reference is. */
const isSetIn =
  (world: (section: RubricSection) => World) =>
  ({ ask, section }: Item): boolean => {
    const reference = ask.kind === 'value' ? world(section).answer(ask.target, digits) : undefined;
    return reference?.kind === 'function' && reference.expression.kind === 'list';
  };

const shapeOf =
  (world: (section: RubricSection) => World) =>
  ({ ask, section }: Item): Shape | undefined => {
    const reference = ask.kind === 'value' ? world(section).answer(ask.target, digits) : undefined;
    if (reference?.kind !== 'value') return undefined;
    const { value } = reference;
    if (value.kind === 'vector') return [value.items.length];
    return value.kind === 'matrix' ? [value.rows.length, value.rows[0]?.length ?? 0] : undefined;
  };

const dependent = new WeakMap<Reference, boolean>();

const dependsOnVariables = (reference: Reference): boolean => {
  if (reference.kind !== 'function') return false;
  const known = dependent.get(reference) ?? freeSymbols(reference.expression).length > 0;
  dependent.set(reference, known);
  return known;
};

/**
 * An answer that depends on variables is asked for as an expression, a derivative that is a number as the number it comes
 * to: `(0.117, -0.131)` of `∂L/∂s = (o - y) o (1 - o) = (0.117, -0.131)`. Of others the claims tell.
 */
const wantsIn =
  (world: (section: RubricSection) => World) =>
  ({ ask, section }: Item): 'expression' | 'quantity' | undefined => {
    if (ask.kind !== 'value' || ask.units) return undefined;
    const reference = world(section).answer(ask.target, digits);
    if (reference.kind === 'value') return ask.target.kind === 'derivative' ? 'quantity' : undefined;
    return dependsOnVariables(reference) ? 'expression' : undefined;
  };

/** The place of every item in its rubric, worked out once for a class. */
const ranks = new WeakMap<Rubric, ReadonlyMap<Item, number>>();

const ranksOf = (rubric: Rubric): ReadonlyMap<Item, number> => {
  const known = ranks.get(rubric) ?? new Map(rubric.items.map((item, i) => [item, i]));
  ranks.set(rubric, known);
  return known;
};

/** Whether numbers with units are asked for: elsewhere the `m` behind a number is a name. */
const isMeasuring = ({ items }: Rubric): boolean => items.some(({ ask }) => ask.kind === 'value' && ask.units);

/** What one submission offers the judges of items. */
export const contextOf = (
  rubric: Rubric,
  document: Document,
  claims: readonly Claim[],
  world: (section: RubricSection) => World,
): Context => {
  const { functions, key } = assignmentOf(rubric.items);
  const rank = (item: Item): number => ranksOf(rubric).get(item) ?? 0;
  const located = locate(rubric.items, claims, document.sections, {
    same,
    wants: wantsIn(world),
    shape: shapeOf(world),
    isSet: isSetIn(world),
  });
  const stated = inOrder([
    ...statedValues(claims, key, functions, answeredBy(located), isMeasuring(rubric) ? isMeasured : isOfNumbers),
    // Behind what the claim itself says: of `x_2 = (3.185, -0.0975)` the x_2 of the assignment is the 3.185.
    ...answeredValues(located, key),
  ]);
  const ownWorlds = new Map<RubricSection, World>();
  const ownWorld = (section: RubricSection): World => {
    const own = ownWorlds.get(section) ?? withOwnFunctions(world(section), stated);
    ownWorlds.set(section, own);
    return own;
  };
  return {
    located: (item) => located.get(item) ?? { kind: 'none' },
    rank,
    world,
    ownWorld,
    behind: behindOf(document),
    written: writtenOf(document),
    claims,
    claimsIn: (sections) => claims.filter(({ section }) => sections.includes(section)),
    proseIn: proseOf(document),
    key,
    stated,
    statedAs: byName(stated),
  };
};
