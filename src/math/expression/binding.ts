/** How tightly each kind of node holds together, and so where a printer needs brackets. */
import type { Expression } from './tree.ts';

/** From loosest to tightest. A part is bracketed where it binds less tightly than its place asks for. */
export const binding = {
  sequence: 0,
  or: 1,
  and: 2,
  not: 3,
  relation: 4,
  at: 5,
  sum: 6,
  negative: 7,
  big: 8,
  product: 9,
  quotient: 10,
  power: 11,
  atom: 12,
} as const;

/** Postfix and bracket notations: applications that are not printed as `name(…)`. */
export const postfix: ReadonlyMap<string, string> = new Map([
  ['factorial', '!'],
  ['doublefactorial', '!!'],
  ['percent', '%'],
  ['transpose', '^T'],
]);

const bindingOfApply = (operator: Expression): number => {
  if (operator.kind !== 'symbol') return binding.atom;
  if (operator.name === 'plusminus') return binding.sum;
  return postfix.has(operator.name) ? binding.power : binding.atom;
};

/** The binding of a node as it is printed. */
export const bindingOf = (e: Expression): number => {
  switch (e.kind) {
    case 'logic':
      return binding[e.operator];
    case 'sequence':
    case 'relation':
    case 'at':
    case 'sum':
    case 'negative':
    case 'big':
    case 'product':
    case 'quotient':
    case 'power':
      return binding[e.kind];
    case 'derivative':
      return binding.quotient;
    case 'rows':
      return binding.sequence;
    case 'apply':
      return bindingOfApply(e.operator);
    case 'marked':
      return bindingOf(e.of);
    default:
      return binding.atom;
  }
};
