import type { ScanRule } from '../scan/latex-scanner.ts';
import { letterOf } from '../scan/letter-argument.ts';
import { rawArgument } from '../scan/raw-argument.ts';
import { Kind } from '../scan/token.ts';
import { nameRule } from './words.ts';

/** `\mathbf{x}`, `\vec x`: the name without its style. What is no single letter is read as if the command were not there. */
const dropped: ScanRule = (scanner, start) => {
  const letter = letterOf(scanner);
  if (letter !== undefined) scanner.push(Kind.name, letter.name, start, letter.end);
};

/** `\mathop{\mathrm{argmin}}_x`: the scripts behind the braces belong to what is in them. */
const unwrapped: ScanRule = (scanner, start) => {
  const content = scanner.argument();
  scanner.insert(content, start, scanner.position);
};

/** Letters of an alphabet of their own: `\mathcal{L}` is not `L`. */
const alphabet =
  (capital: number, exceptions: Readonly<Record<string, string>>, small: number | undefined): ScanRule =>
  (scanner, start) => {
    const letter = letterOf(scanner);
    if (letter === undefined) return;
    const code = letter.name.charCodeAt(0);
    const styled =
      exceptions[letter.name] ??
      (code >= 65 && code <= 90 ? String.fromCodePoint(capital + code - 65) : undefined) ??
      (code >= 97 && code <= 122 && small !== undefined ? String.fromCodePoint(small + code - 97) : letter.name);
    scanner.push(Kind.name, styled, start, letter.end);
  };

const script = alphabet(
  0x1d49c,
  { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  0x1d4b6,
);
const doubleStruck = alphabet(0x1d538, { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }, 0x1d552);
const fraktur = alphabet(0x1d504, { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' }, 0x1d51e);

/** `\mathbb{1}` is the indicator function. */
const indicatorOr =
  (rule: ScanRule): ScanRule =>
  (scanner, start, name) => {
    const { text, end } = rawArgument(scanner.text, scanner.position);
    if (text.trim() === '1') scanner.push(Kind.name, '𝟙', start, end);
    else rule(scanner, start, name);
  };

/** Commands that change how letters look. Bold and arrows change no name; upright letters are one. */
export const fonts: Readonly<Record<string, ScanRule>> = {
  mathbf: dropped,
  boldsymbol: dropped,
  bm: dropped,
  bold: dropped,
  pmb: dropped,
  vb: dropped,
  va: dropped,
  vu: dropped,
  mathbfit: dropped,
  symbf: dropped,
  mathnormal: dropped,
  vec: dropped,
  overrightarrow: dropped,
  overleftarrow: dropped,
  bf: dropped,
  it: dropped,
  rm: dropped,
  sf: dropped,
  tt: dropped,
  bfseries: dropped,
  mathop: unwrapped,
  mathrel: dropped,
  mathbin: dropped,
  mathord: dropped,
  mathopen: dropped,
  mathclose: dropped,
  ensuremath: dropped,
  mathrm: nameRule,
  mathit: nameRule,
  mathsf: nameRule,
  mathtt: nameRule,
  mathup: nameRule,
  symup: nameRule,
  mathcal: script,
  mathscr: script,
  cal: script,
  mathbb: indicatorOr(doubleStruck),
  Bbb: indicatorOr(doubleStruck),
  mathds: indicatorOr(doubleStruck),
  mathbbm: indicatorOr(doubleStruck),
  mathfrak: fraktur,
};
