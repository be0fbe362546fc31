import type { Notice } from '../model/notice.ts';
import type { Place } from '../model/place.ts';
import { limits } from './limits.ts';
import type { YamlNode, YamlScalar } from './yaml-tree.ts';

/** Collects what is wrong with a rubric, each complaint with its line and column. */
export interface Complaints {
  readonly place: (offset: number) => Place;
  /** `id` without the room's name: `unknown-key`. */
  readonly error: (id: string, offset: number, message: string) => void;
  readonly errorAt: (id: string, place: Place, message: string) => void;
  readonly warning: (id: string, offset: number, message: string) => void;
  readonly failed: () => boolean;
  /** In the order of the file, at most `limits.complaints` of them. */
  readonly all: () => readonly Notice[];
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

const byPlace = (a: Notice, b: Notice): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

/** An empty collection for a rubric file. */
export const complaintsAbout = (text: string, file: string): Complaints => {
  const starts = lineStarts(text);
  const found: Notice[] = [];

  const place = (offset: number): Place => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const tell = (severity: Notice['severity'], id: string, at: Place, message: string): void => {
    found.push({ id: `rubric/${id}`, severity, message, place: at });
  };
  const all = (): readonly Notice[] => {
    const sorted = [...found].sort(byPlace);
    if (sorted.length <= limits.complaints) return sorted;
    const rest = sorted.length - limits.complaints;
    const message = `${rest} more complaints are not shown; mend these first`;
    return [...sorted.slice(0, limits.complaints), { id: 'rubric/more', severity: 'note', message }];
  };
  return {
    place,
    error: (id, offset, message) => tell('error', id, place(offset), message),
    errorAt: (id, at, message) => tell('error', id, at, message),
    warning: (id, offset, message) => tell('warning', id, place(offset), message),
    failed: () => found.some((notice) => notice.severity === 'error'),
    all,
  };
};

/** The offset in the YAML of a character of a scalar's text; the scalar's own start where escapes hide it. */
export const offsetIn = (node: YamlScalar, index: number): number =>
  node.verbatim === undefined ? node.start : node.verbatim + index;

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** A node in a few words for a sentence: `"spam"`, `a list`. */
export const shown = (node: YamlNode): string => {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  return node.kind === 'nothing' ? 'nothing' : JSON.stringify(shortened(node.text));
};
