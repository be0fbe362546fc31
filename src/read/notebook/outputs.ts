import type { Draft } from '../draft/draft.ts';
import { addPart, exceeded } from '../draft/draft.ts';
import { limits } from '../limits.ts';
import { readMarkdown } from '../markdown/reader.ts';
import { walkOver } from '../scan/walk.ts';
import { blank } from '../source/blank.ts';
import type { Json } from './json.ts';
import { at, joinedText } from './json.ts';

/** Where a cell's output is kept: its key and the number of its cell. */
export interface OutputPlace {
  readonly file: string;
  readonly cell: number;
}

const colours = /\u001b\[[0-9;?]*[A-Za-z]/g;

const withoutColours = (text: string): string =>
  blank(
    text,
    [...text.matchAll(colours)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );

const keep = (draft: Draft, { file, cell }: OutputPlace, text: string): string => {
  const kept = text.slice(0, limits.outputLength.value);
  draft.sources.push({ file, text: kept, cell });
  if (kept.length < text.length) exceeded(draft, limits.outputLength, { file, start: kept.length, end: kept.length });
  return kept;
};

const takePrinted = (draft: Draft, place: OutputPlace, printed: string): void => {
  const text = keep(draft, place, printed);
  if (text.trim() === '') return;
  addPart(draft, {
    kind: 'output',
    text: withoutColours(text),
    range: { file: place.file, start: 0, end: text.length },
  });
};

/** Formulas and words that a program set (sympy prints `$\displaystyle 2 x + y$`). */
const takeSet = (draft: Draft, place: OutputPlace, written: string): void =>
  readMarkdown(walkOver(draft, place.file, keep(draft, place, written), 'markdown'));

const pictures = ['image/png', 'image/jpeg', 'image/svg+xml', 'application/vnd.plotly.v1+json'];

const takePicture = (draft: Draft, place: OutputPlace, kind: string, caption: string): void => {
  draft.sources.push({ file: place.file, text: '', cell: place.cell });
  addPart(draft, { kind: 'figure', source: kind, caption, range: { file: place.file, start: 0, end: 0 } });
};

/** Takes one output of a code cell; nothing is run, and no picture is opened. */
export const takeOutput = (draft: Draft, place: OutputPlace, output: Json): void => {
  const data = at(output, 'data') ?? output;
  const picture =
    pictures.find((kind) => at(data, kind) !== undefined) ?? (at(output, 'png') ? 'image/png' : undefined);
  const set = joinedText(at(data, 'text/latex')) ?? joinedText(at(data, 'text/markdown'));
  const printed = joinedText(at(data, 'text/plain')) ?? joinedText(at(output, 'text'));
  if (picture !== undefined) takePicture(draft, place, picture, printed ?? '');
  else if (set !== undefined) takeSet(draft, place, set);
  else if (printed !== undefined) takePrinted(draft, place, printed);
};
