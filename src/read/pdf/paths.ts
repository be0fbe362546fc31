import { amount, isNumbers } from './packed.ts';

/** How many numbers follow each step of a path, as pdf.js packs it: move, line, two kinds of curves, close. */
const stepLength = [2, 2, 6, 4, 0];
const [moveTo, lineTo, closePath] = [0, 1, 4];
/** Corners of a frame are no rounder than this. */
const largestCorner = 15;

/** A path along the axes, one with rounded corners, or any other. */
export const kindOf = (path: unknown): 'upright' | 'rounded' | 'free' => {
  if (!isNumbers(path)) return 'upright';
  let [x, y, straight, curved] = [Number.NaN, Number.NaN, 0, 0];
  for (let at = 0; at < path.length; ) {
    const code = amount(path[at]);
    const end = at + (stepLength[code] ?? 0);
    const [nextX, nextY] = code === closePath ? [x, y] : [amount(path[end - 1]), amount(path[end])];
    const isSlanted = Math.abs(nextX - x) > 0.1 && Math.abs(nextY - y) > 0.1;
    if (code === lineTo && isSlanted) return 'free';
    if (code === lineTo) straight += 1;
    else if (code !== moveTo && code !== closePath) {
      if (Math.max(Math.abs(nextX - x), Math.abs(nextY - y)) > largestCorner) return 'free';
      curved += 1;
    }
    [x, y, at] = [nextX, nextY, end + 1];
  }
  if (curved === 0) return 'upright';
  return straight >= 3 && curved >= 2 && curved <= 16 ? 'rounded' : 'free';
};

type Point = readonly [x: number, y: number];

/** Both ends of a path of one straight line. */
export const endsOf = (path: unknown): readonly [Point, Point] | undefined => {
  if (!isNumbers(path) || path.length !== 6 || path[0] !== moveTo || path[3] !== lineTo) return undefined;
  return [
    [amount(path[1]), amount(path[2])],
    [amount(path[4]), amount(path[5])],
  ];
};
