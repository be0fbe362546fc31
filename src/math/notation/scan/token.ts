import type { Reader } from '../grammar/reader.ts';

/**
 * What a token does in a formula, whatever notation it was written in: `\leq`, `<=` and `≤` are one kind.
 * Small integers, because the grammar's tables are arrays over them.
 */
export const Kind = {
  end: 0,
  number: 1,
  name: 2,
  text: 3,
  /** A construct with a reader of its own: `\frac`, `\boxed`. */
  construct: 4,
  function: 5,
  big: 6,
  nabla: 7,
  relation: 8,
  implication: 9,
  or: 10,
  and: 11,
  not: 12,
  plus: 13,
  minus: 14,
  plusMinus: 15,
  times: 16,
  slash: 17,
  /** Binary operators of the rank of a product: `⊙`, `∘`, `mod`. */
  factorOperator: 18,
  /** Binary operators weaker than sums: `∪`, `∩`. */
  setOperator: 19,
  superscript: 20,
  subscript: 21,
  prime: 22,
  bang: 23,
  percent: 24,
  /** A bracket that stands in the result: `(`, `[`, `\{`, `\left(`. */
  open: 25,
  close: 26,
  /** A brace of LaTeX or of a script: grouping only. */
  groupOpen: 27,
  groupClose: 28,
  environmentOpen: 29,
  environmentClose: 30,
  bar: 31,
  comma: 32,
  /** `\quad` and the like: separates, but not before an operator. */
  gap: 33,
  colon: 34,
  cell: 35,
  row: 36,
  ellipsis: 37,
  /** What no notation has, and brackets without a partner. */
  error: 38,
  /** `\over` and `\choose`, which take all of the group on either side. */
  stacked: 39,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];

/** The number of kinds: the length of a table over them. */
export const kindCount = 40;

/** What a written sign or command stands for; `text` is its one spelling. */
export interface Sign {
  readonly kind: Kind;
  readonly text: string;
  readonly read?: Reader;
}

/** One token. `match` is the index of a bracket's partner, -1 for everything else. */
export class Token {
  kind: Kind;
  text: string;
  readonly start: number;
  readonly end: number;
  /** A blank stands before it. */
  readonly spaced: boolean;
  match = -1;
  readonly read: Reader | undefined;

  constructor(kind: Kind, text: string, start: number, end: number, spaced: boolean, read: Reader | undefined) {
    this.kind = kind;
    this.text = text;
    this.start = start;
    this.end = end;
    this.spaced = spaced;
    this.read = read;
  }
}
