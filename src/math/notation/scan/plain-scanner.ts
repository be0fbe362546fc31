import type { ParseOptions } from '../problem.ts';
import { characterSigns } from './characters.ts';
import { CommonScanner } from './common-scanner.ts';
import { isComponentwise } from './componentwise.ts';
import { DifferentialWords } from './differential-words.ts';
import type { Command } from './latex-scanner.ts';
import { letterName } from './letters.ts';
import { longSign } from './long-signs.ts';
import { scanNumber, startsNumber } from './number.ts';
import {
  anglePattern,
  arrayEndAt,
  differentials,
  indexedExponent,
  indexPattern,
  isLatin,
  loneLetters,
  numberedGreekPattern,
  wordPattern,
} from './plain-patterns.ts';
import { greekWithNumber, percentConstants, plainWord, plainWords } from './plain-words.ts';
import type { ProblemList } from './problem-list.ts';
import { commandEnd } from './raw-argument.ts';
import { Kind, type Sign } from './token.ts';
import { splitWord } from './word-splitting.ts';

/** Plain and Unicode text to tokens: `x^2 + x y`, `∂f/∂x`, `12.3*m*s^(-1)`, `matrix([1,2],[3,4])`. */
export class PlainScanner extends CommonScanner {
  private readonly names: ReadonlySet<string> | undefined;
  private readonly functions: ReadonlySet<string> | undefined;
  private readonly commands: ReadonlyMap<string, Command>;
  /** Where a group ends that was opened around an exponent. */
  private scriptEnd = Number.POSITIVE_INFINITY;
  /** Position of the `]` that closes an index written `a[0]`. */
  private indexEnd = -1;
  /** Position of the `]` that closes numbers with blanks between them, and what separates them. */
  private arrayEnd = -1;
  private arraySeparator: Kind = Kind.comma;
  /** Position of the `>` that closes `<3, 8>`. */
  private angleEnd = -1;
  private readonly differentials: DifferentialWords;
  /** One-letter names of the text. */
  private readonly loneLetters: ReadonlySet<string>;

  constructor(text: string, options: ParseOptions, commands: ReadonlyMap<string, Command>, problems: ProblemList) {
    super(text, options, problems);
    this.names = options.names;
    this.functions = options.functions;
    this.commands = commands;
    this.differentials = new DifferentialWords(text, options.names);
    this.loneLetters = loneLetters(text);
  }

  protected step(text: string): void {
    const start = this.position;
    const code = text.charCodeAt(start);
    if (start >= this.scriptEnd) this.endScript(start);
    if (code === 32 || (code >= 9 && code <= 13)) this.blank(start);
    else if (startsNumber(text, start, this.decimal) && !this.isDotProduct(text, start, code)) this.number(text, start);
    else if (isLatin(code)) this.word(text, start);
    else if (code < 128) this.ascii(text, start, code);
    else this.accentedOrUnicode(text, start);
  }

  /** Between the numbers of `[3.55 0.2]` blanks separate. */
  private blank(start: number): void {
    this.position = start + 1;
    this.spaced = true;
    if (start > this.arrayEnd || this.list.last?.kind !== Kind.number) return;
    if (!/^\s*[-+.\d]/.test(this.text.slice(start, start + 40))) return;
    this.list.push(this.arraySeparator, ' ', this.at(start), this.endAt(start + 1), false);
  }

  /** `A.5`: a point between operands is a product, not a decimal point. */
  private isDotProduct(text: string, start: number, code: number): boolean {
    return code === 46 && isLatin(text.charCodeAt(start - 1));
  }

  private number(text: string, start: number): void {
    const insideBrackets = this.list.insideBrackets;
    this.literal(text, start, scanNumber(text, start, { decimal: this.decimal, insideBrackets }));
  }

  private accentedOrUnicode(text: string, start: number): void {
    const name = letterName(text, start);
    // accented Latin letters may begin a word: `épsilon`
    if (name !== undefined && /^\p{Script=Latin}/u.test(text[start] ?? '')) this.word(text, start);
    else if (!this.numberedGreek(text, start)) this.unicode(text, start);
  }

  /** `λ1` is one name, as `x1` is; a multiple of π is none. */
  private numberedGreek(text: string, start: number): boolean {
    numberedGreekPattern.lastIndex = start;
    const [name] = numberedGreekPattern.exec(text) ?? [];
    if (name === undefined) return false;
    this.push(Kind.name, name, start, start + name.length);
    return true;
  }

