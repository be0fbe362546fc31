import type { Glyph } from './content.ts';
import { namedBySymbol } from './symbol-font.ts';

/** What a sign is to the layout of a formula. */
export type SignKind = 'letter' | 'word' | 'neutral' | 'open' | 'close' | 'big' | 'root' | 'unknown';

/** Tall brackets are put together from a head, a foot and what lies between. */
export type Piece = 'head' | 'shaft' | 'foot';

export interface Sign {
  readonly kind: SignKind;
  /** As written in a formula. */
  readonly text: string;
  /** Height in units of the font size, for signs that hang below the baseline (TeX's extension font). */
  readonly hangs?: number;
  /** A part of a tall bracket. */
  readonly piece?: Piece;
}

const tall = (text: string, kind: 'open' | 'close', hangs: number, piece?: Piece): Sign => ({
  text,
  kind,
  hangs,
  ...(piece ? { piece } : {}),
});
const operator = (text: string, hangs: number): Sign => ({ text, kind: 'big', hangs });

/** The brackets of TeX's extension font (CMEX10) in their sizes and pieces: code to sign (The TeXbook, Appendix F). */
const extension: ReadonlyMap<number, Sign> = new Map([
  ...[0x00, 0x10, 0x12, 0x20].map((code, size): [number, Sign] => [code, tall('(', 'open', 1.2 + 0.6 * size)]),
  ...[0x01, 0x11, 0x13, 0x21].map((code, size): [number, Sign] => [code, tall(')', 'close', 1.2 + 0.6 * size)]),
  ...[0x02, 0x68, 0x14, 0x22].map((code, size): [number, Sign] => [code, tall('[', 'open', 1.2 + 0.6 * size)]),
  ...[0x03, 0x69, 0x15, 0x23].map((code, size): [number, Sign] => [code, tall(']', 'close', 1.2 + 0.6 * size)]),
  ...[0x08, 0x6e, 0x1a, 0x28].map((code, size): [number, Sign] => [code, tall('\\{', 'open', 1.2 + 0.6 * size)]),
  ...[0x09, 0x6f, 0x1b, 0x29].map((code, size): [number, Sign] => [code, tall('\\}', 'close', 1.2 + 0.6 * size)]),
  ...[0x0a, 0x44, 0x1c, 0x2a].map((code, size): [number, Sign] => [code, tall('⟨', 'open', 1.2 + 0.6 * size)]),
  ...[0x0b, 0x45, 0x1d, 0x2b].map((code, size): [number, Sign] => [code, tall('⟩', 'close', 1.2 + 0.6 * size)]),
  [0x30, tall('(', 'open', 1.8, 'head')],
  [0x31, tall(')', 'close', 1.8, 'head')],
  [0x40, tall('(', 'open', 1.8, 'foot')],
  [0x41, tall(')', 'close', 1.8, 'foot')],
  [0x42, tall('(', 'open', 0.6, 'shaft')],
  [0x43, tall(')', 'close', 0.6, 'shaft')],
  [0x32, tall('[', 'open', 1.8, 'head')],
  [0x33, tall(']', 'close', 1.8, 'head')],
  [0x34, tall('[', 'open', 1.8, 'foot')],
  [0x35, tall(']', 'close', 1.8, 'foot')],
  [0x36, tall('[', 'open', 0.6, 'shaft')],
  [0x37, tall(']', 'close', 0.6, 'shaft')],
  [0x38, tall('\\{', 'open', 0.9, 'head')],
  [0x39, tall('\\}', 'close', 0.9, 'head')],
  [0x3a, tall('\\{', 'open', 0.9, 'foot')],
  [0x3b, tall('\\}', 'close', 0.9, 'foot')],
  [0x3c, tall('\\{', 'open', 1.8, 'shaft')],
  [0x3d, tall('\\}', 'close', 1.8, 'shaft')],
  [0x3e, tall('\\{', 'open', 0.3, 'shaft')],
  [0x0c, { kind: 'neutral', text: '|', hangs: 0.6, piece: 'shaft' }],
  [0x0d, { kind: 'neutral', text: '‖', hangs: 0.6, piece: 'shaft' }],
  [0x50, operator('\\sum ', 1)],
  [0x51, operator('\\prod ', 1)],
  [0x52, operator('\\int ', 1.11)],
  [0x58, operator('\\sum ', 1.4)],
  [0x59, operator('\\prod ', 1.4)],
  [0x5a, operator('\\int ', 2.22)],
  ...[0x70, 0x71, 0x72, 0x73].map((code, size): [number, Sign] => [
    code,
    { kind: 'root', text: '√', hangs: 1.2 + 0.6 * size },
  ]),
]);

const fromTop: readonly Piece[] = ['head', 'shaft', 'foot'];

/** Pieces of tall brackets in Unicode, as word processors draw them. */
const pieces: ReadonlyMap<string, Sign> = new Map(
  [
    ['⎛⎜⎝', '(', 'open'],
    ['⎞⎟⎠', ')', 'close'],
    ['⎡⎢⎣', '[', 'open'],
    ['⎤⎥⎦', ']', 'close'],
    ['⎧⎨⎩', '\\{', 'open'],
    ['⎫⎬⎭', '\\}', 'close'],
  ].flatMap(([signs = '', text = '', kind]) =>
    [...signs].map((sign, at): [string, Sign] => [
      sign,
      tall(text, kind === 'open' ? 'open' : 'close', 1, fromTop[at]),
    ]),
  ),
);

