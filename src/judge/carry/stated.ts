import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import type { ChainClaim, Claim, Member } from '../../model/claim.ts';
import { components } from '../locate/names.ts';

/** A quantity whose value the student writes down, in the place of which it can be put. */
export interface Stated {
  /** The quantity's name in its one spelling. */
  readonly key: string;
  readonly quantity: Expression;
  readonly value: Expression;
  readonly claim: ChainClaim;
  readonly member: Member;
}

const isNumber = (e: Expression): boolean => writtenNumber(e) !== undefined;
const isVector = (e: Expression): boolean => components(e)?.every(isNumber) ?? false;

/** The last member that is a number or a vector of numbers: the value the chain ends in. */
const lastValue = (claim: ChainClaim): Member | undefined =>
  claim.members.findLast(
    ({ expression, broken }, i) => i > 0 && !broken && (isNumber(expression) || isVector(expression)),
  );

/** A vector's components by name: (x_1, y_1) = (3.55, 0.2) states x_1 and y_1 too. */
const byComponent = (quantity: Expression, value: Expression): readonly (readonly [Expression, Expression])[] => {
  const [names, values] = [components(quantity), components(value)];
  if (!names || names.length !== values?.length) return [];
  return names.map((name, i) => [name, values[i] ?? value] as const);
};

const ofChain = (claim: ChainClaim, key: (e: Expression) => string | undefined): readonly Stated[] => {
  const quantity = claim.members[0]?.expression;
  const member = lastValue(claim);
  if (!quantity || !member || isNumber(quantity)) return [];
  const pairs = [[quantity, member.expression] as const, ...byComponent(quantity, member.expression)];
  return pairs.flatMap(([name, value]) => {
    const named = key(name);
    return named === undefined ? [] : [{ key: named, quantity: name, value, claim, member }];
  });
};

/** Everything the student states a value of, in the order of the document. */
export const statedValues = (claims: readonly Claim[], key: (e: Expression) => string | undefined): readonly Stated[] =>
  claims.flatMap((claim) => (claim.kind === 'chain' ? ofChain(claim, key) : []));
