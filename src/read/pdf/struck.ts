import type { Box } from './box.ts';
import { axis, middle, width } from './box.ts';
import type { Rectangle, Segment } from './content.ts';

/** Where a line that crosses out runs, in sizes above the baseline. */
const lowest = 0.1;
const highest = 0.42;

/** A share of a line from which on signs fill it: a bar between signs crosses none of them. */
const filled = 0.6;

const heightOf = (rule: Rectangle, box: Box): number => ((rule.y0 + rule.y1) / 2 - box.baseline) / box.size;

/** Through a letter or digit: over a minus a rule means nothing. */
const crosses = (rule: Rectangle, box: Box): boolean =>
  heightOf(rule, box) > lowest && heightOf(rule, box) < highest && !/^[-−–—=+÷]$/.test(box.text);

/** The signs that a flat rule runs through, with what stands between them. */
const under = (rule: Rectangle, boxes: readonly Box[]): readonly Box[] => {
  const touched = boxes.filter(
    (box) =>
      middle(box) > rule.x0 &&
      middle(box) < rule.x1 &&
      heightOf(rule, box) > -0.3 &&
      heightOf(rule, box) < 0.75 &&
      box.kind !== 'root',
  );
  const covered = touched.reduce((sum, box) => sum + width(box), 0);
  return covered > filled * width(rule) && touched.some((box) => crosses(rule, box)) ? touched : [];
};

/** The signs whose middle a slanted stroke runs through. */
const along = ({ x0, y0, x1, y1 }: Segment, boxes: readonly Box[]): readonly Box[] =>
  boxes.filter((box) => {
    const share = (middle(box) - x0) / (x1 - x0);
    const height = y0 + share * (y1 - y0);
    return share > 0 && share < 1 && Math.abs(height - box.baseline - axis * box.size) < 0.3 * box.size;
  });

/** No one crosses out more often. */
const most = 500;

const near = (box: Box, other: Box): boolean =>
  Math.abs(box.baseline - other.baseline) < 1.2 * box.size &&
  box.x0 < other.x1 + box.size &&
  other.x0 < box.x1 + box.size;

/** What is crossed out is not there; what stands right beside it is doubtful, for it may have lost a part. */
export const withoutStruck = (
  boxes: readonly Box[],
  rules: readonly Rectangle[],
  strokes: readonly Segment[],
): readonly Box[] => {
  const gone = new Set([
    ...rules.slice(0, most).flatMap((rule) => under(rule, boxes)),
    ...strokes.slice(0, most).flatMap((stroke) => along(stroke, boxes)),
  ]);
  if (gone.size === 0) return boxes;
  const struck = [...gone].slice(0, most);
  return boxes.flatMap((box) => {
    if (gone.has(box)) return [];
    return struck.some((other) => near(box, other)) ? [{ ...box, doubtful: true }] : [box];
  });
};
