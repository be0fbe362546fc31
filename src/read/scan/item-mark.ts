import type { Section } from '../../model/document.ts';
import type { ItemStyle } from './heading-level.ts';
import { isItem, itemLevel } from './heading-level.ts';

/** A sub-question's mark at the beginning of a line: `(a)`, `b)`, `(ii)`, `(2)`. */
export interface ItemMark {
  readonly number: string;
  readonly level: number;
  /** Length of the mark. */
  readonly length: number;
}

const mark =
  /^(?:\*\*|__)?(?:\((?<inner>[a-z]|[ivx]{1,5}|\d{1,2})\)|(?<half>[a-z]|[ivx]{1,5})\))[.:]?(?:\*\*|__)?[.:]?(?=\s|$)/;

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ');

const position = (number: string, style: ItemStyle): number => {
  if (style === 'digit') return Number(number);
  return style === 'roman' ? romans.indexOf(number) + 1 : number.charCodeAt(0) - 96;
};

const stylesOf = (number: string): readonly ItemStyle[] => {
  if (/^\d/.test(number)) return ['digit'];
  if (number.length > 1) return ['roman'];
  return romans.includes(number) ? ['roman', 'letter'] : ['letter'];
};

/** The last item of a level that is still open. */
const openItem = (section: Section, level: number): string | undefined => {
  for (let around: Section | undefined = section; around && isItem(around); around = around.parent)
    if (around.level === level) return around.number;
  return undefined;
};

/**
 * The mark at the beginning of a line, where it continues a count: `(a)` begins one, `(c)` may follow `(a)` or `(b)`
 * but not open one, so that "(5) into (4)" and an equation's `(8)` are none.
 */
export const itemMark = (section: Section, line: string): ItemMark | undefined => {
  const match = mark.exec(line);
  const number = match?.groups?.['inner'] ?? match?.groups?.['half'];
  if (!match || number === undefined) return undefined;
  if (/^\d/.test(number) && line.slice(match[0].length).trim() === '') return undefined;
  for (const style of stylesOf(number)) {
    const level = itemLevel(section, style);
    const last = openItem(section, level);
    const [here, before] = [position(number, style), last === undefined ? 0 : position(last, style)];
    const begins = here <= 1 || (last === undefined && /^[*_]/.test(line));
    if (here > before && (begins || (last !== undefined && here <= before + 2)))
      return { number, level, length: match[0].length };
  }
  return undefined;
};
