import type { Glyph, PageContent, Rectangle } from './content.ts';
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

/** How many points below a title's baseline its letters reach. */
const descent = 4;

/** The lower edge of what stands across both columns at a page's top: a title, its authors. */
const headEdge = ({ glyphs, height }: PageContent, edge: number): number => {
  const rows = [...rowsOf(glyphs)].sort((a, b) => (b[0]?.y ?? 0) - (a[0]?.y ?? 0));
  const isAcross = (row: readonly Glyph[]): boolean => row.some(({ x, width }) => x < edge + 3 && x + width > edge - 3);
  const first = rows.findIndex((row) => !isAcross(row));
  const last = rows[first - 1];
  return first < 1 || !last ? height : Math.min(...last.map(({ y }) => y)) - descent;
};

/** A page of two columns as pages of their own: the title above both, left and right; any other page as it is. */
export const columnsOf = (page: PageContent): readonly PageContent[] => {
  const edge = gutter(page);
  if (edge === undefined) return [page];
  const part = (keep: (x: number, y: number) => boolean): PageContent => {
    const keeps = ({ x0, x1, y0, y1 }: Rectangle): boolean => keep((x0 + x1) / 2, (y0 + y1) / 2);
    return {
      ...page,
      glyphs: page.glyphs.filter(({ x, width, y }) => keep(x + width / 2, y)),
      bars: page.bars.filter(keeps),
      shapes: page.shapes.filter(keeps),
      strokes: page.strokes.filter(keeps),
      images: page.images.filter(keeps),
    };
  };
  const top = headEdge(page, edge);
  const [left, right] = [part((x, y) => x < edge && y < top), part((x, y) => x >= edge && y < top)];
  if (!isProse(left.glyphs) || !isProse(right.glyphs)) return [page];
  const head = part((_, y) => y >= top);
  return head.glyphs.length > 0 ? [head, left, right] : [left, right];
};
