import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols, nodes, sameTree } from '../../math/expression/walk.ts';

/** Without a box around it and without signs in front: `x + 1` of `-(x + 1)`. */
export const unsigned = (e: Expression): Expression => {
  let inner = e;
  while (inner.kind === 'negative' || (inner.kind === 'marked' && inner.mark === 'final')) inner = inner.of;
  return inner;
};

/** The terms of a sum, and of sums among its terms: four of `a + (b - (c + d))`. Signs are left out. */
export const termsOf = (e: Expression): readonly Expression[] => {
  const terms: Expression[] = [];
  const stack = [e];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const inner = unsigned(next);
    if (inner.kind === 'sum') stack.push(...[...inner.terms].reverse());
    else terms.push(inner);
  }
  return terms;
};

/** Factors above and below the line of a term: `2`, `x + 1` over `3`, `x` for `(2/3)·(x + 1)/x`. */
export interface Fraction {
  readonly over: readonly Expression[];
  readonly under: readonly Expression[];
}

export const factorsOf = (e: Expression): Fraction => {
  const over: Expression[] = [];
  const under: Expression[] = [];
  const stack: [Expression, boolean][] = [[e, true]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [inner, above] = [unsigned(next[0]), next[1]];
    if (inner.kind === 'product') for (const factor of [...inner.factors].reverse()) stack.push([factor, above]);
    else if (inner.kind === 'quotient') stack.push([inner.under, !above], [inner.over, above]);
    else (above ? over : under).push(inner);
  }
  return { over, under };
};

/** Whether the variable occurs. */
export const dependsOn = (e: Expression, variable: Expression): boolean => {
  for (const node of nodes(e)) if (sameTree(node, variable)) return true;
  return false;
};

const constants = new Set(['π', 'e', 'i']);

/** The variable that is meant where none is named: the only one there is. */
export const onlyVariable = (e: Expression): Expression | undefined => {
  const names = freeSymbols(e).filter((name) => !(name.kind === 'symbol' && constants.has(name.name)));
  return names.length === 1 ? names[0] : undefined;
};

/** Whether there is no name in it but those of constants. */
export const isNumeric = (e: Expression): boolean =>
  freeSymbols(e).every((name) => name.kind === 'symbol' && constants.has(name.name));

/** Whether a sum stands at the top, signs and boxes aside. */
export const isSum = (e: Expression): boolean => unsigned(e).kind === 'sum';
