import type { Stretch } from '../source/blank.ts';
import { functionNames, greekNames, textCommands, unitNames } from './math-words.ts';

/**
 * What a piece of prose can be to a formula: `name` is a mathematical name by its own look (`x_1`, `λ`, `W_{rec}`),
 * `letter` a single letter, `word` a longer one that only its neighbours can make a name, `atom` a formula between
 * delimiters, `stop` whatever no formula contains.
 */
export type TokenKind =
  | 'number'
  | 'name'
  | 'letter'
  | 'word'
  | 'unit'
  | 'command'
  | 'relation'
  | 'operator'
  | 'script'
  | 'open'
  | 'close'
  | 'comma'
  | 'atom'
  | 'stop';

export interface MathToken extends Stretch {
  readonly kind: TokenKind;
  readonly text: string;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** First on its line. */
  readonly first: boolean;
}

const group = '\\{(?:[^{}\\n]|\\{[^{}\\n]{0,40}\\}){0,80}\\}';
const script = `(?:_(?:${group}|\\\\?[\\p{L}\\p{N}]+)|\\^(?:${group}|\\\\[A-Za-z]+|[\\p{L}\\p{N}]+))`;
const raised = '[\\u00b2\\u00b3\\u00b9\\u2070-\\u209c\\u1d40\\u22a4]';

const angled = '[^<>=,\\n]{1,40}(?:,[^<>=,\\n]{1,40}){1,3}';
/** `= <3, 8>`: angle brackets typed as signs. */
const angleOpen = `<(?<=[=:(]\\s?<)(?=${angled}>)`;
const angleClose = `>(?<=[=:(]\\s?<${angled}>)`;

const pattern = new RegExp(
  [
    '(?<space>[ \\t\\r\\f\\u00a0\\u2000-\\u200a\\u3000]+)',
    '(?<newline>\\n)',
    '(?<link>(?:https?://|www\\.)\\S+)',
    '(?<number>(?:\\d+(?:[.,]\\d+)*|\\.\\d+)(?:[eE][+\\-\\u2212]?\\d+(?![\\p{L}\\d]))?|\\d*[\\u00bc-\\u00be\\u2150-\\u215e])',
    `(?<command>\\\\[A-Za-z]+(?:${group})*(?:${script}|${raised}|['\\u2032](?![\\p{L}]))*|\\\\[,;:!{}|])`,
    `(?<word>[\\p{Lu}\\p{Ll}\\p{Lm}\\p{M}][\\p{Lu}\\p{Ll}\\p{Lm}\\p{M}\\p{N}]*(?:${raised}|${script}|['\\u2032](?![\\p{L}]))*)`,
    `(?<angle>${angleOpen}|${angleClose})`,
    '(?<relation>:=|<=|>=|!=|==|~=|=>|->|<-|[=<>\\u2248\\u2264\\u2265\\u2260\\u2190\\u2192\\u21d2\\u221d\\u2261\\u2208\\u226a\\u226b\\u2254\\u2243\\u2245\\u21d4\\u27f9])',
    `(?<script>${script})`,
    `(?<operator>(?<=[-+*/·×=≈,]\\s?)\\.{3}(?=\\s?[-+*/·×=≈,])|[+\\-*/^_%!|@\\u2212\\u2013\\u00b7\\u00d7\\u00f7\\u00b1\\u221a\\u221b\\u2202\\u2207\\u2211\\u220f\\u222b\\u221e\\u00b0\\u2032\\u22c5\\u2217\\u2218\\u2016\\u2026']|${raised})`,
    '(?<open>[(\\[{\\u27e8])',
    '(?<close>[)\\]}\\u27e9])',
    '(?<comma>[,;])',
    '(?<stop>.)',
  ].join('|'),
  'suy',
);

const structured = new RegExp(`${raised}|[_^]`, 'u');
const greek = /^[\u0391-\u03c9\u03d1\u03d5\u03f5\u{1d6a8}-\u{1d7cb}]+$/u;

