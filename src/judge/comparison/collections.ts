import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { allOf, correct, type Decision, undecided, wrong, wrongBy } from '../decision.ts';

/** Decides one item against one. */
export type Compare = (answer: Expression, reference: Expression) => Decision;

/** Larger sets are not matched item by item. */
const LIMITS = { items: 100 } as const;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** The decision with the place in front of what it says. */
const at = (place: string, decision: Decision): Decision =>
  decision.verdict === 'correct' ? decision : { ...decision, message: `${place}: ${decision.message ?? 'differs'}` };

/** Item by item, in order. */
export const compareLists = (
  answer: readonly Expression[],
  reference: readonly Expression[],
  compare: Compare,
): Decision => {
  if (answer.length !== reference.length)
    return wrong(`${count(reference.length, 'item')} expected, ${count(answer.length, 'item')} given`);
  return allOf(reference.map((item, i) => at(`item ${i + 1}`, compare(answer[i] ?? item, item))));
};

/** Shape first, then the cells; all that are wrong are named. */
export const compareMatrices = (
  answer: readonly (readonly Expression[])[],
  reference: readonly (readonly Expression[])[],
  compare: Compare,
): Decision => {
  const [columns, expected] = [answer[0]?.length ?? 0, reference[0]?.length ?? 0];
  if (answer.length !== reference.length || reference.some((row, i) => row.length !== answer[i]?.length))
    return wrongBy(
      'wrong-shape',
      `a ${reference.length} × ${expected} matrix is asked for, this is ${answer.length} × ${columns}`,
    );
  const cells = reference.flatMap((row, i) =>
    row.map((cell, j) => ({ place: `row ${i + 1}, column ${j + 1}`, decision: compare(answer[i]?.[j] ?? cell, cell) })),
  );
  const bad = cells.filter(({ decision }) => decision.verdict === 'wrong').map(({ place }) => place);
  if (bad.length > 0) return wrongBy('wrong-cells', `wrong in ${bad.join('; ')}`);
  return allOf(cells.map(({ place, decision }) => at(place, decision)));
};

type Presence = 'there' | 'open' | 'absent';

const presence = (row: readonly Decision[]): Presence => {
  if (row.some(({ verdict }) => verdict === 'correct')) return 'there';
  return row.some(({ verdict }) => verdict === 'undecided') ? 'open' : 'absent';
};

const named = (items: readonly Expression[]): string => items.map((item) => printPlain(item)).join(', ');

const difference = (missing: readonly Expression[], extra: readonly Expression[]): Decision => {
  const parts = [
    ...(missing.length > 0 ? [`${count(missing.length, 'item')} missing`] : []),
    ...(extra.length > 0 ? [`not in the set: ${named(extra)}`] : []),
  ];
  return wrongBy(missing.length > 0 ? 'missing-items' : 'extra-items', parts.join('; '));
};

/** The same items, in any order and however often each is written. */
export const compareSets = (
  answer: readonly Expression[],
  reference: readonly Expression[],
  compare: Compare,
): Decision => {
  if (answer.length > LIMITS.items || reference.length > LIMITS.items)
    return undecided(`sets of more than ${LIMITS.items} items are not compared`);
  const table = answer.map((item) => reference.map((other) => compare(item, other)));
  const extra = answer.filter((_, i) => presence(table[i] ?? []) === 'absent');
  const columns = reference.map((_, j) => table.flatMap((row) => row[j] ?? []));
  const missing = reference.filter((_, j) => presence(columns[j] ?? []) === 'absent');
  if (extra.length + missing.length > 0) return difference(missing, extra);
  const open = [...table, ...columns].some((row) => presence(row) === 'open');
  if (open) return undecided('whether all items agree could not be decided');
  return allOf([correct(), ...table.flat().filter(({ verdict }) => verdict === 'correct')]);
};
