/**
 * Members that go on in the next row:
 *
 *     a &= b + c         a &= b          a &= b
 *       &\quad + d         &\times c        &\text{(rounded)}
 */
import type { Expression } from '../../math/expression/tree.ts';
import { isEmpty, type Source, spanning } from './strand.ts';

const termsOf = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms : [e]);

const sum = (terms: readonly Expression[], parts: readonly Expression[]): Expression => ({
  kind: 'sum',
  terms,
  ...spanning(parts),
});

const factorsOf = (e: Expression): readonly Expression[] => (e.kind === 'product' ? e.factors : [e]);

const product = (factors: readonly Expression[]): Expression => ({ kind: 'product', factors, ...spanning(factors) });

/** The last term without the sign behind it, and that sign's part filled in; `undefined` where it ends in none. */
const filled = (hanging: Expression, first: Expression): Expression | undefined => {
  if (isEmpty(hanging)) return first;
  if (hanging.kind === 'negative') {
    const of = filled(hanging.of, first);
    return of && { ...hanging, of };
  }
  if (hanging.kind !== 'product' || !isEmpty(hanging.factors.at(-1))) return undefined;
  return product([...hanging.factors.slice(0, -1), ...factorsOf(first)]);
};

/** A single term is no sum. */
const asSum = (terms: readonly Expression[], parts: readonly Expression[]): Expression => {
  const [only] = terms;
  return only && terms.length === 1 ? only : sum(terms, parts);
};

/** `a + b -` and then `c`, `a - b \cdot` and then `c`. */
const closed = (terms: readonly Expression[], more: readonly Expression[]): readonly Expression[] | undefined => {
  const hanging = terms.at(-1);
  const [first, ...others] = more;
  const last = hanging && first && !isEmpty(first) && filled(hanging, first);
  return last ? [...terms.slice(0, -1), last, ...others] : undefined;
};

/** `× c` multiplies the last term of what stands above. */
const multiplied = (terms: readonly Expression[], factors: readonly Expression[]): readonly Expression[] => {
  const last = terms.at(-1);
  return [...terms.slice(0, -1), product([...(last ? factorsOf(last) : []), ...factors])];
};

/** Whether a plus sign stands right before an expression. */
const isAdded = (e: Expression, { text, offset }: Source): boolean => {
  if (!e.at) return false;
  const start = e.at.start - offset;
  return text[start] === '+' || /\+\s*$/.test(text.slice(Math.max(0, start - 12), start));
};

/** `+ d`, `- d`, `× d`: a member that begins with the sign that puts it behind another. */
export const goesOn = (member: Expression, source: Source): boolean => {
  const [first] = termsOf(member);
  return first !== undefined && (first.kind === 'negative' || isEmpty(factorsOf(first)[0]) || isAdded(first, source));
};

/** `a -`, `a \cdot`: a member that ends in a sign. */
export const hangs = (member: Expression): boolean => {
  const last = termsOf(member).at(-1);
  return last !== undefined && filled(last, last) !== undefined;
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
  if (whole) return asSum(whole, parts);
  if (isEmpty(first)) return sum([...terms, ...others], parts);
  if (first?.kind === 'negative' || (first && isAdded(first, source))) return sum([...terms, ...more], parts);
  if (first?.kind === 'product' && isEmpty(first.factors[0])) {
    return asSum([...multiplied(terms, first.factors.slice(1)), ...others], parts);
  }
  return unclear(parts);
};
