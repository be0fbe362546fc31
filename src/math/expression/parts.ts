/** What each kind of node is made of: the one place that knows, for everything that walks or rebuilds a tree. */
import type { By, Expression } from './tree.ts';

const present = (...parts: readonly (Expression | undefined)[]): readonly Expression[] =>
  parts.filter((part) => part !== undefined);

const none: readonly Expression[] = [];

/** The parts of a node in written order; a leaf has none. The operator of an application is its first part. */
export const children = (e: Expression): readonly Expression[] => {
  switch (e.kind) {
    case 'index':
      return [e.base, ...e.indices];
    case 'negative':
    case 'prime':
    case 'marked':
      return [e.of];
    case 'sum':
    case 'logic':
      return e.terms;
    case 'product':
      return e.factors;
    case 'quotient':
      return [e.over, e.under];
    case 'power':
      return [e.base, e.exponent];
    case 'root':
      return present(e.of, e.degree);
    case 'apply':
      return [e.operator, ...e.arguments];
    case 'derivative':
      return [e.of, ...e.by.flatMap(({ variable, order }) => [variable, order])];
    case 'gradient':
      return present(e.of, e.by);
    case 'at':
      return [e.of, ...e.where];
    case 'big':
      return present(e.variable, e.from, e.to, e.condition, e.body);
    case 'list':
    case 'sequence':
      return e.items;
    case 'matrix':
    case 'cases':
    case 'rows':
      return e.rows.flat();
    case 'relation':
      return e.members;
    case 'number':
    case 'symbol':
    case 'text':
    case 'ellipsis':
    case 'empty':
    case 'error':
      return none;
  }
};

const pushAll = (parts: readonly Expression[], open: Expression[]): void => {
  for (let i = parts.length - 1; i >= 0; i -= 1) open.push(parts[i] as Expression);
};

/** Puts the parts of a node onto a list of what is still to come, the first in written order last. */
export const pushParts = (e: Expression, open: Expression[]): void => {
  switch (e.kind) {
    case 'number':
    case 'symbol':
      return;
    case 'negative':
      open.push(e.of);
      return;
    case 'quotient':
      open.push(e.under, e.over);
      return;
    case 'power':
      open.push(e.exponent, e.base);
      return;
    case 'index':
      pushAll(e.indices, open);
      open.push(e.base);
      return;
    case 'apply':
      pushAll(e.arguments, open);
      open.push(e.operator);
      return;
    default:
      pushAll(children(e), open);
  }
};

/** Hands out new parts one by one, in the order of `children`. */
const dealer = (parts: readonly Expression[]) => {
  let next = 0;
  const one = (): Expression => {
    const part = parts[next++];
    if (!part) throw new RangeError('too few parts for this node');
    return part;
  };
  return {
    one,
    each: (old: readonly unknown[]) => old.map(one),
    rows: (old: readonly (readonly unknown[])[]) => old.map((row) => row.map(one)),
    by: (old: readonly By[]) => old.map((): By => ({ variable: one(), order: one() })),
  };
};

/** The same node with other parts, as many as `children` gives and in its order. */
export const withChildren = (e: Expression, parts: readonly Expression[]): Expression => {
  const take = dealer(parts);
  switch (e.kind) {
    case 'index':
      return { ...e, base: take.one(), indices: take.each(e.indices) };
    case 'negative':
    case 'prime':
    case 'marked':
      return { ...e, of: take.one() };
    case 'sum':
    case 'logic':
      return { ...e, terms: parts };
    case 'product':
      return { ...e, factors: parts };
    case 'quotient':
      return { ...e, over: take.one(), under: take.one() };
    case 'power':
      return { ...e, base: take.one(), exponent: take.one() };
    case 'root':
      return { ...e, of: take.one(), ...(e.degree && { degree: take.one() }) };
    case 'apply':
      return { ...e, operator: take.one(), arguments: take.each(e.arguments) };
    case 'derivative':
      return { ...e, of: take.one(), by: take.by(e.by) };
    case 'gradient':
      return { ...e, of: take.one(), ...(e.by && { by: take.one() }) };
    case 'at':
      return { ...e, of: take.one(), where: take.each(e.where) };
    case 'big':
      return {
        ...e,
        ...(e.variable && { variable: take.one() }),
        ...(e.from && { from: take.one() }),
        ...(e.to && { to: take.one() }),
        ...(e.condition && { condition: take.one() }),
        body: take.one(),
      };
    case 'list':
    case 'sequence':
      return { ...e, items: parts };
    case 'matrix':
    case 'cases':
    case 'rows':
      return { ...e, rows: take.rows(e.rows) };
    case 'relation':
      return { ...e, members: parts };
    default:
      return e;
  }
};

/** Walks in written order with a list of what is still to come; a generator would cost more than most nodes are worth. */
class Nodes implements IterableIterator<Expression> {
  readonly #open: Expression[];
  readonly #result: { done: boolean; value: Expression };

  constructor(tree: Expression) {
    this.#open = [tree];
    this.#result = { done: false, value: tree };
  }

  next(): IteratorResult<Expression, undefined> {
    const node = this.#open.pop();
    if (!node) return { done: true, value: undefined };
    pushParts(node, this.#open);
    this.#result.value = node;
    return this.#result as IteratorYieldResult<Expression>;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** Every node of the tree, wholes before parts, in written order. */
export const nodes = (tree: Expression): IterableIterator<Expression> => new Nodes(tree);
