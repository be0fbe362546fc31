import type { LatexScanner, ScanRule } from '../scan/latex-scanner.ts';
import { commandEnd, skipBlanks } from '../scan/raw-argument.ts';

const commandName = (raw: string): string => raw.trim().replace(/^\\/, '');

/** `\newcommand{\name}[2][default]{body}` and its like. */
const newCommand: ScanRule = (scanner) => {
  if (scanner.text[scanner.position] === '*') scanner.position += 1;
  const name = commandName(scanner.argument());
  const parameters = Number(scanner.optional() ?? '0');
  const optional = scanner.optional();
  const body = scanner.argument();
  const macro = { name, parameters: Number.isInteger(parameters) ? Math.min(parameters, 9) : 0, body };
  scanner.define(optional === undefined ? macro : { ...macro, optional });
};

/** `\def\name#1#2{body}` */
const define: ScanRule = (scanner) => {
  const start = skipBlanks(scanner.text, scanner.position);
  const end = scanner.text.charCodeAt(start) === 92 ? commandEnd(scanner.text, start) : start;
  scanner.position = end;
  const parameters = parameterCount(scanner);
  const body = scanner.argument();
  if (end > start) scanner.define({ name: scanner.text.slice(start + 1, end), parameters, body });
};

const parameterCount = (scanner: LatexScanner): number => {
  const pattern = /(?:\s*#[1-9])*/y;
  pattern.lastIndex = scanner.position;
  const written = pattern.exec(scanner.text)?.[0] ?? '';
  scanner.position += written.length;
  return written.replace(/[^#]/g, '').length;
};

/** `\DeclareMathOperator{\name}{words}` */
const declareOperator: ScanRule = (scanner) => {
  if (scanner.text[scanner.position] === '*') scanner.position += 1;
  const name = commandName(scanner.argument());
  const body = `\\operatorname{${scanner.argument()}}`;
  scanner.define({ name, parameters: 0, body });
};

/** `\let\a\b`, `\let\a=\b` */
const alias: ScanRule = (scanner) => {
  const name = commandName(scanner.argument());
  const from = skipBlanks(scanner.text, scanner.position);
  if (scanner.text[from] === '=') scanner.position = from + 1;
  scanner.define({ name, parameters: 0, body: scanner.argument() });
};

/** Macros defined inside a formula: known from there on. */
export const definitions: Readonly<Record<string, ScanRule>> = {
  newcommand: newCommand,
  renewcommand: newCommand,
  providecommand: newCommand,
  def: define,
  gdef: define,
  DeclareMathOperator: declareOperator,
  let: alias,
};
