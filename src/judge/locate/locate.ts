/**
 * Where an answer belongs. For every item of the rubric: the claim that answers it, found by the item's id, by heading
 * and symbol, or by order; and where that is not certain, why not. Nothing is picked among candidates that differ.
 *
 *     for (const [item, located] of locate(rubric.items, claims, document.sections, { same })) …
 */
import type { ChainClaim, Claim } from '../../model/claim.ts';
import type { Section } from '../../model/document.ts';
import type { Item, RubricSection } from '../../model/rubric.ts';
import { namedAnswers } from './answers.ts';
import { type Area, areaOf, areas, claimsIn, type Homes } from './areas.ts';
import { locateEvidence } from './evidence.ts';
import { matchHeadings } from './headings.ts';
import type { Answer, Knowledge, Located } from './located.ts';
import type { Functions } from './names.ts';
import { indexNamings, type Key, type NamingIndex } from './naming.ts';
import { type Contested, ownersOf } from './owners.ts';
import { compose, pick } from './pick.ts';
import { functionsOf, keysOf, type Target, targetsOf } from './targets.ts';
import { unnamedAnswers } from './unnamed.ts';

export type { Answer, Knowledge, Located } from './located.ts';

const none: Located = { kind: 'none' };

class Locator {
  readonly #claims: readonly Claim[];
  readonly #chains: readonly ChainClaim[];
  readonly #homes: Homes;
  readonly #targets: readonly Target[];
  readonly #key: Key;
  readonly #functions: Functions;
  readonly #same: Knowledge['same'];
  /** Letters that name points here and nothing in the assignment. */
  readonly #free: readonly string[];
  readonly #indices = new Map<readonly ChainClaim[], NamingIndex>();
  readonly #owners = new Map<RubricSection | undefined, ReadonlyMap<ChainClaim, RubricSection>>();

