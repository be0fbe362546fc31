/** Figures: what a plot was called is all that is known of it. */
import type { FigureClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';

export const figureClaims = ({ document, parts }: Reading): readonly Found<FigureClaim>[] =>
  parts('figure').map(({ section, source, caption, range }) => ({
    claim: { kind: 'figure', section, source, caption, order: 0, place: document.place(range) },
    range,
  }));
