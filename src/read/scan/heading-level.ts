import type { Section } from '../../model/document.ts';
import type { HeadingWords } from './heading.ts';

/**
 * Levels leave room for what has none of its own: `#` headings and \section lie at hundreds, bare numbered lines at tens
 * below them, bold titles under those, lettered items at units.
 */
const hundred = 100;
const ten = 10;
const boldTitle = 80;

/** The level of a `#` heading (depth 1 to 6) or of \part, \chapter, \section … */
export const strongLevel = (depth: number): number => depth * hundred;

const isStrong = ({ level, item }: Section): boolean => level % hundred === 0 && item !== true;

const mayHold = ({ level, number }: Section, inner: string): boolean =>
  level === 0 || number === undefined || inner === '' || inner.startsWith(`${number}.`);

const strongAround = (section: Section, number: string): number => {
  let around: Section | undefined = section;
  while (around && !(isStrong(around) && mayHold(around, number))) around = around.parent;
  return around?.level ?? 0;
};

/** The level of a bare numbered line: `2.2.1` lies below `2.2`, and below the `#` heading whose number begins its own. */
export const bareLevel = (section: Section, number: string): number =>
  strongAround(section, number) + ten * Math.min(7, number.split('.').length);

/** The level of a bold line without a number: below the numbered lines around it. */
export const boldLevel = (section: Section): number => {
  let around: Section = section;
  while (!isStrong(around) && around.parent) around = around.parent;
  return around.level + boldTitle;
};

/** The level of a problem environment: below the headings around it, above lettered items. */
export const levelAround = (section: Section): number => strongAround(section, '') + ten;

export const isItem = ({ item }: Section): boolean => item === true;

/** The innermost section around that is no item. */
const headingAround = (section: Section): Section => {
  let around = section;
  while (isItem(around) && around.parent) around = around.parent;
  return around;
};

const styles = ['letter', 'roman', 'digit'] as const;
export type ItemStyle = (typeof styles)[number];

/** The level of a lettered item: letters above Roman numbers above digits, all below the heading around. */
export const itemLevel = (section: Section, style: ItemStyle): number =>
  headingAround(section).level + 1 + styles.indexOf(style);

const aside =
  /^(?:final\s+)?(?:answers?|solutions?|results?|proof|discussion|lösung|antwort|ergebnis|solución|solution|réponse)\b/i;

/**
 * The level of a heading with marks of its own. "Solution" and the like, without a number, belong to the numbered
 * heading around them, whatever their marks.
 */
export const levelOf = (section: Section, { number, title }: HeadingWords, marked: number): number => {
  if (number !== undefined || !aside.test(title)) return marked;
  let around: Section | undefined = section;
  while (around && !(isStrong(around) && around.number !== undefined && around.level <= marked)) around = around.parent;
  return around && around.level > 0 ? around.level + boldTitle + ten : marked;
};
