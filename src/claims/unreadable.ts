/** What stands there and could not be read goes to a person. */
import type { UnreadableClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';

export const unreadableClaims = ({ document, parts }: Reading): readonly Found<UnreadableClaim>[] =>
  parts('unreadable').map(({ section, reason, range }) => ({
    claim: { kind: 'unreadable', section, reason, order: 0, place: document.place(range) },
    range,
  }));
