import type { LatexScanner, ScanRule } from '../scan/latex-scanner.ts';
import { commandEnd, skipBlanks } from '../scan/raw-argument.ts';
import { Kind } from '../scan/token.ts';

/** Delimiters by how they are written after `\left`; the value is the bracket they are. */
const delimiterNames: ReadonlyMap<string, string> = new Map([
  ['(', '('],
  [')', ')'],
  ['[', '['],
  [']', ']'],
  ['\\{', '{'],
  ['\\}', '}'],
  ['\\lbrace', '{'],
  ['\\rbrace', '}'],
  ['\\lbrack', '['],
  ['\\rbrack', ']'],
  ['|', '|'],
  ['\\vert', '|'],
  ['\\lvert', '|'],
  ['\\rvert', '|'],
  ['\\|', '‖'],
  ['\\Vert', '‖'],
  ['\\lVert', '‖'],
  ['\\rVert', '‖'],
  ['<', '⟨'],
  ['>', '⟩'],
  ['\\langle', '⟨'],
  ['\\rangle', '⟩'],
  ['\\lfloor', '⌊'],
  ['\\rfloor', '⌋'],
  ['\\lceil', '⌈'],
  ['\\rceil', '⌉'],
  ['⟨', '⟨'],
  ['⟩', '⟩'],
  ['.', '.'],
]);

/** The delimiter behind `\left`, consumed. */
const delimiter = (scanner: LatexScanner): string => {
  const start = skipBlanks(scanner.text, scanner.position);
  const end = scanner.text.charCodeAt(start) === 92 ? commandEnd(scanner.text, start) : start + 1;
  const name = delimiterNames.get(scanner.text.slice(start, end));
  if (name !== undefined) scanner.position = end;
  return name ?? '.';
};

const left: ScanRule = (scanner, start) => {
  const text = delimiter(scanner);
  scanner.list.openLeft(text, scanner.at(start), scanner.endAt(scanner.position), scanner.spaced);
};

const right: ScanRule = (scanner, start) => {
  const text = delimiter(scanner);
  scanner.list.closeRight(text, scanner.at(start), scanner.endAt(scanner.position), scanner.spaced);
};

/** `\middle|` and the sizes `\big` … `\Biggr`: the delimiter behind them counts, the size does not. */
const size: ScanRule = (scanner) => {
  const start = skipBlanks(scanner.text, scanner.position);
  if (scanner.text[start] === '.') scanner.position = start + 1;
};

const middle: ScanRule = (scanner, start) => {
  const text = delimiter(scanner);
  scanner.push(Kind.colon, text, start, scanner.position);
};

const open =
  (text: string): ScanRule =>
  (scanner, start) => {
    scanner.list.openBracket(text, scanner.at(start), scanner.endAt(scanner.position), scanner.spaced);
  };

const close =
  (text: string): ScanRule =>
  (scanner, start) => {
    scanner.list.closeBracket(text, scanner.at(start), scanner.endAt(scanner.position), scanner.spaced);
  };

const bar =
  (text: string): ScanRule =>
  (scanner, start) =>
    scanner.push(Kind.bar, text, start, scanner.position);

const sizes = ['big', 'Big', 'bigg', 'Bigg'].flatMap((name) => [name, `${name}l`, `${name}r`, `${name}m`]);

/** Brackets and bars in all their spellings. */
export const delimiters: Readonly<Record<string, ScanRule>> = {
  left,
  right,
  middle,
  ...Object.fromEntries(sizes.map((name) => [name, size])),
  '{': open('{'),
  lbrace: open('{'),
  '}': close('}'),
  rbrace: close('}'),
  lbrack: open('['),
  rbrack: close(']'),
  lparen: open('('),
  rparen: close(')'),
  langle: open('⟨'),
  rangle: close('⟩'),
  lfloor: open('⌊'),
  rfloor: close('⌋'),
  lceil: open('⌈'),
  rceil: close('⌉'),
  lvert: open('|'),
  rvert: close('|'),
  lVert: open('‖'),
  rVert: close('‖'),
  vert: bar('|'),
  Vert: bar('‖'),
  '|': bar('‖'),
};
