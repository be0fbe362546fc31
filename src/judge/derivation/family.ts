import type { Expression } from '../../math/expression/tree.ts';
import { admissible, type Choice, mostIndices } from './admissible.ts';
import { type Formula, formulaOf, lastingFormula } from './formula.ts';
import { withoutNorm } from './goal.ts';
import { indexOf, nameOf, roleNumber } from './roles.ts';
import { type StepCode, stepCode } from './steps.ts';

/** The derivatives a subject stands for, by number, each with the steps that give it. */
export type Family = ReadonlyMap<number, Choice>;

const none: Family = new Map();

/** Numbers of quantities are below this: that of the role, then that of the step. */
const most = 1024;

/** The number of the quantity that a side of a derivative stands for at some steps; NaN for none of the network. */
const quantityNumber = (side: Expression, names: readonly string[], last: number): StepCode => {
  const [role, index] = [roleNumber(nameOf(side) ?? ''), indexOf(side)];
  if (role === undefined) return () => Number.NaN;
  if (!index) return () => role * 32;
  // The step T of one network is another on the next: what is at T belongs to no family.
  const step = stepCode(index, [...names, '']);
  return (steps) => {
    const value = step(steps);
    return value >= 0 && value <= last ? role * 32 + 1 + value : Number.NaN;
  };
};

const familyOf = (whole: Formula, last: number): Family => {
  const subject = withoutNorm(whole.expression);
  const by = subject.kind === 'derivative' && subject.by.length === 1 ? subject.by[0] : undefined;
  const names = whole.traits.free;
  if (subject.kind !== 'derivative' || !by || names.length > mostIndices) return none;
  const found = new Map<number, Choice>();
  const [over, under] = [quantityNumber(subject.of, names, last), quantityNumber(by.variable, names, last)];
  for (const choice of admissible(whole, names, last)) {
    const key = over(choice.steps) * most + under(choice.steps);
    if (!Number.isNaN(key)) found.set(key, choice);
  }
  return found;
};

/**
 * The derivatives a subject stands for, each with the steps that give it: ∂x_i/∂x_{i−1} stands for ∂x_1/∂x_0,
 * ∂x_2/∂x_1, … whatever its index is called. Empty where the subject is no derivative of the network.
 */
export const family = (subject: Formula, last: number): Family => {
  const found = subject.families[last] ?? familyOf(subject, last);
  subject.families[last] = found;
  return found;
};

/** How the subject of a chain relates to what an item asks to derive. */
export const kinship = (head: Expression, asked: Expression, last: number): 'same' | 'partial' | 'none' => {
  const [own, wanted] = [family(formulaOf(head), last), family(lastingFormula(asked), last)];
  let shared = 0;
  for (const key of wanted.keys()) if (own.has(key)) shared += 1;
  if (shared === 0) return 'none';
  return shared === wanted.size && shared === own.size ? 'same' : 'partial';
};
