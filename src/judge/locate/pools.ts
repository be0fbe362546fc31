/** The chains in which the answers to one section's items are sought, nearest first, each pool with its index. */
import type { ChainClaim } from '../../model/claim.ts';
import type { RubricSection } from '../../model/rubric.ts';
import { type Area, areaOf, areas } from './areas.ts';
import type { Homes } from './headings.ts';
import type { Functions } from './names.ts';
import { indexNamings, type Key, type NamingIndex } from './naming.ts';
import { type Contested, ownersOf } from './owners.ts';
import { keysOf, type Target } from './targets.ts';

export interface Pool {
  readonly area: Area;
  readonly index: NamingIndex;
}

export interface Ground {
  readonly chains: readonly ChainClaim[];
  readonly homes: Homes;
  readonly targets: readonly Target[];
  readonly key: Key;
  readonly functions: Functions;
}

/** Hands out the pools of each section and knows whose a chain is. */
export class Pools {
  readonly #ground: Ground;
  readonly #pools = new Map<RubricSection, readonly Pool[]>();
  readonly #owners = new Map<RubricSection | undefined, ReadonlyMap<ChainClaim, RubricSection>>();
  readonly #named = new Map<ChainClaim, ReadonlySet<string>>();
  /** The sections of the assignment that have a place of their own in the document. */
  readonly #placed: ReadonlySet<RubricSection | undefined>;
  /** The sections that ask for a key, in rubric order. */
  readonly #asking = new Map<string, RubricSection[]>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#placed = new Set(ground.chains.map((claim) => ground.homes.of(claim)));
    for (const target of ground.targets) for (const key of keysOf(target)) this.#ask(key, target.item.section);
  }

  #ask(key: string, section: RubricSection): void {
    const sections = this.#asking.get(key);
    if (!sections) this.#asking.set(key, [section]);
    else if (!sections.includes(section)) sections.push(section);
  }

  of(section: RubricSection): readonly Pool[] {
    const known = this.#pools.get(section);
    if (known) return known;
    const { chains, homes, key, functions } = this.#ground;
    const pools = areas.map((area): Pool => {
      const inArea = chains.filter((claim) => areaOf(homes, claim, section) === area);
      const mine = inArea.filter((claim) => this.#mayAnswer(claim, area, section));
      return { area, index: indexNamings(mine, key, functions) };
    });
    this.#pools.set(section, pools);
    return pools;
  }

  #mayAnswer(claim: ChainClaim, area: Area, section: RubricSection): boolean {
    if (area === 'own') return true;
    if (area !== 'unmatched' && this.#isAskedAtHome(claim)) return false;
    return area === 'foreign' || (this.#owner(claim) ?? section) === section;
  }

  /** Whether the section that a chain stands in asks for what it names. */
  #isAskedAtHome(claim: ChainClaim): boolean {
    const home = this.#ground.homes.of(claim);
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
    const index = indexNamings([claim], this.#ground.key, this.#ground.functions);
    const named = new Set([...this.#asking.keys()].filter((key) => index.of(key).length > 0));
    this.#named.set(claim, named);
    return named;
  }

  /** The sections that ask for what a chain names, could look for it here, and have no place of their own. */
  #rivals(claim: ChainClaim): readonly RubricSection[] {
    const { homes } = this.#ground;
    const asking = new Set([...this.named(claim)].flatMap((key) => this.#asking.get(key) ?? []));
    const inOrder = new Set(this.#ground.targets.map(({ item }) => item.section));
    return [...inOrder].filter(
      (section) => asking.has(section) && areaOf(homes, claim, section) !== 'foreign' && !this.#placed.has(section),
    );
  }

  #owner(claim: ChainClaim): RubricSection | undefined {
    const { chains, homes } = this.#ground;
    const home = homes.of(claim);
    const known = this.#owners.get(home);
    if (known) return known.get(claim);
    const contested = chains
      .filter((one) => homes.of(one) === home)
      .map((one): Contested => ({ claim: one, keys: [...this.named(one)], sections: this.#rivals(one) }))
      .filter(({ sections }) => sections.length > 0);
    const owners = ownersOf(contested);
    this.#owners.set(home, owners);
    return owners.get(claim);
  }
}
