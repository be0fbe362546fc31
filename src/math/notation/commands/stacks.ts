import { argument } from '../grammar/argument.ts';
import type { Reader } from '../grammar/reader.ts';
import { inside, readItems } from '../grammar/sequences.ts';
import { Kind } from '../scan/token.ts';

/** `\underbrace{x}_{why}`: the remark is dropped. */
const braced: Reader = (parser) => {
  parser.next();
  const content = argument(parser);
  if (parser.current.kind === Kind.subscript || parser.current.kind === Kind.superscript) {
    parser.next();
    argument(parser);
  }
  return content;
};

/** `\substack{a \\ b}`: the lines are items. */
const lines: Reader = (parser, token) => {
  parser.next();
  if (parser.current.kind !== Kind.groupOpen) return argument(parser);
  const items = inside(parser, (group) => {
    const all = [...readItems(group)];
    while (group.current.kind === Kind.row || group.current.kind === Kind.cell) {
      group.next();
      all.push(...readItems(group));
    }
    return all;
  });
  return { kind: 'sequence', items, at: parser.span(token.start) };
};

/** Constructs with something above or below. */
export const stacks: Readonly<Record<string, Reader>> = {
  underbrace: braced,
  overbrace: braced,
  underbracket: braced,
  substack: lines,
};
