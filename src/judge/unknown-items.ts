import type { Claim } from '../model/claim.ts';
import type { Notice } from '../model/notice.ts';
import type { Rubric } from '../model/rubric.ts';

/** More misspelled ids than that are told as one. */
const mostTold = 20;

const told = (item: string, place: Notice['place']): Notice => ({
  id: 'judge/unknown-item',
  severity: 'warning',
  message: `The assignment has no item \`${item}\`; what the answer sheet gives for it was passed over.`,
  ...(place && { place }),
});

/** What an answer sheet files under ids that no item has: a slip of the pen must not look like an answer left out. */
export const unknownItems = ({ items }: Rubric, claims: readonly Claim[]): readonly Notice[] => {
  const ids = new Set(items.map(({ id }) => id));
  const unknown = claims.flatMap((claim) => (claim.kind === 'answer' && !ids.has(claim.item) ? [claim] : []));
  return unknown.slice(0, mostTold).map(({ item, place }) => told(item, place));
};
