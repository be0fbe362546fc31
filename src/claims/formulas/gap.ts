/**
 * What may lie between a formula and the one that goes on with it:
 *
 *     $$x_1 = x_0 - \alpha g$$  (8)  which gives  $$= 3.55$$
 *                               ^^^^^^^^^^^^^^^^
 */

/** Words that lead from one step to the next; in the languages students write in most. */
const connecting: ReadonlySet<string> = new Set(
  `a about after also and approximately are as at becomes becoming but by calculate calculated calculating compute
  computed computing can could equal equals evaluate evaluated evaluating evaluates finally find first follows for from
  further get gets getting give given gives giving have hence i in into is it leads let s lets me next new now number
  numbers numerically obtain obtained obtaining obtains of one or our out over plug plugging plugin produces reduces
  result resulting results rounded rounding same second see similarly simplification simplified simplifies simplify
  simplifying so step substitute substituted substituting substitution such that the then therefore these third this
  those thus to turns up us use using value values we when where which with write written yield yielding yields you
  also somit folgt daraus ergibt sich ist gleich damit dann und das also wir erhalten
  donc ainsi soit et on obtient d ou est egal alors
  entonces luego por lo tanto y se obtiene es decir igual asi
  quindi cioe e si ottiene`.split(/\s+/),
);

const delimiters =
  /\$+|\\[[\]()]|\\(?:begin|end)\s*\{[^{}]*\}|\\\\|\\(?:label|tag\*?|ref|eqref)\s*\{[^{}]*\}|<[^<>]*>|[*_`#>|]+|&nbsp;/g;
/** `(8)`, `(2.1)`, `[3]`, `eq. (5)` on their own. */
const tags = /[([]\s*(?:\d+(?:\.\d+)*[a-z]?|\*+)\s*[)\]]/g;
const texComment = /(?<!\\)%[^\n]*/g;
const command = /\\[a-zA-Z]+\*?|[{}]/g;

/** The words of a gap, without delimiters, tags and comments. */
const gapWords = (gap: string): readonly string[] =>
  gap
    .replace(texComment, ' ')
    .replace(delimiters, ' ')
    .replace(tags, ' ')
    .replace(command, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** More words than these are a paragraph of its own. */
const longestConnection = 12;
const longestAside = 30;

export type Gap = 'joins' | 'perhaps' | 'parts';

/** Whether a formula that begins with a relation goes on after these words: surely, perhaps, or not. */
export const judgeGap = (gap: string): Gap => {
  if (/^[\s$]*$/.test(gap)) return 'joins';
  if (gap.length > 600) return 'parts';
  const words = gapWords(gap);
  if (words.length <= longestConnection && words.every((word) => connecting.has(word))) return 'joins';
  return words.length <= longestAside ? 'perhaps' : 'parts';
};

const answerCue =
  /(?:^|[\n.!?;:*_]|\b(?:the|my|our|final))\s*(?:final\s+)?(?:answer|result|solution|antwort|ergebnis|l[öo]sung|r[ée]ponse|resultado|respuesta|risultato)s?\b(?:\s+(?:is|are|ist|est|es))?\s*[*_]*\s*[:=]?\s*[*_]*\s*$/i;

/** A blank, a tab, a line end, a dollar. */
const opens = (code: number): boolean => code === 32 || code === 36 || code === 10 || code === 9;

/** The words before a formula without its opening delimiter. */
const withoutOpening = (text: string): string => {
  let end = text.length;
  while (end > 0 && opens(text.charCodeAt(end - 1))) end -= 1;
  const isBracket = end > 1 && text[end - 2] === '\\' && '[('.includes(text[end - 1] ?? '');
  return isBracket ? text.slice(0, end - 2).trimEnd() : text.slice(0, end);
};

/** Whether the words right before a formula announce an answer: "Answer:", "the final result is". */
export const announcesAnswer = (before: string): boolean => {
  const tail = withoutOpening(before.slice(-80));
  // What announces ends in a sign or in "is", "are", "ist", "est", "es".
  if (tail === '' || !':=*_set'.includes(tail.slice(-1))) return false;
  const match = answerCue.exec(tail);
  return match !== null && /[:=]|\b(?:is|are|ist|est|es)\b/i.test(match[0]) && !/\bsolution\s*:\s*$/i.test(match[0]);
};

const asideCue =
  /\b(?:where|with|for|using|since|because|given|let|if|when|as|mit|für|wobei|avec|où|con|donde)\s*(?:\$+|\\\()?\s*$/i;

/** Whether the words right before an inline formula make it an aside: "where $\alpha = 0.05$". */
export const opensAside = (before: string): boolean => asideCue.test(before.slice(-24));

const equates =
  /^(?:is(?: equal to| exactly)?|equals|becomes|comes out (?:as|to|at)|evaluates to|ist(?: gleich)?|est|es|vaut)$/;
const approximates =
  /^(?:is|ist|est|es|becomes|equals)?\s*(?:approximately|about|roughly|around|ungefahr|environ|etwa|circa)$/;

/** The relation that the words between a name and a value stand for: "$x_1$ is $3.55$". */
export const spokenRelation = (gap: string): '=' | '≈' | undefined => {
  const words = gapWords(gap).join(' ');
  if (equates.test(words)) return '=';
  return approximates.test(words) ? '≈' : undefined;
};

const saidOf =
  /\b(?:(?<!\b(?:values?|that)\s+)of|to|in|at|by|over|than|von|de)\s+(?:the\s+)?(?:matrix\s+|vector\s+)?(?:\$+|\\\()?\s*$/;

/** Whether the words right before a name say something of it: "the trace of $A$ is $3$" gives `A` no value. */
export const isSaidOf = (before: string): boolean => saidOf.test(before.slice(-32));
