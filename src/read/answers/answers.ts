import { addPart } from '../draft/draft.ts';
import type { Walk } from '../scan/walk.ts';
import { rangeIn, remarkAt } from '../scan/walk.ts';

const entry =
  /^(?<indent>[ \t]*)(?:-[ \t]+)?(?<key>"[^"\n]{1,100}"|'[^'\n]{1,100}'|[^\s:#="'{}][^:=\n]{0,100}?)[ \t]*(?::(?=[ \t\r]|$)|=)[ \t]*(?<value>[^\n]*)$/d;

const unquoted = (text: string): string => text.replace(/^(["'])([\s\S]*)\1$/, '$2');

/** From a `#` behind white space on, a line is a comment; `#` inside a formula has none before it. */
const withoutComment = (value: string): string => value.replace(/(?:^|[ \t])#.*$/, '').trimEnd();

/** Quotes and dollars around a value. */
const wrapping = /^(["']?)[ \t]*(\$\$?|\\\(|\\\[)?/;

/** A value's own text, how far inside it begins, and whether it stood between mathematical delimiters. */
const bareValue = (value: string): { readonly text: string; readonly at: number; readonly math: boolean } => {
  const [open = '', quote = '', delimiter = ''] = wrapping.exec(value) ?? [];
  const inner = value
    .slice(open.length)
    .replace(quote === '' ? /$^/ : /["']$/, '')
    .replace(delimiter === '' ? /$^/ : /(?:\$\$?|\\\)|\\\])[ \t]*$/, '');
  const lead = inner.length - inner.trimStart().length;
  return { text: inner.trim(), at: open.length + lead, math: delimiter !== '' };
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
  let groups: readonly Level[] = [];
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

const addAnswer = (walk: Walk, at: number, item: string, value: string): void => {
  const { text, at: lead, math } = bareValue(value);
  if (text === '') return;
  const notation = math || /\\[A-Za-z]|[_^]\{/.test(text) ? 'latex' : 'plain';
  const range = rangeIn(walk, at + lead, at + lead + text.length);
  addPart(walk.draft, { kind: 'answer', item, notation, text, range });
};

const readLine = (
  walk: Walk,
  at: number,
  line: string,
  groups: readonly Level[],
  under: string | undefined,
): readonly Level[] => {
  const match = entry.exec(line);
  const { indent = '', key = '', value = '' } = match?.groups ?? {};
  if (!match) {
    if (under === undefined || groups[0]?.path.toLowerCase() === under)
      remarkAt(walk, 'front-matter', at, at + line.length);
    return groups;
  }
  const around = groups.filter((group) => group.indent < indent.length);
  const path = [...around.map((group) => group.path), unquoted(key)];
  const item = under === undefined ? path : path[0]?.toLowerCase() === under ? path.slice(1) : [];
  const shown = withoutComment(value);
  if (item.length > 0 && shown !== '')
    addAnswer(walk, at + (match.indices?.groups?.['value']?.[0] ?? 0), item.join('.'), shown);
  return [...around, { indent: indent.length, path: unquoted(key) }];
};
