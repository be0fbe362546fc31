import { limits } from '../limits.ts';
import { characterSigns, closingCharacters, openingCharacters, subscripts, superscripts } from './characters.ts';
import { letterName } from './letters.ts';
import type { Literal } from './number.ts';
import type { ProblemList } from './problem-list.ts';
import { repeatingFraction } from './repeating.ts';
import { Kind, type Sign, type Token } from './token.ts';
import { TokenList } from './token-list.ts';

/** Where scanning starts in the whole source, and the settled decimal separator. */
export interface ScanOptions {
  readonly offset?: number;
  readonly decimal?: ',' | '.';
}

/** What the scanners of all notations have in common: positions, Unicode signs, numbers, text put in the place of other text. */
export abstract class Scanner {
  text: string;
  position = 0;
  /** A blank stood before the current token. */
  spaced = false;
  readonly list: TokenList;
  readonly problems: ProblemList;
  readonly decimal: ',' | '.' | undefined;
  private readonly base: number;
  /** The place that stands for all tokens while text is scanned that the source does not have. */
  private nesting = 0;
  private insertions = 0;
  private inserted = 0;
  private use: { readonly start: number; readonly end: number } | undefined;

  constructor(text: string, options: ScanOptions, problems: ProblemList) {
    this.text = text;
    this.base = options.offset ?? 0;
    this.decimal = options.decimal;
    this.problems = problems;
    this.list = new TokenList(problems);
  }

  /** Scans one token, or a blank, at `this.position`. */
  protected abstract step(text: string): void;

  /** `content` in brackets that only group. */
  protected abstract grouped(content: string): string;

  /** Offset in the whole source where something at a local position starts. */
  at(position: number): number {
    return this.use === undefined ? this.base + position : this.use.start;
  }

  /** Offset in the whole source where something before a local position ends. */
  endAt(position: number): number {
    return this.use === undefined ? this.base + position : this.use.end;
  }

  /** Scans to the end of the text. */
  private scan(): void {
    const { text } = this;
    while (this.position < text.length) {
      if (this.list.full) {
        this.giveUp();
        return;
      }
      const before = this.list.tokens.length;
      this.step(text);
      if (this.list.tokens.length > before) this.spaced = false;
    }
  }

  /** Scans everything; the tokens with the end token behind them. */
  read(): readonly Token[] {
    this.scan();
    this.complete();
    return this.list.finish(this.at(this.text.length));
  }

  /** Closes what the notation opened by itself. */
  protected complete(): void {}

  private giveUp(): void {
    const start = this.at(this.position);
    this.position = this.text.length;
    if (this.list.last?.kind === Kind.error) return;
    const message = `longer than ${limits.tokens} tokens`;
    this.list.push(Kind.error, message, start, this.endAt(this.position), false);
    this.problems.error('too-many-tokens', message, start, this.endAt(this.position));
  }

  /** Pushes a token that stands from `start` to `end` of the text, and goes on behind it. */
  push(kind: Kind, name: string, start: number, end: number): void {
    this.list.push(kind, name, this.at(start), this.endAt(end), this.spaced);
    this.position = end;
  }

  /** Pushes a sign's token, and goes on behind it. */
  sign(sign: Sign, start: number, end: number): void {
    this.position = end;
    if (sign.kind === Kind.cell || sign.kind === Kind.row) {
      this.list.separate(sign.kind, sign.text, this.at(start), this.endAt(end), this.spaced);
    } else this.list.sign(sign, this.at(start), this.endAt(end), this.spaced);
  }

  openBracket(text: string, start: number, end: number): void {
    this.list.openBracket(text, this.at(start), this.endAt(end), this.spaced);
    this.position = end;
  }

  closeBracket(text: string, start: number, end: number): void {
    this.list.closeBracket(text, this.at(start), this.endAt(end), this.spaced);
    this.position = end;
  }

  /**
   * Scans `inserted` in the place of what stands from `start` to `end`, and goes on at `end`. Counted against the
   * expansion budget, whatever inserts: a macro, `²`, `\SI`.
   */
  insert(inserted: string, start: number, end: number): void {
    this.inserted += inserted.length;
    this.insertions += 1;
    const { text, use } = this;
    this.use ??= { start: this.at(start), end: this.endAt(end) };
    if (this.mayInsert()) this.scanInserted(inserted);
    else this.exhausted();
    this.text = text;
    this.position = end;
    this.use = use;
  }

  private mayInsert(): boolean {
    return (
      this.insertions <= limits.expansions &&
      this.inserted <= limits.expandedCharacters &&
      this.nesting < limits.nestedExpansions
    );
  }

  private scanInserted(inserted: string): void {
    this.text = inserted;
    this.position = 0;
    this.nesting += 1;
    this.scan();
    this.nesting -= 1;
  }

  /** One error token and one problem for each use that found the budget spent. */
  private exhausted(): void {
    const message = 'the macros of this formula produce too much';
    const last = this.list.last;
    if (last?.kind === Kind.error && last.start === this.at(0)) return;
    this.list.push(Kind.error, message, this.at(0), this.endAt(0), this.spaced);
    this.problems.error('expansion-budget', message, this.at(0), this.endAt(0));
  }

