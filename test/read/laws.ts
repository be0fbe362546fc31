import type { Document, Section } from '../../src/model/document.ts';
import type { Range } from '../../src/model/place.ts';

const lengths = (document: Document): ReadonlyMap<string, number> =>
  new Map(document.sources.map(({ file, text }) => [file, text.length]));

const outside = ({ file, start, end }: Range, known: ReadonlyMap<string, number>): boolean =>
  !(start >= 0 && start <= end && end <= (known.get(file) ?? 0));

/** As long as its slice of the source, and equal to it wherever it is not blanked out (or `<sub>` written as `_{`). */
const differs = (text: string, source: string): boolean => {
  if (text.length !== source.length) return true;
  for (let at = 0; at < text.length; at += 1)
    if (text[at] !== source[at] && text[at] !== ' ' && !/[_^{}][<sup]/.test(`${text[at]}${source[at]}`)) return true;
  return false;
};

const sliceOf = (document: Document, { file, start, end }: Range): string =>
  document.sources.find((source) => source.file === file)?.text.slice(start, end) ?? '';

const brokenSection = (
  document: Document,
  section: Section,
  known: ReadonlyMap<string, number>,
): string | undefined => {
  if (outside(section.range, known)) return `section ${section.title} lies outside: ${JSON.stringify(section.range)}`;
  if (section.parent && !document.sections.includes(section.parent))
    return `section ${section.title} has a stray parent`;
  if (section.parent && section.parent.level >= section.level)
    return `section ${section.title} is no deeper than its parent`;
  return undefined;
};

/** What every document fulfils, whatever was handed in; the first law that is broken, in words. */
export const brokenLaw = (document: Document): string | undefined => {
  const known = lengths(document);
  for (const section of document.sections) {
    const broken = brokenSection(document, section, known);
    if (broken !== undefined) return broken;
  }
  for (const part of document.parts) {
    if (outside(part.range, known)) return `${part.kind} lies outside: ${JSON.stringify(part.range)}`;
    if (!document.sections.includes(part.section)) return `${part.kind} stands in a stray section`;
    if ('text' in part && differs(part.text, sliceOf(document, part.range)))
      return `${part.kind} differs from its source: ${part.text}`;
    if (part.kind === 'table')
      for (const cell of part.rows.flat())
        if (differs(cell.text, sliceOf(document, cell.range))) return `a cell differs: ${cell.text}`;
  }
  const misplaced = document.notices.find(
    ({ place }) => place !== undefined && !(place.line >= 1 && place.column >= 1),
  );
  return misplaced && `${misplaced.id} has no place`;
};
