import { negative, num, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression, IndexNode } from '../../../math/expression/tree.ts';
import { nodes, substitute } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';

interface Evidence {
  readonly is: string;
  readonly should: string;
}

/** Places tried; a formula of more of them has more than an index wrong. */
const mostPlaces = 12;

/** The whole number that a term is. */
const constant = (term: Expression): number | undefined => {
  if (term.kind === 'number') return Number(term.text);
  return term.kind === 'negative' && term.of.kind === 'number' ? -Number(term.of.text) : undefined;
};

/** `i - 1` one further is `i`. */
const moved = (index: Expression, by: 1 | -1): Expression => {
  const terms = index.kind === 'sum' ? index.terms : [index];
  const rest = terms.filter((term) => constant(term) === undefined);
  const steps = terms.reduce<number>((so, term) => so + (constant(term) ?? 0), by);
  if (steps === 0 && rest.length > 0) return sum(rest);
  return sum([...rest, steps < 0 ? negative(num(-steps)) : num(steps)]);
};

const isPlaced = (node: Expression): node is IndexNode => node.kind === 'index' && node.indices.length === 1;

/** σ′(x_i) for σ′(x_{i−1}), ∂x_{t−1}/∂θ for ∂x_t/∂θ: one index is a step off. */
export const shiftedIndex: DerivationFinding<Evidence> = {
  id: 'shifted-index',
  title: 'An index is one step off',
  spot: ({ right, relation, holdsWith }) => {
    if (relation !== '=') return undefined;
    for (const node of [...nodes(right)].filter(isPlaced).slice(0, mostPlaces))
      for (const by of [1, -1] as const) {
        const should = { ...node, indices: node.indices.map((one) => moved(one, by)) };
        if (holdsWith(substitute(right, (one) => (one === node ? should : undefined))))
          return { is: printPlain(node), should: printPlain(should) };
      }
    return undefined;
  },
  say: ({ is, should }) => `An index is one step off: it holds with ${should} in the place of ${is}.`,
};
