import type { Expression } from '../../expression/tree.ts';
import { Kind, type Token } from '../scan/token.ts';
import type { Parser } from './parser.ts';
import { inside, readItems } from './sequences.ts';

/** Letters that name functions wherever a bracket follows, unless the bracket holds the letter itself: `σ(1-σ)`. */
const functionLetters: ReadonlySet<string> = new Set([...'fgFGHσφψΦΨΓζLJℒℓO𝔼𝒥𝟙']);

/** Letters that are never applied. */
const constants: ReadonlySet<string> = new Set(['e', 'i', 'd', 'π', '∂', '∞']);

/**
 * Whether the bracket after `left` holds its arguments; otherwise it is a factor. Decided in this order:
 *
 *  1. known functions, `f'`, `∇f`, and names of the document's functions apply, but not `σ(1-σ)`;
 *  2. a comma, a relation or a bar in the bracket makes arguments: `u(x, y)`, `P(X = 1)`;
 *  3. names of several letters and the usual function letters apply: `loss(w)`, `f(x+1)`, but not `σ(1-σ)`;
 *  4. other Latin letters, with or without index, apply to one bare name, `y(t)`, and in `y(0) = 1`; they multiply
 *     everything else, `x(y+1)`, `n(2)`. An unknown function is undecided later; a product that is none could be judged wrong.
 */
export const applies = (parser: Parser, left: Expression): boolean => {
  const open = parser.current;
  if (open.text !== '(' && open.text !== '[') return open.text === '{' && left.kind === 'symbol' && left.name === '𝟙';
  if (left.kind === 'prime' || left.kind === 'gradient') return open.text === '(';
  if (left.kind === 'derivative') return open.text === '(' && (holdsArguments(parser) || isBare(parser));
  const name = headName(left);
  if (name === undefined || (left.kind === 'symbol' && constants.has(name))) return false;
  const { functions } = parser.vocabulary;
  if (functions.has(name) || functions.has(indexedName(left) ?? name)) return !holdsName(parser, name);
  if (open.text === '[') return name === '𝔼' || name === '𝟙' || (name === 'E' && !open.spaced);
  if (holdsArguments(parser)) return true;
  return left.kind === 'power' ? functionLetters.has(name) && isBare(parser) : namesFunction(parser, name);
};

const namesFunction = (parser: Parser, name: string): boolean => {
  const letter = baseLetter(name);
  if (functionLetters.has(letter)) return !holdsName(parser, letter);
  if (letter.length > 1 && letter === name) return !parser.current.spaced;
  return /^[a-zA-Z]$/.test(letter) && (isBare(parser) || isInitialValue(parser));
};

/** `W` of `W_rec`. */
const baseLetter = (name: string): string => {
  const underscore = name.indexOf('_');
  return underscore > 0 ? name.slice(0, underscore) : name;
};

/** The name at the bottom of `f_1`, `f^{(k)}`, `f^2`. */
const headName = (node: Expression): string | undefined => {
  if (node.kind === 'symbol') return node.name;
  if (node.kind === 'index' || node.kind === 'power') return headName(node.base);
  return undefined;
};

/** `T_2` as one name: a function may have an index of its own. */
const indexedName = (node: Expression): string | undefined => {
  if (node.kind !== 'index' || node.base.kind !== 'symbol' || node.position !== 'sub') return undefined;
  const [first, ...more] = node.indices;
  return first?.kind === 'number' && more.length === 0 ? `${node.base.name}_${first.text}` : undefined;
};

/** Calls `see` with each token directly inside the bracket that is the current token, until it says true. */
const someInside = (parser: Parser, see: (token: Token, index: number) => boolean): boolean => {
  const end = parser.current.match;
  for (let i = parser.position + 1; i < end; i += 1) {
    const token = parser.token(i);
    if (see(token, i)) return true;
    if (token.match > i) i = token.match;
  }
  return false;
};

/** A comma, a relation, or a bar that is no absolute value. */
const holdsArguments = (parser: Parser): boolean => separates(parser) || holdsLoneBar(parser);

const holdsLoneBar = (parser: Parser): boolean => {
  let bars = 0;
  someInside(parser, ({ kind }) => {
    if (kind === Kind.bar) bars += 1;
    return false;
  });
  return bars % 2 === 1;
};

const separates = (parser: Parser): boolean =>
  someInside(
    parser,
    ({ kind, text }) =>
      (kind === Kind.comma && text !== ';') || kind === Kind.relation || (kind === Kind.colon && text === '|'),
  );

/** The letter as a quantity: not where it is applied itself, `f(f(x))`. */
const holdsName = (parser: Parser, name: string): boolean =>
  someInside(parser, (token, index) => token.text === name && parser.token(index + 1).kind !== Kind.open);

/** One name, perhaps with scripts: `(t)`, `(x_{t-1})`, `(θ^{(k)})`. */
const isBare = (parser: Parser): boolean => {
  if (parser.ahead(1).kind !== Kind.name) return false;
  return !someInside(
    parser,
    ({ kind }, index) => index > parser.position + 1 && !scriptKinds.has(kind) && !inScript(parser, index),
  );
};

/** `y(0) = 1`: an integer alone, and then a relation. */
const isInitialValue = (parser: Parser): boolean =>
  parser.current.match === parser.position + 2 &&
  /^\d+$/.test(parser.ahead(1).text) &&
  parser.ahead(3).kind === Kind.relation;

const scriptKinds: ReadonlySet<Kind> = new Set<Kind>([Kind.subscript, Kind.superscript, Kind.prime, Kind.groupOpen]);

const inScript = (parser: Parser, index: number): boolean => {
  const { kind } = parser.token(index - 1);
  return kind === Kind.subscript || kind === Kind.superscript;
};

/** `left` applied to the bracket that is the current token. `f^2(x)` is the square of `f(x)`, `f^{-1}(x)` the inverse at `x`. */
export const application = (parser: Parser, left: Expression, start: number): Expression => {
  const args = inside(parser, readItems);
  const at = parser.span(start);
  if (left.kind !== 'power' || isMinusOne(left.exponent)) return { kind: 'apply', operator: left, arguments: args, at };
  return {
    kind: 'power',
    base: { kind: 'apply', operator: left.base, arguments: args, at },
    exponent: left.exponent,
    at,
  };
};

/** `-1` */
export const isMinusOne = (node: Expression): boolean =>
  node.kind === 'negative' && node.of.kind === 'number' && node.of.text === '1';
