import type { Stretch } from '../source/blank.ts';
import { countDollars, isFormula, nextDollar } from './dollars.ts';
import { displayEnvironments, environmentEnds, isMathEnvironment } from './environments.ts';
import type { Finder } from './find.ts';

/** Mathematics between delimiters. */
export interface MathSpan extends Stretch {
  readonly outer: Stretch;
  readonly display: boolean;
  readonly environment?: string;
  /** False where the closing delimiter is missing and the blank line ended it. */
  readonly closed: boolean;
}

/** What a text with delimiters is scanned with. */
export interface MathText {
  readonly text: string;
  readonly find: Finder;
  /** In LaTeX a dollar is always mathematics and `\\[2pt]` a line break; in Markdown neither. */
  readonly dialect: 'latex' | 'markdown';
  readonly environments: () => ReadonlyMap<number, number>;
  /** Whether the dollars of the paragraph that ends there pair up, counted from the first one asked about. */
  readonly dollarsPair: (from: number, end: number) => boolean;
}

/** A text ready to be scanned; the pairing of environments is worked out when the first one is met. */
export const mathText = (text: string, find: Finder, dialect: MathText['dialect']): MathText => {
  let ends: ReadonlyMap<number, number> | undefined;
  let [counted, pair] = [-1, false];
  return {
    dollarsPair: (from, end) => {
      if (end !== counted) [counted, pair] = [end, countDollars(text, from, end) % 2 === 0];
      return pair;
    },
    text,
    find,
    dialect,
    environments: () => {
      ends ??= environmentEnds(text);
      return ends;
    },
  };
};

const span = (at: number, start: number, end: number, outerEnd: number, display: boolean): MathSpan => ({
  outer: { start: at, end: outerEnd },
  start,
  end,
  display,
  closed: true,
});

const unclosed = (at: number, start: number, end: number, display: boolean): MathSpan => ({
  ...span(at, start, Math.max(start, end), Math.max(start, end), display),
  closed: false,
});

