import type { Glyph, PageContent } from './content.ts';
import { isBlank } from './signs.ts';

/** Glyphs of one height, as the stretches of the page's width they cover. */
const rowsOf = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (isBlank(glyph)) continue;
    const key = Math.round(glyph.y / 4);
    const row = rows.get(key);
    if (row) row.push(glyph);
    else rows.set(key, [glyph]);
  }
  return [...rows.values()];
};

/** A column has at least so many rows, and so few of a page's rows cross its edge. */
const fewest = 12;
const mostCrossing = 0.15;

/** How many rows stand left of an edge, right of it, and across it. */
const sidesOf = (rows: readonly (readonly Glyph[])[], edge: number): readonly [number, number, number] => {
  let [left, right, across] = [0, 0, 0];
  for (const row of rows) {
    const [before, behind] = [row.some(({ x }) => x < edge), row.some(({ x }) => x > edge)];
    if (row.some(({ x, width }) => x < edge + 3 && x + width > edge - 3)) across += 1;
    else {
      if (before) left += 1;
      if (behind) right += 1;
    }
  }
  return [left, right, across];
};

/** How far from the text's middle, and in which steps, the empty stripe between two columns is looked for (points). */
const farthest = 24;
const stride = 2;

const gutter = ({ glyphs }: PageContent): number | undefined => {
  const rows = rowsOf(glyphs);
  const [low, high] = glyphs.reduce<readonly [number, number]>(
    ([least, most], { x }) => [Math.min(least, x), Math.max(most, x)],
    [Infinity, -Infinity],
  );
  const centre = (low + high) / 2;
  for (let off = 0; off <= farthest; off += stride)
    for (const edge of [centre + off, centre - off]) {
      const [left, right, across] = sidesOf(rows, edge);
      if (left >= fewest && right >= fewest && across < mostCrossing * Math.max(left, right)) return edge;
    }
  return undefined;
};

/** Rows of words on both sides, not the two sides of aligned equations. */
const isProse = (glyphs: readonly Glyph[]): boolean =>
  glyphs.filter(({ sign }) => /\p{L}/u.test(sign)).length > 0.6 * glyphs.length;

/** A page of two columns as two pages, left and right; any other page as it is. */
export const columnsOf = (page: PageContent): readonly PageContent[] => {
  const edge = gutter(page);
  if (edge === undefined) return [page];
  const half = (keep: (middle: number) => boolean): PageContent => ({
    ...page,
    glyphs: page.glyphs.filter(({ x, width }) => keep(x + width / 2)),
    bars: page.bars.filter(({ x0, x1 }) => keep((x0 + x1) / 2)),
    shapes: page.shapes.filter(({ x0, x1 }) => keep((x0 + x1) / 2)),
    strokes: page.strokes.filter(({ x0, x1 }) => keep((x0 + x1) / 2)),
    images: page.images.filter(({ x0, x1 }) => keep((x0 + x1) / 2)),
  });
  const [left, right] = [half((middle) => middle < edge), half((middle) => middle >= edge)];
  return isProse(left.glyphs) && isProse(right.glyphs) ? [left, right] : [page];
};