const attached = /[_^'\u2032\u00b2\u00b3\u00b9\u2070-\u209c\u1d40\u22a4]/;

const wordKind = (text: string): TokenKind => {
  const end = text.search(attached);
  const base = end < 0 ? text : text.slice(0, end);
  if (unitNames.has(text)) return 'unit';
  if (text.length > base.length && (structured.test(text) || [...base].length === 1)) return 'name';
  if (greekNames.has(base) || greek.test(base) || /^[\p{L}]{1,2}\p{M}?\d+$/u.test(base)) return 'name';
  if (functionNames.has(base) || /^[d∂][\p{L}]\d?$/u.test(base)) return 'name';
  return [...base.normalize('NFC')].length === 1 ? 'letter' : 'word';
};

/** Most of prose: plain letters that nothing is attached to. */
const plainWord =
  /(?!https?:|www\.)[A-Za-z]{3,}(?![\p{L}\p{M}\p{N}_^'\u2032\u00b2\u00b3\u00b9\u2070-\u209c\u1d40\u22a4])/uy;

/** Where a plain word that begins at `at` ends; `at` where none does. */
const plainEnd = (text: string, at: number): number => {
  plainWord.lastIndex = at;
  return plainWord.test(text) ? plainWord.lastIndex : at;
};

const plainKind = (word: string): TokenKind => {
  if (unitNames.has(word)) return 'unit';
  return greekNames.has(word) || functionNames.has(word) ? 'name' : 'word';
};

const kindOf = (
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
): TokenKind | 'space' | 'newline' => {
  if (groups['space'] !== undefined) return 'space';
  if (groups['newline'] !== undefined) return 'newline';
  if (groups['word'] !== undefined) return wordKind(text);
  if (groups['command'] !== undefined)
    return textCommands.has(/^\\([A-Za-z]*)/.exec(text)?.[1] ?? '') ? 'stop' : 'command';
  if (groups['script'] !== undefined) return 'script';
  if (groups['angle'] !== undefined) return text === '<' ? 'open' : 'close';
  for (const kind of ['number', 'relation', 'operator', 'open', 'close', 'comma'] as const)
    if (groups[kind] !== undefined) return kind;
  return 'stop';
};

/** Signs that no longer token begins with. */
const alone: Readonly<Record<string, TokenKind | 'space' | 'newline'>> = {
  ' ': 'space',
  '\n': 'newline',
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
  ',': 'comma',
  ';': 'comma',
};

/** The kind of what begins at a place, and where it ends: at `limit` at the latest. */
const shapeAt = (text: string, at: number, limit: number): readonly [TokenKind | 'space' | 'newline', number] => {
  const sign = alone[text.charAt(at)];
  if (sign !== undefined) return [sign, at + 1];
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const end = Math.min(at + (match?.[0].length ?? 1), limit);
  return [kindOf(match?.groups ?? {}, text.slice(at, end)), end];
};

/** The tokens of a paragraph, line ends as `stop`, formulas between delimiters as one token each. */
export const mathTokens = (
  text: string,
  atoms: readonly (Stretch & { readonly opaque: boolean })[],
): readonly MathToken[] => {
  const tokens: MathToken[] = [];
  let [at, spaced, first, next] = [0, false, true, 0];
  const push = (kind: TokenKind, end: number): void => {
    tokens.push({ kind, text: text.slice(at, end), start: at, end, spaced, first });
    [spaced, first] = [false, false];
    at = end;
  };
  while (at < text.length) {
    const atom = atoms[next];
    if (atom && atom.start <= at) {
      push(atom.opaque ? 'stop' : 'atom', Math.max(atom.end, at));
      next += 1;
      continue;
    }
    const plain = plainEnd(text, at);
    if (plain > at && plain <= (atom?.start ?? text.length)) {
      push(plainKind(text.slice(at, plain)), plain);
      continue;
    }
    const [kind, end] = shapeAt(text, at, atom?.start ?? text.length);
    if (kind === 'space') [at, spaced] = [end, true];
    else {
      push(kind === 'newline' ? 'stop' : kind, end);
      if (kind === 'newline') first = true;
    }
  }
  return tokens;
};
