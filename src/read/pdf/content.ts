/** One printed sign: where it stands, in points from the page's lower left corner. */
export interface Glyph {
  /** The character it means, as far as the font says. */
  readonly sign: string;
  /** Its code in its font. */
  readonly code: number;
  /** The font's name without the subset's tag: `CMMI10`. */
  readonly font: string;
  readonly x: number;
  /** The baseline it stands on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A drawn line or filled bar, or an image. */
export interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A straight stroke from one point to another. */
export type Segment = Rectangle;

/** What stands on a page. */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly bars: readonly Rectangle[];
  /** Drawings that are neither lines nor rectangles: a root's sign, a tall bracket, a curve. */
  readonly shapes: readonly Rectangle[];
  /** Slanted strokes, from left to right. */
  readonly strokes: readonly Segment[];
  readonly images: readonly Rectangle[];
  /** How many signs run to the right, upwards, to the left and down; only the first are read. */
  readonly directions: readonly number[];
  /** More pieces stand there than are read. */
  readonly tooMany: boolean;
}

/** A 2×3 matrix (a b c d e f) that takes (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

export const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const composed = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
};

/** Puts a page's lower left corner, as it is shown, at the origin: the page may be turned clockwise by quarters. */
export const shownAs = ({ x0, y0, x1, y1 }: Rectangle, quarters: number): Matrix => {
  const turns: readonly Matrix[] = [
    [1, 0, 0, 1, -x0, -y0],
    [0, -1, 1, 0, -y0, x1],
    [-1, 0, 0, -1, x1, y1],
    [0, 1, -1, 0, y1, -x0],
  ];
  return turns[((quarters % 4) + 4) % 4] ?? unit;
};

/** A matrix from six numbers that came from outside. */
export const matrixOf = (numbers: ArrayLike<unknown>): Matrix => {
  const at = (index: number): number => {
    const value = Number(numbers[index]);
    return Number.isFinite(value) ? value : 0;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
};

/** Where a point goes. */
export const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** What two rectangles share; empty where they share nothing. */
export const shared = (a: Rectangle, b: Rectangle): Rectangle => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});

/** The rectangle around another one after a matrix. */
export const placed = (matrix: Matrix, { x0, y0, x1, y1 }: Rectangle): Rectangle => {
  const corners = [moved(matrix, x0, y0), moved(matrix, x1, y0), moved(matrix, x0, y1), moved(matrix, x1, y1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
};
