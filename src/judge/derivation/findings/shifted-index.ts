import { negative, num, sum, sym } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression, IndexNode } from '../../../math/expression/tree.ts';
import { nodes, sameTree, substitute } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { formulaOf } from '../formula.ts';
import { boundName } from '../range.ts';

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

/** ∂x_t/∂x_t is 1: what holds with it holds without the factor. */
const isTrivial = (node: Expression): boolean =>
  node.kind === 'derivative' && node.by[0] !== undefined && sameTree(node.of, node.by[0].variable);

/** What may be meant: a step further or back, or another index of the same formula. */
const instead = (node: IndexNode, names: readonly string[]): readonly Expression[] => {
  const placed = (index: Expression): Expression => ({ ...node, indices: [index] });
  const [own] = node.indices;
  if (!own) return [];
  const others = names.map(sym).filter((name) => !sameTree(name, own));
  return [moved(own, 1), moved(own, -1), ...others].map(placed);
};

const boundIn = (right: Expression): readonly string[] =>
  [...nodes(right)].flatMap((node) => (node.kind === 'big' ? (boundName(node) ?? []) : []));

/** σ′(x_i) for σ′(x_{i−1}), ∂x_{t−1}/∂θ for ∂x_t/∂θ, ∂ε_t/∂x_k for ∂ε_t/∂x_t: one index is another. */
export const shiftedIndex: DerivationFinding<Evidence> = {
  id: 'shifted-index',
  title: 'An index is another one',
  spot: ({ subject, right, relation, holdsWith }) => {
    if (relation !== '=') return undefined;
    const names = [...new Set([...formulaOf(subject).traits.free, ...boundIn(right)])];
    for (const node of [...nodes(right)].filter(isPlaced).slice(0, mostPlaces))
      for (const should of instead(node, names)) {
        const mended = substitute(right, (one) => (one === node ? should : undefined));
        if (![...nodes(mended)].some(isTrivial) && holdsWith(mended))
          return { is: printPlain(node), should: printPlain(should) };
      }
    return undefined;
  },
  say: ({ is, should }) => `One index is another: it holds with ${should} in the place of ${is}.`,
};
