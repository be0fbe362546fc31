import type { Box } from './box.ts';
import { around, axis, height, mainSize, middle, put, width } from './box.ts';
import type { Rectangle } from './content.ts';
import { rowOf } from './row.ts';
import { withRowVectors } from './row-vectors.ts';
import { isNumberedHeading } from './run-in-heading.ts';

const slack = 1;

const within = (box: Box, rule: Rectangle): boolean =>
  middle(box) > rule.x0 - slack &&
  middle(box) < rule.x1 + slack &&
  box.x0 > rule.x0 - 2 * slack &&
  box.x1 < rule.x1 + 2 * slack;

const overlap = (a: Box, b: Box): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

/** Two things of full size on two baselines, or one above the other: a fraction above another has parts of its own. */
const isOtherRow = (a: Box, b: Box, size: number): boolean => {
  if (Math.min(a.size, b.size) < 0.88 * size || a.measured || b.measured) return false;
  if (a.composite || b.composite) return overlap(a, b) > 0.5 * Math.min(width(a), width(b));
  return Math.abs(a.baseline - b.baseline) > 0.5 * size;
};

/**
 * Boxes stacked on one side of a rule: the nearest one, and what overlaps its height (scripts, neighbours). The nearest
 * must lie within a size of the rule.
 */
const stacked = (boxes: readonly Box[], distance: (box: Box) => number): readonly Box[] => {
  const ordered = boxes.filter((box) => distance(box) > -0.35 * box.size).sort((a, b) => distance(a) - distance(b));
  const [nearest] = ordered;
  if (!nearest || distance(nearest) > nearest.size) return [];
  let space: Rectangle = nearest;
  const found: Box[] = [];
  const size = mainSize(ordered.filter((box) => distance(box) < box.size));
  for (const box of ordered) {
    if (found.some((other) => isOtherRow(box, other, size))) break;
    if (box.y0 > space.y1 - 0.1 * box.size || box.y1 < space.y0 + 0.1 * box.size) break;
    found.push(box);
    space = around([space, box]);
  }
  return found;
};

/** How high a root sign stands on its baseline, in its own sizes, where it does not hang from it. */
const rootAscent = 0.8;

const endsAt = (sign: Box, rule: Rectangle): boolean => Math.abs(sign.x1 - rule.x0) < 0.15 * sign.size + 0.5;

const stands = (sign: Box, rule: Rectangle): boolean =>
  Math.abs(rule.y1 - sign.baseline - rootAscent * height(sign)) < 0.12 * sign.size;

/** Root signs hang from their rule, or stand on a baseline and reach up to it, as their font has it. */
const withStandingRoots = (boxes: readonly Box[], rules: readonly Rectangle[]): readonly Box[] =>
  boxes.map((box) => {
    const rule = box.kind === 'root' ? rules.find((one) => endsAt(box, one) && stands(box, one)) : undefined;
    return rule ? { ...box, y0: box.baseline, y1: rule.y1 } : box;
  });

/** The root sign that ends where a rule begins. */
const rootBefore = (boxes: readonly Box[], rule: Rectangle): Box | undefined =>
  boxes.find(
    (box) =>
      box.kind === 'root' && endsAt(box, rule) && rule.y1 > box.y0 - 1 && Math.abs(rule.y1 - box.y1) < 0.3 * box.size,
  );

const replaced = (boxes: readonly Box[], parts: readonly Box[], by: Box): readonly Box[] => {
  const gone = new Set(parts);
  return [...boxes.filter((box) => !gone.has(box)), by];
};

const asRoot = (boxes: readonly Box[], rule: Rectangle, sign: Box): readonly Box[] => {
  const under = boxes.filter(
    (box) =>
      box !== sign && within(box, rule) && box.y1 < rule.y1 + 0.3 * box.size && box.y0 > sign.y0 - 0.4 * box.size,
  );
  if (under.length === 0) return boxes;
  const row = rowOf(under);
  const size = mainSize(under);
  const baseline = under.find((box) => box.size === size)?.baseline ?? sign.baseline;
  const degree = boxes.filter(
    (box) =>
      box.size < 0.75 * size &&
      box.x1 < sign.x1 &&
      middle(box) > sign.x0 - 0.3 * size &&
      box.baseline > baseline &&
      box.y0 < rule.y1,
  );
  const index = degree.length > 0 && degree.every((box) => /^\d$/.test(box.text)) ? rowOf(degree).text : '';
  const behind = index === '' ? [] : degree;
  const text = `\\sqrt${index === '' ? '' : `[${index}]`}{${row.text.trim()}}`;
  return replaced(boxes, [sign, ...under, ...behind], {
    ...put(text, around([rule, sign, ...under, ...behind]), baseline, size, under),
    doubtful: row.doubtful,
  });
};

/** Gaps that no numerator has: the rule is a table's. */
const hasColumns = (boxes: readonly Box[]): boolean => {
  const sorted = [...boxes].sort((a, b) => a.x0 - b.x0);
  return sorted.some((box, index) => {
    const before = sorted[index - 1];
    return before !== undefined && box.x0 - before.x1 > 1.1 * box.size;
  });
};

/** A relation outside of all brackets: no numerator has one. */
const relates = (boxes: readonly Box[]): boolean => {
  const size = mainSize(boxes);
  let depth = 0;
  for (const box of [...boxes].sort((a, b) => a.x0 - b.x0)) {
    if (box.kind === 'open') depth += 1;
    if (box.kind === 'close') depth -= 1;
    if (depth === 0 && /^[=≈≤≥<>≠]$/.test(box.text) && box.size > 0.88 * size) return true;
  }
  return false;
};

