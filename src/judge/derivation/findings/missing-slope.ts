import { apply, prime, product, sym } from '../../../math/expression/build.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { substitute } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { formulaOf } from '../formula.ts';
import { roleOf } from '../roles.ts';

/** ∂x_i/∂x_{i−1} = W_rec: the activation is not differentiated. */
export const missingSlope: DerivationFinding<true> = {
  id: 'missing-slope',
  title: 'The derivative of the activation is missing',
  spot: ({ subject, right, relation, holdsWith }) => {
    const by = subject.kind === 'derivative' ? subject.by[0]?.variable : undefined;
    if (!by || relation !== '=' || formulaOf(right).traits.features.has('slope')) return undefined;
    const slope = apply(prime(sym('σ')), [by]);
    const isWeights = (node: Expression): boolean => node.kind === 'symbol' && roleOf(node.name) === 'recurrent';
    const mended = substitute(right, (node) => (isWeights(node) ? product([node, slope]) : undefined));
    return mended !== right && holdsWith(mended) ? true : undefined;
  },
  say: () => "The factor σ' is missing: the activation stands between one state and the next.",
};
