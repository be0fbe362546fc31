import type { Box } from './box.ts';
import { around, axis, middle } from './box.ts';

/** Content further than this from a bracket's axis, in sizes, is not between it and its partner. */
const farthest = 4.5;
/** A baseline this far from the bracket's is another row. */
const otherRow = 0.4;

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '\\{': '\\}' };

const onSameLine = (a: Box, b: Box): boolean => Math.abs(a.baseline - b.baseline) < 0.25 * a.size;

/** The partner of a bracket on its own line. */
const partnerOf = (open: Box, boxes: readonly Box[]): Box | undefined => {
  let depth = 0;
  const line = boxes
    .filter((box) => (box.kind === 'open' || box.kind === 'close') && onSameLine(open, box) && box.x0 > open.x0)
    .sort((a, b) => a.x0 - b.x0);
  for (const box of line) {
    if (box.kind === 'open') depth += 1;
    else if (depth === 0) return box.text === closers[open.text] ? box : undefined;
    else depth -= 1;
  }
  return undefined;
};

const near = (open: Box, box: Box): boolean => Math.abs(box.baseline - open.baseline) < farthest * open.size;

const isFull = (open: Box, box: Box): boolean => box.size > 0.85 * open.size;

/** A row further than this many sizes from the one before is not the same matrix's. */
const nextRow = 1.6;

/** No sign stands close outside the brackets on this height: the row is not a paragraph's line. */
const isConfined = (open: Box, edge: number, baseline: number, full: readonly Box[]): boolean =>
  !full.some(
    (box) =>
      Math.abs(box.baseline - baseline) < 0.2 * open.size &&
      ((box.x1 < open.x1 && box.x1 > open.x0 - 1.5 * open.size) || (box.x0 > edge && box.x0 < edge + 1.5 * open.size)),
  );

/** A bracket that stands nearer to a row than this one does, but not on it: the row lies between that one and its partner. */
const isOthers = (open: Box, edge: number, baseline: number, full: readonly Box[]): boolean =>
  full.some((box) => {
    const distance = Math.abs(box.baseline - baseline);
    return (
      (box.kind === 'open' || box.kind === 'close') &&
      !onSameLine(open, box) &&
      distance > 0.25 * open.size &&
      distance < Math.abs(open.baseline - baseline) &&
      middle(box) > open.x0 - 0.5 * open.size &&
      middle(box) < edge + 0.5 * open.size
    );
  });

/** How far rows reach from the brackets' line upwards (`sign` 1) or downwards (-1), in points. */
const reachOf = (open: Box, edge: number, sign: 1 | -1, full: readonly Box[]): number => {
  const heights = full
    .filter((box) => middle(box) > open.x1 && middle(box) < edge)
    .map((box) => sign * (box.baseline - open.baseline))
    .filter((height) => height > otherRow * open.size)
    .sort((a, b) => a - b);
  let reach = 0;
  for (const height of heights) {
    const baseline = open.baseline + sign * height;
    if (height - reach > nextRow * open.size || isOthers(open, edge, baseline, full)) break;
    if (!isConfined(open, edge, baseline, full)) break;
    reach = height;
  }
  return reach;
};

/** Rows reach as far above the brackets' line as below it, but for so many sizes. */
const uneven = 0.7;

/** Rows above and below the brackets' own line, confined between them. */
const holdsRows = (open: Box, edge: number, boxes: readonly Box[]): readonly Box[] => {
  const around = boxes.filter((box) => near(open, box));
  const full = around.filter((box) => isFull(open, box));
  const [above, below] = [reachOf(open, edge, 1, full), reachOf(open, edge, -1, full)];
  if (above === 0 || below === 0) return [];
  const most = Math.min(above, below) + uneven * open.size;
  const [up, down] = [Math.min(above, most), Math.min(below, most)];
  const slack = 0.6 * open.size;
  return around.filter((box) => {
    const height = box.baseline - open.baseline;
    return middle(box) > open.x1 && middle(box) < edge && height < up + slack && height > -down - slack;
  });
};

/**
 * Brackets that a font draws tall without saying so (one character in many heights, as OpenType fonts have them): those
 * with rows above and below their own line between them get the height of what they hold.
 */
export const withStretchedBrackets = (boxes: readonly Box[]): readonly Box[] => {
  const changed = new Map<Box, Box>();
  const opens = boxes.filter(
    (box) => box.kind === 'open' && box.mathematical && !box.measured && closers[box.text] !== undefined,
  );
  for (const open of opens.slice(0, 500)) {
    const close = partnerOf(open, boxes);
    const content = holdsRows(open, close?.x0 ?? Number.POSITIVE_INFINITY, boxes);
    if (content.length === 0 || (!close && open.text !== '\\{')) continue;
    const { y0, y1 } = around(content);
    for (const box of close ? [open, close] : [open])
      changed.set(box, { ...box, y0, y1, baseline: (y0 + y1) / 2 - axis * box.size });
  }
  return changed.size === 0 ? boxes : boxes.map((box) => changed.get(box) ?? box);
};
