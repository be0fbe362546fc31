import type { Box } from './box.ts';
import { around, axis, height, mainSize, middle, put } from './box.ts';
import type { Rectangle } from './content.ts';
import { entriesOf } from './entries.ts';
import { rowOf } from './row.ts';

/** A bracket is tall from this many sizes on; only tall ones hold several rows. */
const tall = 1.4;
const tallInFont = 1.15;
/** Below this share of the size a sign is a script's. */
const small = 0.88;
/** Baselines further apart than this are rows of their own. */
const rowStep = 0.75;
/** A gap of this width separates columns. */
const columnGap = 0.7;
/** In a small matrix nothing else leaves a gap: signs of a script's size have no space around operators. */
const smallColumnGap = 0.3;

/** Signs that stand at either side of a determinant. */
const isBar = ({ text, piece }: Box): boolean => piece !== undefined && text === '|';

/** Where a font says how tall a bracket is, one of the next size up may hold two small rows. */
const isTall = (box: Box): boolean =>
  (box.kind === 'open' || box.kind === 'close' || isBar(box)) &&
  height(box) > (box.measured ? tallInFont : tall) * box.size;

const stacks = (upper: Box, lower: Box): boolean =>
  upper.text === lower.text &&
  upper.piece !== 'foot' &&
  lower.piece !== 'head' &&
  Math.abs(upper.x0 - lower.x0) < 0.3 * upper.size &&
  lower.y1 > upper.y0 - (isBar(upper) ? 0.1 : 0.4) * upper.size;

/** Pieces of tall brackets, one above the other, as one bracket each. */
export const withWholeBrackets = (boxes: readonly Box[]): readonly Box[] => {
  const pieces = boxes.filter(({ piece }) => piece).sort((a, b) => Math.round(a.x0 - b.x0) || b.y1 - a.y1);
  if (pieces.length === 0) return boxes;
  const whole: Box[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (!last || !stacks(last, piece)) whole.push(piece);
    else {
      const space = around([last, piece]);
      whole[whole.length - 1] = { ...piece, ...space, baseline: (space.y0 + space.y1) / 2 - axis * last.size };
    }
  }
  return [...boxes.filter(({ piece }) => !piece), ...whole];
};

/** Boxes in rows from top to bottom; what is smaller than the row's signs belongs to the nearest row. */
const rowsIn = (boxes: readonly Box[]): readonly (readonly Box[])[] => {
  const size = mainSize(boxes);
  const rows: { readonly baseline: number; readonly boxes: Box[] }[] = [];
  const isMain = (box: Box): boolean => box.size > 0.85 * size || box.composite;
  for (const box of boxes.filter(isMain).sort((a, b) => b.baseline - a.baseline)) {
    const last = rows.at(-1);
    if (last && last.baseline - box.baseline < rowStep * size) last.boxes.push(box);
    else rows.push({ baseline: box.baseline, boxes: [box] });
  }
  for (const box of boxes.filter((one) => !isMain(one))) {
    const near = rows.reduce((best, row) =>
      Math.abs(row.baseline - box.baseline) < Math.abs(best.baseline - box.baseline) ? row : best,
    );
    near.boxes.push(box);
  }
  return rows.map((row) => row.boxes);
};

const environments: Readonly<Record<string, string>> = {
  '(': 'pmatrix',
  '[': 'bmatrix',
  '\\{': 'cases',
  '|': 'vmatrix',
};

const grid = (name: string, rows: readonly (readonly Box[])[], parts: readonly Box[]): Box => {
  const size = mainSize(rows.flat());
  const gap = size < small * mainSize(parts) ? smallColumnGap : columnGap;
  const cells = rows.map((row) => entriesOf(row, size, gap).map((cell) => rowOf(cell)));
  const text = cells.map((row) => row.map((cell) => cell.text.trim()).join(' & ')).join(' \\\\ ');
  const space = around(parts);
  const uneven = name !== 'cases' && cells.some((row) => row.length !== cells[0]?.length);
  const box = put(
    `\\begin{${name}} ${text} \\end{${name}}`,
    space,
    (space.y0 + space.y1) / 2 - axis * size,
    size,
    parts,
  );
  return { ...box, doubtful: box.doubtful || uneven || cells.flat().some(({ doubtful }) => doubtful) };
};

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '\\{': '\\}' };

