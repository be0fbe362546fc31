import { evaluate } from '../math/expression/evaluate.ts';
import { printPlain } from '../math/expression/print-plain.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { writtenNumber } from '../math/expression/written-number.ts';
import { compareReal } from '../math/number/real.ts';
import type { ChainClaim } from '../model/claim.ts';
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

/** A literal claims the digits it shows; anything else claims to be equal. */
const linkHolds = (left: Expression, leftValue: Value, right: Expression, rightValue: Value): boolean | undefined => {
  if (isLiteral(right)) return agrees(right, leftValue);
  if (isLiteral(left)) return agrees(left, rightValue);
  return sameValue(leftValue, rightValue);
};

/**
 * The first `=` of a chain that certainly does not hold, both sides evaluated with what the student had written down
 * before. `≈` claims less and is not held to it.
 */
export const brokenLink = (chain: ChainClaim, own: Scope): BrokenLink | undefined => {
  const values = chain.members.map(({ expression, broken }) =>
    broken || expression.kind === 'empty' ? undefined : evaluate(expression, own, digits),
  );
  for (const [i, relation] of chain.relations.entries()) {
    const [left, right] = [chain.members[i], chain.members[i + 1]];
    const [leftValue, rightValue] = [values[i], values[i + 1]];
    if (relation !== '=' || !left || !right || !leftValue || !rightValue) continue;
    if (linkHolds(left.expression, leftValue, right.expression, rightValue) !== false) continue;
    return {
      left: printPlain(left.expression),
      relation,
      right: printPlain(right.expression),
      leftValue: valueText(leftValue),
      rightValue: valueText(rightValue),
      place: right.place,
    };
  }
  return undefined;
};
