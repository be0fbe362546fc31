import type { Stretch } from '../source/blank.ts';

/** Words that introduce a final answer, in the languages seen. */
const introduction =
  /(?<![\p{L}\p{N}])(?:final\s+answers?|final\s+result|answers?|ans\.?|antwort|endergebnis|ergebnis|réponse|respuesta|resultado|risposta|antwoord|答案|答)\s*[:：=]/giu;

/** The rests of the lines that "Answer:" introduces, as offsets from `base`. */
export const answerMark = (text: string, base: number): readonly Stretch[] => {
  const found: Stretch[] = [];
  if (!/[:：=]/.test(text)) return found;
  for (const match of text.matchAll(introduction)) {
    const start = match.index + match[0].length;
    const lineEnd = text.indexOf('\n', start);
    found.push({ start: base + start, end: base + (lineEnd < 0 ? text.length : lineEnd) });
  }
  return found;
};
