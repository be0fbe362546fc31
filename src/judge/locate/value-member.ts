/** Which member of a chain is the value claimed. */
import type { Expression, Relation } from '../../math/expression/tree.ts';
import { freeSymbols, nodes } from '../../math/expression/walk.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { unitComponents } from './unit-vectors.ts';

/** Relations that say what something is. An arrow assigns, as in `x_1 ← 3.55`; `⇒` before a value stands for `=`. */
const says: ReadonlySet<Relation> = new Set(['=', '≈', '≡', '≔', '←', '→', '⇒', '∼', '↦']);

/** Names that have a value everywhere. */
const constants = new Set(['π', 'e', 'i', '∞']);

const elementary = new Set(
  `sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp ln log lg sqrt abs norm max min floor ceil
  factorial percent transpose plusminus det inner conjugate sign sgn tr gcd lcm binom erf arsinh arcosh artanh`.split(
    /\s+/,
  ),
);

const unreadable: ReadonlySet<Expression['kind']> = new Set([
  'empty',
  'ellipsis',
  'error',
  'gradient',
  'derivative',
  'prime',
  'relation',
  'logic',
  'rows',
  'sequence',
]);

/** `3.55`, `-0.1`, `(3.55, -0.1)`: what most values are, seen at a glance. */
const isPlain = (e: Expression): boolean => {
  if (e.kind === 'number') return true;
  if (e.kind === 'negative') return isPlain(e.of);
  return e.kind === 'list' && e.items.length > 0 && e.items.every(isPlain);
};

/** Whether an expression is a value in itself: digits, constants and elementary functions of them. */
export const isClosed = (e: Expression): boolean => {
  if (isPlain(e)) return true;
  if (e.kind === 'sum') {
    const vector = unitComponents(e.terms);
    if (vector) return vector.every(isClosed);
  }
  if (freeSymbols(e).some((name) => name.kind !== 'symbol' || !constants.has(name.name))) return false;
  let numbers = false;
  for (const node of nodes(e)) {
    if (unreadable.has(node.kind)) return false;
    if (node.kind === 'apply' && !(node.operator.kind === 'symbol' && elementary.has(node.operator.name))) return false;
    numbers ||= node.kind === 'number' || (node.kind === 'symbol' && constants.has(node.name));
  }
  return numbers;
};

/** Whether an expression still says "the derivative of …", "the sum of …": what was asked, in other words. */
const isRestated = (e: Expression): boolean => {
  for (const node of nodes(e)) {
    if (node.kind === 'derivative' || node.kind === 'gradient' || node.kind === 'prime') return true;
    if (node.kind === 'error' || node.kind === 'ellipsis' || node.kind === 'empty') return true;
  }
  return e.kind === 'text';
};

const hasNumber = (e: Expression): boolean => {
  for (const node of nodes(e)) if (node.kind === 'number') return true;
  return false;
};

/** The stretch of members around `named` that all say the same: `a = b ≈ c` of `a = b ≈ c < d`. */
const stretch = ({ relations }: ChainClaim, named: number): readonly [number, number] => {
  let [start, end] = [named, named];
  while (start > 0 && says.has(relations[start - 1] ?? '<')) start -= 1;
  while (end < relations.length && says.has(relations[end] ?? '<')) end += 1;
  return [start, end];
};

export type Wanted = 'value' | 'expression' | 'quantity';

const fitting = (wanted: Wanted): ((e: Expression) => boolean) => {
  if (wanted === 'value') return isClosed;
  if (wanted === 'quantity') return (e) => isClosed(e) || (hasNumber(e) && !isRestated(e));
  return (e) => !isRestated(e);
};

/** The last of the members from `first` to `last` that fits. */
const lastOf = (first: number, last: number, fits: (member: number) => boolean): number | undefined => {
  for (let i = last; i >= first; i -= 1) if (fits(i)) return i;
  return undefined;
};

/**
 * The member that claims the value of the member `named`: the last one behind it that fits, else the nearest before.
 * For an expression, one that still has variables goes before its value at a point.
 */
export const valueMember = (
  claim: ChainClaim,
  named: number,
  wanted: Wanted,
  isName: (member: number) => boolean,
): number | undefined => {
  const [start, end] = stretch(claim, named);
  const answers = fitting(wanted);
  const isFitting = (i: number): boolean => {
    const member = claim.members[i];
    if (!member || !(answers(member.expression) || (member.broken !== undefined && i > named))) return false;
    return !isName(i);
  };
  const isOpen = (i: number): boolean => isFitting(i) && !isClosed(claim.members[i]?.expression ?? { kind: 'empty' });
  const after = lastOf(named + 1, end, isFitting);
  if (after === undefined) return lastOf(start, named - 1, isFitting);
  return (wanted === 'expression' ? lastOf(named + 1, after, isOpen) : undefined) ?? after;
};