  private word(text: string, start: number): void {
    wordPattern.lastIndex = start;
    const written = wordPattern.exec(text)?.[0] ?? text[start] ?? '';
    const word = written.normalize('NFC');
    const end = start + written.length;
    const known = this.signOf(word, text[end]);
    if (known !== undefined) this.knownSign(known, word, start, end);
    else if (this.differentials.has(text, word, end, this.list.last?.kind)) this.letters(differentials(word), start);
    else this.name(word, start, end);
    this.indexBracket(text, end);
  }

  /** What a word means everywhere; a name of the document goes first, unless it is the same function: `det`. */
  private signOf(word: string, next: string | undefined): Sign | undefined {
    const sign = plainWord(word, next);
    const isOwn = this.names?.has(word) || this.functions?.has(word);
    return isOwn && !(sign?.kind === Kind.function && sign.text === word) ? undefined : sign;
  }

  private name(written: string, start: number, end: number): void {
    const word = this.names?.has(written) ? written : (greekWithNumber(written) ?? written);
    // What stands right below a name is one word, `W_hh h_{t-1}`: of `W_h h` only the first letter would stand there.
    const isBelow = this.list.last?.kind === Kind.subscript;
    const parts = isBelow ? undefined : splitWord(word, this.names, this.loneLetters);
    if (parts === undefined) this.push(Kind.name, word, start, end);
    else this.letters(parts, start);
  }

  private knownSign(sign: Sign, word: string, start: number, end: number): void {
    const last = this.list.last;
    if (sign.kind === Kind.text && last?.kind === Kind.text) {
      // words in a row are one text
      this.list.replaceLast(Kind.text, `${last.text} ${word}`, last.start, this.endAt(end));
      this.position = end;
    } else this.sign(sign, start, end);
  }

  private letters(parts: readonly string[], start: number): void {
    let from = start;
    for (const part of parts) {
      const sign = plainWords.get(part);
      this.push(Kind.name, sign?.kind === Kind.name ? sign.text : part, from, from + part.length);
      this.spaced = false;
      from += part.length;
    }
  }

  /** `epsilon[0]` is an index. */
  private indexBracket(text: string, end: number): void {
    if (text.charCodeAt(end) !== 91 || this.list.last?.kind !== Kind.name || this.list.last.text === 'E') return;
    indexPattern.lastIndex = end;
    if (!indexPattern.test(text)) return;
    this.indexEnd = indexPattern.lastIndex - 1;
    this.list.push(Kind.subscript, '_', this.at(end), this.at(end), false);
    this.list.openGroup(this.at(end), this.endAt(end + 1), false);
    this.position = end + 1;
  }

  private ascii(text: string, start: number, code: number): void {
    const end = start + 1;
    if (code === 94) this.raise(text, start);
    else if (code === 95) this.push(Kind.subscript, '_', start, end);
    else if (code === 123) this.openBrace(start);
    else if (code === 125) this.closeBrace(start);
    else if (code === 40 || code === 91) this.openArray(text, start);
    else if (code === 41) this.closeBracket(')', start, end);
    else if (code === 93) this.closeSquare(start);
    else this.punctuation(text, start, code);
  }

  /** `x^y_1` is `x^(y_1)`: the index belongs to the exponent. */
  private raise(text: string, start: number): void {
    this.push(Kind.superscript, '^', start, start + 1);
    indexedExponent.lastIndex = start + 1;
    if (!indexedExponent.test(text)) return;
    this.scriptEnd = indexedExponent.lastIndex;
    this.list.openGroup(this.at(start + 1), this.at(start + 1), false);
  }

  protected override complete(): void {
    if (this.scriptEnd <= this.text.length) this.endScript(this.text.length);
  }

  private endScript(start: number): void {
    this.scriptEnd = Number.POSITIVE_INFINITY;
    this.list.closeGroup(this.at(start), this.at(start), false);
  }

  /** Braces after `^` or `_` hold a script, elsewhere a set. */
  private openBrace(start: number): void {
    const last = this.list.last?.kind;
    if (last === Kind.superscript || last === Kind.subscript) this.openScript(start);
    else this.openBracket('{', start, start + 1);
  }

  private openScript(start: number): void {
    this.list.openGroup(this.at(start), this.endAt(start + 1), this.spaced);
    this.position = start + 1;
  }

