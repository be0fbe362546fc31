import type { TableCell } from '../../model/document.ts';
import type { Range } from '../../model/place.ts';
import type { Stretch } from '../source/blank.ts';
import { blank } from '../source/blank.ts';

const markup =
  /\*\*|__|`|(?<!\\)\$|\\[()[\]]|<\/?[a-z][^<>]{0,200}>|\\(?:hline|toprule|midrule|bottomrule|centering|quad|qquad)(?![A-Za-z])|\\multicolumn\s*\{\d{1,3}\}\s*\{[^{}]{0,40}\}|\\multirow\s*\{[^{}]{0,9}\}\s*\{[^{}]{0,20}\}|\\(?:textbf|emph|textit|text|mathrm|bf|bm)(?=\{)/gi;
const latex = /\\[A-Za-z]|[_^]\{|\$/;

/**
 * One cell of a table: dollars, bold and the like blanked out, `latex` where it holds commands or had dollars.
 */
export const tableCell = (file: string, source: string, { start, end }: Stretch): TableCell => {
  const raw = source.slice(start, end);
  const stretches = [...raw.matchAll(markup)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const text = blank(raw, stretches);
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const range: Range = { file, start: start + lead, end: start + lead + trimmed.length };
  return { text: trimmed, range, notation: latex.test(raw) ? 'latex' : 'plain' };
};