const wordyLine = /(?<![\\\p{L}{])\p{L}{3,}\s+\p{L}{2,}\s+\p{L}{2,}/u;

/** A display whose delimiters stand on lines of their own may hold blank lines, but no sentences. */
const fenced = ({ text }: MathText, start: number, end: number): boolean =>
  /^[ \t\r]*\n/.test(text.slice(start, start + 20)) &&
  /\n[ \t>]*$/.test(text.slice(Math.max(start, end - 20), end)) &&
  end - start < 5_000 &&
  !wordyLine.test(text.slice(start, end)) &&
  !/\\\[|\\begin\{(?:align|equation|gather)|\n#/.test(text.slice(start, end));

const between = (math: MathText, at: number, open: string, close: string): MathSpan => {
  const start = at + open.length;
  const blankLine = math.find.blankLine(at);
  const end = math.find.next(close, start);
  const found = end < math.text.length && (end < blankLine || fenced(math, start, end));
  return found ? span(at, start, end, end + close.length, true) : unclosed(at, start, blankLine, true);
};

/** `$$ … $$`, on one line or many, also opened behind text. */
const doubleDollar = (math: MathText, at: number): MathSpan => between(math, at, '$$', '$$');

/** GitHub's and GitLab's $`…`$. */
const backtickDollar = (math: MathText, at: number): MathSpan | undefined => {
  const end = math.find.next('`$', at + 2);
  return end < math.find.blankLine(at) ? span(at, at + 2, end, end + 2, false) : undefined;
};

const looksMathematical = /[=\\^_]/;

/** A dollar without partner: a price, or a formula somebody forgot to close. */
const loneDollar = (math: MathText, at: number, end: number): MathSpan | undefined => {
  const content = math.text.slice(at + 1, end);
  const price = /^\s|^\d[\d.,]*(?:\s|[.,;:!?)]|$)/.test(content);
  return math.dialect === 'markdown' && (price || !looksMathematical.test(content.slice(0, 200)))
    ? undefined
    : unclosed(at, at + 1, end, false);
};

const singleDollar = (math: MathText, at: number): MathSpan | undefined => {
  const { text, dialect } = math;
  const end = math.find.blankLine(at);
  const close = nextDollar(text, at + 1, end);
  if (close === undefined) return loneDollar(math, at, end);
  const content = text.slice(at + 1, close);
  const paired = dialect === 'latex' && math.dollarsPair(at, end);
  if (paired || isFormula(content, text.charAt(close + 1))) return span(at, at + 1, close, close + 1, false);
  return dialect === 'latex' ? loneDollar(math, at, close) : undefined;
};

const wordsOnly = /^[\p{L}\s.,;:'"!?-]*$/u;

/** `\( … \)`; in Markdown an escaped bracket in a sentence is none. */
const roundBracket = (math: MathText, at: number): MathSpan | undefined => {
  const end = math.find.next('\\)', at + 2);
  if (end < math.find.blankLine(at)) return span(at, at + 2, end, end + 2, false);
  return math.dialect === 'latex' ? unclosed(at, at + 2, math.find.blankLine(at), false) : undefined;
};

const squareBracket = (math: MathText, at: number): MathSpan | undefined => {
  const found = between(math, at, '\\[', '\\]');
  const prose = math.dialect === 'markdown' && wordsOnly.test(math.text.slice(found.start, found.end));
  return prose ? undefined : found;
};

/** `\\( … \\)` and `\\[ … \\]`: the backslash doubled, as some Markdown renderers want it. */
const doubledBracket = (math: MathText, at: number): MathSpan | undefined => {
  const round = math.text.charAt(at + 2) === '(';
  const close = round ? '\\\\)' : '\\\\]';
  const end = math.find.next(close, at + 3);
  return end < math.find.blankLine(at) ? span(at, at + 3, end, end + 3, !round) : undefined;
};

const opening = /\\begin[ \t]*\{([A-Za-z]{1,20}\*?)\}/y;
const bracedArgument = /[ \t]*\{[^{}\n]*\}/y;

const afterArguments = (text: string, from: number, count: number): number => {
  let at = from;
  for (let left = count; left > 0; left -= 1) {
    bracedArgument.lastIndex = at;
    at += bracedArgument.exec(text)?.[0].length ?? 0;
  }
  return at;
};

/** The span of the math environment called `name` whose begin (of any spelling) stands at `[at, bodyAt)`. */
const environmentSpan = (math: MathText, at: number, name: string, bodyAt: number): MathSpan => {
  const end = math.environments().get(at);
  const count = displayEnvironments.get(name);
  const start = count === undefined ? at : afterArguments(math.text, bodyAt, count);
  if (end === undefined) return { ...unclosed(at, start, math.find.blankLine(at), true), environment: name };
  const inner = count === undefined ? end : math.text.lastIndexOf('\\end', end - 1);
  return { ...span(at, start, inner, end, name.replace('*', '') !== 'math'), environment: name };
};

const environment = (math: MathText, at: number): MathSpan | undefined => {
  opening.lastIndex = at;
  const match = opening.exec(math.text);
  const name = match?.[1];
  if (!match || name === undefined || !isMathEnvironment(name)) return undefined;
  return environmentSpan(math, at, name, at + match[0].length);
};

/** The mathematics that begins at this dollar; `undefined` for a price. */
export const mathAtDollar = (math: MathText, at: number): MathSpan | undefined => {
  const next = math.text.charCodeAt(at + 1);
  if (next === 36) return doubleDollar(math, at);
  return next === 96 ? (backtickDollar(math, at) ?? singleDollar(math, at)) : singleDollar(math, at);
};

/** The mathematics that begins at this backslash: a bracket or an environment. */
export const mathAtBackslash = (math: MathText, at: number): MathSpan | undefined => {
  switch (math.text.charAt(at + 1)) {
    case '(':
      return roundBracket(math, at);
    case '[':
      return squareBracket(math, at);
    case 'b':
      return environment(math, at);
    case '\\':
      return math.dialect === 'markdown' && /[([]/.test(math.text.charAt(at + 2))
        ? doubledBracket(math, at)
        : undefined;
    default:
      return undefined;
  }
};
