import type { Box } from './box.ts';
import { mainSize } from './box.ts';

/** A row of boxes as a formula, and whether anything in it was uncertain. */
export interface Row {
  readonly text: string;
  readonly doubtful: boolean;
}

/** Below this share of the main size a box is a script of what stands before it. */
const scriptSize = 0.88;
/** How far a script's baseline is raised or lowered at least, in main sizes; less is uncertain. */
const raised = 0.18;
const lowered = -0.04;
/** Gaps in units of the size: between words, and between two formulas in a row. */
const wordGap = 0.2;
/** Letters of a script are a name, `max`, however loosely they are set. */
const scriptGap = 0.5;
const formulaGap = 0.95;

type Place = 'main' | 'sub' | 'sup' | 'unsure';

const placeOf = (box: Box, base: Box | undefined, size: number, baseline: number): Place => {
  if (box.size >= scriptSize * size) return 'main';
  // A small fraction may begin a row; a script has nothing to belong to there.
  if (!base) return box.composite ? 'main' : 'unsure';
  const shift = (box.baseline - baseline) / size;
  // A fraction in a line of text has smaller parts, and its bar on the line's axis all the same.
  if (box.composite && Math.abs(shift) < raised) return 'main';
  if (shift >= raised) return 'sup';
  return shift <= lowered ? 'sub' : 'unsure';
};

const functions =
  /^(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|exp|log|ln|lg|max|min|det|lim|arg|sup|inf|gcd|dim|ker|Pr)$/;

/** Upright letters in a formula: a function's name, a word, or one letter. */
const upright = (word: string, bold: boolean): string => {
  if (functions.test(word)) return `\\${word} `;
  if (bold) return `\\mathbf{${word}}`;
  return word.length === 1 ? word : `\\mathrm{${word}}`;
};

const gapBefore = (box: Box, before: Box | undefined): number =>
  before === undefined ? 0 : (box.x0 - before.x1) / Math.max(box.size, before.size);

const isVariable = (box: Box | undefined): boolean =>
  box !== undefined && (box.kind === 'letter' || (box.kind === 'word' && box.italic)) && /^\p{L}$/u.test(box.text);

/** The text of boxes that stand on one baseline: words joined, numbers joined, gaps kept; `letterGap` is for letters. */
const mainText = (boxes: readonly Box[], letterGap: number): string => {
  const pieces: string[] = [];
  let word = '';
  const endWord = (bold: boolean): void => {
    if (word !== '') pieces.push(upright(word, bold));
    word = '';
  };
  boxes.forEach((box, index) => {
    const before = boxes[index - 1];
    const gap = gapBefore(box, before);
    const isUpright = box.kind === 'word' && !box.italic;
    if (word !== '' && (!isUpright || gap > wordGap || box.bold !== before?.bold)) endWord(before?.bold ?? false);
    const space = isVariable(box) && isVariable(before) ? letterGap : wordGap;
    pieces.push(gap > formulaGap ? ' \\quad ' : gap > space ? ' ' : '');
    if (isUpright) word += box.text;
    // Scripts are set tight: the comma of `λ_{1,2}` has no space behind it, whatever it separates.
    else if (letterGap === wordGap && decimalComma(box, before, boxes[index + 1])) pieces.push('{,}');
    else pieces.push(escaped(box.text));
  });
  endWord(boxes.at(-1)?.bold ?? false);
  return pieces.join('');
};

/**
 * `3,55`: a comma set tight between digits by a program that sets a space behind the comma of a list, `(4, 1)`. Elsewhere
 * the comma stays what it is, and the document's other numbers tell.
 */
const decimalComma = (box: Box, before: Box | undefined, after: Box | undefined): boolean =>
  box.text === ',' &&
  box.mathematical &&
  /^\d$/.test(before?.text ?? '') &&
  /^\d$/.test(after?.text ?? '') &&
  gapBefore(box, before) < 0.08 &&
  gapBefore(after as Box, box) < 0.08;

