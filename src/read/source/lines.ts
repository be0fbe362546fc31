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

/** A source with its line table once it was asked for. */
interface Lined {
  readonly source: SourceText;
  starts: readonly number[] | undefined;
}

/** The function from ranges to places over some sources; line tables are made when first asked for. */
export const placesIn = (sources: readonly SourceText[]): ((range: Range) => Place) => {
  const byFile = new Map(sources.map((source): [string, Lined] => [source.file, { source, starts: undefined }]));
  return ({ file, start }) => {
    const lined = byFile.get(file);
    if (!lined) return { file, line: 1, column: 1 };
    const { source } = lined;
    lined.starts ??= lineStarts(source.text);
    const line = lineAt(lined.starts, start);
    const place: Place = { file: fileOf(source), line, column: start - (lined.starts[line - 1] ?? 0) + 1 };
    if (source.cell !== undefined) return { ...place, cell: source.cell };
    return source.page === undefined ? place : { ...place, page: source.page };
  };
};
