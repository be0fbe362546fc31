/** Figures: what a plot was called is all that is known of it. */
import type { FigureClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';

export const figureClaims = ({ document }: Reading): readonly Found<FigureClaim>[] =>
  document.parts.flatMap((part) => {
    if (part.kind !== 'figure') return [];
    const { section, source, caption, range } = part;
    return [{ claim: { kind: 'figure', section, source, caption, order: 0, place: document.place(range) }, range }];
  });
