import { product, sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols, mapTree } from '../../math/expression/walk.ts';

const namesIn = (e: Expression): ReadonlySet<string> =>
  new Set(freeSymbols(e).flatMap((name) => (name.kind === 'symbol' ? [name.name] : [])));

/** A word of letters that the other side knows one by one, and not as a word. */
const isSpelledBy = (word: string, names: ReadonlySet<string>): boolean =>
  /^\p{L}{2,6}$/u.test(word) && !names.has(word) && [...word].every((letter) => names.has(letter));

/** `xy` is the product of x and y where the other side speaks of x and of y. */
export const spelledOut = (e: Expression, other: Expression): Expression => {
  const names = namesIn(other);
  if (![...namesIn(e)].some((word) => isSpelledBy(word, names))) return e;
  return mapTree(e, (node) =>
    node.kind === 'symbol' && isSpelledBy(node.name, names) ? product([...node.name].map(sym)) : node,
  );
};
