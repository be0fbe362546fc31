import { multiplyPolynomials } from '../../math/algebra/integer-polynomial.ts';
import { rationalFunctionOf } from '../../math/algebra/rational-function.ts';
import { difference, negative, num } from '../../math/expression/build.ts';
import type { ApplyNode, Expression, ListNode, Relation, RelationNode } from '../../math/expression/tree.ts';
import { nodes, sameTree, substitute } from '../../math/expression/walk.ts';
import { infinityOf } from './infinity.ts';
import type { RealSet } from './solution-set.ts';

type SignsOf = readonly (-1 | 0 | 1)[];

/** What the sign of left − right must be. */
const signsFor: Partial<Record<Relation, SignsOf>> = {
  '=': [0],
  '≠': [-1, 1],
  '<': [-1],
  '≤': [-1, 0],
  '>': [1],
  '≥': [0, 1],
};

const nonZero: SignsOf = [-1, 1];
const everything: RealSet = { kind: 'and', sets: [] };

/** Absolute values opened one after another are not followed deeper than this. */
const LIMITS = { absolutes: 4 } as const;

const findAbsolute = (e: Expression): ApplyNode | undefined => {
  for (const node of nodes(e))
    if (node.kind === 'apply' && node.operator.kind === 'symbol' && node.operator.name === 'abs') return node;
  return undefined;
};

/** `left R right` without |…|: A/B R 0 is A·B R 0 where B is not zero. */
const plainLink = (left: Expression, sign: Relation, right: Expression, variable: Expression): RealSet | undefined => {
  const signs = signsFor[sign];
  const f = rationalFunctionOf(difference(left, right), variable);
  if (!signs || !f) return undefined;
  const polynomial = multiplyPolynomials(f.over, f.under);
  return {
    kind: 'and',
    sets: [
      { kind: 'sign', polynomial, signs },
      { kind: 'sign', polynomial: f.under, signs: nonZero },
    ],
  };
};

const replaced = (e: Expression, what: Expression, by: Expression): Expression =>
  substitute(e, (node) => (sameTree(node, what) ? by : undefined));

/** |u| is u where u ≥ 0 and −u where u < 0. */
const link = (
  left: Expression,
  sign: Relation,
  right: Expression,
  variable: Expression,
  depth = 0,
): RealSet | undefined => {
  const absolute = findAbsolute(left) ?? findAbsolute(right);
  const [inner] = absolute?.arguments ?? [];
  if (!absolute || !inner) return plainLink(left, sign, right, variable);
  if (depth >= LIMITS.absolutes) return undefined;
  const branch = (value: Expression, side: Relation): RealSet | undefined =>
    both(
      link(inner, side, num(0), variable, depth + 1),
      link(replaced(left, absolute, value), sign, replaced(right, absolute, value), variable, depth + 1),
    );
  return either(branch(inner, '≥'), branch(negative(inner), '<'));
};

const both = (a: RealSet | undefined, b: RealSet | undefined): RealSet | undefined =>
  a && b && { kind: 'and', sets: [a, b] };

const either = (a: RealSet | undefined, b: RealSet | undefined): RealSet | undefined =>
  a && b && { kind: 'or', sets: [a, b] };

const combined = (kind: 'and' | 'or', sets: readonly (RealSet | undefined)[]): RealSet | undefined => {
  const known = sets.filter((set) => set !== undefined);
  return known.length === sets.length ? { kind, sets: known } : undefined;
};

/** `(a, b]`, an end at infinity being no condition. */
const intervalSet = ({ open, close, items }: ListNode, variable: Expression): RealSet | undefined => {
  const [low, high] = items;
  if (!low || !high || items.length !== 2) return undefined;
  const from = infinityOf(low) ? everything : link(low, open === '[' ? '≤' : '<', variable, variable);
  const to = infinityOf(high) ? everything : link(variable, close === ']' ? '≤' : '<', high, variable);
  return both(from, to);
};

const setOperator = (e: Expression): string | undefined =>
  e.kind === 'apply' && e.operator.kind === 'symbol' ? e.operator.name : undefined;

const namedSets: ReadonlyMap<string, RealSet> = new Map([
  ['∅', { kind: 'or', sets: [] }],
  ['ℝ', everything],
]);

/** A set of numbers as written: `{1, 2}`, `(0, 1]`, `[0, 1] ∪ {5}`. */
const writtenSet = (e: Expression, variable: Expression): RealSet | undefined => {
  if (e.kind === 'marked' && e.mark === 'final') return writtenSet(e.of, variable);
  if (e.kind === 'symbol') return namedSets.get(e.name);
  if (e.kind === 'list' && e.open === '{')
    return combined(
      'or',
      e.items.map((item) => link(variable, '=', item, variable)),
    );
  if (e.kind === 'list') return intervalSet(e, variable);
  const parts = e.kind === 'apply' ? e.arguments.map((part) => () => writtenSet(part, variable)) : [];
  const sets = (): readonly (RealSet | undefined)[] => parts.map((part) => part());
  switch (setOperator(e)) {
    case '∪':
      return combined('or', sets());
    case '∩':
      return combined('and', sets());
    case '∖':
    case '\\':
      return without(sets());
    default:
      return undefined;
  }
};

const without = ([whole, ...taken]: readonly (RealSet | undefined)[]): RealSet | undefined =>
  combined('and', [whole, ...taken.map((set): RealSet | undefined => set && { kind: 'not', set })]);

const linkSet = (left: Expression, sign: Relation, right: Expression, variable: Expression): RealSet | undefined => {
  if (sign !== '∈' && sign !== '∉') return link(left, sign, right, variable);
  if (!sameTree(left, variable)) return undefined;
  const set = writtenSet(right, variable);
  return sign === '∈' ? set : set && { kind: 'not', set };
};

const chainSet = ({ members, relations }: RelationNode, variable: Expression): RealSet | undefined =>
  combined(
    'and',
    relations.map((sign, k) => linkSet(members[k] ?? variable, sign, members[k + 1] ?? variable, variable)),
  );

/** The real numbers for which a statement about one variable holds; `undefined` where it is not about polynomials. */
export const realSetOf = (e: Expression, variable: Expression): RealSet | undefined => {
  switch (e.kind) {
    case 'relation':
      return chainSet(e, variable);
    case 'logic': {
      const sets = e.terms.map((term) => realSetOf(term, variable));
      if (e.operator !== 'not') return combined(e.operator, sets);
      const [set] = sets;
      return set && { kind: 'not', set };
    }
    case 'marked':
      return e.mark === 'final' ? realSetOf(e.of, variable) : undefined;
    default:
      return writtenSet(e, variable);
  }
};
