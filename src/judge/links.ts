import { evaluate } from '../math/expression/evaluate.ts';
import { printPlain } from '../math/expression/print-plain.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { writtenNumber } from '../math/expression/written-number.ts';
import { compareReal } from '../math/number/real.ts';
import type { ChainClaim, Member } from '../model/claim.ts';
import type { BrokenLink } from '../model/verdict.ts';
import { agrees } from './findings/agreement.ts';
import { components } from './locate/names.ts';
import { valueText } from './reference-text.ts';

/** Digits that both sides of a link are computed to. */
const digits = 30;

const isLiteral = (e: Expression): boolean =>
  writtenNumber(e)?.isDecimal ?? components(e)?.every((part) => isLiteral(part)) ?? false;

const isReal = (value: Value) => value.kind === 'exact' || value.kind === 'enclosure';

/** Whether two values are equal, `undefined` where that cannot be told. */
const sameValue = (a: Value, b: Value): boolean | undefined => {
  if (a.kind === 'vector' && b.kind === 'vector') {
    if (a.items.length !== b.items.length) return undefined;
    const each = a.items.map((item, i) => sameValue(item, b.items[i] ?? item));
    return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
  }
  if (!isReal(a) || !isReal(b)) return undefined;
  const order = compareReal(a, b);
  return order === undefined ? undefined : order === 0;
};

/** A member with its value, worked out when something asks for it: what a literal says is seen without. */
interface Side {
  readonly expression: Expression;
  readonly value: () => Value;
}

const sideOf = ({ expression, broken }: Member, own: Scope): Side | undefined => {
  if (broken || expression.kind === 'empty') return undefined;
  let value: Value | undefined;
  return {
    expression,
    value: () => {
      value ??= evaluate(expression, own, digits);
      return value;
    },
  };
};

/** A literal claims the digits it shows; anything else claims to be equal. */
const linkHolds = (left: Side, right: Side): boolean | undefined => {
  if (isLiteral(right.expression)) return agrees(right.expression, left.value());
  if (isLiteral(left.expression)) return agrees(left.expression, right.value());
  return sameValue(left.value(), right.value());
};

/** A step that the definitions give is no false step, whatever was written down before: `x_3 = x_2 − α ∂f/∂x`. */
const isDefined = (left: Member, right: Member, defined: Scope): boolean => {
  const sides = [sideOf(left, defined), sideOf(right, defined)] as const;
  return sides[0] !== undefined && sides[1] !== undefined && linkHolds(sides[0], sides[1]) === true;
};

/**
 * The first `=` of a chain that certainly does not hold: neither with what the student had written down before, nor as
 * the definitions have it. `≈` claims less and is not held to it.
 */
export const brokenLink = (chain: ChainClaim, own: Scope, defined: Scope): BrokenLink | undefined => {
  const sides = chain.members.map((member) => sideOf(member, own));
  for (const [i, relation] of chain.relations.entries()) {
    const [left, right, before, member] = [sides[i], sides[i + 1], chain.members[i], chain.members[i + 1]];
    if (relation !== '=' || !left || !right || !before || !member || linkHolds(left, right) !== false) continue;
    if (isDefined(before, member, defined)) continue;
    return {
      left: printPlain(left.expression),
      relation,
      right: printPlain(right.expression),
      leftValue: valueText(left.value()),
      rightValue: valueText(right.value()),
      place: member.place,
    };
  }
  return undefined;
};
