import { limits } from '../limits.ts';
import { InsertionBudget } from './insertion-budget.ts';
import type { ProblemList } from './problem-list.ts';
import { Kind, type Sign, type Token } from './token.ts';
import { TokenList } from './token-list.ts';

/** Where scanning starts in the whole source, and the settled decimal separator. */
export interface ScanOptions {
  readonly offset?: number;
  readonly decimal?: ',' | '.';
}

/** What every scanner has: its position in the text, the tokens so far, and text put in the place of other text. */
export abstract class Scanner {
  text: string;
  position = 0;
  /** A blank stood before the current token. */
  spaced = false;
  readonly list: TokenList;
  readonly problems: ProblemList;
  readonly decimal: ',' | '.' | undefined;
  private readonly base: number;
  private readonly budget = new InsertionBudget();
  /** The place that stands for all tokens while text is scanned that the source does not have. */
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
    const { text, use } = this;
    this.use ??= { start: this.at(start), end: this.endAt(end) };
    this.text = inserted;
    this.position = 0;
    if (this.budget.enter(inserted.length)) this.scan();
    else this.exhausted();
    this.budget.leave();
    this.text = text;
    this.position = end;
    this.use = use;
  }

  /** One error token and one problem for each use that found the budget spent. */
  private exhausted(): void {
    const message = 'the macros of this formula produce too much';
    const last = this.list.last;
    if (last?.kind === Kind.error && last.start === this.at(0)) return;
    this.list.push(Kind.error, message, this.at(0), this.endAt(0), this.spaced);
    this.problems.error('expansion-budget', message, this.at(0), this.endAt(0));
  }

  /** Goes on at `end`, behind a blank. */
  skipBlank(end: number): void {
    this.spaced = true;
    this.position = end;
  }
}
