import { product, sequence } from '../../../math/expression/build.ts';
import type { Expression } from '../../../math/expression/tree.ts';
import { nodes } from '../../../math/expression/walk.ts';
import { writtenNumber } from '../../../math/expression/written-number.ts';
import { parseLatex } from '../../../math/notation/latex.ts';
import { compareLists } from '../../comparison/collections.ts';
import { compareShapes } from '../../comparison/compare-shapes.ts';
import { compareFunctions } from '../../comparison/functions.ts';
import { compareNumbers } from '../../comparison/numbers.ts';
import { constantValue, isZero, variablesOf } from '../../comparison/sample-point.ts';
import { compareStatements } from '../../comparison/statements.ts';
import { allOf, type Decision, undecided, wrong } from '../../decision.ts';
import { readQuantity } from '../../units/read-quantity.ts';
import type { Notation } from '../request.ts';
import { cleaned, withDecimalComma } from './clean.ts';
import { finalAnswerIn } from './extract.ts';
import { type Final, finalOf } from './finals.ts';

const read = (latex: string): Expression => parseLatex(latex, {}).tree;

/** The answers a text may be meant to give: two where a comma may be a decimal one. */
const readingsOf = (text: string): readonly Final[] => {
  const pieces = finalAnswerIn(text).map(cleaned).filter(Boolean);
  if (pieces.length === 0) return [];
  const [first] = pieces;
  const decimal = pieces.length === 1 && first !== undefined ? withDecimalComma(first) : undefined;
  const trees = [sequence(pieces.map(read)), ...(decimal === undefined ? [] : [read(decimal)])];
  return trees.map(finalOf);
};

/** A decimal stands for the number it rounds where it shows at least so many digits. */
const LIMITS = { figures: 5, decimals: 4, items: 60 } as const;

const isLongDecimal = (e: Expression): boolean => {
  const written = writtenNumber(e);
  if (!written?.isDecimal) return false;
  return written.figures.max >= LIMITS.figures || written.decimals >= LIMITS.decimals;
};

const ratioOf = (e: Expression): readonly Expression[] | undefined =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === ':' ? e.arguments : undefined;

/** `7 : 32` is `14 : 64`; `1:00` is not `12:00`. */
const compareRatios = (answer: readonly Expression[], reference: readonly Expression[]): Decision => {
  const [[a, b, ...more], [c, d, ...others]] = [answer, reference];
  const alike = compareLists(answer, reference, compareFunctions);
  if (alike.verdict === 'correct' || !a || !b || !c || !d || more.length + others.length > 0) return alike;
  const hasZero = [a, b, c, d].some((part) => isZero(constantValue(part)) !== false);
  return hasZero ? alike : compareFunctions(product([a, d]), product([c, b]));
};

/** A unit written as a word or a degree sign; a single letter may be a name. */
const unitFree = (e: Expression): Expression | undefined => {
  const words = [...nodes(e)].filter((node) => node.kind === 'symbol' && variablesOf(node).length > 0);
  if (words.some((word) => word.kind === 'symbol' && word.name.length === 1 && word.name !== '°')) return undefined;
  const read = words.length > 0 ? readQuantity(e) : undefined;
  return read && read.unknown.length === 0 ? read.number : undefined;
};

/** `\frac{1}{3} \text{meters}` where the reference has no unit: its number. */
const withUnitsAlike = (answer: Expression, reference: Expression): readonly [Expression, Expression] => {
  const [ours, theirs] = [unitFree(answer), unitFree(reference)];
  if (ours && !theirs) return [ours, reference];
  return theirs && !ours ? [answer, theirs] : [answer, reference];
};

const compareNumbersShown = (answer: Expression, reference: Expression): Decision => {
  const direct = compareFunctions(answer, reference);
  if (direct.verdict === 'correct' || variablesOf(answer, reference).length > 0) return direct;
  if (isLongDecimal(answer) && !writtenNumber(reference)?.isDecimal)
    return compareNumbers(answer, reference, { kind: 'shown' });
  if (isLongDecimal(reference) && !writtenNumber(answer)?.isDecimal)
    return compareNumbers(reference, answer, { kind: 'shown' });
  return direct;
};

const compareScalars = (answer: Expression, reference: Expression): Decision => {
  const [ours, theirs] = [ratioOf(answer), ratioOf(reference)];
  return ours && theirs ? compareRatios(ours, theirs) : compareNumbersShown(...withUnitsAlike(answer, reference));
};

const compareOne = (answer: Expression, reference: Expression): Decision =>
  compareShapes(answer, reference, { scalars: compareScalars, statements: compareStatements });

const tupleItems = (final: Final): readonly Final[] | undefined =>
  final.kind === 'one' && final.of.kind === 'list' ? final.of.items.map(finalOf) : undefined;

const inOrder = (answer: readonly Final[], reference: readonly Final[]): Decision =>
  answer.length === reference.length
    ? allOf(reference.map((item, i) => compareFinals(answer[i] ?? item, item)))
    : wrong('another number of answers');

/** The same items in any order. */
const inAnyOrder = (answer: readonly Final[], reference: readonly Final[]): Decision => {
  if (answer.length > LIMITS.items || reference.length > LIMITS.items) return undecided('too many answers to match');
  const table = answer.map((item) => reference.map((other) => compareFinals(item, other)));
  const columns = reference.map((_, j) => table.flatMap((row) => row[j] ?? []));
  return allOf([...table, ...columns].map(best));
};

const best = (row: readonly Decision[]): Decision =>
  row.find(({ verdict }) => verdict === 'correct') ??
  row.find(({ verdict }) => verdict === 'undecided') ??
  wrong('an answer is missing or does not belong there');

/** `5, 2, 7, 2` for `(5, 2), (7, 2)`. */
const flattened = (items: readonly Final[]): readonly Final[] => items.flatMap((item) => tupleItems(item) ?? [item]);

const compareMany = (answer: readonly Final[], reference: readonly Final[]): Decision => {
  const matched = inAnyOrder(answer, reference);
  if (matched.verdict === 'correct' || answer.length === reference.length) return matched;
  const flat = inOrder(flattened(answer), flattened(reference));
  return flat.verdict === 'correct' ? flat : matched;
};

const compareFinals = (answer: Final, reference: Final): Decision => {
  if (answer.kind === 'many' && reference.kind === 'many') return compareMany(answer.items, reference.items);
  if (answer.kind === 'one' && reference.kind === 'one') return compareOne(answer.of, reference.of);
  const [ours, theirs] = [answer, reference].map((side) => (side.kind === 'many' ? side.items : tupleItems(side)));
  return ours && theirs ? inOrder(ours, theirs) : wrong('one answer against several');
};

/** Both sides are whole texts: the final answer is taken out of each, then compared. */
export const compareFinalAnswers = (answer: string, reference: string, _notation: Notation): Decision => {
  const [ours, theirs] = [readingsOf(answer), readingsOf(reference)];
  if (theirs.length === 0) return undecided('no final answer was found in the reference');
  if (ours.length === 0) return undecided('no final answer was found');
  const decisions = ours.flatMap((a) => theirs.map((b) => compareFinals(a, b)));
  return best(decisions).verdict === 'wrong' ? (decisions[0] ?? best(decisions)) : best(decisions);
};
