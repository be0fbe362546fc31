import type { Reader } from '../grammar/parser.ts';
import { limits } from '../limits.ts';
import type { ProblemList } from './problem-list.ts';
import { Kind, type Sign, Token } from './token.ts';

/** An opening token that still waits for its partner. Hard ones (`{`, `\left`, `\begin`) close over soft ones (`(`, `[`). */
interface Opening {
  readonly index: number;
  readonly hard: 'group' | 'left' | 'environment' | undefined;
  /** Braces open inside the innermost environment when this one was opened. */
  readonly groups: number;
  /** An odd number of bars stood before it. */
  readonly hasOpenBar: boolean;
  readonly hasOpenNorm: boolean;
}

/**
 * Collects tokens and pairs their brackets as they come, so that the parser knows where every group ends and a bracket
 * without a partner costs one error token instead of everything after it:
 *
 *     x + y}} = 3      both braces are error tokens, the equation stands
 *     \frac{1}{2 + x   the second brace is an error token
 */
export class TokenList {
  readonly tokens: Token[] = [];
  private readonly openings: Opening[] = [];
  /** An odd number of single bars stands in the innermost bracket so far. */
  hasOpenBar = false;
  /** An odd number of double bars stands in it. */
  hasOpenNorm = false;
  private groups = 0;
  private environments = 0;
  private readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  get full(): boolean {
    return this.tokens.length >= limits.tokens;
  }

  /** Whether the next token stands between brackets that list items. */
  get insideBrackets(): boolean {
    const top = this.openings[this.openings.length - 1];
    return top !== undefined && top.hard !== 'group' && top.hard !== 'environment';
  }

  get last(): Token | undefined {
    return this.tokens[this.tokens.length - 1];
  }

  /** Puts a token in the place of the last one. */
  replaceLast(kind: Kind, text: string, start: number, end: number): void {
    const last = this.tokens.pop();
    this.push(kind, text, start, end, last?.spaced ?? false);
  }

  push(kind: Kind, text: string, start: number, end: number, spaced: boolean, read?: Reader): Token {
    const token = new Token(kind, text, start, end, spaced, read);
    this.tokens.push(token);
    if (kind === Kind.bar && text === '|') this.hasOpenBar = !this.hasOpenBar;
    else if (kind === Kind.bar) this.hasOpenNorm = !this.hasOpenNorm;
    return token;
  }

  sign(sign: Sign, start: number, end: number, spaced: boolean): void {
    this.push(sign.kind, sign.text, start, end, spaced, sign.read);
  }

  /** `{`, in LaTeX or around a script. */
  openGroup(start: number, end: number, spaced: boolean): void {
    this.open(this.push(Kind.groupOpen, '{', start, end, spaced), 'group');
    this.groups += 1;
  }

  closeGroup(start: number, end: number, spaced: boolean): void {
    const token = this.push(Kind.groupClose, '}', start, end, spaced);
    if (this.groups > 0) this.closeHard(token, 'group');
    else this.lone(token);
  }

  /** `}` in plain text, where braces are sets as well. */
  closeBrace(start: number, end: number, spaced: boolean): void {
    const top = this.openings[this.openings.length - 1];
    const isSet = top !== undefined && top.hard === undefined && this.tokens[top.index]?.text === '{';
    if (isSet || this.groups === 0) this.closeBracket('}', start, end, spaced);
    else this.closeGroup(start, end, spaced);
  }

  /** `(`, `[` and other brackets in plain size; the `[` of `]0, 1[` closes. */
  openBracket(text: string, start: number, end: number, spaced: boolean): void {
    const top = this.openings[this.openings.length - 1];
    const closes = text === '[' && top?.hard === undefined && this.textOf(top) === ']';
    if (top !== undefined && closes) this.pair(top, this.push(Kind.close, text, start, end, spaced));
    else this.open(this.push(Kind.open, text, start, end, spaced), undefined);
  }

  closeBracket(text: string, start: number, end: number, spaced: boolean): void {
    const top = this.openings[this.openings.length - 1];
    const soft = top !== undefined && top.hard === undefined;
    const opens = !soft && text === ']' && !isOperandEnd(this.last);
    const token = this.push(opens ? Kind.open : Kind.close, text, start, end, spaced);
    if (opens) this.open(token, undefined);
    else if (soft) this.pair(top, token);
    else this.lone(token);
  }

  /** `\left(` */
  openLeft(text: string, start: number, end: number, spaced: boolean): void {
    this.open(this.push(Kind.open, text, start, end, spaced), 'left');
  }

  /** `\right)` */
  closeRight(text: string, start: number, end: number, spaced: boolean): void {
    const token = this.push(Kind.close, text, start, end, spaced);
    this.dropSoft();
    const top = this.openings[this.openings.length - 1];
    if (top?.hard === 'left') this.pair(top, token);
    else this.lone(token);
  }

