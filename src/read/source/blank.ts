/** A stretch of a text by its offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether one stretch lies inside another; both ends may coincide. */
export const inside = (inner: Stretch, outer: Stretch): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** A stretch moved along. */
export const shifted = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

const lineEnd = /[\n\r]/;

const spaces = (text: string): string => (lineEnd.test(text) ? text.replace(/[^\n\r]/g, ' ') : ' '.repeat(text.length));

/** A stretch that is not read as it stands: as spaces, or as a shorter sign and spaces (`<sub>` as `_{`). */
export interface Hidden extends Stretch {
  readonly as?: string;
}

/**
 * The text with some stretches replaced by as many spaces (line ends stay), so that every offset keeps its meaning.
 * Stretches must be in order; they may overlap.
 */
export const blank = (text: string, stretches: readonly Hidden[]): string => {
  if (stretches.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, as } of stretches) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    pieces.push(
      text.slice(at, from),
      as === undefined || from > start ? spaces(text.slice(from, end)) : as.padEnd(end - from),
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
};
