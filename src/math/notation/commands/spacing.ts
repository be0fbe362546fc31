import type { ScanRule } from '../scan/latex-scanner.ts';
import { Kind } from '../scan/token.ts';

const blank: ScanRule = (scanner) => {
  scanner.spaced = true;
};

/** A command without meaning for a formula, with its argument. */
const dropArgument: ScanRule = (scanner) => {
  if (scanner.text[scanner.position] === '*') scanner.position += 1;
  scanner.optional();
  scanner.argument();
  scanner.spaced = true;
};

/** `\\`, `\\*`, `\\[4pt]`, `\cr` */
const row: ScanRule = (scanner, start) => {
  if (scanner.text[scanner.position] === '*') scanner.position += 1;
  const end = scanner.position;
  const size = /\s*\[\s*-?[\d.]+\s*[a-z]+\s*\]/y;
  size.lastIndex = end;
  const behind = size.test(scanner.text) ? size.lastIndex : end;
  scanner.sign({ kind: Kind.row, text: '\\\\' }, start, behind);
};

/** `\overset{!}{=}` is what it is set over; a remark on it is dropped. */
const over: ScanRule = (scanner, start) => {
  scanner.argument();
  const from = scanner.position;
  const base = scanner.argument().trim();
  if (/^(?:\\[a-zA-Z]+|[=<>≤≥≈])$/.test(base)) scanner.insert(base, start, scanner.position);
  else scanner.position = from;
};

/** `\underset{x}{\min}` is `\min_{x}` */
const under: ScanRule = (scanner, start) => {
  const below = scanner.argument();
  const base = scanner.argument();
  scanner.insert(`${base}_{${below}}`, start, scanner.position);
};

/** `\hskip 1em` */
const length: ScanRule = (scanner) => {
  const dimension = /\s*-?[\d.]+\s*(?:em|ex|pt|cm|mm|in|mu|pc)/y;
  dimension.lastIndex = scanner.position;
  if (dimension.test(scanner.text)) scanner.position = dimension.lastIndex;
  scanner.spaced = true;
};

/** `\xrightarrow{why}` */
const arrow =
  (text: string): ScanRule =>
  (scanner, start) => {
    scanner.optional();
    scanner.argument();
    scanner.sign({ kind: Kind.relation, text }, start, scanner.position);
  };

const blanks = [
  ',',
  ';',
  ':',
  '!',
  ' ',
  '>',
  '/',
  '-',
  '$',
  '\n',
  '\t',
  '(',
  ')',
  '[',
  ']',
  'thinspace',
  'medspace',
  'thickspace',
  'negthinspace',
  'enspace',
  'space',
  'nobreakspace',
  'displaystyle',
  'textstyle',
  'scriptstyle',
  'scriptscriptstyle',
  'limits',
  'nolimits',
  'nonumber',
  'notag',
  'hline',
  'toprule',
  'midrule',
  'bottomrule',
  'centering',
  'noindent',
  'allowdisplaybreaks',
  'allowbreak',
  'linebreak',
  'nobreak',
  'break',
  'null',
  'relax',
  'strut',
  'mathstrut',
  'qedhere',
  'qed',
  'small',
  'large',
  'Large',
  'LARGE',
  'footnotesize',
  'normalsize',
  'tiny',
  'scriptsize',
  'item',
  'par',
  'newpage',
  'smallskip',
  'medskip',
  'bigskip',
  'left.',
  'begingroup',
  'endgroup',
];

const withArgument = [
  'tag',
  'label',
  'hspace',
  'vspace',
  'phantom',
  'hphantom',
  'vphantom',
  'cline',
  'ref',
  'eqref',
  'cite',
  'footnote',
  'renewcommand*',
  'arraystretch',
  'setlength',
  'includegraphics',
  'mathchoice',
  'raisebox',
  'rule',
];

/** Spaces, sizes, labels and rows: what separates or only looks. */
export const spacing: Readonly<Record<string, ScanRule>> = {
  ...Object.fromEntries(blanks.map((name) => [name, blank])),
  ...Object.fromEntries(withArgument.map((name) => [name, dropArgument])),
  '\\': row,
  cr: row,
  newline: row,
  tabularnewline: row,
  overset: over,
  stackrel: over,
  underset: under,
  xrightarrow: arrow('→'),
  xlongrightarrow: arrow('→'),
  xleftarrow: arrow('←'),
  xmapsto: arrow('↦'),
  hskip: length,
  vskip: length,
  kern: length,
  mkern: length,
  mskip: length,
};
