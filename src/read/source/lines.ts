import type { SourceText } from '../../model/document.ts';
import type { Place, Range } from '../../model/place.ts';

/** Offsets at which the lines of a text start. */
const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** How many starts are not after the offset: the line, counted from 1. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
};

/** The file a range's key belongs to: `work.ipynb#cell3` is in `work.ipynb`. */
const fileOf = (source: SourceText): string =>
  source.cell === undefined && source.page === undefined ? source.file : source.file.replace(/#[^#]*$/, '');

/** The function from ranges to places over some sources; line tables are made when first asked for. */
export const placesIn = (sources: readonly SourceText[]): ((range: Range) => Place) => {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const tables = new Map<string, readonly number[]>();
  const tableOf = (source: SourceText): readonly number[] => {
    const known = tables.get(source.file);
    if (known) return known;
    const made = lineStarts(source.text);
    tables.set(source.file, made);
    return made;
  };
  return ({ file, start }) => {
    const source = byFile.get(file);
    if (!source) return { file, line: 1, column: 1 };
    const starts = tableOf(source);
    const line = lineAt(starts, start);
    return {
      file: fileOf(source),
      line,
      column: start - (starts[line - 1] ?? 0) + 1,
      ...(source.cell === undefined ? {} : { cell: source.cell }),
      ...(source.page === undefined ? {} : { page: source.page }),
    };
  };
};
