import type { ReadLine } from './page.ts';
import { isNumberedHeading } from './run-in-heading.ts';
import type { Stretch } from './words.ts';
import { stretchesOf } from './words.ts';

/** Lines of one paragraph, or rows of one formula, follow each other within so many sizes. */
const farthest = 2.6;

const relation = /^[=<>≈≤≥≠≡→⇒∼]/;
/** A sign at a formula's end after which something must follow. */
const openEnd = /[-=<>≈≤≥≠≡→⇒∼+−–*·⋅×/]$/;
/** A sign at a line's beginning that belongs to what came before; a minus may be a sign of its own. */
const operator = /^[+·⋅×*/]/;
const minus = /^[-−–]/;

const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

/** Brackets opened and not closed: what follows stands inside them. */
const isUnclosed = (text: string): boolean => count(text, /[([]/g) > count(text, /[)\]]/g);

const isClosing = (text: string): boolean => count(text, /[)\]]/g) > count(text, /[([]/g);

/** What a line ends with, if it is a formula: with a comma behind it, where brackets are open. */
const endOf = ({
  stretches,
}: ReadLine): { readonly stretches: readonly Stretch[]; readonly text: string } | undefined => {
  const last = stretches.at(-1);
  const before = stretches.at(-2);
  if (last?.kind === 'formula') return { stretches: stretches.slice(0, -1), text: last.text };
  const isInside = last?.text === ',' && before?.kind === 'formula' && isUnclosed(before.text);
  return isInside ? { stretches: stretches.slice(0, -2), text: `${before.text},` } : undefined;
};

const isFormula = ({ stretches }: ReadLine): boolean => stretches.every(({ kind }) => kind === 'formula');

/** Where a formula's right side begins: rows that go on stand below it. */
const rightSide = ({ boxes }: ReadLine): number =>
  boxes.find(({ text }) => relation.test(text))?.x0 ?? Number.POSITIVE_INFINITY;

/** Whether a line begins with the rest of the formula that the line above ends with. */
const goesOn = (above: ReadLine, text: string, line: ReadLine, begin: string, edge: number): boolean => {
  if (openEnd.test(text) || (isUnclosed(text) && isClosing(begin))) return true;
  const isFull = edge > 0 && above.x1 > edge - 4 * above.size;
  const isRow = isFormula(above) && isFormula(line) && line.x0 > rightSide(above) - 0.3 * above.size;
  if (relation.test(begin)) return isFull && !isRow;
  return (operator.test(begin) || minus.test(begin)) && (isFull || isRow);
};

const isProse = ({ typed, table }: ReadLine): boolean => typed === undefined && table === undefined;

/** A line with the beginning of the one below it, and what is left of that; nothing where it does not go on. */
const joined = (above: ReadLine, line: ReadLine, edge: number): readonly [ReadLine, ReadLine] | undefined => {
  const end = endOf(above);
  const step = above.y0 < line.y1 ? above.baseline - line.baseline : above.y0 - line.y1;
  if (
    !end ||
    !isProse(above) ||
    !isProse(line) ||
    isNumberedHeading(line.boxes) ||
    step <= 0 ||
    step > farthest * above.size
  )
    return undefined;
  const [first, ...rest] = stretchesOf(line, true);
  if (first?.kind !== 'formula' || !goesOn(above, end.text, line, first.text, edge)) return undefined;
  const whole: Stretch = {
    ...first,
    text: `${end.text} ${first.text}`,
    doubtful: first.doubtful || (above.stretches.at(-1)?.doubtful ?? false),
  };
  return [
    {
      ...above,
      y0: Math.min(above.y0, line.y0),
      doubtful: above.doubtful || line.doubtful,
      ...((line.tag ?? above.tag) === undefined ? {} : { tag: line.tag ?? above.tag ?? '' }),
      stretches: [...end.stretches, whole],
    },
    { ...line, stretches: rest },
  ];
};

/** An equation's number at the margin. */
const isTag = ({ stretches }: ReadLine): boolean =>
  /^\(?[\d.]+[a-z]?\)$/.test(stretches.map(({ text }) => text).join(''));

/** The index of the line above: that beside an equation's number, if that stands there. */
const aboveIndex = (found: readonly ReadLine[]): number => {
  const [before, last] = [found.at(-2), found.at(-1)];
  const isBeside = before && last && Math.abs(before.baseline - last.baseline) < 1 && isTag(last);
  return found.length - (isBeside ? 2 : 1);
};

/** No formula is broken over more lines. */
const mostLines = 20;

/**
 * Formulas that were broken at a line's end, put together again. Left apart, `x = 4 −` would lose its end, and `x = 7`
 * above `− 3 = 4` would say what nobody wrote.
 */
export const withContinuations = (lines: readonly ReadLine[]): readonly ReadLine[] => {
  const edge = lines.filter((line) => !isFormula(line)).reduce((most, { x1 }) => Math.max(most, x1), 0);
  const found: ReadLine[] = [];
  let length = 1;
  for (const line of lines) {
    const at = aboveIndex(found);
    const above = found[at];
    const pair = above && length < mostLines ? joined(above, line, edge) : undefined;
    length = pair ? length + 1 : 1;
    if (!pair) found.push(line);
    else {
      const [whole, rest] = pair;
      found[at] = rest.stretches.length > 0 ? whole : { ...whole, baseline: line.baseline, x1: line.x1 };
      if (rest.stretches.length > 0) found.push(rest);
    }
  }
  return found;
};
