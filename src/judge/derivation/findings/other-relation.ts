import type { Relation } from '../../../math/expression/tree.ts';
import type { DerivationFinding } from '../finding.ts';
import { formulaOf } from '../formula.ts';

interface Evidence {
  readonly is: Relation;
}

const others: Partial<Readonly<Record<Relation, Relation>>> = { '≥': '≤', '>': '≤', '≤': '≥', '<': '≥', '=': '≤' };

/** ‖W‖‖D‖ ≥ ‖W‖γ, or ‖W‖‖D‖ = ‖W‖γ, for ≤. */
export const otherRelation: DerivationFinding<Evidence> = {
  id: 'other-relation',
  title: 'The relation between the two sides is another one',
  spot: ({ right, relation, holdsAs }) => {
    const other = others[relation];
    // Only what bounds the slope is no equal of it.
    const isBound = relation !== '=' || formulaOf(right).traits.features.has('bound');
    return other && isBound && holdsAs(other) ? { is: relation } : undefined;
  },
  say: ({ is }) =>
    is === '=' ? 'The right side is a bound of the left (≤), not equal to it.' : 'The inequality points the other way.',
};
