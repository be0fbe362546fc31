/**
 * Two equations on one line with only room between them. Read as TeX reads it, the name behind the gap is a factor:
 *
 *     x_2 = 2.8565   y_2 = -0.36525
 *                 ^^^
 */
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { Strand } from './strand.ts';

const gap = /[ \t]{2,}|\t|\\[ ;:]|~/;
/** Room enough before a name that goes with the first one: `x1=3.55 y1=0.2`. */
const narrowGap = /[ \t]|\\,/;

/** An upright name behind a number is its unit: `4800\ \text{N} = 4.8\ \text{kN}`. */
const upright = /^\\(?:text|mathrm|textrm|mathsf|rm)(?![A-Za-z])/;

/** A line's turn is room enough behind a plain number; products may go on in the next line. */
const isGap = (between: string, value: Expression, isSibling: boolean): boolean => {
  if (between.includes('\n')) return !hasLetters(value);
  return gap.test(between) || (isSibling && isPlain(value) && narrowGap.test(between));
};

/** A number or a vector of numbers, with nothing worked out in it. */
const isPlain = (e: Expression): boolean => {
  if (e.kind === 'list') return e.items.every(isPlain);
  return e.kind === 'negative' ? isPlain(e.of) : e.kind === 'number';
};

/** The number behind a letter: 1 of `x_1` and of `p1`. */
const stepOf = (e: Expression): string | undefined => {
  if (e.kind === 'symbol') return /^\p{L}_?(\d+)$/u.exec(e.name)?.[1];
  const [step, ...others] = e.kind === 'index' ? e.indices : [];
  return step?.kind === 'number' && others.length === 0 ? step.text : undefined;
};

/** Letters that textbooks give to iterates. */
const iterate = /^[pwθzq]$/u;

/** Names of one step, or letters that are both counted: a product of the one with a number is not what the other is. */
const areSiblings = (a: Expression, b: Expression, counted: ReadonlySet<string>): boolean => {
  const step = stepOf(a);
  if (step !== undefined) return step === stepOf(b);
  if (a.kind !== 'symbol' || b.kind !== 'symbol' || a.name === b.name || !counted.has(a.name)) return false;
  return counted.has(b.name) || iterate.test(b.name);
};

const hasLetters = (e: Expression): boolean => {
  for (const { kind } of nodes(e)) if (kind === 'symbol') return true;
  return false;
};

interface Split {
  readonly value: Expression;
  readonly name: Expression;
}

const isName = ({ kind }: Expression): boolean => kind === 'symbol' || kind === 'index' || kind === 'derivative';

const shortened = (e: Expression, last: Expression | undefined): Expression['at'] =>
  e.at && last?.at ? { start: e.at.start, end: last.at.end } : undefined;

/** The name at the very end of an expression, where a gap stands before it. */
const splitLast = (
  e: Expression,
  text: string,
  offset: number,
  goesWith: (name: Expression) => boolean,
): Split | undefined => {
  if (e.kind === 'negative') {
    const split = splitLast(e.of, text, offset, goesWith);
    const at = shortened(e, split?.value);
    return split && { name: split.name, value: { kind: 'negative', of: split.value, ...(at && { at }) } };
  }
  if (e.kind === 'sum') {
    const last = e.terms.at(-1);
    const split = last && splitLast(last, text, offset, goesWith);
    const at = shortened(e, split?.value);
    return (
      split && { name: split.name, value: { ...e, terms: [...e.terms.slice(0, -1), split.value], ...(at && { at }) } }
    );
  }
  if (e.kind !== 'product') return undefined;
  const name = e.factors.at(-1);
  const rest = e.factors.slice(0, -1);
  const before = rest.at(-1);
  if (!name || !before?.at || !name.at || !isName(name)) return undefined;
  if (upright.test(text.slice(name.at.start - offset, name.at.end - offset))) return undefined;
  const at = shortened(e, before);
  const value: Expression = rest.length === 1 ? before : { ...e, factors: rest, ...(at && { at }) };
  return isGap(text.slice(before.at.end - offset, name.at.start - offset), value, goesWith(name))
    ? { name, value }
    : undefined;
};

/** The strand, cut where a name behind a gap begins another equation. */
export const cutAtWideGaps = (
  strand: Strand,
  text: string,
  offset: number,
  counted: ReadonlySet<string>,
): readonly Strand[] => {
  const { members, relations } = strand;
  const strands: Strand[] = [];
  let [own, start] = [[...members.slice(0, 1)], 0];
  for (let i = 1; i < members.length; i += 1) {
    const member = members[i];
    const [first] = own;
    const goesWith = (name: Expression): boolean => first !== undefined && areSiblings(first, name, counted);
    const split = member && i + 1 < members.length ? splitLast(member, text, offset, goesWith) : undefined;
    if (split) {
      strands.push({ ...strand, members: [...own, split.value], relations: relations.slice(start, i) });
      [own, start] = [[split.name], i];
    } else if (member) own.push(member);
  }
  return strands.length === 0 ? [strand] : [...strands, { ...strand, members: own, relations: relations.slice(start) }];
};
