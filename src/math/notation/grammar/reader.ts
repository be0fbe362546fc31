import type { Expression } from '../../expression/tree.ts';
import type { Token } from '../scan/token.ts';
import type { Parser } from './parser.ts';

/** Reads what begins with the current `token`. `power`: how strongly the place it stands in binds. */
export type Reader = (parser: Parser, token: Token, power: number) => Expression;

/** Goes on after `left`, which began at `start`; the current token is the operator. */
export interface Infix {
  readonly power: number;
  readonly read: (parser: Parser, left: Expression, start: number) => Expression;
}

/** The tables of the grammar, indexed by token kind. */
export interface Grammar {
  readonly prefix: readonly Reader[];
  readonly infix: readonly (Infix | undefined)[];
  /** The kinds an operand without sign can begin with; behind another operand they are its next factor. */
  readonly operandStarts: readonly boolean[];
  /** Scripts, primes, `!`, `%`, brackets of an application, value-at bars: all that follows an operand tightly. */
  readonly postfix: (parser: Parser, left: Expression, start: number) => Expression;
}

/** What the document knows about names. */
export interface Vocabulary {
  readonly functions: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** The decimal separator where it is settled. */
  readonly decimal: ',' | '.' | undefined;
}

/** An integral being read: where its differential may stand, and the variable once it was met. */
export interface OpenIntegral {
  readonly depth: number;
  variable: Expression | undefined;
}