  openEnvironment(name: string, start: number, end: number, spaced: boolean): void {
    this.open(this.push(Kind.environmentOpen, name, start, end, spaced), 'environment');
    this.groups = 0;
    this.environments += 1;
  }

  closeEnvironment(name: string, start: number, end: number, spaced: boolean): void {
    const token = this.push(Kind.environmentClose, name, start, end, spaced);
    if (this.environments > 0) this.closeHard(token, 'environment');
    else this.lone(token);
  }

  /** `&` and `\\` end what a small bracket opened in this cell. */
  separate(kind: Kind, text: string, start: number, end: number, spaced: boolean): void {
    this.dropSoft();
    this.push(kind, text, start, end, spaced);
  }

  /** All tokens, with the end token behind them. */
  finish(at: number): Token[] {
    while (this.openings.length > 0) this.drop();
    this.push(Kind.end, '', at, at, false);
    return this.tokens;
  }

  private textOf(opening: Opening | undefined): string {
    return opening === undefined ? '' : (this.tokens[opening.index]?.text ?? '');
  }

  private open(token: Token, hard: Opening['hard']): void {
    const { groups, hasOpenBar, hasOpenNorm } = this;
    this.openings.push({ index: this.tokens.length - 1, hard, groups, hasOpenBar, hasOpenNorm });
    this.hasOpenBar = false;
    this.hasOpenNorm = false;
    token.match = -1;
  }

  private closeHard(token: Token, hard: 'group' | 'environment'): void {
    for (;;) {
      const top = this.openings[this.openings.length - 1];
      if (top === undefined || top.hard === hard) {
        if (top !== undefined) this.pair(top, token);
        return;
      }
      this.drop();
    }
  }

  private pair(opening: Opening, close: Token): void {
    this.openings.pop();
    this.groups = opening.groups;
    this.hasOpenBar = opening.hasOpenBar;
    this.hasOpenNorm = opening.hasOpenNorm;
    if (opening.hard === 'environment') this.environments -= 1;
    const open = this.tokens[opening.index];
    if (open === undefined) return;
    open.match = this.tokens.length - 1;
    close.match = opening.index;
  }

  private dropSoft(): void {
    while (this.openings.length > 0 && this.openings[this.openings.length - 1]?.hard === undefined) this.drop();
  }

  /** The innermost opening has no partner: it becomes an error token, or the end of `[0, 1[`. */
  private drop(): void {
    const opening = this.openings.pop();
    const token = opening && this.tokens[opening.index];
    if (opening === undefined || token === undefined) return;
    if (this.closesHalfOpen(opening)) return;
    this.groups = opening.groups;
    this.hasOpenBar = opening.hasOpenBar;
    this.hasOpenNorm = opening.hasOpenNorm;
    if (opening.hard === 'environment') this.environments -= 1;
    token.kind = Kind.error;
    const what = opening.hard === 'environment' ? `\\begin{${token.text}}` : token.text;
    token.text = `“${what}” is never closed`;
    this.problems.error('unclosed-group', token.text, token.start, token.end);
  }

  /** `[0, 1[`: the second of two square brackets, behind an operand, closes the first. */
  private closesHalfOpen(opening: Opening): boolean {
    const outer = this.openings[this.openings.length - 1];
    const square = this.textOf(opening) === '[' && this.textOf(outer) === '[';
    const token = this.tokens[opening.index];
    const start = outer && this.tokens[outer.index];
    if (!square || outer === undefined || opening.hard !== undefined || outer.hard !== undefined) return false;
    if (token === undefined || start === undefined || !isOperandEnd(this.tokens[opening.index - 1])) return false;
    this.openings.pop();
    this.groups = outer.groups;
    this.hasOpenBar = outer.hasOpenBar;
    this.hasOpenNorm = outer.hasOpenNorm;
    token.kind = Kind.close;
    token.match = outer.index;
    start.match = opening.index;
    return true;
  }

  private lone(token: Token): void {
    const what = token.kind === Kind.environmentClose ? `\\end{${token.text}}` : token.text;
    token.kind = Kind.error;
    token.text = `“${what}” closes nothing`;
    this.problems.error('unexpected-close', token.text, token.start, token.end);
  }
}

/** Whether an operand may end with this token, so that a bracket behind it closes. */
const isOperandEnd = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === Kind.number ||
    token.kind === Kind.name ||
    token.kind === Kind.close ||
    token.kind === Kind.groupClose ||
    token.kind === Kind.bang ||
    token.kind === Kind.percent ||
    token.kind === Kind.ellipsis ||
    token.kind === Kind.error);