const sameHeight = (a: Box, b: Box): boolean =>
  Math.abs(a.y0 - b.y0) < 0.4 * a.size && Math.abs(a.y1 - b.y1) < 0.4 * a.size;

const closerOf = (open: Box, boxes: readonly Box[]): Box | undefined =>
  boxes
    .filter(
      (box) =>
        (isBar(open) ? isBar(box) && box !== open : box.text === closers[open.text]) &&
        isTall(box) === isTall(open) &&
        box.x0 >= open.x1 - 1 &&
        sameHeight(open, box),
    )
    .sort((a, b) => a.x0 - b.x0)[0];

/** No page has more brackets that count. */
const mostBrackets = 2_000;

const isWithin = (rule: Rectangle, { x0, x1, y0, y1 }: Rectangle): boolean =>
  rule.x1 > x0 && rule.x0 < x1 && rule.y0 > y0 && rule.y1 < y1;

/** What a bracket of ordinary height may hold in two rows: signs of a small matrix alone. */
const areSmall = (content: readonly Box[], open: Box): boolean => content.every(({ size }) => size < small * open.size);

/** Where a brace has no partner, what it holds ends at an empty stripe of so many sizes. */
const stripe = 1.7;

const upToStripe = (boxes: readonly Box[], size: number): readonly Box[] => {
  const sorted = [...boxes].sort((a, b) => a.x0 - b.x0);
  let edge = sorted[0]?.x1 ?? 0;
  const end = sorted.findIndex((box) => {
    const isBehind = box.x0 - edge > stripe * size;
    edge = Math.max(edge, box.x1);
    return isBehind;
  });
  return end < 0 ? sorted : sorted.slice(0, end);
};

/** What stands right of an opening bracket, at its height, up to its partner or the first wide gap. */
const inside = (open: Box, close: Box | undefined, boxes: readonly Box[]): readonly Box[] => {
  const edge = close?.x0 ?? Number.POSITIVE_INFINITY;
  const beside = boxes.filter((box) => {
    const y = (box.y0 + box.y1) / 2;
    return box !== open && middle(box) > open.x1 && middle(box) < edge && y > open.y0 - 1 && y < open.y1 + 1;
  });
  return close ? beside : upToStripe(beside, open.size);
};

/**
 * Puts matrices, columns and cases together: what stands between tall brackets in two rows or more. A tall bracket
 * around one row (a fraction) stays a bracket. Those around one of the given rules are left for later.
 */
export const withMatrices = (boxes: readonly Box[], rules: readonly Rectangle[] = []): readonly Box[] => {
  let found = boxes;
  const opens = boxes
    .filter((box) => (box.kind === 'open' && !box.typed) || (isBar(box) && isTall(box)))
    .sort((a, b) => Math.round(height(a) - height(b)) || b.x0 - a.x0);
  for (const open of opens.slice(0, mostBrackets)) {
    if (!found.includes(open)) continue;
    const close = closerOf(open, found);
    const name = environments[open.text];
    if (name === undefined || (close === undefined && name !== 'cases')) continue;
    const content = inside(open, close, found);
    if (!isTall(open) && !areSmall(content, open)) continue;
    const rows = content.length > 0 ? rowsIn(content) : [];
    if (rows.length < 2) continue;
    const parts = [open, ...content, ...(close ? [close] : [])];
    if (rules.some((rule) => isWithin(rule, around(parts)))) continue;
    const gone = new Set(parts);
    found = [...found.filter((box) => !gone.has(box)), grid(name, rows, parts)];
  }
  return found;
};
