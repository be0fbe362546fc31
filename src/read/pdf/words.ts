import { shortWords } from '../scan/math-words.ts';
import type { Box } from './box.ts';
import { mainSize } from './box.ts';
import { isLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { mayHaveLostSpace } from './lost-space.ts';
import { rowOf } from './row.ts';
import { placeholder } from './signs.ts';

/** A stretch of a line: words of a sentence, or a formula. */
export interface Stretch {
  readonly kind: 'words' | 'formula';
  readonly text: string;
  readonly doubtful: boolean;
  readonly bold: boolean;
  /** It begins with the mark of a list's item. */
  readonly label?: true;
}

/** Boxes without a gap between them. */
interface Word {
  readonly boxes: readonly Box[];
  readonly nature: 'words' | 'formula' | 'neutral';
  /** The mark of a list's item. */
  readonly label?: true;
}

const wordGap = 0.18;

const functions = /^(?:sin|cos|tan|exp|log|ln|max|min|det|lim|arg|diag|tr|sup|inf)$/;

/** Letters side by side in one style. */
interface Letters {
  readonly text: string;
  readonly italic: boolean;
}

const lettersOf = (boxes: readonly Box[], size: number): readonly Letters[] => {
  const found: Letters[] = [];
  let last: Box | undefined;
  for (const box of boxes) {
    const run = found.at(-1);
    if (box.size <= 0.85 * size || box.kind !== 'word') last = undefined;
    else if (run && last && last.italic === box.italic) found[found.length - 1] = { ...run, text: run.text + box.text };
    else found.push({ text: box.text, italic: box.italic });
    if (box.kind === 'word' && box.size > 0.85 * size) last = box;
  }
  return found;
};

/** A word of a sentence; `xy` in slanted letters is a product, `of` is not. */
const isWord = ({ text, italic }: Letters): boolean => {
  if (text.length < 2 || functions.test(text)) return false;
  return !(italic && text.length <= 3 && !shortWords.has(text.toLowerCase()));
};

/** Letters that are words of a sentence when they stand alone; others may be variables. */
const articles = /^[aAIO]$/;

/** The size of a word beside larger formulas is its own, if it stands on their baseline. */
const sizeOf = (boxes: readonly Box[], { size, baseline }: Line): number =>
  boxes.every((box) => Math.abs(box.baseline - baseline) < 0.05 * size) ? mainSize(boxes) : size;

const natureOf = (boxes: readonly Box[], line: Line): Word['nature'] => {
  const size = sizeOf(boxes, line);
  const letters = lettersOf(boxes, size);
  if (letters.some(isWord)) return 'words';
  const mathematical = boxes.some(
    (box) => (box.mathematical && !/^[.,;:]$/.test(box.text)) || box.text === placeholder,
  );
  const scripted = boxes.some((box) => box.size < 0.85 * size);
  if (mathematical || scripted) return 'formula';
  const [only] = letters;
  return boxes.length === 1 && only && !only.italic && articles.test(only.text) ? 'words' : 'neutral';
};

const bullet = /^[\ufffd•◦▪▫‣⁃●○■□]$/u;

/** A list's marks say nothing, whatever sign of whatever font they are. */
const withoutBullet = (boxes: readonly Box[], size: number): readonly Box[] => {
  const [first, second] = boxes;
  const isMark = first && second && bullet.test(first.text) && second.x0 - first.x1 > 0.6 * size;
  return isMark && !/^[=<>≈≤≥≠→+*/⋅·×]/.test(second.text) ? boxes.slice(1) : boxes;
};

/** `Answer:x = 3`: what follows a colon begins anew, however close it stands. */
const isAnnounced = (box: Box, before: readonly Box[]): boolean =>
  before.at(-1)?.text === ':' && before.at(-2)?.kind === 'word' && /^[\p{L}\\]/u.test(box.text);

const wordsOf = (line: Line): readonly Word[] => {
  const { boxes: all, size } = line;
  const boxes = withoutBullet(all, size);
  const groups: Box[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    const last = groups.at(-1);
    if (last && box.x0 - edge < wordGap * size && !isAnnounced(box, last)) last.push(box);
    else groups.push([box]);
    edge = Math.max(edge, box.x1);
  }
  const words = groups.map((group): Word => ({ boxes: group, nature: natureOf(group, line) }));
  return words.map((word, index) =>
    index === 0 && isLabel(word.boxes, words[1]?.boxes[0], size) ? { ...word, nature: 'words', label: true } : word,
  );
};

const relation = /[=<>≈≤≥≠→]/;

const operator = /^[-−–+*/=·⋅×<>≈≤≥]$/;

/** `x² + xy + 6y²` in upright letters: a short word that is none of a language's, with an operator at either side. */
const isProduct = ({ boxes, nature }: Word, before: Word | undefined, after: Word | undefined): boolean => {
  const text = boxes.map((box) => box.text).join('');
  const isShort = nature === 'words' && /^\p{Ll}{2,3}$/u.test(text) && !shortWords.has(text);
  return (
    isShort && operator.test(before?.boxes.at(-1)?.text ?? '') && (!after || operator.test(after.boxes[0]?.text ?? ''))
  );
};

const withProducts = (words: readonly Word[]): readonly Word[] =>
  words.map((word, index) =>
    isProduct(word, words[index - 1], words[index + 1])
      ? { nature: 'formula', boxes: word.boxes.map((box) => ({ ...box, italic: true })) }
      : word,
  );

/** Numbers and signs between or beside formulas belong to them; alone they do where there is a relation. */
const runsOf = (
  words: readonly Word[],
  begun: boolean,
): readonly { readonly formula: boolean; readonly words: Word[] }[] => {
  const runs: { formula: boolean; words: Word[] }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const formula = word.nature !== 'words';
    if (last && last.formula === formula) last.words.push(word);
    else runs.push({ formula, words: [word] });
  }
  return runs.map((run, index) => {
    const sure =
      (begun && index === 0) ||
      run.words.some(({ nature, boxes }) => nature === 'formula' || boxes.some(({ text }) => relation.test(text)));
    return { ...run, formula: run.formula && sure };
  });
};

