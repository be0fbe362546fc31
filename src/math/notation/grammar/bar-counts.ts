import { Kind, type Token } from '../scan/token.ts';

/** Counts the bars of one kind that stand ahead in a group. What was counted once is kept, so that asking at every bar stays linear. */
export class BarCounts {
  private readonly tokens: readonly Token[];
  private known: Map<number, { from: number; count: number }> | undefined;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** How many bars spelled `text` stand from index `from` to before `end`, brackets inside skipped. */
  ahead(text: string, from: number, end: number): number {
    const key = end * 2 + (text === '|' ? 0 : 1);
    this.known ??= new Map();
    const known = this.known.get(key);
    if (known !== undefined && known.from <= from) {
      known.count -= this.between(text, known.from, from);
      known.from = from;
      return known.count;
    }
    const count = this.between(text, from, end);
    this.known.set(key, { from, count });
    return count;
  }

  private between(text: string, from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i += 1) {
      const token = this.tokens[i];
      if (token === undefined) break;
      if (token.kind === Kind.bar && token.text === text) count += 1;
      if (token.match > i) i = token.match;
    }
    return count;
  }
}
