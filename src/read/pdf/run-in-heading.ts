import { bareHeading, namedHeading } from '../scan/heading.ts';
import { around } from './box.ts';
import type { Line } from './lines.ts';
import { stretchesOf } from './words.ts';

const isNumbered = (words: string): boolean =>
  namedHeading(words) !== undefined || (bareHeading(words)?.number ?? '').includes('.');

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
  return isNumbered(words) ? [head, rest] : [line];
};
