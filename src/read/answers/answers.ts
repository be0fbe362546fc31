import { addPart } from '../draft/draft.ts';
import type { Walk } from '../scan/walk.ts';
import { rangeIn, remarkAt } from '../scan/walk.ts';

const entry =
  /^(?<indent>[ \t]*)(?:-[ \t]+)?(?<key>"[^"\n]*"|'[^'\n]*'|[^\s:#="'][^:=\n]{0,100}?)[ \t]*(?::(?=[ \t\r]|$)|=)[ \t]*(?<value>.*?)[ \t\r]*$/;

const unquoted = (text: string): string => text.replace(/^(["'])([\s\S]*)\1$/, '$2');

const comment = /(?:^|[ \t])#(?![^"']*["'][^"']*$).*$/;

/** Where the value itself stands: without quotes, dollars and a comment behind it. */
const valueIn = (
  line: string,
  from: number,
): { readonly text: string; readonly at: number; readonly math: boolean } => {
  const raw = line.slice(from).replace(comment, '').trimEnd();
  const wrapped = /^(["']?\$?\$?)([\s\S]*?)(\$?\$?["']?)$/.exec(raw);
  const [, open = '', inner = raw] = wrapped ?? [];
  return {
    text: inner.trim(),
    at: from + open.length + (inner.length - inner.trimStart().length),
    math: open.includes('$'),
  };
};

interface Level {
  readonly indent: number;
  readonly path: string;
}

/**
 * Lines `item: value` between two offsets. A key without a value opens a group; a group's keys are joined with dots.
 * With `under`, only what stands in the group of that name is read.
 *
 *   answers:
 *     2.2.1.x3: 2.871375
 *     2.2.2:
 *       v1: [-0.45, -0.8]
 */
export const readAnswers = (walk: Walk, start: number, end: number, under?: string): void => {
  let groups: Level[] = [];
  for (let at = start; at < end; ) {
    const stop = Math.min(end, lineEnd(walk.text, at));
    const line = walk.text.slice(at, stop);
    if (!/^\s*(?:#|$)/.test(line)) groups = readLine(walk, at, line, groups, under);
    at = stop + 1;
  }
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

const readLine = (walk: Walk, at: number, line: string, groups: Level[], under: string | undefined): Level[] => {
  const match = entry.exec(line);
  const { indent = '', key = '', value = '' } = match?.groups ?? {};
  const around = groups.filter((group) => group.indent < indent.length);
  const path = [...around.map((group) => group.path), unquoted(key)];
  if (!match) {
    if (under === undefined || around.length > 0) remarkAt(walk, 'front-matter', at, at + line.length);
    return groups;
  }
  const inside = under === undefined || path[0]?.toLowerCase() === under;
  if (inside && path.length > (under === undefined ? 0 : 1) && value.replace(comment, '').trim() !== '')
    addAnswer(walk, at, line, path.slice(under === undefined ? 0 : 1).join('.'), value);
  return [...around, { indent: indent.length, path: unquoted(key) }];
};

const addAnswer = (walk: Walk, at: number, line: string, item: string, value: string): void => {
  const found = valueIn(
    line,
    line.length - line.trimEnd().length === 0 ? line.length - value.length : line.lastIndexOf(value),
  );
  if (found.text === '') return;
  const start = at + found.at;
  const notation = found.math || /\\[A-Za-z]|[_^]\{/.test(found.text) ? 'latex' : 'plain';
  addPart(walk.draft, {
    kind: 'answer',
    item,
    notation,
    text: found.text,
    range: rangeIn(walk, start, start + found.text.length),
  });
};
