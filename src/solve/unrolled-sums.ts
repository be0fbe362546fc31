import { num, product, sum } from '../math/expression/build.ts';
import { evaluate } from '../math/expression/evaluate.ts';
import type { Expression } from '../math/expression/tree.ts';
import { mapTree, substitute } from '../math/expression/walk.ts';
import { isInteger, numerator } from '../math/number/exact.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { evaluatorOf } from './evaluation.ts';
import { limits } from './limits.ts';

const bits = 128;

/** The whole number that a bound of a sum is, where it is one. */
const wholeNumber = (e: Expression | undefined, table: DefinitionTable): number | undefined => {
  if (!e) return undefined;
  const value = evaluate(e, { function: table.definition, value: evaluatorOf(table, bits) }, 10);
  return value.kind === 'exact' && isInteger(value) ? Number(numerator(value)) : undefined;
};

const signed = (n: number): Expression => (n < 0 ? { kind: 'negative', of: num(-n) } : num(n));

/** `Σ_{t=1}^{T} ε_t` with T = 3 → `ε_1 + ε_2 + ε_3`, and products likewise. What has no whole bounds stays. */
export const unrolledSums = (tree: Expression, table: DefinitionTable): Expression =>
  mapTree(tree, (node) => {
    if (node.kind !== 'big' || (node.operator !== 'sum' && node.operator !== 'product')) return node;
    const name = node.variable?.kind === 'symbol' ? node.variable.name : undefined;
    const [from, to] = [wholeNumber(node.from, table), wholeNumber(node.to, table)];
    if (name === undefined || from === undefined || to === undefined || to - from > limits.terms) return node;
    const terms = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) =>
      substitute(node.body, (part) => (part.kind === 'symbol' && part.name === name ? signed(from + i) : undefined)),
    );
    return node.operator === 'sum' ? sum(terms) : product(terms);
  });