  constructor(items: readonly Item[], claims: readonly Claim[], sections: readonly Section[], knowledge: Knowledge) {
    this.#claims = claims;
    this.#chains = claims.filter((claim) => claim.kind === 'chain');
    const rubric = new Set<RubricSection>();
    for (const { section } of items)
      for (let at: RubricSection | undefined = section; at; at = at.parent) rubric.add(at);
    this.#homes = matchHeadings([...rubric], sections);
    this.#functions = functionsOf(items);
    const { targets, key } = targetsOf(items, this.#functions, knowledge.wants ?? (() => undefined));
    this.#targets = targets;
    this.#key = key;
    this.#same = knowledge.same;
    this.#free = this.#freeLetters();
  }

  get surroundings() {
    return { claims: this.#claims, homes: this.#homes, key: this.#key };
  }

  target(item: Item): Target | undefined {
    return this.#targets.find((target) => target.item === item);
  }

  #freeLetters(): readonly string[] {
    const used = new Set(this.#targets.flatMap(keysOf).map((key) => key.replace(/_.*$/, '')));
    const shown = this.#chains.flatMap(({ members }) =>
      members.flatMap(({ expression }) => this.#key(expression) ?? []),
    );
    const letters = shown.flatMap((key) => /^(\p{L})_\d+$/u.exec(key)?.[1] ?? []);
    return [...new Set(letters)].filter((letter) => !used.has(letter));
  }

  #index(claims: readonly ChainClaim[]): NamingIndex {
    const known = this.#indices.get(claims);
    if (known) return known;
    const index = indexNamings(claims, this.#key, this.#functions);
    this.#indices.set(claims, index);
    return index;
  }

  /** The answer the student filed under the item's id. */
  filed(item: Item): Located {
    const answers = this.#claims.flatMap((claim): readonly Answer[] => {
      if (claim.kind !== 'answer' || claim.item !== item.id) return [];
      const { member } = claim;
      return [
        {
          claim,
          member: 0,
          named: 0,
          value: member.expression,
          text: member.text,
          place: member.place,
          by: 'id',
          doubtful: claim.doubtful === true,
          final: false,
          ...(member.broken !== undefined && { broken: member.broken }),
        },
      ];
    });
    return pick(answers, this.#same);
  }

  /** The answer in the nearest area that names the target. */
  named(target: Target): Located {
    for (const area of areas) {
      const located = this.#in(area, target);
      if (located.kind !== 'none') return located;
    }
    return none;
  }

  #in(area: Area, target: Target): Located {
    const { section } = target.item;
    const claims = claimsIn(this.#chains, area, this.#homes, section);
    if (claims.length === 0) return none;
    if (area === 'own') return this.#answer(target, claims);
    if (area === 'foreign')
      return this.#answer(
        target,
        claims.filter((claim) => !this.#isAskedThere(claim, target)),
      );
    const mine = claims.filter((claim) => (this.#owner(claim) ?? section) === section);
    const located = this.#answer(target, mine);
    if (located.kind !== 'one' && located.kind !== 'several') return located;
    const own = located.kind === 'one' ? [located.answer] : located.candidates;
    const shared = own.some(
      ({ claim }) => claim.kind === 'chain' && this.#owner(claim) === undefined && this.#rivals(claim).length > 1,
    );
    if (!shared) return located;
    return { kind: 'several', candidates: own, reason: 'it is not clear which part of the assignment this answers' };
  }

  #isAskedThere(claim: ChainClaim, target: Target): boolean {
    const home = this.#homes.get(claim.section);
    const keys = new Set(keysOf(target));
    return this.#targets.some(
      ({ item, ...other }) => item.section === home && keysOf({ item, ...other }).some((key) => keys.has(key)),
    );
  }

  #answer(target: Target, claims: readonly ChainClaim[]): Located {
    const index = this.#index(claims);
    const answers = namedAnswers(target, index, this.#free);
    if (answers.length > 0) return pick(answers, this.#same);
    if (!target.parts) return none;
    const { item, expression, wanted } = target;
    return compose(
      target.parts.map((key) => pick(namedAnswers({ item, expression, key, wanted }, index, []), this.#same)),
    );
  }

  /** The sections that ask for a quantity which this chain names and that have no place of their own in the document. */
  #rivals(claim: ChainClaim): readonly RubricSection[] {
    const keys = this.#keysNamed(claim);
    const sections = this.#targets
      .filter((target) => keysOf(target).some((key) => keys.has(key)))
      .map(({ item }) => item.section)
      .filter((section) => areaOf(this.#homes, claim.section, section) !== 'foreign' && !this.#hasOwn(section));
    return [...new Set(sections)];
  }

  #keysNamed(claim: ChainClaim): ReadonlySet<string> {
    const index = this.#index([claim]);
    return new Set(this.#targets.flatMap(keysOf).filter((key) => index.of(key).length > 0));
  }

  #hasOwn(section: RubricSection): boolean {
    return this.#chains.some((claim) => this.#homes.get(claim.section) === section);
  }

  #owner(claim: ChainClaim): RubricSection | undefined {
    const home = this.#homes.get(claim.section);
    const known = this.#owners.get(home);
    if (known) return known.get(claim);
    const contested = this.#chains
      .filter((one) => this.#homes.get(one.section) === home)
      .map((one): Contested => ({ claim: one, keys: [...this.#keysNamed(one)], sections: this.#rivals(one) }))
      .filter(({ sections }) => sections.length > 0);
    const owners = ownersOf(contested);
    this.#owners.set(home, owners);
    return owners.get(claim);
  }

  /** Answers that nothing names, for the items of a section that are still open. */
  unnamed(section: RubricSection, open: readonly Item[], used: ReadonlySet<Claim>): ReadonlyMap<Item, Located> {
    const claims = claimsIn(this.#chains, 'own', this.#homes, section).filter(
      (claim) => !used.has(claim) && this.#keysNamed(claim).size === 0,
    );
    const answers = unnamedAnswers(claims, open.length) ?? [];
    return new Map(open.flatMap((item, i) => (answers[i] ? [[item, pick([answers[i]], this.#same)] as const] : [])));
  }

  /** What could not be read where the answer should stand. */
  unreadable(item: Item): Located {
    const near = (claim: Claim): boolean => areaOf(this.#homes, claim.section, item.section) !== 'foreign';
    const lost = this.#claims.find((claim) => claim.kind === 'unreadable' && near(claim));
    if (lost?.kind === 'unreadable') return { kind: 'unreadable', claim: lost, reason: lost.reason };
    const broken = claimsIn(this.#chains, 'own', this.#homes, item.section).find(
      (claim) => claim.members[0]?.broken !== undefined && this.#keysNamed(claim).size === 0,
    );
    return broken ? { kind: 'unreadable', claim: broken, reason: broken.members[0]?.broken ?? '' } : none;
  }
}

const withUnnamed = (items: readonly Item[], locator: Locator, located: Map<Item, Located>): void => {
  const used = new Set([...located.values()].flatMap((one) => (one.kind === 'one' ? [one.answer.claim] : [])));
  const open = items.filter((item) => isValue(item) && located.get(item)?.kind === 'none');
  for (const section of new Set(open.map((item) => item.section))) {
    const own = open.filter((item) => item.section === section);
    for (const [item, found] of locator.unnamed(section, own, used)) located.set(item, found);
  }
  for (const item of items) if (located.get(item)?.kind === 'none') located.set(item, locator.unreadable(item));
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
  const located = new Map(
    items.map((item): readonly [Item, Located] => {
      const filed = locator.filed(item);
      if (filed.kind !== 'none') return [item, filed];
      if (!isValue(item)) return [item, locateEvidence(item, { ...locator.surroundings, sections })];
      const target = locator.target(item);
      return [item, target ? locator.named(target) : none];
    }),
  );
  withUnnamed(items, locator, located);
  return located;
};
