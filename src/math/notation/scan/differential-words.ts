import { unitWords } from './plain-words.ts';
import { Kind } from './token.ts';

/** What may stand between the `df`, `dx_t` or `d²f(x)` above a slash and the `dx` below it. */
const upperDifferential =
  /[²³^\d]{0,4}\s?\p{L}{0,8}[\d'′]{0,8}(?:_(?:\{[^{}]{0,24}\}|[\p{L}\d]{1,8}))?['′]{0,3}(?:\([^()]{0,40}\))?\s?\/\s?\(?\s?d\p{L}/uy;
/** The slash and what may stand between it and a later differential below it: `/ dx `, `/(dx `. */
const lowerDifferentials = /\/\s?\(?\s?(?:d\p{L}[\d^²³]{0,2}\s?){0,3}$/u;
/** All of that is shorter. */
const longestLower = 24;

/** Tells which words of plain text are a `d` and its variable: the `df` and the `dx` of `df/dx`, the `dx` of an integral. */
export class DifferentialWords {
  private readonly names: ReadonlySet<string> | undefined;
  private readonly hasIntegral: boolean;
  /** A differential stands above the next slash. */
  private above = false;
  /** One stood above a slash. */
  private divided = false;

  constructor(text: string, names: ReadonlySet<string> | undefined) {
    this.names = names;
    this.hasIntegral = text.includes('∫');
  }

  /** Whether the word that ends at `end` is one; asked of every word in order. `before`: the token before it. */
  has(text: string, word: string, end: number, before: Kind | undefined): boolean {
    if (word.charCodeAt(0) !== 100 || this.names?.has(word)) return false;
    const below = (before === Kind.slash && this.above) || (this.divided && standsBelow(text, end - word.length));
    upperDifferential.lastIndex = end;
    this.above = upperDifferential.test(text);
    this.divided ||= this.above;
    if (word.length === 1 || unitWords.has(word)) return false;
    return this.above || below || (this.hasIntegral && [...word].length === 2);
  }
}

const standsBelow = (text: string, start: number): boolean =>
  lowerDifferentials.test(text.slice(Math.max(0, start - longestLower), start));
