import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { components } from '../locate/names.ts';
import { agrees } from './agreement.ts';
import type { WrongAnswer } from './value-finding.ts';

/** The one component of a vector that is wrong, by its name or its number. */
export interface WrongComponent {
  readonly answer: WrongAnswer;
  readonly name: Expression | number;
}

const itemsOf = (value: Value): readonly Value[] => (value.kind === 'vector' ? value.items : []);

/** (2.8565, 0.36525) for (2.8565, −0.36525): all components but one are right, and what is wrong is in that one. */
export const wrongComponent = (answer: WrongAnswer): WrongComponent | undefined => {
  const { claimed, reference, target } = answer;
  if (reference.kind !== 'value') return undefined;
  const [parts, items] = [components(claimed) ?? [], itemsOf(reference.value)];
  if (parts.length !== items.length) return undefined;
  const wrong = items.flatMap((item, i) => (parts[i] && agrees(parts[i], item) === true ? [] : [i]));
  const [at = -1] = wrong;
  const [part, item] = [parts[at], items[at]];
  if (wrong.length !== 1 || !part || !item) return undefined;
  const name = components(target)?.[at];
  return {
    name: name ?? at + 1,
    answer: { ...answer, target: name ?? target, claimed: part, reference: { kind: 'value', value: item } },
  };
};
