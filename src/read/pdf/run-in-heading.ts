import { bareHeading, namedHeading } from '../scan/heading.ts';
import type { Box } from './box.ts';
import { around } from './box.ts';
import type { Line } from './lines.ts';
import { isFormulaAlone, stretchesOf } from './words.ts';

/** `2.2.1`, `2.2.`: the number of a section and nothing else. */
const sectionNumber = /^\d{1,3}(?:\.\d{1,3}){1,5}\.?$/;

/** Bold signs that begin with a section's number, alone or before words: no formula begins like this. */
export const isNumberedHeading = (boxes: readonly Box[]): boolean => {
  const end = boxes.findIndex(({ bold }) => !bold);
  const bold = end < 0 ? boxes : boxes.slice(0, end);
  const text = bold.map((box) => box.text).join('');
  return sectionNumber.test(text) || (end < 0 && /^\d{1,3}(?:\.\d{1,3})*\.?\p{Lu}\p{L}/u.test(text));
};

const isNumbered = (words: string): boolean =>
  sectionNumber.test(words) || namedHeading(words) !== undefined || (bareHeading(words)?.number ?? '').includes('.');

/** No number goes on behind a gap of so many sizes. */
const headGap = 0.15;
/** A formula closer than this to a title's words is a part of the title. */
const titleGap = 0.6;

/** The `$\alpha = 0.05$` of `2.2.1 Descent with $\alpha = 0.05$`: math in a title is not bold. */
const endsTitle = (words: string, rest: Line): boolean =>
  /\p{L}/u.test(words) && isFormulaAlone({ stretches: stretchesOf(rest) });

/** `2.2.1 Descent  With v = 0 we get`: a numbered heading in bold letters at the beginning of a line, and the rest. */
export const withoutRunInHeading = (line: Line): readonly Line[] => {
  const end = line.boxes.findIndex(({ bold }) => !bold);
  if (end < 3) return [line];
  const [head, rest] = [line.boxes.slice(0, end), line.boxes.slice(end)].map(
    (boxes): Line => ({ ...line, ...around(boxes), boxes }),
  );
  if (!head || !rest) return [line];
  const words = stretchesOf(head)
    .map(({ text }) => text)
    .join(' ');
  const gap = (rest.x0 - head.x1) / line.size;
  return isNumbered(words) && gap > headGap && !(gap < titleGap && endsTitle(words, rest)) ? [head, rest] : [line];
};
