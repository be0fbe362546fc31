import { height, width } from './box.ts';
import type { Rectangle } from './content.ts';

/** A rule counts as flat below this thickness, in points. */
const thickest = 1.5;
const shortest = 2;

const meets = (post: Rectangle, bar: Rectangle): boolean =>
  post.x1 > bar.x0 - thickest &&
  post.x0 < bar.x1 + thickest &&
  post.y0 < bar.y1 + thickest &&
  post.y1 > bar.y0 - thickest;

/** Bounds on upright lines: so many, none higher than this, in points. */
const mostPosts = 2_000;
const highestPost = 5_000;

/** The upright lines of a page: borders of cells and boxes. */
export const uprightLines = (bars: readonly Rectangle[]): readonly Rectangle[] =>
  bars
    .filter((one) => width(one) < thickest && height(one) > 2 * thickest && height(one) < highestPost)
    .slice(0, mostPosts);

/** Upright lines by the bands of heights they stand in. */
const bandHeight = 20;

const postsOf = (bars: readonly Rectangle[]): ReadonlyMap<number, readonly Rectangle[]> => {
  const bands = new Map<number, Rectangle[]>();
  for (const bar of uprightLines(bars))
    for (let band = Math.floor(bar.y0 / bandHeight) - 1; band <= Math.floor(bar.y1 / bandHeight) + 1; band += 1)
      bands.set(band, [...(bands.get(band) ?? []), bar]);
  return bands;
};

/**
 * The flat rules of a page, short ones first: inner fractions are put together before outer ones. Rules that meet an
 * upright line are the borders of a cell or a box.
 */
export const flatRules = (bars: readonly Rectangle[]): readonly Rectangle[] => {
  const posts = postsOf(bars);
  const isBorder = (bar: Rectangle): boolean =>
    (posts.get(Math.floor(bar.y0 / bandHeight)) ?? []).some((post) => meets(post, bar));
  return bars
    .filter((bar) => height(bar) < thickest && width(bar) > shortest && !isBorder(bar))
    .sort((a, b) => width(a) - width(b));
};
