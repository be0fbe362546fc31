import type { Box } from './box.ts';
import { around } from './box.ts';
import type { Line } from './lines.ts';
import { isNumberedHeading } from './run-in-heading.ts';

/** Lines are compared with so many that follow them on the page. */
const followers = 12;

/** The height between a line's baseline and the top of its x, which no neighbour of it reaches. */
const core = 0.45;

/** How much of the lower of two cores lies beside the other, from 0 to 1. */
const beside = (a: Line, b: Line): number => {
  const [low, high] = [
    Math.max(a.baseline, b.baseline),
    Math.min(a.baseline + core * a.size, b.baseline + core * b.size),
  ];
  return Math.max(0, high - low) / (core * Math.min(a.size, b.size));
};

/** The least gap between the boxes of two lines, in points; negative where they overlap. */
const gapBetween = (a: Line, b: Line): number => {
  const sorted = [...a.boxes.map((box) => ({ box, line: a })), ...b.boxes.map((box) => ({ box, line: b }))].sort(
    (one, other) => one.box.x0 - other.box.x0,
  );
  let least = Number.POSITIVE_INFINITY;
  const edges = new Map<Line, number>();
  for (const { box, line } of sorted) {
    const edge = edges.get(line === a ? b : a);
    if (edge !== undefined) least = Math.min(least, box.x0 - edge);
    edges.set(line, Math.max(edges.get(line) ?? Number.NEGATIVE_INFINITY, box.x1));
  }
  return least;
};

/** A formula between words is a thing of its own, and may stand a little higher than they do. */
const wordSpace = 0.1;

const areOne = (a: Line, b: Line): boolean =>
  beside(a, b) > 0.5 && gapBetween(a, b) > wordSpace * Math.max(a.size, b.size);

const together = (a: Line, b: Line): Line => {
  const boxes = [...a.boxes, ...b.boxes].sort((one, other) => one.x0 - other.x0);
  const [first] = a.size >= b.size ? [a] : [b];
  return { ...first, ...around(boxes), boxes, doubtful: a.doubtful || b.doubtful };
};

/** Lines that stand beside each other in each other's gaps, as one. */
export const withNeighbours = (lines: readonly Line[]): readonly Line[] => {
  const found: Line[] = [];
  for (const line of lines) {
    const from = Math.max(0, found.length - followers);
    const at = found.slice(from).findLastIndex((other) => areOne(other, line));
    const other = found[from + at];
    if (at < 0 || !other) found.push(line);
    else found[from + at] = together(other, line);
  }
  return found;
};

/** No two lines of a page stand closer, in sizes. */
const closest = 0.75;
/** What hugs a fraction or matrix this closely belongs to it. */
const hugging = 0.35;

const near = (a: Line, b: Line, slack: number): boolean => a.x0 < b.x1 + slack && b.x0 < a.x1 + slack;

/** Two lines run into each other: a part of a formula was left over. */
const collide = (a: Line, b: Line): boolean => {
  const size = Math.max(a.size, b.size);
  return Math.abs(a.baseline - b.baseline) < closest * size && near(a, b, 0.3 * size) && gapBetween(a, b) < 0.3 * size;
};

/** A line of small signs close above or below another line: a script of a script that found no place. */
const isOrphan = (line: Line, other: Line): boolean =>
  line.size < 0.8 * other.size &&
  line.y0 < other.y1 + hugging * other.size &&
  line.y1 > other.y0 - hugging * other.size &&
  line.x0 > other.x0 - other.size &&
  line.x1 < other.x1 + other.size;

/** A short line right above or below something put together, and no wider: a part of it that was left over. */
const hugs = (line: Line, box: Box): boolean =>
  box.composite &&
  line.x0 > box.x0 - 0.6 * box.size &&
  line.x1 < box.x1 + 0.6 * box.size &&
  line.y0 < box.y1 + hugging * box.size - 0.2 * line.size &&
  line.y1 > box.y0 - hugging * box.size + 0.2 * line.size;

const isLeftOver = (line: Line, other: Line): boolean =>
  !isNumberedHeading(line.boxes) && (isOrphan(line, other) || other.boxes.some((box) => hugs(line, box)));

/** Marks the lines that a neighbour makes doubtful, and that neighbour. */
export const withDoubts = (lines: readonly Line[]): readonly Line[] => {
  const doubtful = new Set<Line>();
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1, index + 1 + followers))
      if (collide(line, other) || isLeftOver(line, other) || isLeftOver(other, line)) doubtful.add(line).add(other);
  });
  return lines.map((line) => (doubtful.has(line) ? { ...line, doubtful: true } : line));
};
