import type { Range } from '../../model/place.ts';
import type { Reading } from '../reading.ts';
import { stepWords } from './step-words.ts';

/**
 * A line that only says which step comes below it:
 *
 *     **Iteration 2:**
 *     - Velocity: v = (-0.6935, -0.56525)
 *     - Update: (x, y) = (2.8565, -0.36525)
 */
const stepLine = new RegExp(
  String.raw`^[ \t>*_#•-]*(?:${stepWords})\s?(?:no\.?|nr\.?|#)?\s?\$?(\d{1,4})\$?(?![\p{L}\d.])[^=≈\n]{0,60}$`,
  'gimu',
);

/** How far above a claim its step may be counted. */
const reach = 1500;

/** The step that a line above counts, inside the claim's section; the lines between may count nothing. */
export const stepLineAbove = (reading: Reading, section: Range, { file, start }: Range): number | undefined => {
  if (section.file !== file) return undefined;
  const above = reading.source({ file, start: Math.max(section.start, start - reach), end: start });
  const counted = [...above.slice(0, above.lastIndexOf('\n') + 1).matchAll(stepLine)].at(-1)?.[1];
  return counted === undefined ? undefined : Number(counted);
};