  /** A character that no notation has. */
  unknown(character: string, start: number, end: number): void {
    const message = `the character “${character}” has no meaning in a formula`;
    this.problems.error('unexpected-character', message, this.at(start), this.endAt(end));
    this.push(Kind.error, message, start, end);
  }

  /** `||x||` is a norm; the bars of `|x||y|` and `||x| - |y||` are single ones. */
  protected bar(text: string, start: number): void {
    const double = text.charCodeAt(start + 1) === 124 && (this.list.hasOpenNorm || this.opensNorm(text, start));
    this.push(Kind.bar, double ? '‖' : '|', start, start + (double ? 2 : 1));
  }

  /** The next bar behind the two is a double one again. */
  private opensNorm(text: string, start: number): boolean {
    const next = text.indexOf('|', start + 2);
    return !this.list.hasOpenBar && next > start + 2 && text.charCodeAt(next + 1) === 124;
  }

  /** An unknown command is a name nobody knows. */
  protected unknownCommand(name: string, start: number, end: number): void {
    const message = `the command ${name} is unknown; it is read as a name`;
    this.problems.note('unknown-command', message, this.at(start), this.endAt(end));
    this.push(Kind.name, name, start, end);
  }

  /** A character beyond ASCII. */
  protected unicode(text: string, start: number): void {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const end = start + character.length;
    const sign = characterSigns.get(character) ?? summation(text, character, end);
    const name = sign === undefined ? letterName(text, start) : undefined;
    if (sign !== undefined) this.sign(sign, start, end);
    else if (name !== undefined) this.push(Kind.name, name.name, start, name.end);
    else this.bracketOrScript(text, character, start, end);
  }

  private bracketOrScript(text: string, character: string, start: number, end: number): void {
    const open = openingCharacters.get(character);
    const close = closingCharacters.get(character);
    if (open !== undefined) this.openBracket(open, start, end);
    else if (close !== undefined) this.closeBracket(close, start, end);
    else if (superscripts.has(character)) this.script(text, start, '^', superscripts);
    else if (subscripts.has(character)) this.script(text, start, '_', subscripts);
    else if (/\s/.test(character)) this.skipBlank(end);
    else if (/\p{Cf}/u.test(character)) this.invisible(start, end);
    else if (isVulgarFraction(character)) this.vulgarFraction(character, start, end);
    else this.unknown(character, start, end);
  }

  /** A character that shows nothing, but may turn the order of what is shown. */
  private invisible(start: number, end: number): void {
    this.problems.note('invisible-character', 'an invisible character stands here', this.at(start), this.endAt(end));
    this.skipBlank(end);
  }

  /** `½` */
  private vulgarFraction(character: string, start: number, end: number): void {
    this.insert(this.grouped(character.normalize('NFKC')), start, end);
  }

  /** Goes on at `end`, behind a blank. */
  skipBlank(end: number): void {
    this.spaced = true;
    this.position = end;
  }

  /** `²`, `₁₀`: a run of raised or lowered characters is one script. */
  private script(text: string, start: number, sign: '^' | '_', plain: ReadonlyMap<string, string>): void {
    let end = start;
    let content = '';
    for (let inner = plain.get(text[end] ?? ''); inner !== undefined; inner = plain.get(text[end] ?? '')) {
      content += inner;
      end += 1;
    }
    this.insert(`${sign}{${content}}`, start, end);
  }

  /** Pushes a literal, as a fraction where its decimals never end. */
  protected literal(text: string, start: number, literal: Literal): void {
    const fraction = repeatingFraction(text, literal);
    if (fraction === undefined) this.finite(text, start, literal);
    else this.insert(this.grouped(`${fraction.over}/${fraction.under}`), start, fraction.end);
  }

  private finite(text: string, start: number, literal: Literal): void {
    if (literal.doubt !== undefined) {
      this.problems.note(literal.doubt[0], literal.doubt[1], this.at(start), this.endAt(literal.end));
    }
    const behind = /^(?:\.\d+)+/.exec(text.slice(literal.end, literal.end + 40));
    if (behind === null) this.push(Kind.number, literal.text, start, literal.end);
    else this.malformed(text, start, literal.end + behind[0].length);
  }

  /** `2.2.1` is no number. */
  private malformed(text: string, start: number, end: number): void {
    const message = `“${text.slice(start, end)}” is no number`;
    this.problems.error('malformed-number', message, this.at(start), this.endAt(end));
    this.push(Kind.error, message, start, end);
  }
}

const isVulgarFraction = (character: string): boolean => /^\d+⁄\d+$/.test(character.normalize('NFKC'));

/** `Σ_{t=1}` and `Π_{i}` typed as Greek letters are the operators when a lower limit and an operand follow. */
const summation = (text: string, character: string, end: number): Sign | undefined => {
  if ((character !== 'Σ' && character !== 'Π') || text.charCodeAt(end) !== 95) return undefined;
  const limit = /_(?:\{[^{}=∈]*[=∈][^{}]*\}|(?:\{[^{}]*\}|.)\s*(?=[\p{L}(∂∇]))/uy;
  limit.lastIndex = end;
  return limit.test(text) ? { kind: Kind.big, text: character === 'Σ' ? 'sum' : 'product' } : undefined;
};
