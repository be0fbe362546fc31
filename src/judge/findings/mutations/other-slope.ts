import { apply, negative, num, power, product, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { ApplyNode, Expression } from '../../../math/expression/tree.ts';
import type { Mutation } from './mutation.ts';
import { sites } from './sites.ts';

const oneMinus = (e: Expression): Expression => sum([num(1), negative(e)]);

/** What σ′(z) is taken for: the slope of another function, σ (1 − σ) with z in the place of σ(z), σ itself. */
const taken = ({ operator, arguments: [inner] }: ApplyNode): readonly Expression[] => {
  if (operator.kind !== 'prime' || operator.order !== 1 || !inner) return [];
  const value = apply(operator.of, [inner]);
  return [
    product([inner, oneMinus(inner)]),
    oneMinus(power(value, num(2))),
    oneMinus(power(inner, num(2))),
    value,
    product([value, sum([num(1), value])]),
  ];
};

/** z (1 − z) for σ′(z), 1 − tanh² for the slope of the logistic function. */
export const otherSlope: Mutation = {
  id: 'slope-of-another-function',
  title: 'The derivative of the activation is another one',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) =>
      node.kind !== 'apply'
        ? []
        : taken(node).map((other) => ({
            right: put(other),
            did: `${printPlain(other)} was used as ${printPlain(node)}`,
          })),
    ),
};
