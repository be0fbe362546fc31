import { addPart } from '../draft/draft.ts';
import type { Taken } from '../scan/walk.ts';
import { breakParagraph, hide, rangeIn } from '../scan/walk.ts';
import { afterArguments, braced } from './arguments.ts';
import type { LatexWalk } from './state.ts';
import { shownTitle } from './title.ts';

const drawings: ReadonlySet<string> = new Set('tikzpicture pgfpicture pspicture axis asy'.split(' '));

/** Whether an environment draws its picture itself. */
export const isDrawing = (name: string): boolean => drawings.has(name);

const captionCommand = /\\caption(?:of\s*\{[^{}]*\})?\*?\s*(?:\[[^\]]*\])?/g;

/** The caption inside the figure environment that begins here. */
export const captionAhead = (walk: LatexWalk, name: string, from: number): string => {
  const end = Math.min(walk.find.next(`\\end{${name}}`, from), from + 5_000);
  captionCommand.lastIndex = from;
  const match = captionCommand.exec(walk.text.slice(0, end));
  const words = match && braced(walk.text, match.index + match[0].length);
  return words ? shownTitle(walk.text.slice(words.start, words.end), walk.latex.macros) : '';
};

/** `\includegraphics[…]{contour.png}` */
export const takeGraphics = (walk: LatexWalk, from: number): Taken => {
  const after = afterArguments(walk.text, from, 1);
  const name = /\{([^{}]*)\}\s*$/.exec(walk.text.slice(from, after))?.[1] ?? '';
  walk.paragraph.figures.push({ source: name.trim(), caption: walk.caption, range: rangeIn(walk, walk.at, after) });
  return hide(walk, after);
};

/** A picture drawn in place: its commands are no text. */
export const takeDrawing = (walk: LatexWalk, name: string, from: number): Taken => {
  const end = walk.find.next(`\\end{${name}}`, from);
  const stop = end < walk.text.length ? end : walk.find.blankLine(from);
  const range = rangeIn(walk, walk.at, stop);
  breakParagraph(walk, stop);
  addPart(walk.draft, { kind: 'figure', source: name, caption: walk.caption, range });
  return true;
};
