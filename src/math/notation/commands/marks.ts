import type { Expression, MarkedNode } from '../../expression/tree.ts';
import { argument } from '../grammar/argument.ts';
import type { Parser } from '../grammar/parser.ts';
import type { Reader } from '../grammar/reader.ts';
import { readBlock } from '../grammar/sequences.ts';

const marked = (mark: MarkedNode['mark'], of: Expression, parser: Parser, start: number): Expression => ({
  kind: 'marked',
  mark,
  of,
  at: parser.span(start),
});

/** `\boxed{x = 3}` */
const final: Reader = (parser, token) => {
  parser.next();
  return marked('final', argument(parser), parser, token.start);
};

/** `\cancel{x}` */
const struck: Reader = (parser, token) => {
  parser.next();
  return marked('struck', argument(parser), parser, token.start);
};

/** `\cancelto{0}{x}`: the value beside the stroke is dropped. */
const struckTo: Reader = (parser, token) => {
  parser.next();
  argument(parser);
  return marked('struck', argument(parser), parser, token.start);
};

/** `{\color{red} x = 3}`: the rest of the group. */
const rest: Reader = (parser, token) => {
  parser.next();
  return marked('final', readBlock(parser), parser, token.start);
};

/** Boxes, colours and strokes. `\color` has lost its colour to the scanner. */
export const marks: Readonly<Record<string, Reader>> = {
  boxed: final,
  framebox: final,
  bbox: final,
  underline: final,
  uline: final,
  textcolor: final,
  colorbox: final,
  color: rest,
  cancel: struck,
  bcancel: struck,
  xcancel: struck,
  sout: struck,
  cancelto: struckTo,
};
