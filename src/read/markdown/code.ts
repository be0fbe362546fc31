import { readAnswers } from '../answers/answers.ts';
import { addPart } from '../draft/draft.ts';
import type { Walk } from '../scan/walk.ts';
import { breakParagraph, hide, rangeIn, remarkAt, takeCode, takeMath } from '../scan/walk.ts';
import type { Block } from './blocks.ts';
import { afterLine } from './blocks.ts';

const opener = /^(`{3,}|~{3,})[ \t]*\{?\.?([^\s`{}]*)[^`\n]*$/;

/** Closing fences are asked for by sign and by "three or more" or "four or more": longer ones are not told apart. */
const closers = new Map<string, RegExp>(
  ['`', '~'].flatMap((sign) =>
    [3, 4].map((least) => [sign.repeat(least), new RegExp(`^[ \\t>]*${sign}{${least},}[ \\t\\r]*$`, 'gm')] as const),
  ),
);

interface Fence {
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly after: number;
}

const fenceFrom = (walk: Walk, marks: string): Fence | undefined => {
  const key = (marks[0] ?? '`').repeat(Math.min(marks.length, 4));
  const closer = closers.get(key);
  if (!closer || walk.exhausted.has(key)) return undefined;
  const bodyStart = afterLine(walk.text, walk.at);
  closer.lastIndex = bodyStart;
  const match = closer.exec(walk.text);
  if (match) return { bodyStart, bodyEnd: match.index, after: afterLine(walk.text, match.index) };
  walk.exhausted.add(key);
  return undefined;
};

const printed: ReadonlySet<string> = new Set('output out text txt plain plaintext console result results'.split(' '));

const takeFence = (walk: Walk, language: string, { bodyStart, bodyEnd, after }: Fence): void => {
  const range = rangeIn(walk, bodyStart, bodyEnd);
  if (language === 'math' || language === 'latex-math') {
    breakParagraph(walk, walk.at);
    const outer = { start: walk.at, end: after };
    takeMath(walk, { outer, start: bodyStart, end: bodyEnd, display: true, closed: true });
    breakParagraph(walk, after);
  } else if (language === 'answers') {
    breakParagraph(walk, after);
    readAnswers(walk, bodyStart, bodyEnd);
  } else if (printed.has(language)) {
    breakParagraph(walk, after);
    addPart(walk.draft, { kind: 'output', text: walk.text.slice(bodyStart, bodyEnd), range });
  } else takeCode(walk, bodyStart, bodyEnd, after);
};

/** A fenced block: mathematics, printed output, an answer sheet, or program text. */
export const fencedBlock: Block = (walk, line) => {
  const match = opener.exec(line);
  const [, marks = '', language = ''] = match ?? [];
  if (!match) return false;
  const fence = fenceFrom(walk, marks);
  if (fence) takeFence(walk, language.toLowerCase(), fence);
  else {
    remarkAt(walk, 'unclosed-code', walk.at, walk.at + line.length);
    breakParagraph(walk, afterLine(walk.text, walk.at));
  }
  return true;
};

/** `` `inline code` ``: passed over; a run of backticks without its partner in the paragraph is text. */
export const codeSpan = (walk: Walk): void => {
  let end = walk.at;
  while (walk.text.charCodeAt(end) === 96) end += 1;
  const marks = walk.text.slice(walk.at, Math.min(end, walk.at + 16));
  const close = walk.find.next(marks, end);
  if (marks.length < 16 && close < walk.find.blankLine(walk.at)) hide(walk, close + marks.length);
  else hide(walk, end);
};
