import type { Expression } from '../../math/expression/tree.ts';
import { withoutNorm } from './goal.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { type Steps, stepValue, withStep } from './steps.ts';

/** A choice of steps for the free indices, by itself and with T, the number of steps. */
export interface Choice {
  readonly free: ReadonlyMap<string, number>;
  readonly steps: Steps;
}

/** A link of more free indices would have to be tried for too many choices of them. */
export const mostIndices = 5;

/** All ways to give the names steps from 0 to T; those with x_0 come last, since the start is a special place. */
const assignments = (names: readonly string[], last: number): readonly Choice[] =>
  names
    .reduce<readonly Choice['free'][]>(
      (partial, name) =>
        partial.flatMap((steps) =>
          Array.from({ length: last + 1 }, (_, i) => new Map([...steps, [name, (i + 1) % (last + 1)]])),
        ),
      [new Map()],
    )
    .map((free) => ({ free, steps: withStep(free, 'T', last) }));

/** Most indices are called t and k: what was made for the names of one link serves the next. */
const mostNamings = 100;
const made = new Map<string, readonly Choice[]>();

const choices = (key: string, names: readonly string[], last: number): readonly Choice[] => {
  const found = made.get(key) ?? assignments(names, last);
  if (made.size >= mostNamings) made.clear();
  made.set(key, found);
  return found;
};

/** Every loss or state is differentiated by an earlier one: where k ≥ t nothing is claimed of ∂x_t/∂x_k. */
const isAdmissible = (whole: Expression, steps: Steps): boolean => {
  const subject = withoutNorm(whole);
  if (subject.kind !== 'derivative') return true;
  const by = subject.by[0]?.variable;
  const [over, under] = [indexOf(subject.of), by && indexOf(by)];
  if (!by || !over || !under || roleOf(nameOf(by) ?? '') !== 'state') return true;
  const [t, k] = [stepValue(over, steps), stepValue(under, steps)];
  return t !== undefined && k !== undefined && k < t && k >= 0;
};

const known = new WeakMap<Expression, Map<string, readonly Choice[]>>();

/** The choices of steps for which something is claimed of a subject; at most {@link mostIndices} names. */
export const admissible = (subject: Expression, names: readonly string[], last: number): readonly Choice[] => {
  const ofSubject = known.get(subject) ?? new Map<string, readonly Choice[]>();
  known.set(subject, ofSubject);
  const key = `${names.join()} ${last}`;
  const found = ofSubject.get(key) ?? choices(key, names, last).filter(({ steps }) => isAdmissible(subject, steps));
  ofSubject.set(key, found);
  return found;
};
