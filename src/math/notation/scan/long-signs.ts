import { Kind, type Sign } from './token.ts';

/** A sign and the characters it is written with. */
type Spelled = readonly [spelling: string, sign: Sign];

const sign = (kind: Kind, text: string): Sign => ({ kind, text });

/** The sign of several characters at `start`. An arrow to the left needs blanks: `x<-1` is a comparison. */
export const longSign = (text: string, start: number): Spelled | undefined => {
  const found = signsByFirst.get(text.charCodeAt(start))?.find(([spelling]) => text.startsWith(spelling, start));
  if (found?.[0] === '<-' && !(text[start - 1] === ' ' && text[start + 2] === ' ')) return undefined;
  return found;
};

/** Signs of several characters, longest first. */
const longSigns: readonly Spelled[] = [
  ['#pm#', sign(Kind.plusMinus, '±')],
  ['<=>', sign(Kind.implication, '⇔')],
  ['<->', sign(Kind.implication, '⇔')],
  ['-->', sign(Kind.relation, '→')],
  ['==>', sign(Kind.implication, '⇒')],
  ['...', sign(Kind.ellipsis, '…')],
  ['=>', sign(Kind.implication, '⇒')],
  ['<=', sign(Kind.relation, '≤')],
  ['=<', sign(Kind.relation, '≤')],
  ['>=', sign(Kind.relation, '≥')],
  ['!=', sign(Kind.relation, '≠')],
  ['<>', sign(Kind.relation, '≠')],
  ['~=', sign(Kind.relation, '≈')],
  ['==', sign(Kind.relation, '=')],
  [':=', sign(Kind.relation, '≔')],
  ['->', sign(Kind.relation, '→')],
  ['<-', sign(Kind.relation, '←')],
  ['**', sign(Kind.superscript, '^')],
  ['+-', sign(Kind.plusMinus, '±')],
  ['+/-', sign(Kind.plusMinus, '±')],
  ['#', sign(Kind.relation, '≠')],
  ['~', sign(Kind.relation, '∼')],
];

const signsByFirst: ReadonlyMap<number, readonly Spelled[]> = new Map(
  longSigns.map(([spelling]) => {
    const first = spelling.charCodeAt(0);
    return [first, longSigns.filter(([other]) => other.charCodeAt(0) === first)];
  }),
);
