import type { Reader } from '../grammar/reader.ts';
import { limits } from '../limits.ts';
import { BracketPairs, isOperandEnd } from './bracket-pairs.ts';
import type { ProblemList } from './problem-list.ts';
import { Kind, type Sign, Token } from './token.ts';

/**
 * Collects tokens and pairs their brackets as they come, so that the parser knows where every group ends and a bracket
 * without a partner costs one error token instead of everything after it:
 *
 *     x + y}} = 3      both braces are error tokens, the equation stands
 *     \frac{1}{2 + x   the second brace is an error token
 */
export class TokenList {
  readonly tokens: Token[] = [];
  private readonly pairs: BracketPairs;

  constructor(problems: ProblemList) {
    this.pairs = new BracketPairs(this.tokens, problems);
  }

  get full(): boolean {
    return this.tokens.length >= limits.tokens;
  }

  get last(): Token | undefined {
    return this.tokens.at(-1);
  }

  /** Whether the next token is the first of a subscript in braces: the letters of `q_{max}` are the name's. */
  get opensSubscript(): boolean {
    const { tokens } = this;
    return this.last?.kind === Kind.groupOpen && tokens[tokens.length - 2]?.kind === Kind.subscript;
  }

  /** Whether the next token stands between brackets that list items. */
  get insideBrackets(): boolean {
    return this.pairs.insideBrackets;
  }

  /** Whether an odd number of single bars stands in the innermost bracket so far. */
  get hasOpenBar(): boolean {
    return this.pairs.openBar;
  }

  /** Whether an odd number of double bars stands in it. */
  get hasOpenNorm(): boolean {
    return this.pairs.openNorm;
  }

  push(kind: Kind, text: string, start: number, end: number, spaced: boolean, read?: Reader): void {
    this.tokens.push(new Token(kind, text, start, end, spaced, read));
    if (kind === Kind.bar) this.pairs.bar(text);
  }

  sign(sign: Sign, start: number, end: number, spaced: boolean): void {
    this.push(sign.kind, sign.text, start, end, spaced, sign.read);
  }

  /** Puts a token in the place of the last one. */
  replaceLast(kind: Kind, text: string, start: number, end: number): void {
    const last = this.tokens.pop();
    this.push(kind, text, start, end, last?.spaced ?? false);
  }

  /** `{`, in LaTeX or around a script. */
  openGroup(start: number, end: number, spaced: boolean): void {
    this.push(Kind.groupOpen, '{', start, end, spaced);
    this.pairs.open('group');
  }

  closeGroup(start: number, end: number, spaced: boolean): void {
    this.push(Kind.groupClose, '}', start, end, spaced);
    this.pairs.closeHard('group');
  }

  /** `}` in plain text, where braces are sets as well. */
  closeBrace(start: number, end: number, spaced: boolean): void {
    if (this.pairs.isInside('{') || this.pairs.groups === 0) this.closeBracket('}', start, end, spaced);
    else this.closeGroup(start, end, spaced);
  }

  /** `(`, `[` and other brackets in plain size; the `[` of `]0, 1[` closes. */
  openBracket(text: string, start: number, end: number, spaced: boolean): void {
    const closes = text === '[' && this.pairs.isInside(']');
    this.push(closes ? Kind.close : Kind.open, text, start, end, spaced);
    if (closes) this.pairs.closeSoft();
    else this.pairs.open(undefined);
  }

  /** `)`, `]`; a `]` that closes nothing and follows no operand opens `]0, 1[`. */
  closeBracket(text: string, start: number, end: number, spaced: boolean): void {
    const opens = text === ']' && !this.pairs.hasSoft && !isOperandEnd(this.last);
    this.push(opens ? Kind.open : Kind.close, text, start, end, spaced);
    if (opens) this.pairs.open(undefined);
    else this.pairs.closeSoft();
  }

  /** `\left(` */
  openLeft(text: string, start: number, end: number, spaced: boolean): void {
    this.push(Kind.open, text, start, end, spaced);
    this.pairs.open('left');
  }

  /** `\right)` */
  closeRight(text: string, start: number, end: number, spaced: boolean): void {
    this.push(Kind.close, text, start, end, spaced);
    this.pairs.closeLeft();
  }

  openEnvironment(name: string, start: number, end: number, spaced: boolean): void {
    this.push(Kind.environmentOpen, name, start, end, spaced);
    this.pairs.open('environment');
  }

  closeEnvironment(name: string, start: number, end: number, spaced: boolean): void {
    this.push(Kind.environmentClose, name, start, end, spaced);
    this.pairs.closeHard('environment');
  }

  /** `&` and `\\` end what a small bracket opened in this cell. */
  separate(kind: Kind, text: string, start: number, end: number, spaced: boolean): void {
    this.pairs.dropSoft();
    this.push(kind, text, start, end, spaced);
  }

  /** All tokens, with the end token behind them. */
  finish(at: number): readonly Token[] {
    this.pairs.finish();
    this.push(Kind.end, '', at, at, false);
    return this.tokens;
  }
}
