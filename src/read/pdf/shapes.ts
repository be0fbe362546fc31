import type { Box } from './box.ts';
import type { Rectangle } from './content.ts';

/** Drawings higher than this many sizes are pictures, not signs of a formula. */
const highest = 8;
/** A frame keeps this distance, in points, from what it holds. */
const margin = 1.5;
/** A drawn sign stands this close, in sizes, to the signs it belongs to. */
const near = 0.4;

/** No formula holds more drawn signs. */
const most = 500;

const touches = (shape: Rectangle, box: Box): boolean =>
  box.x1 > shape.x0 - near * box.size &&
  box.x0 < shape.x1 + near * box.size &&
  box.baseline + 0.4 * box.size > shape.y0 - near * box.size &&
  box.baseline < shape.y1 + near * box.size &&
  shape.y1 - shape.y0 < highest * box.size;

const isInside = (shape: Rectangle, box: Box): boolean =>
  box.x0 > shape.x0 + margin &&
  box.x1 < shape.x1 - margin &&
  box.baseline - 0.1 * box.size > shape.y0 + margin &&
  box.baseline + 0.6 * box.size < shape.y1 - margin;

/** A frame with round corners keeps its distance from all that it touches. */
const isFrame = (shape: Rectangle, touched: readonly Box[]): boolean => touched.every((box) => isInside(shape, box));

/**
 * A root's sign, a tall bracket or an arrow may be drawn instead of printed; what that means to the signs beside it is not
 * read, so these are doubtful.
 */
export const withDrawnDoubts = (boxes: readonly Box[], shapes: readonly Rectangle[]): readonly Box[] => {
  const doubtful = new Set<Box>();
  for (const shape of shapes.slice(0, most)) {
    const touched = boxes.filter((box) => touches(shape, box));
    if (isFrame(shape, touched)) continue;
    for (const box of touched) doubtful.add(box);
  }
  return doubtful.size === 0 ? boxes : boxes.map((box) => (doubtful.has(box) ? { ...box, doubtful: true } : box));
};
