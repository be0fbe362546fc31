import type { Expression } from '../../../math/expression/tree.ts';
import { treeKey } from '../../../math/expression/walk.ts';
import { compareShapes } from '../../comparison/compare-shapes.ts';
import { compareFunctions } from '../../comparison/functions.ts';
import { compareStatements } from '../../comparison/statements.ts';
import { allOf, type Decision, undecided, wrong } from '../../decision.ts';
import { type Final, finalOf } from './finals.ts';
import { readingsOf } from './readings.ts';
import { compareValues } from './values.ts';

/** More answers are not matched with each other. */
const LIMITS = { items: 60 } as const;

const compareTrees = (answer: Expression, reference: Expression): Decision =>
  compareShapes(answer, reference, { scalars: compareValues, statements: compareStatements });

/** `x^2 − 4 = (x − 2)(x + 2)`: an identity states its last side. */
const lastOfIdentity = (e: Expression): Expression | undefined => {
  const last = e.kind === 'relation' ? e.members.at(-1) : undefined;
  if (e.kind !== 'relation' || !last || !e.relations.every((sign) => sign === '=')) return undefined;
  return e.members.every((member) => compareFunctions(member, last).verdict === 'correct') ? last : undefined;
};

type One = Extract<Final, { kind: 'one' }>;

const isStatement = (e: Expression): boolean => e.kind === 'relation' || e.kind === 'logic';

/** Values against values; an equation left whole against the equation that a value came from. */
const compareOne = (answer: One, reference: One): Decision => {
  if (isStatement(answer.of) === isStatement(reference.of)) return compareTrees(answer.of, reference.of);
  const [ours, theirs] = [lastOfIdentity(answer.of) ?? answer.of, lastOfIdentity(reference.of) ?? reference.of];
  const direct = compareTrees(ours, theirs);
  if (direct.verdict === 'correct' || isStatement(ours) === isStatement(theirs)) return direct;
  const [said, asked] = [answer.said ?? answer.of, reference.said ?? reference.of];
  return isStatement(said) && isStatement(asked) ? compareStatements(said, asked) : direct;
};

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

const nameOf = (final: Final): string | undefined => {
  const name = final.kind === 'one' ? final.said?.members[0] : undefined;
  return name && treeKey(name);
};

/** `a = 3, b = 4` against `b = 4, a = 3`: where both name all their values, each by its name. */
const byName = (answer: readonly Final[], reference: readonly Final[]): Decision | undefined => {
  const named = new Map(answer.map((item) => [nameOf(item), item]));
  const names = reference.map(nameOf);
  const isPaired =
    new Set(names).size === answer.length && names.every((name) => name !== undefined && named.has(name));
  if (!isPaired) return undefined;
  return allOf(reference.map((item) => compareFinals(named.get(nameOf(item)) ?? item, item)));
};

const compareMany = (answer: readonly Final[], reference: readonly Final[]): Decision => {
  const paired = byName(answer, reference);
  if (paired) return paired;
  const matched = inAnyOrder(answer, reference);
  if (matched.verdict === 'correct' || answer.length === reference.length) return matched;
  const flat = inOrder(flattened(answer), flattened(reference));
  return flat.verdict === 'correct' ? flat : matched;
};

const compareFinals = (answer: Final, reference: Final): Decision => {
  if (answer.kind === 'many' && reference.kind === 'many') return compareMany(answer.items, reference.items);
  if (answer.kind === 'one' && reference.kind === 'one') return compareOne(answer, reference);
  const [ours, theirs] = [answer, reference].map((side) => (side.kind === 'many' ? side.items : tupleItems(side)));
  return ours && theirs ? inOrder(ours, theirs) : wrong('one answer against several');
};

/** Both sides are whole texts: the final answer is taken out of each, then compared. */
export const compareFinalAnswers = (answer: string, reference: string): Decision => {
  const [ours, theirs] = [readingsOf(answer), readingsOf(reference)];
  if (theirs.length === 0) return undecided('no final answer was found in the reference');
  if (ours.length === 0) return undecided('no final answer was found');
  const decisions = ours.flatMap((a) => theirs.map((b) => compareFinals(a, b)));
  return best(decisions).verdict === 'wrong' ? (decisions[0] ?? best(decisions)) : best(decisions);
};
