import type { Expression } from '../../math/expression/tree.ts';

/** 1 for `∞` and `+∞`, −1 for `−∞`, `undefined` for what is no infinity as written. */
export const infinityOf = (e: Expression): 1 | -1 | undefined => {
  if (e.kind === 'symbol') return e.name === '∞' ? 1 : undefined;
  const inner = e.kind === 'negative' ? infinityOf(e.of) : undefined;
  return inner && (inner === 1 ? -1 : 1);
};
