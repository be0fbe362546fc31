import { printPlain } from '../../math/expression/print-plain.ts';
import type { Value } from '../../math/expression/value.ts';
import { components } from '../locate/components.ts';
import { agrees, entriesOf } from './agreement.ts';
import type { WrongAnswer } from './value-finding.ts';

/** The one component of a vector, or entry of a matrix, that is wrong, and what it is called. */
export interface WrongComponent {
  readonly answer: WrongAnswer;
  readonly name: string;
}

const itemsOf = (value: Value): readonly Value[] =>
  value.kind === 'vector' ? value.items : value.kind === 'matrix' ? value.rows.flat() : [];

/** `entry (2, 1)` of a matrix. */
const place = (at: number, value: Value): string => {
  if (value.kind !== 'matrix') return `component ${at + 1}`;
  const columns = value.rows[0]?.length ?? 1;
  return `entry (${Math.floor(at / columns) + 1}, ${(at % columns) + 1})`;
};

/** (2.8565, 0.36525) for (2.8565, −0.36525): all components but one are right, and what is wrong is in that one. */
export const wrongComponent = (answer: WrongAnswer): WrongComponent | undefined => {
  const { claimed, reference, target } = answer;
  if (reference.kind !== 'value') return undefined;
  const [parts, items] = [entriesOf(claimed) ?? [], itemsOf(reference.value)];
  if (parts.length !== items.length) return undefined;
  const wrong = items.flatMap((item, i) => (parts[i] && agrees(parts[i], item) === true ? [] : [i]));
  const [at = -1] = wrong;
  const [part, item] = [parts[at], items[at]];
  if (wrong.length !== 1 || !part || !item) return undefined;
  const name = components(target)?.[at];
  return {
    name: name ? printPlain(name) : place(at, reference.value),
    answer: { ...answer, target: name ?? target, claimed: part, reference: { kind: 'value', value: item } },
  };
};
