/** What stands there and could not be read goes to a person. */
import type { UnreadableClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';

export const unreadableClaims = ({ document }: Reading): readonly Found<UnreadableClaim>[] =>
  document.parts.flatMap((part) => {
    if (part.kind !== 'unreadable') return [];
    const { section, reason, range } = part;
    return [{ claim: { kind: 'unreadable', section, reason, order: 0, place: document.place(range) }, range }];
  });
