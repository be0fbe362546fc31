import type { ProblemList } from './problem-list.ts';
import { Kind, type Token } from './token.ts';

/** Brackets that close over those of plain size in them: `{`, `\left(`, `\begin`. */
export type Hard = 'group' | 'left' | 'environment';

/** An opening token that still waits for its partner, and what was known outside it. */
interface Opening {
  readonly index: number;
  readonly hard: Hard | undefined;
  readonly groups: number;
  readonly openBar: boolean;
  readonly openNorm: boolean;
}

/** Pairs the brackets of a growing list of tokens; the newest token is the last of the list. */
export class BracketPairs {
  /** An odd number of single bars stands in the innermost bracket so far. */
  openBar = false;
  /** An odd number of double bars stands in it. */
  openNorm = false;
  /** Braces open inside the innermost environment. */
  groups = 0;
  private environments = 0;
  private readonly tokens: readonly Token[];
  private readonly openings: Opening[] = [];
  private readonly problems: ProblemList;

  constructor(tokens: readonly Token[], problems: ProblemList) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The innermost open bracket. */
  private get top(): Opening | undefined {
    return this.openings.at(-1);
  }

  /** Whether the next token stands between brackets that list items. */
  get insideBrackets(): boolean {
    const { top } = this;
    return top !== undefined && top.hard !== 'group' && top.hard !== 'environment';
  }

  /** Whether the innermost bracket is one of plain size spelled so. */
  isInside(text: string): boolean {
    const { top } = this;
    return top !== undefined && top.hard === undefined && this.tokens[top.index]?.text === text;
  }

  /** Whether a bracket of plain size is open that the next one may close. */
  get hasSoft(): boolean {
    return this.top !== undefined && this.top.hard === undefined;
  }

  bar(text: string): void {
    if (text === '|') this.openBar = !this.openBar;
    else this.openNorm = !this.openNorm;
  }

  /** The newest token opens. */
  open(hard: Hard | undefined): void {
    const { groups, openBar, openNorm } = this;
    this.openings.push({ index: this.tokens.length - 1, hard, groups, openBar, openNorm });
    this.openBar = false;
    this.openNorm = false;
    if (hard === 'group') this.groups += 1;
    if (hard !== 'environment') return;
    this.groups = 0;
    this.environments += 1;
  }

  /** Back to what was known outside a bracket that is over. */
  private leave({ hard, groups, openBar, openNorm }: Opening): void {
    this.groups = groups;
    this.openBar = openBar;
    this.openNorm = openNorm;
    if (hard === 'environment') this.environments -= 1;
  }

  /** The newest token closes the innermost bracket of plain size. */
  closeSoft(): void {
    if (this.hasSoft) this.pair();
    else this.lone();
  }

  /** The newest token is `\right`. */
  closeLeft(): void {
    this.dropSoft();
    if (this.top?.hard === 'left') this.pair();
    else this.lone();
  }

  /** The newest token is `}` or `\end`; what is still open inside has no partner. */
  closeHard(hard: 'group' | 'environment'): void {
    const open = hard === 'group' ? this.groups : this.environments;
    while (open > 0 && this.top !== undefined && this.top.hard !== hard) this.drop();
    if (open > 0) this.pair();
    else this.lone();
  }

  /** Brackets of plain size end with their cell. */
  dropSoft(): void {
    while (this.hasSoft) this.drop();
  }

  /** Nothing more comes. */
  finish(): void {
    while (this.openings.length > 0) this.drop();
  }

  private pair(): void {
    const opening = this.openings.pop();
    const open = opening && this.tokens[opening.index];
    const close = this.tokens.at(-1);
    if (opening === undefined || open === undefined || close === undefined) return;
    this.leave(opening);
    open.match = this.tokens.length - 1;
    close.match = opening.index;
  }

  /** The innermost opening has no partner: it becomes an error token, or the end of `[0, 1[`. */
  private drop(): void {
    const opening = this.openings.pop();
    const token = opening && this.tokens[opening.index];
    if (opening === undefined || token === undefined || this.closesHalfOpen(opening, token)) return;
    this.leave(opening);
    const what = opening.hard === 'environment' ? `\\begin{${token.text}}` : token.text;
    token.kind = Kind.error;
    token.text = `“${what}” is never closed`;
    this.problems.error('unclosed-group', token.text, token.start, token.end);
  }

  /** `[0, 1[`: the second of two square brackets, behind an operand, closes the first. */
  private closesHalfOpen(opening: Opening, close: Token): boolean {
    const outer = this.top;
    const open = outer && this.tokens[outer.index];
    const behindOperand = isOperandEnd(this.tokens[opening.index - 1]);
    if (opening.hard !== undefined || close.text !== '[' || !this.isInside('[') || !behindOperand) return false;
    if (outer === undefined || open === undefined) return false;
    this.openings.pop();
    this.leave(outer);
    close.kind = Kind.close;
    close.match = outer.index;
    open.match = opening.index;
    return true;
  }

  private lone(): void {
    const token = this.tokens.at(-1);
    if (token === undefined) return;
    const what = token.kind === Kind.environmentClose ? `\\end{${token.text}}` : token.text;
    token.kind = Kind.error;
    token.text = `“${what}” closes nothing`;
    this.problems.error('unexpected-close', token.text, token.start, token.end);
  }
}

/** Whether an operand may end with this token, so that a square bracket behind it closes. */
export const isOperandEnd = (token: Token | undefined): boolean => token !== undefined && operandEnds.has(token.kind);

const operandEnds: ReadonlySet<Kind> = new Set<Kind>([
  Kind.number,
  Kind.name,
  Kind.close,
  Kind.groupClose,
  Kind.bang,
  Kind.percent,
  Kind.ellipsis,
  Kind.error,
]);
