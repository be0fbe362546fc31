import type { MacroDefinition } from '../../math/notation/problem.ts';
import type { HeadingWords } from '../scan/heading.ts';
import { headingWords } from '../scan/heading.ts';

const dropped = /\\(?:label|footnote|thanks|vspace|hspace|color|index)\*?\s*(?:\[[^\]]*\])?\{[^{}]*\}/g;
const textOrPdf = /\\texorpdfstring\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;

/** The user's macros without parameters, put in; twice is deep enough for a heading. */
const expanded = (text: string, macros: ReadonlyMap<string, MacroDefinition>): string =>
  text.replace(/\\([A-Za-z@]+)/g, (whole, name: string) => {
    const macro = macros.get(name);
    return macro && macro.parameters === 0 && macro.body.length < 200 ? macro.body : whole;
  });

/** A heading's words as a person sees them: commands gone, their text kept. */
export const shownTitle = (text: string, macros: ReadonlyMap<string, MacroDefinition>): string =>
  expanded(expanded(text.slice(0, 1_000), macros), macros)
    .slice(0, 2_000)
    .replace(textOrPdf, '$2')
    .replace(dropped, '')
    .replace(/\\([#$%&_{}])/g, '$1')
    .replace(/\\\\(?:\[[^\]]*\])?/g, ' ')
    .replace(/\\[A-Za-z@]+\*?\s?|[{}$]|\\./g, '')
    .replace(/~|\s+/g, ' ')
    .replace(/``|''/g, '"')
    .trim();

/**
 * Number and title of a heading: a number written in the words ("2.1 Weights", "Problem 3") comes before the counter's.
 */
export const latexHeading = (
  text: string,
  macros: ReadonlyMap<string, MacroDefinition>,
  counted: string | undefined,
): HeadingWords => {
  const words = headingWords(shownTitle(text, macros));
  if (words.number !== undefined || counted === undefined) return words;
  return { number: counted, title: words.title };
};