/** The words of a sentence; signs that Markdown would take for marks are escaped. */
const sentence = (words: readonly Word[]): string =>
  words
    .map(({ boxes }) =>
      boxes
        .map(({ text }) => text)
        .join('')
        .replace(/[\\`*_$#<>~|[\]]/g, '\\$&'),
    )
    .join(' ');

const punctuation = /^[.,;:!?]$/;

/** Signs at a run's end that belong to the sentence around it. */
const trimmed = (boxes: readonly Box[]): { readonly formula: readonly Box[]; readonly rest: readonly Box[] } => {
  let end = boxes.length;
  while (end > 0 && punctuation.test(boxes[end - 1]?.text ?? '')) end -= 1;
  const depth = boxes
    .slice(0, end)
    .reduce((sum, { kind }) => sum + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0);
  if (depth < 0 && boxes[end - 1]?.kind === 'close') end -= 1;
  return { formula: boxes.slice(0, end), rest: boxes.slice(end) };
};

/** Nothing but formulas, and what ends a sentence. */
export const isFormulaAlone = ({ stretches }: { readonly stretches: readonly Stretch[] }): boolean =>
  stretches.some(({ kind }) => kind === 'formula') &&
  stretches.every(({ kind, text }) => kind === 'formula' || /^[.,;:]*$/.test(text));

/** A line's sentences and formulas, from left to right; a formula may have begun on the line before. */
export const stretchesOf = (line: Line, begun = false): readonly Stretch[] =>
  runsOf(withProducts(wordsOf(line)), begun).flatMap((run): readonly Stretch[] => {
    const boxes = run.words.flatMap((word) => word.boxes);
    const bold = boxes.every((box) => box.bold || !/\p{L}/u.test(box.text));
    const mark = run.words[0]?.label ? { label: true as const } : {};
    if (!run.formula) return [{ kind: 'words', text: sentence(run.words), doubtful: false, bold, ...mark }];
    const { formula, rest } = trimmed(boxes);
    const row = rowOf(formula);
    const tail = rest.map(({ text }) => text).join('');
    return [
      {
        kind: 'formula',
        text: row.text.trim(),
        doubtful: row.doubtful || mayHaveLostSpace(formula, mainSize(formula)),
        bold: false,
      },
      ...(tail === '' ? [] : [{ kind: 'words' as const, text: tail, doubtful: false, bold }]),
    ];
  });
