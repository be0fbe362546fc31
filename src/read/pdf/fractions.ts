import type { Box } from './box.ts';
import { around, axis, height, mainSize, middle, put, width } from './box.ts';
import type { Rectangle } from './content.ts';
import { rowOf } from './row.ts';

/** A rule counts as flat below this thickness, in points. */
const thickest = 1.5;
const shortest = 2;

/** The flat rules of a page, short ones first: inner fractions are put together before outer ones. */
export const flatRules = (bars: readonly Rectangle[]): readonly Rectangle[] =>
  bars.filter((bar) => bar.y1 - bar.y0 < thickest && width(bar) > shortest).sort((a, b) => width(a) - width(b));

const slack = 1;

const within = (box: Box, rule: Rectangle): boolean =>
  middle(box) > rule.x0 - slack &&
  middle(box) < rule.x1 + slack &&
  box.x0 > rule.x0 - 2 * slack &&
  box.x1 < rule.x1 + 2 * slack;

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
  for (const box of ordered) {
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

const asFraction = (boxes: readonly Box[], rule: Rectangle): readonly Box[] => {
  const near = boxes.filter((box) => within(box, rule));
  const over = stacked(near, (box) => box.y0 - rule.y1);
  const under = stacked(near, (box) => rule.y0 - box.y1);
  if (over.length === 0 || under.length === 0 || hasColumns(over) || hasColumns(under)) return boxes;
  const [above, below] = [rowOf(over), rowOf(under)];
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
  return replaced(boxes, parts, { ...box, doubtful: above.doubtful || below.doubtful });
};

/** Puts fractions and roots together from their rules. */
export const withFractions = (boxes: readonly Box[], rules: readonly Rectangle[]): readonly Box[] => {
  let found = withStandingRoots(boxes, rules);
  for (const rule of rules) {
    const sign = rootBefore(found, rule);
    found = sign ? asRoot(found, rule, sign) : asFraction(found, rule);
  }
  // How far a root without a rule reaches nobody says.
  return found.map((box) => (box.kind === 'root' ? { ...box, doubtful: true } : box));
};
