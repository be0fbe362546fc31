/** The names a tree needs a value for. */
import { children } from './parts.ts';
import { treeKey } from './same-tree.ts';
import type { Expression, IndexNode, SymbolNode } from './tree.ts';

/** A name that a value can be asked for: `α`, or `x_3` as one. */
export type Name = SymbolNode | IndexNode;

const keyOf = (e: Expression): string => (e.kind === 'symbol' ? e.name : treeKey(e));

const boundBy = (e: Expression): string | undefined => (e.kind === 'big' && e.variable ? keyOf(e.variable) : undefined);

/** What of a node is looked up by name: applied operators and names of text are not. */
const namedParts = (e: Expression): readonly Expression[] => {
  if (e.kind === 'apply' && e.operator.kind === 'symbol') return e.arguments;
  if (e.kind === 'index' && e.base.kind === 'symbol') return e.indices;
  return children(e);
};

const nothing: ReadonlySet<string> = new Set();

const isName = (e: Expression): e is Name => e.kind === 'symbol' || (e.kind === 'index' && e.base.kind === 'symbol');

/**
 * The names a tree needs a value for, each once, in order of appearance. `x_{t+1}` is one name, and its `t` another;
 * the `t` of `Σ_{t=1}^T` is bound and left out, as is the `f` of `f(x)`. Constants such as `π` are in.
 */
export const freeSymbols = (tree: Expression): readonly Name[] => {
  const found = new Map<string, Name>();
  const open: Expression[] = [tree];
  // What is bound where each open node stands, in step with it.
  const scopes: ReadonlySet<string>[] = [nothing];
  for (let node = open.pop(); node; node = open.pop()) {
    const bound = scopes.pop() ?? nothing;
    if (isName(node)) {
      const key = keyOf(node);
      if (!bound.has(key)) found.set(key, node);
    }
    const binds = boundBy(node);
    const inner = binds === undefined ? bound : new Set([...bound, binds]);
    const parts = namedParts(node);
    for (let i = parts.length - 1; i >= 0; i -= 1) {
      open.push(parts[i] as Expression);
      scopes.push(inner);
    }
  }
  return [...found.values()];
};
