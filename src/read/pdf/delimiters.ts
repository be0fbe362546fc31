import type { Box } from './box.ts';
import { axis, middle } from './box.ts';

/** Signs that grow with what they stand around. */
const isDelimiter = ({ kind, text, measured }: Box): boolean =>
  !measured && (kind === 'open' || kind === 'close' || /^[|‖∥]$/.test(text));

/** Heights of a bracket above and below its baseline, in its font's sizes. */
const ascent = 0.82;
const descent = 0.22;

/** Signs of sizes this close are of one size. */
const same = 1.01;
/** What a bracket's size is told by stands within so many of its sizes. */
const reach = 3;
/** A bracket this much higher than the signs beside it may hold several rows. */
const tall = 1.4;

/** No page has more brackets that count, and none are larger, in points. */
const most = 2_000;
const largest = 1_000;

/** Boxes by the band of heights their baseline lies in. */
const bandHeight = 24;

const bandsOf = (boxes: readonly Box[]): ReadonlyMap<number, readonly Box[]> => {
  const bands = new Map<number, Box[]>();
  for (const box of boxes) {
    const key = Math.floor(box.baseline / bandHeight);
    const band = bands.get(key);
    if (band) band.push(box);
    else bands.set(key, [box]);
  }
  return bands;
};

interface Space {
  readonly y0: number;
  readonly y1: number;
}

/** The signs, brackets apart, whose middle lies between two heights. */
const between = ({ y0, y1 }: Space, bands: ReadonlyMap<number, readonly Box[]>): readonly Box[] => {
  const found: Box[] = [];
  const first = Math.floor((y0 - bandHeight) / bandHeight);
  for (let key = first; key * bandHeight < y1; key += 1)
    for (const box of bands.get(key) ?? []) {
      const centre = box.baseline + axis * box.size;
      if (centre > y0 && centre < y1) found.push(box);
    }
  return found;
};

const distance = (box: Box, other: Box): number => Math.abs(middle(box) - middle(other));

/** A bracket of the size and on the baseline of the signs beside it, with the height it was drawn in. */
const settled = (box: Box, bands: ReadonlyMap<number, readonly Box[]>): Box => {
  const space = { y0: box.baseline - descent * box.size, y1: box.baseline + ascent * box.size };
  const peers = between(space, bands);
  if (peers.some(({ size }) => size < same * box.size && size > box.size / same)) return box;
  const near = peers.filter((peer) => peer.size < box.size && distance(box, peer) < reach * box.size);
  const size = near.reduce((largest, peer) => Math.max(largest, peer.size), 0);
  if (size === 0) return box;
  const isTall = space.y1 - space.y0 > tall * size;
  const [nearest] = near.filter((peer) => peer.size > size / same).sort((a, b) => distance(box, a) - distance(box, b));
  const baseline = isTall || !nearest ? (space.y0 + space.y1) / 2 - axis * size : nearest.baseline;
  return { ...box, ...space, size, baseline };
};

/**
 * Word processors enlarge the sign of a bracket until it is as high as what it holds: in a size that no letter beside it
 * has, on a baseline of its own. What counts is the size of the letters.
 */
export const withSettledDelimiters = (boxes: readonly Box[]): readonly Box[] => {
  const delimiters = boxes.filter((box) => isDelimiter(box) && box.size < largest).slice(0, most);
  if (delimiters.length === 0) return boxes;
  const bands = bandsOf(boxes.filter((box) => !isDelimiter(box)));
  const by = new Map(delimiters.map((box) => [box, settled(box, bands)]));
  return boxes.map((box) => by.get(box) ?? box);
};
