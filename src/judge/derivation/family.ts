import type { Expression } from '../../math/expression/tree.ts';
import { admissible, mostIndices } from './admissible.ts';
import { freeIndices } from './free-indices.ts';
import { withoutNorm } from './goal.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { type Steps, stepValue } from './steps.ts';

const none: ReadonlyMap<string, Steps> = new Map();

const memberKey = (side: Expression, steps: Steps, last: number): string | undefined => {
  const role = roleOf(nameOf(side) ?? '');
  const index = indexOf(side);
  if (!role) return undefined;
  if (!index) return role;
  const step = stepValue(index, steps);
  return step === undefined || step < 0 || step > last ? undefined : `${role} ${step}`;
};

const familyOf = (whole: Expression, last: number): ReadonlyMap<string, Steps> => {
  const subject = withoutNorm(whole);
  const by = subject.kind === 'derivative' && subject.by.length === 1 ? subject.by[0] : undefined;
  const names = freeIndices([subject]);
  if (subject.kind !== 'derivative' || !by || names.length > mostIndices) return none;
  const found = new Map<string, Steps>();
  for (const { free } of admissible(subject, names, last)) {
    const [over, under] = [memberKey(subject.of, free, last), memberKey(by.variable, free, last)];
    if (over !== undefined && under !== undefined) found.set(`${over} by ${under}`, free);
  }
  return found;
};

const known = new WeakMap<Expression, Map<number, ReadonlyMap<string, Steps>>>();

/**
 * The derivatives a subject stands for, each with the steps that give it: ∂x_i/∂x_{i−1} stands for ∂x_1/∂x_0,
 * ∂x_2/∂x_1, … whatever its index is called. Empty where the subject is no derivative of the network.
 */
export const family = (subject: Expression, last: number): ReadonlyMap<string, Steps> => {
  const families = known.get(subject) ?? new Map<number, ReadonlyMap<string, Steps>>();
  known.set(subject, families);
  const found = families.get(last) ?? familyOf(subject, last);
  families.set(last, found);
  return found;
};

/** How the subject of a chain relates to what an item asks to derive. */
export const kinship = (subject: Expression, asked: Expression, last: number): 'same' | 'partial' | 'none' => {
  const [own, wanted] = [family(subject, last), family(asked, last)];
  const shared = [...wanted.keys()].filter((key) => own.has(key)).length;
  if (shared === 0) return 'none';
  return shared === wanted.size && shared === own.size ? 'same' : 'partial';
};
