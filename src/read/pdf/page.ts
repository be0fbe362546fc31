import { withAccents, withNegations } from './accents.ts';
import { withLimits } from './big-operators.ts';
import type { Box } from './box.ts';
import { boxOf } from './box.ts';
import { withMatrices, withWholeBrackets } from './brackets.ts';
import type { PageContent } from './content.ts';
import { withContinuations } from './continuations.ts';
import { withSettledDelimiters } from './delimiters.ts';
import { withFractions } from './fractions.ts';
import type { Line } from './lines.ts';
import { cutAt, linesOf } from './lines.ts';
import { withDoubts, withNeighbours } from './near-lines.ts';
import { withRowVectors } from './row-vectors.ts';
import { flatRules, uprightLines } from './rules.ts';
import { withoutRunInHeading } from './run-in-heading.ts';
import { withDrawnDoubts } from './shapes.ts';
import { isBlank } from './signs.ts';
import { withStretchedBrackets } from './stretched.ts';
import { withoutStruck } from './struck.ts';
import { tablesIn } from './tables.ts';
import { marginOf, withoutTag, withTagsPlaced } from './tags.ts';
import { withTallScripts } from './tall-scripts.ts';
import type { Stretch } from './words.ts';
import { isFormulaAlone, stretchesOf } from './words.ts';

/** A part of a line with what it says. */
export interface ReadLine extends Line {
  readonly stretches: readonly Stretch[];
  /** What a program printed, or its text: signs and spaces as they stand. */
  readonly typed?: string;
  /** The number at the margin that it carries, without its brackets. */
  readonly tag?: string;
  /** Rows of a table, written in the place of its first line. */
  readonly table?: readonly (readonly string[])[];
}

/** More rules than this are a drawing's or a table's, not fractions. */
const mostRules = 2_000;

/** Wider than any gap inside a formula: a column, or an equation's number at the margin. */
const segmentGap = 3.2;

/** The size most signs have. */
const usualSize = (boxes: readonly Box[]): number => {
  const counts = new Map<number, number>();
  for (const { size } of boxes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
};

/** Some fonts set sums and roots in a larger size than the formula's: it is the formula's that counts. */
const evened = (boxes: readonly Box[]): readonly Box[] => {
  const usual = usualSize(boxes);
  return boxes.map((box) =>
    box.mathematical && (box.kind === 'big' || box.kind === 'root' || box.piece) && box.size > 1.1 * usual
      ? { ...box, size: usual }
      : box,
  );
};

/** At a page's edge a formula may be cut off. */
const atEdge = (box: Box, width: number): Box => (box.x0 < 1 || box.x1 > width - 1 ? { ...box, doubtful: true } : box);

/** What is drawn, put together step by step: each step makes one box of several. */
const assembled = ({ glyphs, bars, strokes, shapes, width }: PageContent): readonly Box[] => {
  const signs = evened(glyphs.filter((glyph) => !isBlank(glyph) && glyph.size > 0.5).map(boxOf)).map((box) =>
    atEdge(box, width),
  );
  const rules = flatRules(bars).slice(0, mostRules);
  const steps: readonly ((boxes: readonly Box[]) => readonly Box[])[] = [
    withNegations,
    (boxes) => withDrawnDoubts(boxes, shapes),
    (boxes) => withoutStruck(boxes, rules, strokes),
    withAccents,
    withSettledDelimiters,
    withWholeBrackets,
    (boxes) => withMatrices(boxes, rules),
    (boxes) => withFractions(boxes, rules),
    withStretchedBrackets,
    (boxes) => withMatrices(boxes),
    withRowVectors,
    withTallScripts,
    withLimits,
  ];
  return steps.reduce<readonly Box[]>((boxes, step) => step(boxes), signs);
};

/** Typed signs are all of one width: gaps are so many spaces. */
const typedText = ({ boxes }: Line): string =>
  boxes
    .map((box, index) => {
      const before = boxes[index - 1];
      const gap = before ? (box.x0 - before.x1) / Math.max(1, box.x1 - box.x0) : 0;
      return ' '.repeat(Math.min(40, Math.max(0, Math.round(gap)))) + box.text;
    })
    .join('');

/** A line's stretches, cut at wide gaps. */
const segmentsOf = (line: Line): readonly ReadLine[] =>
  cutAt(line, segmentGap)
    .flatMap(withoutRunInHeading)
    .map((segment) => ({ ...segment, stretches: stretchesOf(segment) }));

/** The same, where the number of an equation goes to the formula before it, or stands alone. */
const numberedSegmentsOf = (whole: Line, margin: number): readonly ReadLine[] => {
  const { line, tag } = withoutTag(whole, margin);
  const segments = segmentsOf(line);
  const last = segments.at(-1);
  if (tag === undefined) return segments;
  if (!last) return [{ ...whole, stretches: [], tag }];
  return isFormulaAlone(last) ? [...segments.slice(0, -1), { ...last, tag }] : segmentsOf(whole);
};

/** The lines of a page, fractions, roots, matrices and scripts put together. */
export const readLines = (content: PageContent): readonly ReadLine[] => {
  const lines = withDoubts(withNeighbours(linesOf(assembled(content))));
  const margin = marginOf(lines);
  const tables = tablesIn(lines, uprightLines(content.bars));
  const read = lines.flatMap((line, index): readonly ReadLine[] => {
    const table = tables.find(({ first, last }) => index >= first && index <= last);
    if (table) return index === table.first ? [{ ...line, stretches: [], table: table.rows }] : [];
    if (line.boxes.every(({ typed }) => typed)) return [{ ...line, stretches: [], typed: typedText(line) }];
    return numberedSegmentsOf(line, margin);
  });
  return withContinuations(withTagsPlaced(read));
};
