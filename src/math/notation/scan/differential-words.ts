import { unitWords } from './plain-words.ts';
import { Kind } from './token.ts';

/** What may stand between the `df` or `d²f(x)` above a slash and the `dx` below it. */
const upperDifferential = /[²³^\d]{0,4}\s?\p{L}{0,8}[\d_{}'′]{0,8}(?:\([^()]{0,40}\))?\s?\/\s?d\p{L}/uy;

/** Tells which words of plain text are a `d` and its variable: the `df` and the `dx` of `df/dx`, the `dx` of an integral. */
export class DifferentialWords {
  private readonly names: ReadonlySet<string> | undefined;
  private readonly hasIntegral: boolean;
  /** A differential stands above the next slash. */
  private above = false;

  constructor(text: string, names: ReadonlySet<string> | undefined) {
    this.names = names;
    this.hasIntegral = text.includes('∫');
  }

  /** Whether the word that ends at `end` is one; asked of every word in order. `before`: the token before it. */
  has(text: string, word: string, end: number, before: Kind | undefined): boolean {
    if (word.charCodeAt(0) !== 100 || this.names?.has(word)) return false;
    const below = before === Kind.slash && this.above;
    upperDifferential.lastIndex = end;
    this.above = upperDifferential.test(text);
    if (word.length === 1 || unitWords.has(word)) return false;
    return this.above || below || (this.hasIntegral && [...word].length === 2);
  }
}
