import type { Box } from './box.ts';
import { around } from './box.ts';
import type { Rectangle } from './content.ts';

/** Boxes that stand on one line, from left to right. */
export interface Line extends Rectangle {
  readonly boxes: readonly Box[];
  readonly baseline: number;
  readonly size: number;
  /** Something stands so near that it could belong to this line. */
  readonly doubtful: boolean;
}

interface Open {
  readonly baseline: number;
  readonly size: number;
  readonly boxes: Box[];
  space: Rectangle;
}

const small = 0.88;
/** Words beside larger formulas are no smaller than this. */
const smallText = 0.75;

/** How much of its height above the baseline a box shares with the heights of a line's boxes, from 0 to 1. */
const shared = ({ baseline, size }: Box, { space }: Open): number => {
  const [low, high] = [baseline, baseline + 0.45 * size];
  return (Math.min(high, space.y1) - Math.max(low, space.y0)) / (high - low);
};

const beside = (box: Box, { space, size }: Open): boolean => box.x1 > space.x0 - size && box.x0 < space.x1 + size;

/**
 * A sign of full size belongs to a line whose baseline it stands on, a fraction to one whose axis it lies on, a small
 * sign to the one whose height it shares most.
 */
const fits = (box: Box, line: Open): number => {
  const distance = Math.abs(box.baseline - line.baseline) / line.size;
  if (box.size >= small * line.size && !box.composite) return distance < 0.2 ? 1 - distance : 0;
  if (distance < 0.03 && box.size > smallText * line.size) return 1 - distance;
  if (box.composite) return distance < 0.35 ? 1 - distance : 0;
  return beside(box, line) ? shared(box, line) : 0;
};

const lineFor = (box: Box, lines: readonly Open[]): Open | undefined => {
  let best: Open | undefined;
  let most = 0.1;
  for (const line of lines) {
    const fit = fits(box, line);
    if (fit > most) [best, most] = [line, fit];
  }
  return best;
};

/** Lines are looked up by their baselines in bands of this many main sizes. */
const reach = 2;

const bandsAround = (lines: ReadonlyMap<number, readonly Open[]>, baseline: number, cell: number): readonly Open[] => {
  const at = Math.round(baseline / cell);
  const found: Open[] = [];
  for (let band = at - reach; band <= at + reach; band += 1) found.push(...(lines.get(band) ?? []));
  return found;
};

/** The size in the middle of all: one huge sign must not put a page into one band. */
const middleSize = (boxes: readonly Box[]): number =>
  boxes.map(({ size }) => size).sort((a, b) => a - b)[boxes.length >> 1] ?? 1;

/** A page's boxes in lines from top to bottom. Large signs begin lines, small ones join them as scripts. */
export const linesOf = (boxes: readonly Box[]): readonly Line[] => {
  const cell = Math.max(1, middleSize(boxes));
  const open = new Map<number, Open[]>();
  const ordered = [...boxes].sort((a, b) => b.size - a.size || b.baseline - a.baseline || a.x0 - b.x0);
  for (const box of ordered) {
    const line = lineFor(box, bandsAround(open, box.baseline, cell));
    if (line) {
      line.boxes.push(box);
      line.space = around([line.space, box]);
    } else {
      const key = Math.round(box.baseline / cell);
      const begun: Open = { baseline: box.baseline, size: box.size, boxes: [box], space: box };
      open.set(key, [...(open.get(key) ?? []), begun]);
    }
  }
  return [...open.values()]
    .flat()
    .map(({ boxes: own, baseline, size, space }): Line => {
      const { x0, y0, x1, y1 } = space;
      return { x0, y0, x1, y1, baseline, size, doubtful: false, boxes: own.sort((a, b) => a.x0 - b.x0) };
    })
    .sort((a, b) => b.baseline - a.baseline || a.x0 - b.x0);
};

/** A line cut at gaps wider than so many sizes. */
export const cutAt = (line: Line, gap: number): readonly Line[] => {
  const segments: Box[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const box of line.boxes) {
    const last = segments.at(-1);
    if (last && box.x0 - edge < gap * line.size) last.push(box);
    else segments.push([box]);
    edge = Math.max(edge, box.x1);
  }
  return segments.map((boxes) => ({ ...line, ...around(boxes), boxes }));
};
