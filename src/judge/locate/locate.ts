/**
 * Where an answer belongs. For every item of the rubric: the claim that answers it, found by the item's id, by heading
 * and symbol, or by order; and where that is not certain, why not. Nothing is picked among candidates that differ.
 *
 *     for (const [item, located] of locate(rubric.items, claims, document.sections, { same })) …
 */
import type { ChainClaim, Claim } from '../../model/claim.ts';
import type { Section } from '../../model/document.ts';
import type { Item, RubricSection } from '../../model/rubric.ts';
import { filedAnswer } from './answers.ts';
import { type Area, areaOf, ByHome } from './areas.ts';
import { type Assignment, assignmentOf } from './assignment.ts';
import { byKind, type ClaimsByKind } from './claims-by-kind.ts';
import { entryKeys } from './entries.ts';
import { locateEvidence, type Surroundings } from './evidence.ts';
import { Homes } from './headings.ts';
import type { Answer, Knowledge, Located } from './located.ts';
import { byCustom, namedAnswers } from './named.ts';
import { type NamingIndex, Namings } from './naming.ts';
import { compose, pick } from './pick.ts';
import { componentKeys } from './points.ts';
import { Pools } from './pools.ts';
import type { Target } from './targets.ts';
import { candidateInOrder, letterOf, likelyAmong, type Sought, unmatchedAnswers } from './unmatched.ts';
import { unnamedAnswers } from './unnamed.ts';
import { isClosed } from './value-member.ts';

const none: Located = { kind: 'none' };

/** Letters that name points in the document and nothing in the assignment: the `w` of `w_1 = (3.55, 0.2)`. */
const freeLetters = (chains: readonly ChainClaim[], { asking, key }: Assignment): readonly string[] => {
  const letters = new Set<string>();
  for (const { members } of chains) {
    for (const { expression } of members) {
      // `p1` in plain text is one symbol.
      const isName = expression.kind === 'index' || expression.kind === 'symbol';
      const letter = isName ? /^(\p{L})_\d+$/u.exec(key(expression) ?? '')?.[1] : undefined;
      if (letter !== undefined && !asking.letters.has(letter)) letters.add(letter);
    }
  }
  return [...letters];
};

/** A target as it is known outside of its section: words such as "determinant" say there what nothing else is called. */
const elsewhere = ({ spectrum, ...target }: Target, area: Area): Target => ({
  ...target,
  aliases: area === 'foreign' ? [] : target.aliasesAnywhere,
  ...(spectrum && area !== 'foreign' && { spectrum }),
});

const noLetters = (): readonly string[] => [];

/** Where the members of an equation stand behind its name; of a value alone, itself. */
const membersPlaces = ({ members, relations }: ChainClaim): readonly string[] =>
  members
    .slice(relations.length > 0 ? 1 : 0)
    .map(({ place }) => `${place.file}:${place.cell}:${place.line}:${place.column}`);

/** Whether two sought are steps of one quantity. */
const isAlike = (a: Sought, b: Sought): boolean =>
  a.letter === b.letter && String(a.letters) === String(b.letters) && String(a.shape) === String(b.shape);

class Locator {
  readonly #claims: ClaimsByKind;
  readonly #assignment: Assignment;
  readonly #homes: Homes;
  readonly #chains: ByHome<ChainClaim>;
  readonly #knowledge: Knowledge;
  readonly #namings: Namings;
  readonly #pools: Pools;
  readonly #surroundings: Surroundings;
  #letters: readonly string[] | undefined;

  constructor(items: readonly Item[], claims: readonly Claim[], sections: readonly Section[], knowledge: Knowledge) {
    this.#claims = byKind(claims);
    this.#assignment = assignmentOf(items);
    const { key, functions, asking } = this.#assignment;
    this.#homes = new Homes(this.#assignment.headings, sections);
    this.#chains = new ByHome(this.#claims.chains, this.#homes);
    this.#knowledge = knowledge;
    this.#namings = new Namings(this.#claims.chains, { key, functions, kinds: asking.kinds });
    this.#pools = new Pools(this.#chains, this.#homes, this.#assignment, this.#namings);
    const { statements, figures } = this.#claims;
    const [chains, namings, homes] = [this.#chains, this.#namings, this.#homes];
    this.#surroundings = { items, chains, statements, figures, namings, homes, key, sections };
  }

  /** Looked for when an answer is found under no name of its own. */
  readonly #freeLetters = (): readonly string[] => {
    this.#letters ??= freeLetters(this.#claims.chains, this.#assignment);
    return this.#letters;
  };

