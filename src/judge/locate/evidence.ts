/** Claims that bear on items which ask for more than one value: derivations, statements, figures. */
import type { ChainClaim, Claim, StatementClaim } from '../../model/claim.ts';
import type { Section } from '../../model/document.ts';
import type { Ask, Item } from '../../model/rubric.ts';
import { areas, claimsIn, type Homes } from './areas.ts';
import type { Located } from './located.ts';
import type { Key } from './naming.ts';

export interface Surroundings {
  readonly claims: readonly Claim[];
  readonly homes: Homes;
  readonly key: Key;
  readonly sections: readonly Section[];
}

const evidence = (claims: readonly Claim[]): Located =>
  claims.length > 0 ? { kind: 'evidence', claims } : { kind: 'none' };

/** The claims of the nearest area that has any. */
const nearest = <C extends Claim>(
  claims: readonly C[],
  item: Item,
  homes: Homes,
  fits: (claim: C) => boolean,
): readonly C[] => {
  for (const area of areas) {
    const found = claimsIn(claims, area, homes, item.section).filter(fits);
    if (found.length > 0) return found;
  }
  return [];
};

const chainsOf = ({ claims }: Surroundings): readonly ChainClaim[] => claims.filter((claim) => claim.kind === 'chain');

const derivation = (item: Item, ask: Extract<Ask, { kind: 'derivation' }>, around: Surroundings): Located => {
  const from = around.key(ask.from);
  const names = ({ members, relations }: ChainClaim): boolean =>
    relations.length > 0 && members.some(({ expression }) => around.key(expression) === from);
  const named = from === undefined ? [] : nearest(chainsOf(around), item, around.homes, names);
  const asked = ({ relations }: ChainClaim): boolean => relations.includes(ask.relation);
  const own = claimsIn(chainsOf(around), 'own', around.homes, item.section).filter(
    (claim) => claim.relations.length > 0 && !named.includes(claim),
  );
  const others = own.filter(asked);
  const found = [...named.filter(asked), ...named.filter((claim) => !asked(claim)), ...others];
  return evidence(found.length > 0 ? found : own);
};

/** `vanish` and `vanishing`, `explode` and `exploding`. */
const stem = (word: string): string => word.toLowerCase().replace(/(?:ing|ed|es|e|s|ion)$/u, '');

const speaksOf = (near: string | undefined, text: string): boolean =>
  near === undefined || near.split(/\s+/).every((word) => text.toLowerCase().includes(stem(word)));

const statement = (item: Item, ask: Extract<Ask, { kind: 'statement' }>, around: Surroundings): Located => {
  const { statement: wanted } = ask;
  const subject = wanted.kind === 'relation' && wanted.members[0] ? around.key(wanted.members[0]) : undefined;
  const statements = around.claims.filter((claim) => claim.kind === 'statement');
  const about = (claim: StatementClaim): boolean =>
    subject === undefined || [claim.subject, claim.value].some((side) => around.key(side) === subject);
  const said = nearest(statements, item, around.homes, (claim) => about(claim) && speaksOf(ask.near, claim.text));
  if (said.length > 0 || ask.near === undefined) return evidence(said);
  const headed = (claim: StatementClaim): boolean => about(claim) && speaksOf(ask.near, claim.section.title);
  return evidence(claimsIn(statements, 'own', around.homes, item.section).filter(headed));
};

const figure = (item: Item, around: Surroundings): Located => {
  const figures = around.claims.filter((claim) => claim.kind === 'figure');
  return evidence(nearest(figures, item, around.homes, () => true));
};

/** The evidence for an item that does not ask for a value. */
export const locateEvidence = (item: Item, around: Surroundings): Located => {
  switch (item.ask.kind) {
    case 'derivation':
      return derivation(item, item.ask, around);
    case 'statement':
      return statement(item, item.ask, around);
    case 'figure':
      return figure(item, around);
    default:
      return { kind: 'sections', sections: around.sections.filter((one) => around.homes.get(one) === item.section) };
  }
};
