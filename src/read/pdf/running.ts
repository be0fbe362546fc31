import type { Glyph, PageContent } from './content.ts';
import { isBlank } from './signs.ts';

/** A row of signs near the upper or lower edge of a page. */
interface EdgeRow {
  readonly y: number;
  readonly x: number;
  /** Its signs, each number as `#`. */
  readonly text: string;
  readonly numbers: readonly number[];
}

/** The rows at a page's edges, and the page's number in the file. */
export interface PageEdges {
  readonly page: number;
  readonly rows: readonly EdgeRow[];
}

/** Running heads are among so many rows at either edge. */
const deep = 2;
/** Baselines this close are one row. */
const oneRow = 2;

const rowsOf = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const rows: Glyph[][] = [];
  let y = Number.NaN;
  for (const glyph of glyphs.filter((one) => !isBlank(one)).sort((a, b) => b.y - a.y)) {
    const last = rows.at(-1);
    if (last && Math.abs(glyph.y - y) < oneRow) last.push(glyph);
    else {
      rows.push([glyph]);
      y = glyph.y;
    }
  }
  return rows;
};

const edgeRow = (glyphs: readonly Glyph[]): EdgeRow => {
  const sorted = [...glyphs].sort((a, b) => a.x - b.x);
  const text = sorted.map(({ sign }) => sign).join('');
  const numbers = (text.match(/\d{1,9}/g) ?? []).map(Number);
  return { y: sorted[0]?.y ?? 0, x: sorted[0]?.x ?? 0, text: text.replace(/\d{1,9}/g, '#'), numbers };
};

/** The rows at a page's edges that may be running heads: signs without a relation. */
export const edgesOf = (page: number, { glyphs }: PageContent): PageEdges => {
  const rows = rowsOf(glyphs);
  const edges = rows.length > 2 * deep ? [...rows.slice(0, deep), ...rows.slice(-deep)] : rows;
  return { page, rows: edges.map(edgeRow).filter(({ text }) => !/[=<>≈≤≥≠]/.test(text)) };
};

/** The same words in the same place, and the same numbers but for one that counts the pages. */
const repeats = (a: EdgeRow, b: EdgeRow, pages: number): boolean => {
  const changed = a.numbers.flatMap((number, index) => {
    const other = b.numbers[index] ?? 0;
    return other === number ? [] : [other - number];
  });
  return (
    Math.abs(a.y - b.y) < 1 &&
    Math.abs(a.x - b.x) < 1 &&
    a.text === b.text &&
    (changed.length === 0 || (changed.length === 1 && changed[0] === pages && /\p{L}{3}/u.test(a.text)))
  );
};

/** A page without the lines that its neighbours repeat: running heads and feet. */
export const withoutRunningHeads = (
  content: PageContent,
  own: PageEdges,
  others: readonly PageEdges[],
): PageContent => {
  const running = own.rows.filter((row) =>
    others.some(({ page, rows }) => page !== own.page && rows.some((other) => repeats(row, other, page - own.page))),
  );
  if (running.length === 0) return content;
  const isRunning = ({ y }: Glyph): boolean => running.some((row) => Math.abs(row.y - y) < oneRow);
  return { ...content, glyphs: content.glyphs.filter((glyph) => !isRunning(glyph)) };
};
