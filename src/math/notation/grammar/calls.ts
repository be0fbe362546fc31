import type { Expression, Span } from '../../expression/tree.ts';
import { applied } from './node.ts';

/** Makes the node that a call such as `sqrt(x)` means. */
type Build = (args: readonly Expression[], at: Span) => Expression;

const first = (args: readonly Expression[], at: Span): Expression =>
  args[0] ?? { kind: 'error', message: 'the argument is missing', at: { start: at.end, end: at.end } };

const root: Build = (args, at) => {
  const [of, degree] = args;
  return degree === undefined
    ? { kind: 'root', of: of ?? first(args, at), at }
    : { kind: 'root', of: of ?? first(args, at), degree, at };
};

const numberNode = (text: string, at: Span): Expression => ({
  kind: 'number',
  text,
  at: { start: at.end, end: at.end },
});

/** `matrix([1,2],[3,4])` */
const matrix: Build = (args, at) =>
  args.every((row) => row.kind === 'list')
    ? { kind: 'matrix', rows: args.map((row) => (row.kind === 'list' ? row.items : [row])), at }
    : applied('matrix', args, at);

/** `diff(f, x)`, `diff(f, x, 2)` */
const derivative: Build = (args, at) => {
  const [of, variable, order] = args;
  if (of === undefined || variable === undefined) return applied('diff', args, at);
  return { kind: 'derivative', of, by: [{ variable, order: order ?? numberNode('1', at) }], style: 'total', at };
};

/** `sum(k^2, k, 1, n)` and `product(…)`; with other arguments an ordinary application. */
const big =
  (operator: 'sum' | 'product' | 'integral', name: string): Build =>
  (args, at) => {
    const [body, variable, from, to] = args;
    if (body === undefined || variable === undefined || args.length === 3) return applied(name, args, at);
    if (from === undefined || to === undefined) return { kind: 'big', operator, variable, body, at };
    return { kind: 'big', operator, variable, from, to, body, at };
  };

/** `ifelse(x < 0, -x, x)`: the first value where the condition holds, else the second. */
const distinction: Build = (args, at) => {
  const [condition, then, otherwise] = args;
  if (condition === undefined || then === undefined || otherwise === undefined) return applied('ifelse', args, at);
  return { kind: 'cases', rows: [[then, condition], [otherwise]], at };
};

/** `limit(f, x, a)` */
const limit: Build = (args, at) => {
  const [body, variable, to] = args;
  if (body === undefined || variable === undefined || to === undefined) return applied('limit', args, at);
  return { kind: 'big', operator: 'limit', variable, to, body, at };
};

/** `max{a, b}` and `max([a, b])` have the items as arguments. */
const spread =
  (name: string): Build =>
  (args, at) => {
    const [only] = args;
    return applied(name, args.length === 1 && only?.kind === 'list' ? only.items : args, at);
  };

/** Functions whose call is a node of its own kind, or has another operator name. */
export const calls: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['sqrt', (args, at) => ({ kind: 'root', of: first(args, at), at })],
  ['cbrt', (args, at) => ({ kind: 'root', of: first(args, at), degree: numberNode('3', at), at })],
  ['root', root],
  ['matrix', matrix],
  ['diff', derivative],
  ['sum', big('sum', 'sum')],
  ['product', big('product', 'product')],
  ['int', big('integral', 'int')],
  ['integrate', big('integral', 'integrate')],
  ['ifelse', distinction],
  ['limit', limit],
  ['lg', (args, at) => applied('log', args.length === 1 ? [first(args, at), numberNode('10', at)] : args, at)],
  ['max', spread('max')],
  ['min', spread('min')],
]);
