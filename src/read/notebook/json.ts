import { limits } from '../limits.ts';

/** JSON as read: objects as maps, so that no key (`__proto__`) means anything; numbers as their text. */
export type Json = string | null | JsonLiteral | readonly Json[] | ReadonlyMap<string, Json>;

/** `true`, `3.5`, or whatever stands there without quotes. */
interface JsonLiteral {
  readonly literal: string;
}

/** A value, and why reading ended early if it did. */
export interface JsonRead {
  readonly value: Json;
  readonly broken?: 'cut' | 'too-deep';
}

interface Cursor {
  readonly text: string;
  at: number;
  broken?: JsonRead['broken'];
}

const space = /[\s]*/y;
const plainRun = /[^"\\]*/y;
const literal = /[^\s,\]}"{[]+/y;

const skipSpace = (cursor: Cursor): string => {
  space.lastIndex = cursor.at;
  cursor.at += space.exec(cursor.text)?.[0].length ?? 0;
  return cursor.text.charAt(cursor.at);
};

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const escapeSequence = (cursor: Cursor): string => {
  const sign = cursor.text.charAt(cursor.at + 1);
  if (sign !== 'u') {
    cursor.at += 2;
    return escapes[sign] ?? sign;
  }
  const code = Number.parseInt(cursor.text.slice(cursor.at + 2, cursor.at + 6), 16);
  cursor.at += 6;
  return String.fromCharCode(Number.isNaN(code) ? 0xfffd : code);
};

/** A string; one that is cut is no value, for a cut number would be a wrong one. */
const string = (cursor: Cursor): string | undefined => {
  const pieces: string[] = [];
  cursor.at += 1;
  while (cursor.at < cursor.text.length) {
    plainRun.lastIndex = cursor.at;
    const run = plainRun.exec(cursor.text)?.[0] ?? '';
    pieces.push(run);
    cursor.at += run.length;
    if (cursor.text.charAt(cursor.at) === '"') {
      cursor.at += 1;
      return pieces.join('');
    }
    if (cursor.at < cursor.text.length) pieces.push(escapeSequence(cursor));
  }
  cursor.broken = 'cut';
  return undefined;
};

/** Passes a comma; `false` at the end of the list or where the text is cut or wrong. */
const another = (cursor: Cursor, close: string): boolean => {
  const sign = skipSpace(cursor);
  if (sign === ',') {
    cursor.at += 1;
    return skipSpace(cursor) !== close || pass(cursor);
  }
  if (sign === close) return pass(cursor);
  cursor.broken ??= 'cut';
  return false;
};

const pass = (cursor: Cursor): false => {
  cursor.at += 1;
  return false;
};

const list = (cursor: Cursor, depth: number): readonly Json[] => {
  const items: Json[] = [];
  cursor.at += 1;
  if (skipSpace(cursor) === ']') pass(cursor);
  else
    do {
      const item = value(cursor, depth + 1);
      if (item !== undefined) items.push(item);
    } while (!cursor.broken && another(cursor, ']'));
  return items;
};

const member = (cursor: Cursor, depth: number, into: Map<string, Json>): void => {
  const key = skipSpace(cursor) === '"' ? string(cursor) : undefined;
  if (key === undefined || skipSpace(cursor) !== ':') {
    cursor.broken ??= 'cut';
    return;
  }
  cursor.at += 1;
  const content = value(cursor, depth + 1);
  if (content !== undefined) into.set(key, content);
};

const object = (cursor: Cursor, depth: number): ReadonlyMap<string, Json> => {
  const members = new Map<string, Json>();
  cursor.at += 1;
  if (skipSpace(cursor) === '}') pass(cursor);
  else
    do member(cursor, depth, members);
    while (!cursor.broken && another(cursor, '}'));
  return members;
};

const value = (cursor: Cursor, depth: number): Json | undefined => {
  if (depth > limits.jsonDepth.value) {
    cursor.broken = 'too-deep';
    return undefined;
  }
  const sign = skipSpace(cursor);
  if (sign === '{') return object(cursor, depth);
  if (sign === '[') return list(cursor, depth);
  if (sign === '"') return string(cursor);
  literal.lastIndex = cursor.at;
  const found = literal.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  if (found === '') cursor.broken ??= 'cut';
  return found === '' ? undefined : found === 'null' ? null : { literal: found };
};

/** Reads JSON as far as it is whole: what stands before a cut is kept. Never throws. */
export const readJson = (text: string): JsonRead => {
  const cursor: Cursor = { text, at: 0 };
  const found = value(cursor, 0) ?? null;
  return cursor.broken ? { value: found, broken: cursor.broken } : { value: found };
};

/** A member of an object; `undefined` of anything else. */
export const at = (json: Json | undefined, key: string): Json | undefined =>
  json instanceof Map ? json.get(key) : undefined;

/** The items of a list; none of anything else. */
export const items = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);

/** A string, or a list of strings joined: notebooks write texts either way. */
export const joinedText = (json: Json | undefined): string | undefined => {
  if (typeof json === 'string') return json;
  if (!Array.isArray(json)) return undefined;
  return json.filter((line) => typeof line === 'string').join('');
};
