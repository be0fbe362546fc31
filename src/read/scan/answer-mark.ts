import type { Stretch } from '../source/blank.ts';

/** Words that introduce a final answer, in the languages seen. */
const introduction =
  /(?:answers?|final\s+result|ans\.?|antwort|endergebnis|ergebnis|réponse|respuesta|resultado|risposta|antwoord|答案|答)\s*[:：=]/gi;

/** The end of what is not a word of its own before it. */
const inWord = /[\p{L}\p{N}]$/u;

/** The rests of the lines that "Answer:" introduces, as offsets from `base`. */
export const answerMark = (text: string, base: number): readonly Stretch[] => {
  const found: Stretch[] = [];
  if (!/[:：=]/.test(text)) return found;
  for (const match of text.matchAll(introduction)) {
    if (inWord.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const start = match.index + match[0].length;
    const lineEnd = text.indexOf('\n', start);
    found.push({ start: base + start, end: base + (lineEnd < 0 ? text.length : lineEnd) });
  }
  return found;
};
