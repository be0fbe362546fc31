import type { Document } from '../../model/document.ts';
import type { Draft } from '../draft/draft.ts';
import { addPart, draft, exceeded, finish, note, openSection } from '../draft/draft.ts';
import { limits } from '../limits.ts';
import { shownWords } from '../markdown/headings.ts';
import { readMarkdown } from '../markdown/reader.ts';
import type { Source, TextReader } from '../reader.ts';
import { headingWords } from '../scan/heading.ts';
import { strongLevel } from '../scan/heading-level.ts';
import { walkOver } from '../scan/walk.ts';
import type { Json } from './json.ts';
import { at, items, joinedText, readJson } from './json.ts';
import { takeOutput } from './outputs.ts';

const takeCode = (into: Draft, file: string, cell: number, json: Json, text: string): void => {
  if (text !== '') addPart(into, { kind: 'code', text, range: { file, start: 0, end: text.length } });
  items(at(json, 'outputs')).forEach((output, index) => {
    takeOutput(into, { file: `${file}.output${index + 1}`, cell }, output);
  });
};

/** A heading cell of format 3. */
const takeHeading = (into: Draft, file: string, json: Json, text: string): void => {
  const level = at(json, 'level');
  const depth = level !== null && typeof level === 'object' && 'literal' in level ? Number(level.literal) : 1;
  const range = { file, start: 0, end: text.length };
  openSection(into, {
    ...headingWords(shownWords(text)),
    level: strongLevel(depth >= 1 && depth <= 6 ? depth : 1),
    range,
  });
};

const takeCell = (into: Draft, name: string, cell: number, json: Json): void => {
  const file = `${name}#cell${cell}`;
  const text = joinedText(at(json, 'source')) ?? joinedText(at(json, 'input')) ?? '';
  into.sources.push({ file, text, cell });
  const kind = at(json, 'cell_type');
  if (kind === 'code') takeCode(into, file, cell, json, text);
  else if (kind === 'heading') takeHeading(into, file, json, text);
  else readMarkdown(walkOver(into, file, text, 'markdown'));
};

/** The cells of format 4, or those of format 3's sheets. */
const cellsOf = (notebook: Json): readonly Json[] => {
  const sheets = items(at(notebook, 'worksheets'));
  return sheets.length > 0 ? sheets.flatMap((sheet) => items(at(sheet, 'cells'))) : items(at(notebook, 'cells'));
};

const read = ({ name, decoded }: Source): Document => {
  const into = draft(name, decoded.encoding);
  const { value, broken } = readJson(decoded.text);
  const cells = cellsOf(value);
  const taken = cells.slice(0, limits.cells.value);
  taken.forEach((json, index) => {
    takeCell(into, name, index + 1, json);
  });
  const last = { file: `${name}#cell${Math.max(1, taken.length)}`, start: 0, end: 0 };
  if (taken.length < cells.length) exceeded(into, limits.cells, last);
  if (broken === 'too-deep') exceeded(into, limits.jsonDepth, last);
  if (broken === 'cut') note(into, 'notebook-broken', last);
  if (cells.length === 0) note(into, 'notebook-format', last);
  if (broken !== undefined || cells.length === 0)
    addPart(into, { kind: 'unreadable', reason: 'The notebook is not whole.', range: last });
  return finish(into, 'notebook');
};

/** Jupyter notebooks, format 4 and the older 3. */
export const notebookReader: TextReader = {
  name: 'notebook',
  extensions: ['.ipynb'],
  recognises: ({ name, decoded }) => {
    if (!/^\s*\{/.test(decoded.text)) return 0;
    if (/"(?:cell_type|nbformat)"\s*:/.test(decoded.text.slice(0, 200_000))) return 1;
    return /\.ipynb$/i.test(name) ? 0.9 : 0;
  },
  read,
};
