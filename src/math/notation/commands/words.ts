import type { LatexScanner, ScanRule } from '../scan/latex-scanner.ts';
import { letterOf } from '../scan/letter-argument.ts';
import { rawArgument } from '../scan/raw-argument.ts';
import { Kind, type Sign } from '../scan/token.ts';
import { remarks } from './connectives.ts';
import { functionAliases, functionNames } from './functions.ts';
import { compoundUnit } from './unit-names.ts';

const functions: ReadonlySet<string> = new Set(functionNames);

const bigOperators: ReadonlyMap<string, string> = new Map([
  ['max', 'max'],
  ['min', 'min'],
  ['argmax', 'argmax'],
  ['argmin', 'argmin'],
  ['lim', 'limit'],
]);

/** A word as a sign: a big operator, a known function, or a name. */
const wordSign = (word: string): Sign => {
  const big = bigOperators.get(word);
  if (big !== undefined) return { kind: Kind.big, text: big };
  const name = functionAliases[word] ?? word;
  return { kind: functions.has(name) ? Kind.function : Kind.name, text: name };
};

/** Upright letters are one name: `\mathrm{loss}`; anything else in the braces is read as if the command were not there. */
export const nameRule: ScanRule = (scanner, start) => {
  const letter = letterOf(scanner);
  if (letter !== undefined) return scanner.push(Kind.name, letter.name, start, letter.end);
  const { text, end } = rawArgument(scanner.text, scanner.position);
  const word = text.trim();
  if (/^[\p{L}][\p{L}\d]*$/u.test(word)) return scanner.sign(wordSign(word), start, end);
  const unit = compoundUnit(word);
  if (unit !== undefined) scanner.insert(unit, start, end);
};

/** `\operatorname{tr}`, `\operatorname*{arg\,max}`: a function, whatever its name. */
const operatorName: ScanRule = (scanner, start) => {
  if (scanner.text[scanner.position] === '*') scanner.position += 1;
  const word = scanner.argument().replace(/\\[,;:! ]|\\mathrm|\\text|[{}\s~*]/g, '');
  const sign = wordSign(word);
  scanner.sign(sign.kind === Kind.name ? { kind: Kind.function, text: word } : sign, start, scanner.position);
};

/** `\text{…}`: a word is a name, "and" and "or" join, everything else is text. */
const textRule: ScanRule = (scanner, start) => {
  const text = scanner.argument();
  const word = text.trim();
  if (word === '') scanner.spaced = true;
  else if (word.includes('$')) scanner.insert(mixedText(word), start, scanner.position);
  else pushText(scanner, word, start);
};

/** `if $x > 0$` in a box of text as LaTeX of a formula: `\text{if }x > 0`. */
export const mixedText = (text: string): string =>
  text
    .split('$')
    .map((part, i) => (i % 2 === 1 || part.trim() === '' ? part : `\\text{${part}}`))
    .join('');

/** The `A` of `0.5\,\text{A}` is a unit or a name, no article: that would be in small letters here. */
const isRemark = (word: string, plain: string): boolean => remarks.has(plain) && !/^[A-Z]$/.test(word);

const pushText = (scanner: LatexScanner, word: string, start: number): void => {
  const end = scanner.position;
  const plain = word.replace(/[,.;:]+$/, '').toLowerCase();
  if (plain === 'percent' || plain === 'pct') scanner.sign({ kind: Kind.percent, text: '%' }, start, end);
  else if (plain === 'and' || plain === '') scanner.sign({ kind: Kind.comma, text: 'and' }, start, end);
  else if (plain === 'or') scanner.sign({ kind: Kind.or, text: 'or' }, start, end);
  else if (/^\p{L}[\p{L}\d]*$/u.test(word) && !isRemark(word, plain)) scanner.sign(wordSign(word), start, end);
  else pushTextOrUnit(scanner, word, start);
};

/** `31.4 \text{ m/s}` is a number with its unit; other words are text. */
const pushTextOrUnit = (scanner: LatexScanner, word: string, start: number): void => {
  const unit = compoundUnit(word);
  if (unit === undefined) scanner.push(Kind.text, word, start, scanner.position);
  else scanner.insert(unit, start, scanner.position);
};

/** Commands whose argument is words. */
export const words: Readonly<Record<string, ScanRule>> = {
  operatorname: operatorName,
  operatornamewithlimits: operatorName,
  text: textRule,
  textrm: textRule,
  textbf: textRule,
  textit: textRule,
  textsf: textRule,
  texttt: textRule,
  textsc: textRule,
  textup: textRule,
  textnormal: textRule,
  emph: textRule,
  mbox: textRule,
  hbox: textRule,
  intertext: textRule,
  shortintertext: textRule,
};
