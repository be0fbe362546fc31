import type { Box } from './box.ts';
import { around, height } from './box.ts';
import { rowOf } from './row.ts';

/** Below this share of the size a sign is a script's. */
const small = 0.88;
/** A bracket this many sizes high has its scripts at its ends. */
const tall = 1.4;

/** A small fraction at the height of a bracket's middle stands between brackets: it is no script of one. */
const isLevel = (other: Box, box: Box): boolean =>
  other.composite && Math.abs(other.y0 + other.y1 - box.y0 - box.y1) < 0.6 * box.size;

/** The small boxes close behind a tall one: raised in its upper half, lowered in its lower half. */
const scriptsBehind = (box: Box, boxes: readonly Box[]): readonly Box[] =>
  boxes.filter(
    (other) =>
      other.size < small * box.size &&
      !isLevel(other, box) &&
      other.x0 > box.x1 - 0.2 * box.size &&
      other.x0 < box.x1 + 0.3 * box.size &&
      other.y0 > box.y0 - 0.7 * box.size &&
      other.y1 < box.y1 + 0.7 * box.size,
  );

/** What follows a script without a gap belongs to it: the `+1` of `^{k+1}`. */
const grown = (first: readonly Box[], boxes: readonly Box[], size: number): readonly Box[] => {
  let found = first;
  for (let last = 0; last < found.length && found.length < 50; ) {
    last = found.length;
    const space = around(found);
    const next = boxes.find(
      (box) =>
        !found.includes(box) &&
        box.size < small * size &&
        box.x0 >= space.x0 &&
        box.x0 < space.x1 + 0.2 * size &&
        box.baseline < space.y1 &&
        box.y1 > space.y0 &&
        Math.abs(box.baseline - (found[0]?.baseline ?? 0)) < 0.5 * size,
    );
    if (next) found = [...found, next];
  }
  return found;
};

/** Joins scripts to tall brackets and matrices: a square of a fraction in brackets stands far above the line. */
export const withTallScripts = (boxes: readonly Box[]): readonly Box[] => {
  let found = boxes;
  const high = boxes.filter(
    (box) => height(box) > tall * box.size && (box.kind === 'close' || /^(?:\\begin|[|‖]$)/.test(box.text)),
  );
  for (const box of high.slice(0, 500)) {
    const behind = scriptsBehind(box, found);
    if (behind.length === 0) continue;
    const centre = (box.y0 + box.y1) / 2;
    const upper = behind.filter(({ baseline }) => baseline > centre);
    const lower = behind.filter(({ baseline }) => baseline <= centre);
    const [sup, sub] = [upper, lower].map((part) => (part.length > 0 ? grown(part, found, box.size) : []));
    const text = `${box.text}${scripted('_', sub)}${scripted('^', sup)}`;
    const gone = new Set([box, ...(sup ?? []), ...(sub ?? [])]);
    const { x0, x1 } = around([...gone]);
    found = [...found.filter((one) => !gone.has(one)), { ...box, x0, x1, text }];
  }
  return found;
};

const scripted = (sign: '_' | '^', boxes: readonly Box[] | undefined): string =>
  boxes === undefined || boxes.length === 0 ? '' : `${sign}{${rowOf(boxes).text.trim()}}`;
