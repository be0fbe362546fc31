/** The chains of a document by the quantities they name, components of vectors included. */

import { list } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { components } from './components.ts';
import { isNameable, type Kinds } from './nameable.ts';
import { type Functions, partKeys } from './names.ts';
import { numberKey } from './spelling.ts';

/** A chain that names a quantity. */
export interface Naming {
  readonly claim: ChainClaim;
  /** The member that names it. */
  readonly named: number;
  /** Which component of the member's value is meant; absent for the whole. */
  readonly part?: number;
}

export type Key = (e: Expression) => string | undefined;

/** How the names of an assignment are spelled and written. */
export interface Spelling {
  readonly key: Key;
  readonly functions: Functions;
  /** The kinds of expressions that are asked for. */
  readonly kinds: Kinds;
}

export interface NamingIndex {
  readonly of: (key: string) => readonly Naming[];
  /** Whether two members of a chain are the same name. */
  readonly isSameName: (claim: ChainClaim, a: number, b: number) => boolean;
  /** Whether everything here could be read: what could not may hold the name that is looked for. */
  readonly isRead: () => boolean;
}

const none: readonly never[] = [];
const empty: Expression = { kind: 'empty' };

/** Arrows from value to value: `4 → 3.55 → 3.185`. */
const isPath = ({ relations }: ChainClaim): boolean => relations.every((relation) => relation === '→');

/** The key of the arrows that start from a value; without one, of those whose start stands elsewhere. */
export const pathKey = (start: Expression | undefined, key: Key): string => {
  if (start === undefined || start.kind === 'empty') return '→';
  const spelled = (e: Expression): string => numberKey(e) ?? key(e) ?? '';
  const point = components(start);
  return point ? `(${point.map(spelled).join(',')})→` : `${spelled(start)}→`;
};

/** The points of `[(4, 1), (3.55, 0.2)]`, which is read as a matrix, or as a list where they are tuples of names. */
export const pointsOf = (e: Expression): readonly Expression[] | undefined => {
  if (e.kind === 'matrix') return e.rows.length > 1 ? e.rows.map((row) => list(row)) : undefined;
  return e.kind === 'list' && e.items.length > 1 && e.items.every((item) => components(item)) ? e.items : undefined;
};

/** Every quantity that the chains of a document name; only chains of two members or more name anything. */
export class Namings {
  readonly #spelling: Spelling;
  readonly #byKey = new Map<string, Naming[]>();
  readonly #byClaim = new Map<ChainClaim, string[]>();

  constructor(chains: readonly ChainClaim[], spelling: Spelling) {
    this.#spelling = spelling;
    for (const claim of chains) if (claim.relations.length > 0) this.#read(claim);
  }

  #read(claim: ChainClaim): void {
    const { key, functions } = this.#spelling;
    if (isPath(claim)) this.#add(pathKey(claim.members[0]?.expression, key), { claim, named: 0 });
    const [start] = pointsOf(claim.members.at(-1)?.expression ?? empty) ?? [];
    if (start) this.#add(pathKey(start, key), { claim, named: 0 });
    for (let named = 0; named < claim.members.length; named += 1) {
      const name = this.#nameOf(claim, named);
      const expression = claim.members[named]?.expression;
      if (name === undefined || !expression) continue;
      this.#add(name, { claim, named });
      partKeys(expression, key, functions)?.forEach((own, part) => {
        this.#add(own, { claim, named, part });
      });
    }
  }

  #add(name: string, naming: Naming): void {
    const namings = this.#byKey.get(name);
    if (namings) namings.push(naming);
    else this.#byKey.set(name, [naming]);
    const names = this.#byClaim.get(naming.claim);
    if (names) names.push(name);
    else this.#byClaim.set(naming.claim, [name]);
  }

  #nameOf(claim: ChainClaim, member: number): string | undefined {
    const expression = claim.members[member]?.expression;
    return expression && isNameable(expression, this.#spelling.kinds) ? this.#spelling.key(expression) : undefined;
  }

  of(key: string): readonly Naming[] {
    return this.#byKey.get(key) ?? none;
  }

  /** The quantities that a chain names, as keys. */
  in(claim: ChainClaim): readonly string[] {
    return this.#byClaim.get(claim) ?? none;
  }

  isSameName(claim: ChainClaim, a: number, b: number): boolean {
    const name = this.#nameOf(claim, a);
    return name !== undefined && name === this.#nameOf(claim, b);
  }
}

/** One component of a written vector. */
export const component = (e: Expression, part: number): Expression | undefined => components(e)?.[part];