  /** The claims that bear on an item which does not ask for a value. */
  evidence(item: Item): Located {
    return locateEvidence(item, this.#surroundings);
  }

  /** The answer the student filed under the item's id. */
  filed(item: Item): Located {
    const filed = this.#claims.filed.get(item.id);
    return filed ? pick(filed.map(filedAnswer), this.#knowledge.same) : none;
  }

  /** The answer in the nearest area that names the target. */
  named(item: Item): Located {
    const asked = this.#assignment.targets.get(item);
    if (!asked) return none;
    const wanted = asked.wanted === 'quantity' ? undefined : this.#knowledge.wants?.(item);
    const target = wanted ? { ...asked, wanted } : asked;
    for (const pool of this.#pools.of(item.section)) {
      const known = pool.area === 'own' ? target : elsewhere(target, pool.area);
      const located = this.#answer(known, pool.index, pool.area === 'own' ? this.#freeLetters : noLetters);
      if (located.kind !== 'none') return this.#unlessContested(located, pool.area);
    }
    return none;
  }

  #answer(target: Target, index: NamingIndex, letters: () => readonly string[]): Located {
    const { series } = target;
    const answers = this.#unevaluated(target, namedAnswers(target, index, { letters, ...(series && { series }) }));
    if (answers.length > 0) return pick(answers, this.#knowledge.same);
    const parts = target.parts?.map((key) => [key]) ?? target.coordinates.map((one) => componentKeys(target.key, one));
    const composed = parts.length < 2 ? none : this.#composed(target, parts, index);
    const together = composed.kind === 'none' ? this.#entries(target, index) : composed;
    return together.kind === 'none' ? pick(byCustom(target, index), this.#knowledge.same) : together;
  }

  #composed(target: Target, parts: readonly (readonly string[])[], index: NamingIndex): Located {
    return compose(parts.map((keys) => this.#part(target, keys, index)));
  }

  /** A vector or a matrix given entry by entry, counted from 1 or else from 0. */
  #entries(target: Target, index: NamingIndex): Located {
    const shape = this.#knowledge.shape?.(target.item);
    if (!shape) return none;
    const entry: Target = { ...target, wanted: 'value' };
    for (const first of [1, 0]) {
      const rows = entryKeys(target.key, shape, first).map((row) => this.#composed(entry, row, index));
      const [vector] = rows;
      const located = shape.length === 1 && vector ? vector : compose(rows);
      if (located.kind !== 'none') return located;
    }
    return none;
  }

  /** One component of a vector, under any of its keys. */
  #part(target: Target, keys: readonly string[], index: NamingIndex): Located {
    const { item, expression, wanted } = target;
    const bare = { item, expression, wanted, coordinates: [], aliases: [], aliasesAnywhere: [] };
    const answers = keys.flatMap((key) => namedAnswers({ ...bare, key }, index, { letters: noLetters }));
    return pick(this.#unevaluated(target, answers), this.#knowledge.same);
  }

  /** `∂f/∂x = 2x - y` without the `∂f/∂x = 5` that it comes to at a point, where the expression is asked for. */
  #unevaluated({ item }: Target, answers: readonly Answer[]): readonly Answer[] {
    if (this.#knowledge.wants?.(item) !== 'expression') return answers;
    const open = answers.filter(({ value }) => !isClosed(value));
    return open.length > 0 ? open : answers;
  }

  #unlessContested(located: Located, area: Area): Located {
    if (area === 'own' || (located.kind !== 'one' && located.kind !== 'several')) {
      return located;
    }
    const candidates = located.kind === 'one' ? [located.answer] : located.candidates;
    const contested = candidates.some(({ claim }) => claim.kind === 'chain' && this.#pools.isContested(claim));
    if (!contested) return located;
    const reason = 'it is not clear which part of the assignment this answers';
    return { kind: 'several', candidates, reason, contested: true };
  }

  /** What no item of a section owns. A value alone that a sentence has named is not there a second time. */
  #unowned(section: RubricSection, used: ReadonlySet<Claim>): readonly ChainClaim[] {
    const chains = this.#chains.of(section);
    const equations = chains.filter(({ origin, relations }) => origin === 'prose' && relations.length > 0);
    const spoken = new Set(equations.flatMap(membersPlaces));
    return chains.filter(
      (claim) =>
        !used.has(claim) &&
        this.#pools.named(claim).size === 0 &&
        !(claim.relations.length === 0 && membersPlaces(claim).some((place) => spoken.has(place))),
    );
  }

  /** Answers that nothing names, for the items of a section that are still open. */
  unnamed(section: RubricSection, open: readonly Item[], used: ReadonlySet<Claim>): ReadonlyMap<Item, Located> {
    const claims = this.#unowned(section, used);
    const isChoice = open.every(({ ask }) => ask.kind === 'choice');
    const answers = unnamedAnswers(claims, open.length, isChoice) ?? [];
    return new Map(
      open.flatMap((item, i) => (answers[i] ? [[item, pick([answers[i]], this.#knowledge.same)] as const] : [])),
    );
  }

  /** What stands in the section of open items under names that nobody asked for. */
  unmatched(section: RubricSection, open: readonly Item[], used: ReadonlySet<Claim>): ReadonlyMap<Item, Located> {
    const { key, given } = this.#assignment;
    const claims = this.#unowned(section, used);
    const sought = open.map((item) => this.#sought(item));
    return new Map(
      open.flatMap((item, i): readonly (readonly [Item, Located])[] => {
        const own = sought[i];
        const candidates = own ? unmatchedAnswers(claims, own, given(section), key) : [];
        if (!own || candidates.length === 0) return [];
        const peers = sought.filter((other) => String(other?.shape) === String(own.shape)).length;
        const likely = likelyAmong(candidates, peers, own, key);
        const alike = sought.filter((other) => other && isAlike(other, own));
        const inOrder = candidateInOrder(candidates, alike.length, alike.indexOf(own), own, key);
        return [[item, { kind: 'unmatched', candidates, ...(likely && { likely }), ...(inOrder && { inOrder }) }]];
      }),
    );
  }

  #sought(item: Item): Sought | undefined {
    const target = this.#assignment.targets.get(item);
    const { shape, wants, isSet } = this.#knowledge;
    const otherwise = isSet?.(item) ? 'set' : wants?.(item) === 'expression' ? 'expression' : 'number';
    const counts = target && /_\d+$/.test(target.key);
    const letters = target?.parts?.map(letterOf) ?? [];
    const pair = target?.pair && { part: target.pair.part, width: target.pair.keys.length };
    const letter = counts ? letterOf(target.key) : undefined;
    const isDerivative = otherwise === 'expression' && target && /^(?:D\[|∇(?!²))/.test(target.key);
    const of = isDerivative ? letterOf(target.key).replace('∇', '') : undefined;
    return target && { letter, letters, shape: shape?.(item) ?? otherwise, ...(pair && { pair }), ...(of && { of }) };
  }

  /** What could not be read where the answer should stand. */
  unreadable(item: Item): Located {
    const near = (claim: Claim): boolean => areaOf(this.#homes, claim, item.section) !== 'foreign';
    const lost = this.#claims.unreadable.find(near);
    if (lost) return { kind: 'unreadable', claim: lost, reason: lost.reason };
    const broken = this.#chains
      .of(item.section)
      .find((claim) => claim.members[0]?.broken !== undefined && this.#pools.named(claim).size === 0);
    return broken ? { kind: 'unreadable', claim: broken, reason: broken.members[0]?.broken ?? '' } : none;
  }
}

const claimsOf = (located: Located): readonly Claim[] => {
  if (located.kind !== 'one' && located.kind !== 'several') return [];
  const answers = located.kind === 'one' ? [located.answer] : located.candidates;
  return answers.flatMap((answer) => (answer.parts ?? [answer]).map(({ claim }) => claim));
};

const byOrder = (open: readonly Item[], locator: Locator, located: Map<Item, Located>): void => {
  const used = new Set([...located.values()].flatMap((one) => (one.kind === 'one' ? [one.answer.claim] : [])));
  for (const section of new Set(open.map((item) => item.section))) {
    const own = open.filter((item) => item.section === section);
    for (const [item, found] of locator.unnamed(section, own, used)) located.set(item, found);
  }
};

const withUnnamed = (items: readonly Item[], locator: Locator, located: Map<Item, Located>): void => {
  const lost = items.filter((item) => located.get(item)?.kind === 'none');
  if (lost.length === 0) return;
  const open = lost.filter(isValue);
  if (open.length > 0) byOrder(open, locator, located);
  for (const item of lost) {
    const unreadable = located.get(item)?.kind === 'none' ? locator.unreadable(item) : none;
    if (unreadable.kind !== 'none') located.set(item, unreadable);
  }
  withUnmatched(items, locator, located);
  for (const item of lost) {
    if (item.ask.kind === 'choice' && located.get(item)?.kind === 'none') located.set(item, locator.evidence(item));
  }
};

const withUnmatched = (items: readonly Item[], locator: Locator, located: Map<Item, Located>): void => {
  const open = items.filter((item) => item.ask.kind === 'value' && located.get(item)?.kind === 'none');
  if (open.length === 0) return;
  const used = new Set([...located.values()].flatMap(claimsOf));
  for (const section of new Set(open.map((item) => item.section))) {
    const own = open.filter((item) => item.section === section);
    for (const [item, found] of locator.unmatched(section, own, used)) located.set(item, found);
  }
};

const isValue = ({ ask }: Item): boolean => ask.kind === 'value' || ask.kind === 'choice';

/** Finds the answer to every item; the map has every item, in the order given. */
export const locate = (
  items: readonly Item[],
  claims: readonly Claim[],
  sections: readonly Section[],
  knowledge: Knowledge,
): Map<Item, Located> => {
  const locator = new Locator(items, claims, sections, knowledge);
  const located = new Map<Item, Located>();
  for (const item of items) {
    const filed = locator.filed(item);
    const found = filed.kind !== 'none' ? filed : isValue(item) ? locator.named(item) : locator.evidence(item);
    located.set(item, found);
  }
  withUnnamed(items, locator, located);
  return located;
};