  private closeBrace(start: number): void {
    this.list.closeBrace(this.at(start), this.endAt(start + 1), this.spaced);
    this.position = start + 1;
  }

  protected grouped(content: string): string {
    return `(${content})`;
  }

  /** `[1 2]`, `(5 9; 7 12)`: numbers with blanks between them. */
  private openArray(text: string, start: number): void {
    const end = arrayEndAt(text, start);
    if (end !== undefined) {
      this.arrayEnd = end;
      this.arraySeparator = text.slice(start, end).includes(';') ? Kind.cell : Kind.comma;
    }
    this.openBracket(text[start] ?? '', start, start + 1);
  }

  private closeSquare(start: number): void {
    if (start === this.indexEnd) {
      this.list.closeGroup(this.at(start), this.endAt(start + 1), this.spaced);
      this.position = start + 1;
    } else this.closeBracket(']', start, start + 1);
  }

  private punctuation(text: string, start: number, code: number): void {
    const long = longSign(text, start);
    const sign = long?.[1] ?? asciiSigns[code];
    if (long !== undefined) this.sign(long[1], start, start + long[0].length);
    else if (code === 37) this.percent(text, start);
    else if (code === 46) this.point(text, start);
    else if (code === 34) this.quoted(text, start);
    else if (code === 59 && start < this.arrayEnd) this.arrayRow(start);
    else if (code === 124) this.bar(text, start);
    else if (code === 60 && this.opensAngle(text, start)) this.openBracket('⟨', start, start + 1);
    else if (code === 62 && start === this.angleEnd) this.closeBracket('⟩', start, start + 1);
    else if (code === 92) this.command(text, start);
    else if (code === 36) this.skipBlank(start + 1);
    else if (sign === undefined) this.unknown(text[start] ?? '', start, start + 1);
    else this.sign(sign, start, start + 1);
  }

  /** `= <3, 8>`: angle brackets typed as signs, where no comparison can stand. */
  private opensAngle(text: string, start: number): boolean {
    const last = this.list.last?.kind;
    if (last !== undefined && last !== Kind.relation && last !== Kind.open) return false;
    anglePattern.lastIndex = start;
    if (!anglePattern.test(text)) return false;
    this.angleEnd = anglePattern.lastIndex - 1;
    return true;
  }

  private arrayRow(start: number): void {
    this.list.push(Kind.row, ';', this.at(start), this.endAt(start + 1), false);
    this.position = start + 1;
  }

  /** `%pi` is a constant, `20%` a percentage. */
  private percent(text: string, start: number): void {
    const match = /^[a-z]+/.exec(text.slice(start + 1, start + 8));
    const constant = match === null ? undefined : percentConstants.get(match[0]);
    if (constant === undefined) this.push(Kind.percent, '%', start, start + 1);
    else this.push(Kind.name, constant, start, start + 1 + (match?.[0].length ?? 0));
  }

  /** A full stop ends a sentence, a point between operands is a product, `.*` one component by component. */
  private point(text: string, start: number): void {
    if (isComponentwise(text, start)) this.push(Kind.factorOperator, '⊙', start, start + 2);
    else if (/^\.\s*$|^\.\s/.test(text.slice(start, start + 3))) this.push(Kind.gap, '.', start, start + 1);
    else this.push(Kind.times, '·', start, start + 1);
  }

  private quoted(text: string, start: number): void {
    const close = text.indexOf('"', start + 1);
    const end = close < 0 ? text.length : close + 1;
    this.push(Kind.text, text.slice(start + 1, close < 0 ? end : close), start, end);
  }

  /** A LaTeX sign in plain text, `\alpha`, `\leq`. */
  private command(text: string, start: number): void {
    const end = commandEnd(text, start);
    const sign = this.commands.get(text.slice(start + 1, end))?.sign;
    // `ℝ \ {0}`: what is left out of a set
    if (/^\\\s+[{(]/.test(text.slice(start, start + 8))) this.push(Kind.setOperator, '∖', start, start + 1);
    else if (sign === undefined) this.unknownCommand(text.slice(start, end), start, end);
    else this.sign(sign, start, end);
  }
}

/** Python's sign for products of matrices, beside the signs of every notation. */
const matrixProduct: Sign = { kind: Kind.times, text: '·' };

const asciiSigns: readonly (Sign | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return character === '@' ? matrixProduct : characterSigns.get(character);
});
