import type { LatexScanner, ScanRule } from '../scan/latex-scanner.ts';
import { skipBlanks } from '../scan/raw-argument.ts';

const opensGroup = (scanner: LatexScanner): boolean =>
  scanner.text.charCodeAt(skipBlanks(scanner.text, scanner.position)) === 123;

/** A command of one argument written out. */
const around =
  (before: string, after: string): ScanRule =>
  (scanner, start) => {
    if (scanner.text[scanner.position] === '*') scanner.position += 1;
    const content = scanner.argument();
    scanner.insert(`${before}${content}${after}`, start, scanner.position);
  };

/** `\dv{x}`, `\dv{f}{x}`, `\dv[2]{f}{x}`, `\pdv{f}{x}{y}` of the physics package. */
const derivative =
  (d: string): ScanRule =>
  (scanner, start) => {
    if (scanner.text[scanner.position] === '*') scanner.position += 1;
    const order = scanner.optional();
    const parts = [scanner.argument()];
    while (parts.length < 3 && opensGroup(scanner)) parts.push(scanner.argument());
    scanner.insert(written(d, order, parts), start, scanner.position);
  };

const written = (d: string, order: string | undefined, parts: readonly string[]): string => {
  const power = order === undefined ? '' : `^{${order}}`;
  const [first = '', second, third] = parts;
  if (second === undefined) return `\\frac{${d}${power}}{${d} ${first}${power}}`;
  if (third === undefined) return `\\frac{${d}${power} ${first}}{${d} ${second}${power}}`;
  return `\\frac{${d}^2 ${first}}{${d} ${second} ${d} ${third}}`;
};

const repeated =
  (latex: string, times: number): ScanRule =>
  (scanner, start) =>
    scanner.insert(latex.repeat(times), start, scanner.position);

/** Commands that many preambles and the physics package define the same way; a document's own definition goes before. */
export const shorthands: Readonly<Record<string, ScanRule>> = {
  norm: around('\\left\\lVert ', '\\right\\rVert '),
  abs: around('\\left\\lvert ', '\\right\\rvert '),
  floor: around('\\left\\lfloor ', '\\right\\rfloor '),
  ceil: around('\\left\\lceil ', '\\right\\rceil '),
  set: around('\\left\\{', '\\right\\}'),
  iint: repeated('\\int ', 2),
  iiint: repeated('\\int ', 3),
  dd: around('\\mathrm{d}{', '}'),
  dv: derivative('\\mathrm{d}'),
  odv: derivative('\\mathrm{d}'),
  pdv: derivative('\\partial '),
};
