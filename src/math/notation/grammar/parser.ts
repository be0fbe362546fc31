import type { Expression, Span } from '../../expression/tree.ts';
import { limits } from '../limits.ts';
import type { ProblemList } from '../scan/problem-list.ts';
import { Kind, type Token } from '../scan/token.ts';
import { BarCounts } from './bar-counts.ts';
import type { Grammar, OpenIntegral, Reader, Vocabulary } from './reader.ts';

/**
 * The Pratt core: one loop over binding powers, the same for every notation.
 * It never throws and always moves on; depth and chains are bounded, so neither it nor a walk over its tree overflows.
 */
export class Parser {
  readonly problems: ProblemList;
  readonly vocabulary: Vocabulary;
  /** The token that is read next. */
  current: Token;
  /** Where the last consumed token ended. */
  lastEnd: number;
  /** Index of the token that closes the innermost group. */
  groupEnd: number;
  /** `|…|` open in the innermost group, the last one's sign on top. */
  bars: string[] = [];
  /** The innermost bracket is a square one. */
  insideSquare = false;
  /** Integrals open, the innermost last. */
  integrals: OpenIntegral[] = [];
  /** Brackets and braces around the current token. */
  groupDepth = 0;
  private readonly tokens: readonly Token[];
  private readonly grammar: Grammar;
  private readonly end: Token;
  private index = 0;
  private depth = 0;
  private readonly barCounts: BarCounts;
  private chained = 0;

  constructor(tokens: readonly Token[], end: Token, grammar: Grammar, vocabulary: Vocabulary, problems: ProblemList) {
    this.tokens = tokens;
    this.barCounts = new BarCounts(tokens);
    this.grammar = grammar;
    this.vocabulary = vocabulary;
    this.problems = problems;
    this.end = end;
    this.current = tokens[0] ?? end;
    this.lastEnd = this.current.start;
    this.groupEnd = tokens.length - 1;
  }

  get position(): number {
    return this.index;
  }

  /** The token `distance` places behind the current one. */
  ahead(distance: number): Token {
    return this.tokens[this.index + distance] ?? this.end;
  }

  token(index: number): Token {
    return this.tokens[index] ?? this.end;
  }

  /** Consumes the current token. */
  next(): Token {
    const token = this.current;
    if (token.kind !== Kind.end) {
      this.index += 1;
      this.current = this.tokens[this.index] ?? this.end;
      this.lastEnd = token.end;
    }
    return token;
  }

  /** Consumes everything before the token at `index`. */
  skipTo(index: number): void {
    if (index <= this.index) return;
    this.lastEnd = this.token(index - 1).end;
    this.index = index;
    this.current = this.tokens[index] ?? this.end;
  }

  /** Puts a token in the place of the current one: the rest of digits that were taken apart. */
  replaceCurrent(token: Token): void {
    this.current = token;
    this.lastEnd = token.start;
  }

  span(start: number): Span {
    return { start, end: Math.max(this.lastEnd, start) };
  }

  /** Reads one expression whose operators bind stronger than `power`. */
  expression(power: number): Expression {
    const start = this.current.start;
    return this.operators(this.operand(power), start, power);
  }

  /** Goes on after `left` with operators that bind stronger than `power`. */
  operators(first: Expression, start: number, power: number): Expression {
    let left = first;
    for (let steps = 1; ; steps += 1) {
      const infix = this.grammar.infix[this.current.kind];
      if (infix === undefined || infix.power <= power) return left;
      if (!this.mayChain(steps)) return this.tooDeep();
      const before = this.index;
      left = infix.read(this, left, start);
      if (this.index === before) return left;
    }
  }

  /** One operand with all that follows it tightly. */
  operand(power: number): Expression {
    if (this.depth >= limits.depth) return this.tooDeep();
    this.depth += 1;
    const start = this.current.start;
    const token = this.current;
    const left = (this.grammar.prefix[token.kind] ?? missing)(this, token, power);
    const result = this.grammar.postfix(this, left, start);
    this.depth -= 1;
    return result;
  }

  /** What follows `left` tightly, once more. */
  postfix(left: Expression, start: number): Expression {
    return this.grammar.postfix(this, left, start);
  }

  /** Reads one level deeper. */
  nested(read: (parser: Parser) => Expression): Expression {
    if (this.depth >= limits.depth) return this.tooDeep();
    this.depth += 1;
    const result = read(this);
    this.depth -= 1;
    return result;
  }

  /** One operand without what follows it: an argument as LaTeX counts them. */
  atom(power: number): Expression {
    if (this.depth >= limits.depth) return this.tooDeep();
    this.depth += 1;
    const token = this.current;
    const result = (this.grammar.prefix[token.kind] ?? missing)(this, token, power);
    this.depth -= 1;
    return result;
  }

  /** Whether an operand without sign can begin with the current token. */
  startsOperand(): boolean {
    return this.grammar.operandStarts[this.current.kind] === true;
  }

  /** Counts one more left-nested step of an operand; false when the formula has no more of them to give. */
  mayChain(steps: number): boolean {
    if (steps <= limits.chain) return true;
    this.chained += 1;
    return this.chained <= limits.depth;
  }

  /** How many bars like the current one stand from here to the end of the innermost group, brackets inside skipped. */
  barsAhead(): number {
    return this.barCounts.ahead(this.current.text, this.index, this.groupEnd);
  }

  /** Whether a bar behind an operand begins a factor, `2|x|`: none is open, and they pair up from here on. */
  barOpens(): boolean {
    return !this.bars.includes(this.current.text) && this.barsAhead() % 2 === 0;
  }

  /** An `error` node from `start` to the last consumed token, and its problem. */
  fault(code: string, message: string, start: number): Expression {
    const at = this.span(start);
    this.problems.error(code, message, at.start, at.end);
    return { kind: 'error', message, at };
  }

  /** The place where an operand should be. */
  missing(): Expression {
    const place = this.current.start;
    const message = 'something is missing here';
    this.lastEnd = Math.max(this.lastEnd, place);
    this.problems.error('missing-operand', message, place, place);
    return { kind: 'error', message, at: { start: place, end: place } };
  }

  /** Gives up on the rest of the innermost group or cell. */
  tooDeep(): Expression {
    const start = this.current.start;
    this.skipTo(this.cellEnd());
    return this.fault('too-deep', `nested more than ${limits.depth} levels deep`, start);
  }

  private cellEnd(): number {
    let i = this.index;
    for (; i < this.groupEnd; i += 1) {
      const token = this.token(i);
      if (token.kind === Kind.cell || token.kind === Kind.row) return i;
      if (token.match > i) i = token.match;
    }
    return Math.min(i, this.groupEnd);
  }
}

const missing: Reader = (parser) => parser.missing();
