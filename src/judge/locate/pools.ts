/** The chains in which the answers to one section's items are sought, nearest first, each pool with its index. */
import type { ChainClaim } from '../../model/claim.ts';
import type { RubricSection } from '../../model/rubric.ts';
import { type Area, areaOf, areas, type ByHome } from './areas.ts';
import type { Assignment } from './assignment.ts';
import type { Homes } from './headings.ts';
import type { Naming, NamingIndex, Namings } from './naming.ts';
import { type Contested, ownersOf } from './owners.ts';

export interface Pool {
  readonly area: Area;
  readonly index: NamingIndex;
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
  readonly #chains: ByHome<ChainClaim>;
  readonly #homes: Homes;
  readonly #assignment: Assignment;
  readonly #namings: Namings;
  readonly #pools = new Map<RubricSection, readonly Pool[]>();
  readonly #owners = new Map<RubricSection | undefined, ReadonlyMap<ChainClaim, RubricSection>>();

  constructor(chains: ByHome<ChainClaim>, homes: Homes, assignment: Assignment, namings: Namings) {
    this.#chains = chains;
    this.#homes = homes;
    this.#assignment = assignment;
    this.#namings = namings;
  }

  of(section: RubricSection): readonly Pool[] {
    const known = this.#pools.get(section);
    if (known) return known;
    const pools = areas.map((area) => ({ area, index: this.#indexOf(area, section) }));
    this.#pools.set(section, pools);
    return pools;
  }

  #indexOf(area: Area, section: RubricSection): NamingIndex {
    const isHere = ({ claim }: Naming): boolean =>
      areaOf(this.#homes, claim, section) === area && this.#mayAnswer(claim, area, section);
    return {
      of: (key) => this.#namings.of(key).filter(isHere),
      isSameName: (claim, a, b) => this.#namings.isSameName(claim, a, b),
      isRead: () => !this.#chains.of(section).some(({ members }) => members.some(({ broken }) => broken !== undefined)),
    };
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
    return home !== undefined && this.#namings.in(claim).some((key) => this.#asking.get(key)?.has(home));
  }

  get #asking(): Assignment['asking']['sections'] {
    return this.#assignment.asking.sections;
  }

  /** Whether several sections of the assignment could own a chain and nothing tells which. */
  isContested(claim: ChainClaim): boolean {
    return this.#owner(claim) === undefined && this.#rivals(claim).length > 1;
  }

  /** The keys of the targets that a chain names. */
  named(claim: ChainClaim): ReadonlySet<string> {
    return new Set(this.#namings.in(claim).filter((name) => this.#asking.has(name)));
  }

  /**
   * The sections that ask for what a chain names, could look for it here, and have no place of their own; those of
   * other parts of the assignment where none is nearer.
   */
  #rivals(claim: ChainClaim): readonly RubricSection[] {
    const asking = new Set(this.#namings.in(claim).flatMap((key) => [...(this.#asking.get(key) ?? [])]));
    const open = [...this.#assignment.asking.all].filter((one) => asking.has(one) && this.#chains.of(one).length === 0);
    const near = open.filter((section) => areaOf(this.#homes, claim, section) !== 'foreign');
    return near.length > 0 ? near : open.filter((section) => !isOfOtherMethod(this.#homes.of(claim), section));
  }

  #owner(claim: ChainClaim): RubricSection | undefined {
    const home = this.#homes.of(claim);
    const known = this.#owners.get(home);
    if (known) return known.get(claim);
    const contested = this.#chains
      .of(home)
      .map((one): Contested => ({ claim: one, keys: [...this.named(one)], sections: this.#rivals(one) }))
      .filter(({ sections }) => sections.length > 0);
    const owners = ownersOf(contested);
    this.#owners.set(home, owners);
    return owners.get(claim);
  }
}
