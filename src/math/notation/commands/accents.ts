import type { Expression } from '../../expression/tree.ts';
import { argument } from '../grammar/argument.ts';
import { applied, symbol } from '../grammar/node.ts';
import type { Parser } from '../grammar/parser.ts';
import type { Reader } from '../grammar/reader.ts';
import type { ScanRule } from '../scan/latex-scanner.ts';
import { letterOf } from '../scan/letter-argument.ts';
import { Kind } from '../scan/token.ts';

/** Accents that make another name, with their combining character. */
export const combining: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  tilde: '\u0303',
  widetilde: '\u0303',
  bar: '\u0304',
  overline: '\u0304',
  dot: '\u0307',
  ddot: '\u0308',
  dddot: '\u20db',
  check: '\u030c',
  widecheck: '\u030c',
  breve: '\u0306',
  acute: '\u0301',
  grave: '\u0300',
  mathring: '\u030a',
};

const operatorNames: Readonly<Record<string, string>> = { overline: 'conjugate', bar: 'conjugate' };

/** `\hat{w}` is the name `ŵ`; over more than a name the accent is applied, `\overline{z+1}` as the conjugate. */
export const accentRule: ScanRule = (scanner, start, name) => {
  const letter = letterOf(scanner);
  const mark = combining[name] ?? '';
  if (letter === undefined) scanner.sign({ kind: Kind.construct, text: name, read: accented }, start, scanner.position);
  else scanner.push(Kind.name, `${letter.name}${mark}`.normalize('NFC'), start, letter.end);
};

const accented: Reader = (parser, token) => {
  parser.next();
  const of = argument(parser);
  return withAccent(parser, token.text, of, token.start);
};

const withAccent = (parser: Parser, accent: string, of: Expression, start: number): Expression => {
  const at = parser.span(start);
  if (of.kind === 'symbol') return symbol(`${of.name}${combining[accent] ?? ''}`.normalize('NFC'), at);
  if (of.kind === 'index' && of.base.kind === 'symbol') {
    return { ...of, base: symbol(`${of.base.name}${combining[accent] ?? ''}`.normalize('NFC'), of.base.at ?? at), at };
  }
  return applied(operatorNames[accent] ?? accent, [of], at);
};
