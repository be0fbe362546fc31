/**
 * Members that go on in the next row:
 *
 *     a &= b + c         a &= b          a &= b
 *       &\quad + d         &\times c        &\text{(rounded)}
 */
import type { Expression } from '../math/expression/tree.ts';
import { isEmpty, type Source, spanning } from './strand.ts';

const termsOf = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms : [e]);

const sum = (terms: readonly Expression[], parts: readonly Expression[]): Expression => ({
  kind: 'sum',
  terms,
  ...spanning(parts),
});

/** `a + b -` and then `c`. */
const closed = (terms: readonly Expression[], more: readonly Expression[]): readonly Expression[] | undefined => {
  const hanging = terms.at(-1);
  const [first, ...others] = more;
  if (!hanging || !first || terms.length < 2) return undefined;
  if (isEmpty(hanging)) return [...terms.slice(0, -1), ...more];
  if (hanging.kind !== 'negative' || !isEmpty(hanging.of)) return undefined;
  return [...terms.slice(0, -1), { ...hanging, of: first }, ...others];
};

/** `× c` multiplies the last term of what stands above. */
const multiplied = (terms: readonly Expression[], factors: readonly Expression[]): readonly Expression[] => {
  const last = terms.at(-1);
  const own = last?.kind === 'product' ? last.factors : last ? [last] : [];
  const all = [...own, ...factors];
  return [...terms.slice(0, -1), { kind: 'product', factors: all, ...spanning(all) }];
};

/** Whether a plus sign stands right before an expression. */
const isAdded = (e: Expression, { text, offset }: Source): boolean => {
  if (!e.at) return false;
  const start = e.at.start - offset;
  return text[start] === '+' || /\+\s*$/.test(text.slice(Math.max(0, start - 12), start));
};

/** A sum over more rows than these is no answer. */
const mostTerms = 1000;

const unclear = (parts: readonly Expression[]): Expression => ({
  kind: 'error',
  message: 'it could not be told how the next row goes on',
  ...spanning(parts),
});

/** The member `last` with what the next row adds to it; an error where that cannot be told. */
export const continued = (last: Expression, rest: Expression, source: Source): Expression => {
  const parts = [last, rest];
  if (rest.kind === 'text') return last;
  const [terms, more] = [termsOf(last), termsOf(rest)];
  const [first, ...others] = more;
  if (terms.length > mostTerms) return unclear(parts);
  const whole = closed(terms, more);
  if (whole) return sum(whole, parts);
  if (isEmpty(first)) return sum([...terms, ...others], parts);
  if (first?.kind === 'negative' || (first && isAdded(first, source))) return sum([...terms, ...more], parts);
  if (first?.kind === 'product' && isEmpty(first.factors[0])) {
    const product = multiplied(terms, first.factors.slice(1));
    const all = [...product, ...others];
    const [only] = all;
    return only && all.length === 1 ? only : sum(all, parts);
  }
  return unclear(parts);
};