const brackets: Readonly<Record<string, SignKind>> = {
  '(': 'open',
  '[': 'open',
  '⟨': 'open',
  ')': 'close',
  ']': 'close',
  '⟩': 'close',
};
const operators: Readonly<Record<string, string>> = { '∑': '\\sum ', '∏': '\\prod ', '∫': '\\int ' };

const mathFonts =
  /^(?:CMMI|CMSY|CMBSY|CMMIB|CMEX|MSAM|MSBM|EU[FRS]|LMMath|Symbol|rsfs|wasy|stmary|esint|txmi|txsy|pxmi|pxsy|KaTeX_(?!Main)|MathJax_Size)|Math(?!Jax)/i;
const isExtension = (font: string): boolean => /^CMEX|^LMMathExtension/i.test(font);

/** Whether a font is set in formulas only. */
export const isMathFont = (font: string): boolean => mathFonts.test(font);

/** Whether a glyph is empty space: codes that elsewhere are white are brackets in TeX's extension font. */
export const isBlank = ({ font, sign }: Glyph): boolean => sign.trim() === '' && !isExtension(font);

/** Whether formulas in a font have a space behind the comma of a list: Word sets `(4,1)` and `3,55` alike. */
export const spacesCommas = (font: string): boolean => !/Cambria/i.test(font);

/** Whether a font is a bold one for words. */
export const isBoldFont = (font: string): boolean =>
  !isMathFont(font) && /^CMBX|^CMB\d|^LMRoman.*Bold|^SFBX|Bold|Black|Heavy|-B[IX]?$|Demi|-Medi(?:Ital)?$/i.test(font);

/** Whether a font is a slanted one for words; its single letters may be variables. */
export const isItalicFont = (font: string): boolean =>
  !isMathFont(font) && /Ital|Obli|Slant|^CMTI|^CMSL|^SFTI|-It$|-BI$/i.test(font);

/** Whether a font is one of typewriters and programs. */
export const isTypewriterFont = (font: string): boolean => /^CMTT|^SFTT|^LMMono|Mono|Courier|Consol|Menlo/i.test(font);

const control = /[\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/;
const mathOnly =
  /[\u0391-\u03f5\u2102-\u2138\u2190-\u22ff\u27e6-\u27eb\u2a00-\u2aff\u00b1\u00d7\u00f7·]|[\u{1d400}-\u{1d7ff}]/u;

/** Number sets keep their letter: ℝ is not R. */
const doubleStruck = /[ℂℍℕℙℚℝℤ]|[\u{1d538}-\u{1d56b}]/u;

/** Letters with meaning in one font only. */
const blackboard = (text: string): string => (/^[A-Z]$/.test(text) ? `\\mathbb{${text}}` : text);

const plainSign = (font: string, text: string): Sign => {
  const bracket = brackets[text];
  if (bracket !== undefined) return { kind: bracket, text };
  if (operators[text] !== undefined) return { kind: 'big', text: operators[text] };
  if (text === '{' || text === '}') return { kind: text === '{' ? 'open' : 'close', text: `\\${text}` };
  if (text === '√') return { kind: 'root', text, hangs: 1 };
  if (/^MSBM/i.test(font)) return { kind: 'letter', text: blackboard(text) };
  if (/^\p{Lm}$/u.test(text)) return { kind: 'neutral', text };
  if (/^\p{L}+\p{M}*$/u.test(text)) return { kind: isMathFont(font) || mathOnly.test(text) ? 'letter' : 'word', text };
  return { kind: 'neutral', text };
};

/** Letters of other scripts in a font of formulas are numbers of signs that it has no name for. */
const foreign = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u;

/** What a converter leaves in the place of what it did not understand. */
export const placeholder = '¿';

const isNameless = (font: string, sign: string): boolean =>
  sign === '' || control.test(sign) || (isMathFont(font) && foreign.test(sign));

/** What a glyph means; `unknown` where its font does not say. */
export const signOf = ({ font, code, sign: stored }: Glyph): Sign => {
  if (isExtension(font)) return extension.get(code) ?? { kind: 'unknown', text: '\ufffd' };
  const sign = namedBySymbol(font, stored);
  const piece = pieces.get(sign);
  if (piece) return piece;
  if (isNameless(font, sign)) return { kind: 'unknown', text: '\ufffd' };
  const bold = /^CMMIB|^CMBX/i.test(font) && /^\p{L}$/u.test(sign);
  const shown =
    (mathOnly.test(sign) && !doubleStruck.test(sign)) || /[\ufb00-\ufb06]/.test(sign) ? sign.normalize('NFKC') : sign;
  const kind = mathOnly.test(sign) && /^\p{L}+$/u.test(shown) ? 'letter' : plainSign(font, shown).kind;
  return { ...plainSign(font, shown), kind: bold && kind === 'word' ? 'word' : kind };
};