/** Signs that LaTeX would take for its own. */
const escaped = (text: string): string => (/^[%&#$]$/.test(text) ? `\\${text}` : text);

interface Scripted {
  readonly mains: Box[];
  readonly sub: Box[];
  readonly sup: Box[];
}

const primeCounts: Readonly<Record<string, number>> = { '′': 1, '″': 2, '‴': 3 };

const script = (sign: '_' | '^', boxes: readonly Box[]): Row => {
  if (boxes.length === 0) return { text: '', doubtful: false };
  const primes = boxes.map(({ text }) => primeCounts[text] ?? Number.NaN).reduce((sum, count) => sum + count, 0);
  if (sign === '^' && primes > 0) return { text: "'".repeat(primes), doubtful: false };
  const row = rowOf(boxes, scriptGap);
  return { text: `${sign}{${row.text.trim()}}`, doubtful: row.doubtful };
};

/** A sign still smaller than the script right before it is that script's own: the k of `e^{x_k}`. */
const isScriptOf = (box: Box, script: readonly Box[], size: number): boolean => {
  const base = script.findLast((other) => box.size < 0.9 * other.size);
  const edge = script.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);
  return base !== undefined && box.x0 > base.x1 - 0.12 * size && box.x0 < edge + 0.12 * size;
};

/** Runs of main boxes, each with the scripts that stand behind it. */
const runs = (
  boxes: readonly Box[],
  size: number,
): { readonly runs: readonly Scripted[]; readonly unsure: boolean } => {
  const found: Scripted[] = [{ mains: [], sub: [], sup: [] }];
  let [base, unsure]: [Box | undefined, boolean] = [undefined, false];
  for (const box of boxes) {
    const last = found.at(-1) as Scripted;
    const nested = [last.sub, last.sup].find((script) => isScriptOf(box, script, size));
    const place = nested ? 'sub' : placeOf(box, base, size, base?.baseline ?? box.baseline);
    if (nested) nested.push(box);
    else if (place === 'sub') last.sub.push(box);
    else if (place === 'sup') last.sup.push(box);
    else {
      if (place === 'unsure') unsure = true;
      if (last.sub.length + last.sup.length > 0) found.push({ mains: [box], sub: [], sup: [] });
      else last.mains.push(box);
      base = box;
    }
  }
  return { runs: found, unsure };
};

/** Two signs of one row printed over each other, or on two heights: what was meant nobody says. */
const overprinted = (boxes: readonly Box[]): boolean =>
  boxes.some((box, index) => {
    const before = boxes[index - 1];
    if (!before || box.composite || before.composite) return false;
    const shared = before.x1 - box.x0;
    const narrow = Math.min(box.x1 - box.x0, before.x1 - before.x0);
    return shared > 0.4 * narrow && narrow > 0.1 * box.size;
  });

/** Three dots in a row are one sign. */
const withDots = (text: string): string => text.replace(/·\s?·\s?·/g, '⋯').replace(/\.\s?\.\s?\./g, '…');

/** A row of boxes from left to right, with sub- and superscripts told by size and baseline. */
export const rowOf = (boxes: readonly Box[], letterGap = wordGap): Row => {
  const sorted = [...boxes].sort((a, b) => a.x0 - b.x0);
  const size = mainSize(sorted);
  const { runs: found, unsure } = runs(sorted, size);
  let doubtful = unsure || sorted.some((box) => box.doubtful);
  const pieces: string[] = [];
  let before: Box | undefined;
  for (const { mains, sub, sup } of found) {
    const [lower, upper] = [script('_', sub), script('^', sup)];
    doubtful ||= lower.doubtful || upper.doubtful || overprinted(mains);
    const [head] = mains;
    const gap = head ? gapBefore(head, before) : 0;
    pieces.push(
      gap > formulaGap ? ' \\quad ' : gap > wordGap ? ' ' : '',
      mainText(mains, letterGap),
      lower.text,
      upper.text,
    );
    before = [...mains, ...sub, ...sup].reduce<Box | undefined>(
      (last, box) => (last && last.x1 > box.x1 ? last : box),
      undefined,
    );
  }
  return { text: withDots(pieces.join('')), doubtful };
};
