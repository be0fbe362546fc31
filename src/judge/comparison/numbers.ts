import { equalExpressions } from '../../math/expression/equality.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope, type Scope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { UndefinedValue, Value } from '../../math/expression/value.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { zero } from '../../math/number/exact.ts';
import { isUndefined } from '../../math/number/undefined.ts';
import type { ToleranceRule } from '../../model/rubric.ts';
import { correct, type Decision, undecided, wrong } from '../decision.ts';
import type { Quantity } from '../tolerances/quantity.ts';
import type { Claimed } from '../tolerances/tolerance.ts';
import { acceptsNumber } from '../tolerances/tolerances.ts';
import { compareFunctions } from './functions.ts';
import { infinityOf } from './infinity.ts';

/** Digits of the first look at a number. */
const firstDigits = 25;

/** More work could have found a value: no reason to call an answer wrong. */
const isOpen = ({ cause }: UndefinedValue): boolean =>
  cause === 'budget' || cause === 'undecided' || cause === 'overflow' || cause === 'unsupported';

const isReal = (value: Value): boolean => value.kind === 'exact' || value.kind === 'enclosure';

const notReal = (value: Value, whose: string): Decision =>
  isUndefined(value) && isOpen(value)
    ? undecided(`${whose} has no value that could be computed: ${value.reason}`)
    : wrong(isUndefined(value) ? `${whose} has no value: ${value.reason}` : `${whose} is no real number`);

const quantityOf = (e: Expression, scope: Scope): { quantity: Quantity } | Value => {
  const value = evaluate(e, scope, firstDigits);
  if (!isReal(value)) return value;
  if (value.kind === 'exact') return { quantity: value };
  return { quantity: (digits) => (digits <= firstDigits ? value : evaluate(e, scope, digits)) };
};

const claimedNumber = (e: Expression, scope: Scope): Claimed | Decision => {
  const written = writtenNumber(e);
  if (written) return written;
  const read = quantityOf(e, scope);
  return 'quantity' in read ? { form: 'computed', value: read.quantity } : notReal(read, 'the answer');
};

/** √20/2 is √5: where digits alone never prove two numbers equal, algebra does. `undefined` where it does not either. */
export const byAlgebra = (
  claimed: Expression,
  reference: Expression,
  rule: ToleranceRule,
  scope: Scope,
): Decision | undefined => {
  if (rule.kind !== 'exact' && rule.kind !== 'shown') return undefined;
  const found = equalExpressions(claimed, reference, { scope });
  if (found.equal === undefined || found.decided === 'sampled') return undefined;
  return found.equal ? correct(found.decided) : wrong('This is not equal to the reference.', found.decided);
};

const needsReference = (rule: ToleranceRule): boolean =>
  rule.kind !== 'interval' && !(rule.kind === 'sigfigs' && rule.accuracy === 'ignored');

/** ∞ is no number, but an answer: right where it is asked for, with its sign, and nowhere else. */
const compareInfinities = (answer: Expression, reference: Expression, isNumber: boolean): Decision | undefined => {
  const [ours, theirs] = [infinityOf(answer), infinityOf(reference)];
  if (ours && theirs) return ours === theirs ? correct('exact') : wrong('the infinity with the other sign', 'exact');
  if (!ours && !theirs) return undefined;
  return isNumber ? wrong(ours ? 'a number is asked for, not ∞' : '∞ is asked for, not a number', 'exact') : undefined;
};

/** Where a complex number or a word such as DNE is asked for, digits decide nothing: only what is equal is right. */
const beyondReals = (answer: Expression, reference: Expression, rule: ToleranceRule): Decision => {
  if (reference.kind === 'relation' || reference.kind === 'logic')
    return wrong('an equation is asked for, not a number');
  const found = compareFunctions(answer, reference);
  return found.verdict === 'wrong' && rule.kind !== 'exact' ? undecided('the reference is no real number') : found;
};

const referenceOf = (e: Expression, scope: Scope): { quantity: Quantity } | Value => {
  const written = writtenNumber(e);
  return written ? { quantity: written.value } : quantityOf(e, scope);
};

/** A number against a number by a tolerance. The reference may be written as an expression to compute. */
export const compareNumbers = (
  answer: Expression,
  reference: Expression,
  rule: ToleranceRule,
  scope: Scope = emptyScope,
): Decision => {
  const claimed = claimedNumber(answer, scope);
  if (!needsReference(rule)) return 'verdict' in claimed ? claimed : acceptsNumber(claimed, zero, rule);
  const read = referenceOf(reference, scope);
  const infinite = compareInfinities(answer, reference, !('verdict' in claimed) || 'quantity' in read);
  if (infinite) return infinite;
  if (!('quantity' in read)) return beyondReals(answer, reference, rule);
  if ('verdict' in claimed) return claimed;
  const decision = acceptsNumber(claimed, read.quantity, rule);
  return decision.verdict === 'undecided' ? (byAlgebra(answer, reference, rule, scope) ?? decision) : decision;
};
