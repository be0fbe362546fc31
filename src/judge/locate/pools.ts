/** The chains in which the answers to one section's items are sought, nearest first, each pool with its index. */
import type { ChainClaim } from '../../model/claim.ts';
import type { RubricSection } from '../../model/rubric.ts';
import { type Area, areaOf, areas } from './areas.ts';
import type { Assignment } from './assignment.ts';
import type { Homes } from './headings.ts';
import { indexNamings, type NamingIndex, namingsOf } from './naming.ts';
import { type Contested, ownersOf } from './owners.ts';
import { keysOf } from './targets.ts';

export interface Pool {
  readonly area: Area;
  /** Built when it is first asked for: most answers stand in the first pool. */
  readonly index: () => NamingIndex;
}

const withMethod = (section: RubricSection | undefined): RubricSection | undefined =>
  section && (section.method ? section : withMethod(section.parent));

/** Whether a part of the assignment has another method, under which the same name is another quantity. */
const isOfOtherMethod = (home: RubricSection | undefined, section: RubricSection): boolean => {
  const method = withMethod(home);
  return method !== undefined && method !== withMethod(section);
};

/** Hands out the pools of each section and knows whose a chain is. */
export class Pools {
  readonly #chains: readonly ChainClaim[];
  readonly #homes: Homes;
  readonly #assignment: Assignment;
  readonly #pools = new Map<RubricSection, readonly Pool[]>();
  readonly #owners = new Map<RubricSection | undefined, ReadonlyMap<ChainClaim, RubricSection>>();
  readonly #named = new Map<ChainClaim, ReadonlySet<string>>();
  /** The sections of the assignment that have a place of their own in the document. */
  readonly #placed: ReadonlySet<RubricSection | undefined>;
  /** The sections that ask for a key, in rubric order. */
  readonly #asking = new Map<string, RubricSection[]>();

  constructor(chains: readonly ChainClaim[], homes: Homes, assignment: Assignment) {
    this.#chains = chains;
    this.#homes = homes;
    this.#assignment = assignment;
    this.#placed = new Set(chains.map((claim) => homes.of(claim)));
    for (const target of assignment.targets.values()) {
      for (const key of keysOf(target)) this.#ask(key, target.item.section);
    }
  }

  #ask(key: string, section: RubricSection): void {
    const sections = this.#asking.get(key);
    if (!sections) this.#asking.set(key, [section]);
    else if (!sections.includes(section)) sections.push(section);
  }

  of(section: RubricSection): readonly Pool[] {
    const known = this.#pools.get(section);
    if (known) return known;
    const pools = areas.map((area): Pool => {
      let index: NamingIndex | undefined;
      return {
        area,
        index: () => {
          index ??= this.#indexOf(area, section);
          return index;
        },
      };
    });
    this.#pools.set(section, pools);
    return pools;
  }

  #indexOf(area: Area, section: RubricSection): NamingIndex {
    const { key, functions } = this.#assignment;
    const inArea = this.#chains.filter((claim) => areaOf(this.#homes, claim, section) === area);
    const mine = inArea.filter((claim) => this.#mayAnswer(claim, area, section));
    return indexNamings(mine, key, functions);
  }

  #mayAnswer(claim: ChainClaim, area: Area, section: RubricSection): boolean {
    if (area === 'own') return true;
    if (area !== 'unmatched' && this.#isAskedAtHome(claim)) return false;
    if (area === 'foreign' && isOfOtherMethod(this.#homes.of(claim), section)) return false;
    return (this.#owner(claim) ?? section) === section;
  }

  /** Whether the section that a chain stands in asks for what it names. */
  #isAskedAtHome(claim: ChainClaim): boolean {
    const home = this.#homes.of(claim);
    return [...this.named(claim)].some((key) => this.#asking.get(key)?.some((section) => section === home));
  }

  /** Whether several sections of the assignment could own a chain and nothing tells which. */
  isContested(claim: ChainClaim): boolean {
    return this.#owner(claim) === undefined && this.#rivals(claim).length > 1;
  }

  /** The keys of the targets that a chain names. */
  named(claim: ChainClaim): ReadonlySet<string> {
    const known = this.#named.get(claim);
    if (known) return known;
    const { key, functions } = this.#assignment;
    const names = namingsOf(claim, key, functions).map(([name]) => name);
    const named = new Set(names.filter((name) => this.#asking.has(name)));
    this.#named.set(claim, named);
    return named;
  }

  /**
   * The sections that ask for what a chain names, could look for it here, and have no place of their own; those of
   * other parts of the assignment where none is nearer.
   */
  #rivals(claim: ChainClaim): readonly RubricSection[] {
    const asking = new Set([...this.named(claim)].flatMap((key) => this.#asking.get(key) ?? []));
    const inOrder = new Set([...this.#assignment.targets.values()].map(({ item }) => item.section));
    const open = [...inOrder].filter((section) => asking.has(section) && !this.#placed.has(section));
    const near = open.filter((section) => areaOf(this.#homes, claim, section) !== 'foreign');
    return near.length > 0 ? near : open.filter((section) => !isOfOtherMethod(this.#homes.of(claim), section));
  }

  #owner(claim: ChainClaim): RubricSection | undefined {
    const home = this.#homes.of(claim);
    const known = this.#owners.get(home);
    if (known) return known.get(claim);
    const contested = this.#chains
      .filter((one) => this.#homes.of(one) === home)
      .map((one): Contested => ({ claim: one, keys: [...this.named(one)], sections: this.#rivals(one) }))
      .filter(({ sections }) => sections.length > 0);
    const owners = ownersOf(contested);
    this.#owners.set(home, owners);
    return owners.get(claim);
  }
}
