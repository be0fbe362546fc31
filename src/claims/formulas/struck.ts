/** Crossed-out mathematics says nothing: `\cancel{3.5} 3.55` is 3.55, and `\frac{\cancel{2} x}{\cancel{2}}` is x/1. */
import { num } from '../../math/expression/build.ts';
import type { Expression, RelationNode } from '../../math/expression/tree.ts';
import { mapTree } from '../../math/expression/walk.ts';

const isStruck = (e: Expression): boolean => e.kind === 'marked' && e.mark === 'struck';

const empty: Expression = { kind: 'empty' };

const placed = (e: Expression, like: Expression): Expression => (like.at ? { ...e, at: like.at } : e);

const keep = (e: Expression): Expression => {
  switch (e.kind) {
    case 'product': {
      const factors = e.factors.filter((factor) => !isStruck(factor));
      if (factors.length === e.factors.length) return e;
      return factors.length > 1 ? { ...e, factors } : (factors[0] ?? placed(num(1), e));
    }
    case 'sum': {
      const terms = e.terms.filter((term) => !isStruck(term.kind === 'negative' ? term.of : term));
      if (terms.length === e.terms.length) return e;
      return terms.length > 1 ? { ...e, terms } : (terms[0] ?? placed(num(0), e));
    }
    case 'quotient':
      return {
        ...e,
        over: isStruck(e.over) ? placed(num(1), e.over) : e.over,
        under: isStruck(e.under) ? placed(num(1), e.under) : e.under,
      };
    case 'relation':
      return withoutStruckMembers(e);
    case 'sequence':
      return { ...e, items: e.items.filter((item) => !isStruck(item)) };
    case 'rows':
      return { ...e, rows: e.rows.map((row) => row.map((cell) => (isStruck(cell) ? empty : cell))) };
    default:
      return e;
  }
};

const withoutStruckMembers = (relation: RelationNode): Expression => {
  const left = relation.members.map((member, i) => ({ member, i })).filter(({ member }) => !isStruck(member));
  const [first, ...rest] = left;
  if (left.length === relation.members.length) return relation;
  if (!first) return empty;
  const relations = rest.map(({ i }) => relation.relations[i - 1] ?? '=');
  const members = left.map(({ member }) => member);
  if (members.length > 1) return { ...relation, members, relations };
  return first.i === 0 ? first.member : { ...relation, members: [empty, first.member], relations: ['='] };
};

/** Whether a formula's text can cross anything out. */
export const mayStrike = (text: string): boolean => /cancel|sout|xout|strike|\\st\b/.test(text);

/** The tree without what is crossed out; a formula crossed out as a whole is empty. */
export const withoutStruck = (tree: Expression): Expression => {
  const kept = mapTree(tree, keep);
  return isStruck(kept) ? empty : kept;
};
