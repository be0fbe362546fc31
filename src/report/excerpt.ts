import type { SourceText } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import { visible } from './visible.ts';

/** One line of a source around a place, in three pieces: before it, from it on as far as `found` goes, and after. */
export interface Excerpt {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const most = 120;
const lead = 50;

const inside = ({ cell, page }: Place): string => {
  if (cell !== undefined) return `#cell${cell}`;
  return page === undefined ? '' : `#page${page}`;
};

const sourceOf = (sources: readonly SourceText[], place: Place): SourceText | undefined =>
  sources.find(({ file }) => file === place.file || file === place.file + inside(place));

/** The text of a line, from 1, without its end; lines end as editors end them. */
const lineOf = (text: string, line: number): string | undefined =>
  text.split(/\r\n|[\n\r\u2028\u2029]/, line)[line - 1];

/** The line of the source a place points to, cut to a readable width; `undefined` where the sources do not have it. */
export const excerpt = (sources: readonly SourceText[], place: Place, found = ''): Excerpt | undefined => {
  const text = sourceOf(sources, place)?.text;
  const line = text === undefined ? undefined : lineOf(text, place.line);
  if (line === undefined || line.trim() === '') return undefined;
  const at = Math.min(place.column - 1, line.length);
  const end = line.startsWith(found, at) ? at + found.length : at;
  const from = Math.max(0, at - lead);
  const to = Math.min(line.length, Math.max(end, from + most));
  return {
    line: place.line,
    before: (from > 0 ? '…' : '') + visible(line.slice(from, at)),
    marked: visible(line.slice(at, Math.min(end, at + most))),
    after: visible(line.slice(Math.min(end, at + most), to)) + (to < line.length ? '…' : ''),
  };
};
