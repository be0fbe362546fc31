import type { Stretch } from '../source/blank.ts';
import { blank } from '../source/blank.ts';

/** Environments whose content is program text: commands and percent signs in it mean nothing. */
export const listings: ReadonlySet<string> = new Set(
  'verbatim verbatim* Verbatim lstlisting minted alltt BVerbatim algorithm algorithm2e algorithmic'.split(' '),
);

const signs =
  /\\(?:begin[ \t]*\{([A-Za-z0-9]+\*?)\}|verb\*?([^A-Za-z\s*])|iffalse(?![A-Za-z])|end[ \t]*\{document\}|[\s\S])|%/g;

const indexAfter = (text: string, needle: string, from: number): number => {
  const at = text.indexOf(needle, from);
  return at < 0 ? -1 : at + needle.length;
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** How far a sign reaches, and whether it hides what it reaches over. */
const reach = (text: string, match: RegExpExecArray, absent: Set<string>): { end: number; hides: boolean } => {
  const [whole, environment, verb] = match;
  const after = match.index + whole.length;
  const upTo = (needle: string, hides: boolean): { end: number; hides: boolean } => {
    const end = absent.has(needle) ? -1 : indexAfter(text, needle, after);
    if (end < 0) absent.add(needle);
    return end < 0 ? { end: after, hides: false } : { end, hides };
  };
  if (whole === '%') return { end: lineEnd(text, after), hides: true };
  if (whole.startsWith('\\iffalse')) return upTo('\\fi', true);
  if (whole.startsWith('\\end')) return { end: text.length, hides: true };
  if (environment === 'comment') return upTo('\\end{comment}', true);
  if (environment !== undefined && listings.has(environment)) return upTo(`\\end{${environment}}`, false);
  if (verb === undefined) return { end: after, hides: false };
  const end = text.indexOf(verb, after);
  return end >= 0 && end < lineEnd(text, after) ? { end: end + 1, hides: true } : { end: after, hides: false };
};

/**
 * The source with comments, `\iffalse … \fi`, `\verb|…|` and what follows `\end{document}` blanked out; as long as the
 * source, so that every offset keeps its meaning. Listings stay: they become code.
 */
export const withoutComments = (source: string): string => {
  if (!/%|\\verb|\\iffalse|comment\}|\\end[ \t]*\{document\}/.test(source)) return source;
  const hidden: Stretch[] = [];
  const absent = new Set<string>();
  signs.lastIndex = 0;
  for (let match = signs.exec(source); match; match = signs.exec(source)) {
    const { end, hides } = reach(source, match, absent);
    if (hides) hidden.push({ start: match.index, end });
    signs.lastIndex = end;
  }
  return blank(source, hidden);
};
