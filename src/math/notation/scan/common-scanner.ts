import { characterSigns, closingCharacters, openingCharacters, subscripts, superscripts } from './characters.ts';
import { letterName } from './letters.ts';
import type { Literal } from './number.ts';
import { repeatingFraction } from './repeating.ts';
import { Scanner } from './scanner.ts';
import { Kind, type Sign } from './token.ts';

/** What is written the same in every notation: Unicode signs and letters, raised and lowered characters, bars, numbers. */
export abstract class CommonScanner extends Scanner {
  /** `content` in brackets that only group. */
  protected abstract grouped(content: string): string;

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

  /** `²`, `₁₀`: a run of raised or lowered characters is one script. */
  private script(text: string, start: number, sign: '^' | '_', plain: ReadonlyMap<string, string>): void {
    let end = start;
    let content = '';
    for (;;) {
      const inner = plain.get(text[end] ?? '');
      // the comma of `λ₁,₂` stands on the line
      const comma = text[end] === ',' && plain.has(text[end + 1] ?? '');
      if (inner === undefined && !comma) break;
      content += inner ?? ',';
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
    const behind = text.charCodeAt(literal.end) === 46 ? versionEnd(text, literal.end) : literal.end;
    if (behind === literal.end) this.push(Kind.number, literal.text, start, literal.end);
    else this.malformed(text, start, behind);
  }

  /** `2.2.1` is no number. */
  private malformed(text: string, start: number, end: number): void {
    const message = `“${text.slice(start, end)}” is no number`;
    this.problems.error('malformed-number', message, this.at(start), this.endAt(end));
    this.push(Kind.error, message, start, end);
  }
}

/** Where the `.2.1` behind a number ends. */
const versionEnd = (text: string, from: number): number =>
  from + (/^(?:\.\d+)+/.exec(text.slice(from, from + 40))?.[0].length ?? 0);

const isVulgarFraction = (character: string): boolean => /^\d+⁄\d+$/.test(character.normalize('NFKC'));

/** `Σ_{t=1}` and `Π_{i}` typed as Greek letters are the operators when a lower limit and an operand follow. */
const summation = (text: string, character: string, end: number): Sign | undefined => {
  if ((character !== 'Σ' && character !== 'Π') || text.charCodeAt(end) !== 95) return undefined;
  const limit = /_(?:\{[^{}=∈]*[=∈][^{}]*\}|(?:\{[^{}]*\}|.)\s*(?=[\p{L}(∂∇]))/uy;
  limit.lastIndex = end;
  return limit.test(text) ? { kind: Kind.big, text: character === 'Σ' ? 'sum' : 'product' } : undefined;
};