/** A rule closer than this many sizes to the baseline above it underlines; a numerator stands higher. */
const underlining = 0.2;

/** Centred parts of one size, both close to the bar: so are small fractions in a line of text, never two lines of it. */
const isCompact = (over: readonly Box[], under: readonly Box[], rule: Rectangle): boolean => {
  const [above, below, size] = [around(over), around(under), mainSize(over)];
  const isCentred = [above, below].every((part) => Math.abs(middle(part) - middle(rule)) < 0.3 * size);
  return isCentred && mainSize(under) > 0.9 * size && rule.y0 - below.y1 < 0.25 * size;
};

const isUnderline = (over: readonly Box[], under: readonly Box[], rule: Rectangle): boolean => {
  if (isCompact(over, under, rule)) return false;
  const size = mainSize(over);
  const plain = over.filter((box) => !box.composite && box.size > 0.88 * size);
  return plain.length > 0 && plain.every((box) => box.baseline - rule.y0 < underlining * size);
};

/** A bar ends where its parts end; the rule of a table goes on. */
const overhang = 1.2;

const isFraction = (over: readonly Box[], under: readonly Box[], rule: Rectangle): boolean => {
  if (over.length === 0 || under.length === 0) return false;
  const { x0, x1 } = around([...over, ...under]);
  const slack = overhang * mainSize([...over, ...under]);
  if (rule.x0 < x0 - slack || rule.x1 > x1 + slack || isUnderline(over, under, rule)) return false;
  if (isNumberedHeading([...over].sort((a, b) => a.x0 - b.x0))) return false;
  return ![over, under].some((part) => hasColumns(part) || relates(part));
};

/** A sign across an end of the bar: is it on it or beside it? */
const isCut = (boxes: readonly Box[], parts: readonly Box[], rule: Rectangle): boolean => {
  const { y0, y1 } = around(parts);
  const taken = new Set(parts);
  return boxes.some((box) => {
    const inside = Math.min(box.x1, rule.x1) - Math.max(box.x0, rule.x0);
    const height = (box.y0 + box.y1) / 2;
    return inside > 0.35 * width(box) && inside > slack && height > y0 && height < y1 && !taken.has(box);
  });
};

const asFraction = (boxes: readonly Box[], rule: Rectangle): readonly Box[] | undefined => {
  const near = boxes.filter((box) => within(box, rule));
  const over = stacked(near, (box) => box.y0 - rule.y1);
  const under = stacked(near, (box) => rule.y0 - box.y1);
  if (!isFraction(over, under, rule)) return undefined;
  const [above, below] = [rowOf(withRowVectors(over)), rowOf(withRowVectors(under))];
  const parts = [...over, ...under];
  // \frac sets its parts smaller in a line of text, and in full size in a display; the bar's height tells neither.
  const size = mainSize(parts);
  const box = put(
    `\\frac{${above.text.trim()}}{${below.text.trim()}}`,
    around([rule, ...parts]),
    rule.y0 - axis * size,
    size,
    parts,
  );
  return replaced(boxes, parts, { ...box, doubtful: above.doubtful || below.doubtful || isCut(boxes, parts, rule) });
};

/** How high signs stand in their sizes: letters without an ascender, signs on the axis, and the others. */
const letterTop = (box: Box): number => {
  if (box.composite) return box.y1;
  const isLow = /^[acegm-su-zαγεηικμνοπρστυωϵσ.,]$/u.test(box.text);
  return box.baseline + (isLow ? 0.47 : /^[-−+=]$/.test(box.text) ? 0.58 : 0.72) * box.size;
};

/** A rule right over a letter or a sum, as wide as it is: a mean, a complement, a conjugate. */
const asOverline = (boxes: readonly Box[], rule: Rectangle): readonly Box[] => {
  const under = stacked(
    boxes.filter((box) => within(box, rule)),
    (box) => rule.y0 - letterTop(box),
  );
  if (under.length === 0 || under.some(({ kind }) => kind === 'root')) return boxes;
  const size = mainSize(under);
  const { x0, x1 } = around(under);
  const gap = rule.y0 - Math.max(...under.map(letterTop));
  const isWide = rule.x0 < x0 + 0.2 * size && rule.x1 > x1 - 0.2 * size && width(rule) < x1 - x0 + 0.5 * size;
  if (!isWide || gap > 0.22 * size || gap < -0.2 * size) return boxes;
  const row = rowOf(under);
  const baseline = under.find((box) => box.size === size)?.baseline ?? 0;
  const name = under.length === 1 ? 'bar' : 'overline';
  const box = put(`\\${name}{${row.text.trim()}}`, around([rule, ...under]), baseline, size, under);
  return replaced(boxes, under, { ...box, composite: under.length > 1, doubtful: row.doubtful });
};

/** Puts fractions and roots together from their rules. */
export const withFractions = (boxes: readonly Box[], rules: readonly Rectangle[]): readonly Box[] => {
  let found = withStandingRoots(boxes, rules);
  for (const rule of rules) {
    const sign = rootBefore(found, rule);
    found = sign ? asRoot(found, rule, sign) : (asFraction(found, rule) ?? asOverline(found, rule));
  }
  // How far a root without a rule reaches nobody says.
  return found.map((box) => (box.kind === 'root' ? { ...box, doubtful: true } : box));
};
