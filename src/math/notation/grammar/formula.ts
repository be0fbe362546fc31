import type { Expression } from '../../expression/tree.ts';
import type { ParseOptions } from '../problem.ts';
import type { ProblemList } from '../scan/problem-list.ts';
import { Kind, Token } from '../scan/token.ts';
import { Parser } from './parser.ts';
import type { Grammar } from './reader.ts';
import { readRows, rowsNode } from './sequences.ts';

const none: ReadonlySet<string> = new Set();

/** The tree of a whole formula from its tokens, the last of which is the end. */
export const readFormula = (
  tokens: readonly Token[],
  grammar: Grammar,
  options: ParseOptions,
  problems: ProblemList,
): Expression => {
  const end = tokens.at(-1) ?? new Token(Kind.end, '', 0, 0, false, undefined);
  const vocabulary = {
    functions: options.functions ?? none,
    names: options.names ?? none,
    decimal: options.decimal,
  };
  const parser = new Parser(tokens, end, grammar, vocabulary, problems);
  const { start } = parser.current;
  const rows = readRows(parser);
  return rowsNode(parser, rows, start);
};
