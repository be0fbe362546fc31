/** An index of chains by the quantities they name, components of vectors included. */

import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { components, type Functions, partKeys } from './names.ts';

/** A chain that names a quantity. */
export interface Naming {
  readonly claim: ChainClaim;
  /** The member that names it. */
  readonly named: number;
  /** Which component of the member's value is meant; absent for the whole. */
  readonly part?: number;
}

export type Key = (e: Expression) => string | undefined;

export interface NamingIndex {
  readonly of: (key: string) => readonly Naming[];
  /** The keys that a member of a chain stands for as a whole. */
  readonly keyOf: (claim: ChainClaim, member: number) => string | undefined;
}

/** The quantities that a chain names, as keys; only chains of two members or more name anything. */
export const namingsOf = (
  claim: ChainClaim,
  key: Key,
  functions: Functions,
): readonly (readonly [string, Naming])[] => {
  if (claim.relations.length === 0) return [];
  return claim.members.flatMap(({ expression }, named): (readonly [string, Naming])[] => {
    const name = key(expression);
    if (name === undefined) return [];
    const parts = partKeys(expression, key, functions) ?? [];
    return [[name, { claim, named }], ...parts.map((own, part) => [own, { claim, named, part }] as const)];
  });
};

/** Builds the index. */
export const indexNamings = (claims: readonly ChainClaim[], key: Key, functions: Functions): NamingIndex => {
  const index = new Map<string, Naming[]>();
  for (const claim of claims)
    for (const [name, naming] of namingsOf(claim, key, functions)) {
      const namings = index.get(name);
      if (namings) namings.push(naming);
      else index.set(name, [naming]);
    }
  return {
    of: (name) => index.get(name) ?? [],
    keyOf: (claim, member) => {
      const expression = claim.members[member]?.expression;
      return expression && key(expression);
    },
  };
};

/** One component of a written vector. */
export const component = (e: Expression, part: number): Expression | undefined => components(e)?.[part];
