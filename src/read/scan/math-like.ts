import type { FormulaPart } from '../../model/document.ts';
import type { Stretch } from '../source/blank.ts';
import { balanced } from './balanced.ts';
import type { MathToken } from './math-tokens.ts';
import { mathTokens } from './math-tokens.ts';
import { functionNames, greekNames, shortWords } from './math-words.ts';

/** Mathematics found in prose: `x1 = 3.55`, `W_{rec}`, `1/γ`, `$x_1$ = 3.55`. */
export interface MathLike extends Stretch {
  readonly notation: FormulaPart['notation'];
  /** It fills its line (or lines). */
  readonly display: boolean;
  /** A word stands where an operand should: the formula may go on in it. */
  readonly doubtful: boolean;
}

type Tokens = readonly MathToken[];

/** Articles and pronouns that look like variables. */
const articles: ReadonlySet<string> = new Set(['a', 'A', 'I', 'O', 'y', 'e', 'o', 'à', 'é', 'ó', 'Y', 'E']);

const joins = (token: MathToken | undefined): boolean =>
  token !== undefined && (token.kind === 'relation' || (token.kind === 'operator' && token.text !== "'"));

/** A word that sentences are made of. Written in capitals, `SE` and `ME` are names. */
const isShortWord = ({ text }: MathToken): boolean =>
  shortWords.has(text.toLowerCase()) && !(text.length > 1 && text === text.toUpperCase());

/** `velocity` in `0.9 * velocity`: no sentence puts a star, a caret or a plus before a word. */
const boundBefore = (token: MathToken, before: MathToken | undefined): boolean =>
  before?.kind === 'operator' && (/^[*^·×⋅+∇∂√]$/u.test(before.text) || (!token.spaced && /^[/-]$/u.test(before.text)));

const boundAfter = (after: MathToken | undefined, next: MathToken | undefined): boolean =>
  after?.kind === 'operator' &&
  (/^[*^·×⋅+]$/u.test(after.text) || (!after.spaced && !next?.spaced && after.text === '/'));

const calls = (after: MathToken | undefined): boolean => after?.kind === 'open' && after.text === '(' && !after.spaced;

/** `xy` beside a sign, `2xy`: letters multiplied, where they are no word of a sentence. */
const isProduct = (token: MathToken, before: MathToken | undefined, after: MathToken | undefined): boolean =>
  token.text.length <= 3 &&
  !isShortWord(token) &&
  (joins(before) || joins(after) || (before?.kind === 'number' && !token.spaced));

/** `P(A or B)`: between two names in brackets of their own. */
const joinsEvents = (tokens: Tokens, index: number): boolean =>
  /^(?:or|and)$/i.test(tokens[index]?.text ?? '') &&
  tokens[index - 2]?.kind === 'open' &&
  /^(?:letter|name)$/.test(tokens[index - 1]?.kind ?? '') &&
  /^(?:letter|name)$/.test(tokens[index + 1]?.kind ?? '') &&
  tokens[index + 2]?.kind === 'close';

