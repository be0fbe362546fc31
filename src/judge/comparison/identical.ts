import { sym } from '../../math/expression/build.ts';
import type { Expression, NumberNode } from '../../math/expression/tree.ts';
import { children, treeKey, withChildren } from '../../math/expression/walk.ts';
import { correct, type Decision, wrong } from '../decision.ts';

/** `.50` and `0.50` are one writing; `0.5` is another. */
const literal = ({ text }: NumberNode): string => `#${text.replace(/^0*(?=\d)/, '').replace(/^(?=\.)/, '0')}`;

interface Factors {
  readonly keys: string[];
  signs: number;
}

/** Collects what is multiplied: signs are counted, `a/b` is a and the reciprocal of b. */
const collectFactors = (e: Expression, into: Factors): void => {
  if (e.kind === 'product') for (const factor of e.factors) collectFactors(factor, into);
  else if (e.kind === 'negative') {
    into.signs += 1;
    collectFactors(e.of, into);
  } else if (e.kind === 'quotient') {
    collectFactors(e.over, into);
    into.keys.push(`1/(${canonical(e.under)})`);
  } else into.keys.push(canonical(e));
};

const productKey = (e: Expression): string => {
  const factors: Factors = { keys: [], signs: 0 };
  collectFactors(e, factors);
  return `${'-'.repeat(factors.signs)}(${factors.keys.sort().join('*')})`;
};

const termsIn = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms.flatMap(termsIn) : [e]);

const isUnordered = (e: Expression): boolean =>
  (e.kind === 'list' && e.open === '{') || (e.kind === 'logic' && e.operator !== 'not');

const nodeKey = (e: Expression): string => {
  const keys = children(e).map(canonical);
  return treeKey(withChildren(e, (isUnordered(e) ? keys.sort() : keys).map(sym)));
};

/** A text that two expressions share where they differ in the order and grouping of sums and products only. */
export const canonical = (e: Expression): string => {
  switch (e.kind) {
    case 'number':
      return literal(e);
    case 'sum':
      return `(${termsIn(e).map(canonical).sort().join('+')})`;
    case 'product':
    case 'quotient':
    case 'negative':
      return productKey(e);
    case 'marked':
      return canonical(e.of);
    default:
      return nodeKey(e);
  }
};

/** Same up to order and grouping of sums and products: `b + 2a` is `2a + b`; `3^2` is not `9`, and `4.0` not `4`. */
export const compareIdentical = (answer: Expression, reference: Expression): Decision =>
  canonical(answer) === canonical(reference)
    ? correct('exact')
    : wrong('not the same up to the order of sums and products');
