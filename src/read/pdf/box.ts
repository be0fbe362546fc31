import type { Glyph, Rectangle } from './content.ts';
import type { Piece, SignKind } from './signs.ts';
import { isBoldFont, isItalicFont, isMathFont, isTypewriterFont, placeholder, signOf, spacesCommas } from './signs.ts';

/** A sign, or several put together (a fraction, a root, a matrix), with the space it fills. */
export interface Box extends Rectangle {
  readonly baseline: number;
  readonly size: number;
  readonly kind: SignKind;
  /** As written in a formula. */
  readonly text: string;
  /** From a font of formulas, or put together: no sentence is set like this. */
  readonly mathematical: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** From a typewriter font: program text or what a program printed. */
  readonly typed: boolean;
  /** A piece of a tall bracket. */
  readonly piece?: Piece;
  /** Its font says how high it is: a bracket, root or sum of TeX's extension font. */
  readonly measured: boolean;
  /** Put together from others. */
  readonly composite: boolean;
  /** Where its parts belong was not certain. */
  readonly doubtful: boolean;
}

/** Heights of ordinary signs in units of the font size. */
const ascent = 0.7;
const descent = 0.2;

/** The height of the fraction bar above the baseline. */
export const axis = 0.25;

/** The box of one glyph. */
export const boxOf = (glyph: Glyph): Box => {
  const { x, y, width, size, font } = glyph;
  const { kind, text, hangs, piece } = signOf(glyph);
  const [y0, y1] =
    hangs === undefined ? [y - descent * size, y + ascent * size] : [y - (hangs - 0.04) * size, y + 0.04 * size];
  const centred = hangs !== undefined && kind !== 'root';
  return {
    x0: x,
    x1: x + width,
    y0,
    y1,
    baseline: centred ? (y0 + y1) / 2 - axis * size : y,
    size,
    kind,
    text,
    mathematical:
      (isMathFont(font) && (text !== ',' || spacesCommas(font))) ||
      kind === 'letter' ||
      kind === 'big' ||
      kind === 'root',
    bold: isBoldFont(font),
    italic: isItalicFont(font),
    typed: isTypewriterFont(font),
    ...(piece ? { piece } : {}),
    measured: hangs !== undefined,
    composite: false,
    doubtful: kind === 'unknown' || text === placeholder,
  };
};

export const width = ({ x0, x1 }: Rectangle): number => x1 - x0;
export const height = ({ y0, y1 }: Rectangle): number => y1 - y0;
export const middle = ({ x0, x1 }: Rectangle): number => (x0 + x1) / 2;

/** The rectangle around some boxes. */
export const around = (boxes: readonly Rectangle[]): Rectangle => ({
  x0: Math.min(...boxes.map(({ x0 }) => x0)),
  y0: Math.min(...boxes.map(({ y0 }) => y0)),
  x1: Math.max(...boxes.map(({ x1 }) => x1)),
  y1: Math.max(...boxes.map(({ y1 }) => y1)),
});

/** The largest font size among some boxes. */
export const mainSize = (boxes: readonly Box[]): number => boxes.reduce((most, { size }) => Math.max(most, size), 0);

/** A box made of others. */
export const put = (text: string, space: Rectangle, baseline: number, size: number, parts: readonly Box[]): Box => ({
  ...space,
  baseline,
  size,
  kind: 'letter',
  text,
  mathematical: true,
  bold: false,
  italic: false,
  typed: false,
  measured: false,
  composite: true,
  doubtful: parts.some(({ doubtful }) => doubtful),
});