/** `SSE $= 0.17$`: a name in capitals before a formula that begins with its relation. */
const namesWhatFollows = (token: MathToken, after: MathToken | undefined): boolean =>
  after?.kind === 'atom' && /^\p{Lu}{2,6}$/u.test(token.text) && /^(?:\$+|\\[([])\s*(?:=|≈|\\approx)/.test(after.text);

const wordBelongs = (tokens: Tokens, index: number, token: MathToken): boolean => {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return (
    (after?.kind === 'relation' && !isShortWord(token)) ||
    boundBefore(token, before) ||
    boundAfter(after, tokens[index + 2]) ||
    calls(after) ||
    joinsEvents(tokens, index) ||
    namesWhatFollows(token, after) ||
    isProduct(token, before, after)
  );
};

const conjunctions: ReadonlySet<string> = new Set(
  'and or so but which where when while for at as is then hence thus with'.split(' '),
);

const goesOnAfter = ({ text }: MathToken, after: MathToken): boolean => text !== 'I' && conjunctions.has(after.text);

/** `a` in `(a, b)`, `3a` or `y(1)` is a variable, in `a matrix` an article. */
const isVariable = (token: MathToken, before: MathToken | undefined, after: MathToken | undefined): boolean => {
  if (!articles.has(token.text) || joins(before) || joins(after) || calls(after)) return true;
  const bracketed = after?.kind === 'comma' || after?.kind === 'close' || before?.kind === 'open';
  // No sentence ends in an article, and no "and" follows one: `g_x = 3x^2 y and …`.
  const ends = !token.first && (after === undefined || after.kind === 'stop' || goesOnAfter(token, after));
  return bracketed || ends || (before?.kind === 'number' && !token.spaced);
};

/** Whether a token can stand in a formula, given its neighbours. */
const belongs = (tokens: Tokens, index: number): boolean => {
  const token = tokens[index];
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (!token) return false;
  switch (token.kind) {
    case 'stop':
      return false;
    case 'word':
      return wordBelongs(tokens, index, token);
    case 'unit':
      return before?.kind === 'number' || joins(before) || joins(after);
    case 'letter':
      return isVariable(token, before, after);
    case 'script':
      return !token.spaced && before !== undefined && before.kind !== 'stop';
    default:
      return true;
  }
};

/** Maximal runs of tokens that can stand together in a formula, each with the index of the token after it. */
const runs = (tokens: Tokens): readonly { readonly run: Tokens; readonly next: number }[] => {
  const found: { run: Tokens; next: number }[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) found.push({ run: tokens.slice(from, to), next: to });
  };
  tokens.forEach((token, index) => {
    const startsAfresh =
      token.kind === 'word' && tokens[index + 1]?.kind === 'relation' && !joins(tokens[index - 1]) && index > from;
    if (belongs(tokens, index) && !startsAfresh) return;
    close(index);
    from = startsAfresh ? index : index + 1;
  });
  close(tokens.length);
  return found;
};

const dangling = (token: MathToken | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'comma' || token.kind === 'relation' || /^[+\-*/^_·×÷±√∂∇'\u2212\u2013]$/u.test(token.text));

/** The last bar of `γ ||W_rec||` closes one that opened; of an odd number it is a table's. */
const strayBar = (tokens: Tokens, from: number, to: number): boolean =>
  tokens[to - 1]?.text === '|' && tokens.slice(from, to).filter(({ text }) => text === '|').length % 2 === 1;

const leading = (token: MathToken | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'comma' ||
    (token.kind === 'relation' && !token.first) ||
    /^[*/^_·×÷!%'\u2013]$/u.test(token.text) ||
    (token.text === '-' && token.spaced && !token.first));

/** `x = 3.55!` is an exclamation; `x = 5!` may be a factorial. */
const exclaimed = (before: MathToken | undefined, token: MathToken | undefined): boolean =>
  token?.text === '!' && /[.,]/.test(before?.text ?? '');

/** Signs that lead or trail without an operand are the sentence's. */
const trim = (tokens: Tokens): Tokens => {
  let [from, to] = [0, tokens.length];
  while (from < to && leading(tokens[from])) from += 1;
  const stray = (): boolean =>
    dangling(tokens[to - 1]) || exclaimed(tokens[to - 2], tokens[to - 1]) || strayBar(tokens, from, to);
  while (to > from && stray()) to -= 1;
  return tokens.slice(from, to);
};

const relationsIn = (tokens: Tokens): number => tokens.filter(({ kind }) => kind === 'relation').length;

/** Top-level pieces between commas. */
const pieces = (tokens: Tokens): readonly Tokens[] => {
  const found: Tokens[] = [];
  let [depth, from] = [0, 0];
  tokens.forEach(({ kind }, index) => {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    else if (kind === 'comma' && depth === 0) {
      found.push(tokens.slice(from, index));
      from = index + 1;
    }
  });
  return [...found, tokens.slice(from)];
};

const isNumeric = (tokens: Tokens): boolean =>
  tokens.length > 0 && tokens.every(({ kind, text }) => kind === 'number' || /^[-+\u2212]$/.test(text));

/** Of `k = 0, 1, 2, and` the list of numbers, of `x = 3, i.e.` the 3 alone. */
const listed = (head: Tokens, rest: readonly Tokens[], whole: Tokens): Tokens => {
  const other = rest.findIndex((part) => !isNumeric(part));
  const values = other < 0 ? rest : rest.slice(0, other);
  const last = values.at(-1)?.at(-1) ?? head.at(-1);
  return last ? whole.slice(0, whole.indexOf(last) + 1) : head;
};

/** `x = 3, y = 4` is two formulas; `x, y = 3, 4` stays one; in `x = 3, 4 times` the 4 is the sentence's. */
const separated = (tokens: Tokens, after: MathToken | undefined): readonly Tokens[] => {
  const parts = pieces(tokens);
  if (parts.length === 1 || parts.every((part) => relationsIn(part) > 0)) return parts;
  const [head = [], ...rest] = parts;
  if (relationsIn(tokens) === 0) return parts;
  if (relationsIn(head) === 0 || relationsIn(tokens) > relationsIn(head)) return [tokens];
  return [after?.kind === 'word' ? head : listed(head, rest, tokens)];
};

/** `(x_1 = 3.55)`: the brackets are the sentence's. */
const unbracketed = (tokens: Tokens): Tokens => {
  const inner = tokens.slice(1, -1);
  const wrapped = tokens[0]?.text === '(' && tokens.at(-1)?.text === ')' && balanced(inner).length === inner.length;
  return wrapped && relationsIn(inner) > 0 ? inner : tokens;
};

const bare = /^(?:\\[A-Za-z]+|[\p{L}\p{M}](?:\p{M})?|[a-z]+)$/u;

/** A name that no sentence would use: a subscript on a letter, a Greek letter, a command. */
const telling = ({ kind, text }: MathToken): boolean => {
  if (kind === 'command') return text.length > 2;
  if (kind === 'operator') return /[∂∇√∑∏∫]/u.test(text);
  if (kind !== 'name') return false;
  if (/^\p{Script=Greek}/u.test(text)) return true;
  const [base = ''] = text.split(/[_^]/, 1);
  return base.length < text.length && base.length <= 2 && bare.test(base);
};

/** Enough of a formula to be told from a sentence: a relation between things, or a telling name. */
const evident = (tokens: Tokens): boolean => {
  if (tokens.length === 0) return false;
  const atomsOnly = tokens.every(({ kind }) => kind === 'atom' || kind === 'comma');
  if (atomsOnly) return false;
  const related = tokens.some(
    ({ kind, first }, index) => kind === 'relation' && (index > 0 || first) && index < tokens.length - 1,
  );
  if (related) return true;
  return !tokens.some(({ kind }) => kind === 'atom') && tokens.some(telling);
};

/** `W_rec`: a word under a name without braces, which TeX would take apart. */
const wordBelow = /_\p{L}{2}/u;

/** `sum_{t=1}^T`, `alpha`: typed out as in plain text. */
const spelledOut = (text: string): boolean => {
  const [base = ''] = text.split(/[_^]/, 1);
  return base.length > 2 && (functionNames.has(base) || greekNames.has(base));
};

const notationOf = (tokens: Tokens): MathLike['notation'] => {
  if (tokens.some(({ kind }) => kind === 'atom' || kind === 'command')) return 'latex';
  const isBraced = tokens.some(({ text }) => /[_^]\{|\\/.test(text));
  return isBraced && !tokens.some(({ text }) => wordBelow.test(text) || spelledOut(text)) ? 'latex' : 'plain';
};

/** Nothing but punctuation follows on the line. */
const endsLine = (tokens: Tokens, next: number): boolean => {
  let index = next;
  while (/^[.,;]$/.test(tokens[index]?.text ?? '')) index += 1;
  return index >= tokens.length || tokens[index]?.text === '\n';
};

/** `2x + ` before a word: what was cut off with the sign may have been part of the formula. */
const cutShort = (tokens: Tokens, shown: Tokens, after: MathToken | undefined): boolean => {
  const sign = tokens[tokens.indexOf(shown.at(-1) as MathToken) + 1];
  return sign?.kind === 'operator' && sign === tokens.at(-1) && after?.kind === 'word';
};

const found = (tokens: Tokens, after: MathToken | undefined, endsItsLine: boolean): MathLike | undefined => {
  const shown = unbracketed(trim(balanced(trim(tokens))));
  const [head, last] = [shown[0], shown.at(-1)];
  if (!head || !last || !evident(shown)) return undefined;
  const joined = shown.some(({ kind }) => kind === 'atom');
  const display = !joined && relationsIn(shown) > 0 && head.first && endsItsLine;
  return {
    start: head.start,
    end: last.end,
    notation: notationOf(shown),
    display,
    doubtful: cutShort(tokens, shown, after),
  };
};

/** Without one of these signs there is no mathematics between words. */
export const mathHint = /[=<>_^\\≈≤≥≠→⇒∝≡∈≪≫≔√∂∇∑∏∫²³¹⁰-ₜ]|\p{Script=Greek}/u;

/**
 * The mathematics in a paragraph of prose. `atoms` are formulas already found, in order: one that is inline may become
 * part of a longer formula (`$x_1$ = 3.55`), an opaque one ends whatever stands before it.
 */
export const mathLike = (
  text: string,
  atoms: readonly (Stretch & { readonly opaque: boolean })[],
): readonly MathLike[] => {
  const tokens = mathTokens(text, atoms);
  return runs(tokens).flatMap(({ run, next }) => {
    const parts = separated(balanced(run), tokens[next]);
    const single = parts.length === 1;
    return parts.flatMap((part) => found(part, tokens[next], single && endsLine(tokens, next)) ?? []);
  });
};
