/** A number literal as found: where it ends, its canonical digits, and what to say about it. */
export interface Literal {
  readonly end: number;
  readonly text: string;
  /** A reading that could be another: problem code and sentence. */
  readonly doubt?: readonly [code: string, message: string];
}

export interface NumberStyle {
  /** The decimal separator where it is settled. */
  readonly decimal: ',' | '.' | undefined;
  /** Between brackets a comma separates items. */
  readonly insideBrackets: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const digitsEnd = (text: string, from: number): number => {
  let i = from;
  while (isDigit(text.charCodeAt(i))) i += 1;
  return i;
};

/** Whether a number begins at `i`: a digit, or a separator before one. */
export const startsNumber = (text: string, i: number, decimal: ',' | '.' | undefined): boolean => {
  const code = text.charCodeAt(i);
  if (isDigit(code)) return true;
  return (code === 46 || (code === 44 && decimal === ',')) && isDigit(text.charCodeAt(i + 1));
};

/** Reads the unsigned literal that begins at `start`: `3.1850`, `.5`, `1e-3`, `1,234.5`, `3{,}55`, `1\,234`. */
export const scanNumber = (text: string, start: number, style: NumberStyle): Literal => {
  const whole = digitsEnd(text, start);
  const separator = text.charCodeAt(whole);
  if (mayGroup(separator)) {
    const special = grouped(text, start, whole, style) ?? braced(text, start, whole, style);
    if (special !== undefined) return withExponent(text, special);
  }
  const point = separator === 46 || (separator === 44 && style.decimal === ',');
  if (!point || !isDigit(text.charCodeAt(whole + 1)))
    return withExponent(text, { end: whole, text: text.slice(start, whole) });
  const end = decimalsEnd(text, whole + 1);
  return withExponent(text, { end, text: `${text.slice(start, whole)}.${digitsIn(text, whole + 1, end)}` });
};

/** Characters that may stand between groups of three digits: a blank, `, . \ {` and narrow spaces. */
const mayGroup = (code: number): boolean =>
  code === 32 ||
  code === 44 ||
  code === 46 ||
  code === 92 ||
  code === 123 ||
  code === 0xa0 ||
  code === 0x202f ||
  code === 0x2009;

const byComma = /(?!0)\d{1,3}(?:,\d{3})+(?![\d])/y;
const byPoint = /(?!0)\d{1,3}(?:\.\d{3})+(?!\d)/y;
const byBlank = /(?!0)\d{1,3}(?: \d{3})+(?! ?[\d/])/y;
const bySpace = /(?!0)\d{1,3}(?:(?:\\,|\\!|\{,\}|,\\! ?|[\u00a0\u202f\u2009])\d{3})+(?!\d)/y;

/** More groups of decimals, the last of one to three digits: the `\\,375` of `2.871\\,375`. */
const byNarrowSpace = /(?:(?:\\,|[\u00a0\u202f\u2009])\d{3})*(?:\\,|[\u00a0\u202f\u2009])\d{1,3}(?![\d.^_/])/y;

/** Where decimals end that begin at `from`, in one run or in groups of three. */
const decimalsEnd = (text: string, from: number): number => {
  const end = digitsEnd(text, from);
  const isGroup = end - from === 3 && mayNarrow(text.charCodeAt(end));
  return isGroup ? Math.max(end, match(byNarrowSpace, text, end)) : end;
};

/** The first sign of a narrow space. */
const mayNarrow = (code: number): boolean => code === 92 || code > 127;

const digitsIn = (text: string, from: number, to: number): string => {
  const written = text.slice(from, to);
  return digitsEnd(text, from) < to ? written.replace(/\D/g, '') : written;
};

const match = (pattern: RegExp, text: string, start: number): number => {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** Groups of three: `1,234.5`, `1.234,5` with a decimal comma, `1\,234`, `60{,}000`. */
const grouped = (text: string, start: number, whole: number, style: NumberStyle): Literal | undefined => {
  const separator = text.charCodeAt(whole);
  if (separator === 46 && style.decimal !== ',') return undefined;
  if (separator === 32 && style.insideBrackets) return undefined;
  if (separator === 44 && style.insideBrackets && text.charCodeAt(whole + 1) !== 92) return undefined;
  if (style.decimal === ',' && (separator === 44 || separator === 123)) return undefined;
  const pattern = patternOf(text, whole);
  const end = match(pattern, text, start);
  if (end < 0) return undefined;
  const digits = text.slice(start, end).replace(/\D/g, '');
  const decimals = decimalsAfter(text, end, style.decimal ?? '.');
  const literal = { end: decimals, text: decimals > end ? `${digits}.${digitsIn(text, end + 1, decimals)}` : digits };
  const certain = decimals > end || separator === 92 || separator > 127 || /[^\d{},. ]/.test(text.slice(whole, end));
  return certain ? literal : { ...literal, doubt: groupDoubt };
};

const patternOf = (text: string, whole: number): RegExp => {
  const separator = text.charCodeAt(whole);
  if (separator === 32) return byBlank;
  if (separator === 46) return byPoint;
  return separator === 44 && text.charCodeAt(whole + 1) !== 92 ? byComma : bySpace;
};

const groupDoubt = ['grouped-digits', 'read as digits in groups of three, not as decimals'] as const;

const decimalsAfter = (text: string, end: number, decimal: ',' | '.'): number =>
  text[end] === decimal && isDigit(text.charCodeAt(end + 1)) ? decimalsEnd(text, end + 1) : end;

/** `3{,}55`: a decimal comma in LaTeX, where it groups no three digits. */
const braced = (text: string, start: number, whole: number, style: NumberStyle): Literal | undefined => {
  if (!text.startsWith('{,}', whole) || !isDigit(text.charCodeAt(whole + 3)) || style.decimal === '.') return undefined;
  const end = decimalsEnd(text, whole + 3);
  return { end, text: `${text.slice(start, whole)}.${digitsIn(text, whole + 3, end)}` };
};

/** `1e-3`, `2.5E+8` */
const withExponent = (text: string, literal: Literal): Literal => {
  const code = text.charCodeAt(literal.end);
  if (code !== 101 && code !== 69) return literal;
  const next = text.charCodeAt(literal.end + 1);
  const signed = next === 45 || next === 43 || next === 0x2212;
  const from = literal.end + (signed ? 2 : 1);
  if (!isDigit(text.charCodeAt(from))) return literal;
  const end = digitsEnd(text, from);
  const sign = signed && next !== 43 ? '-' : '';
  return { ...literal, end, text: `${literal.text}e${sign}${text.slice(from, end)}` };
};
