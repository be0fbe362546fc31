import type { Expression } from '../../math/expression/tree.ts';
import type { Formula } from './formula.ts';
import { withoutNorm } from './goal.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { type Steps, stepCode } from './steps.ts';

/** A choice of steps for the free indices of a link. */
export interface Choice {
  /** The same array for the same names. */
  readonly names: readonly string[];
  /** Their steps, and behind them T. */
  readonly steps: Steps;
  /** Its place among all choices for these names. */
  readonly number: number;
}

/** A link of more free indices would have to be tried for too many choices of them. */
export const mostIndices = 5;

/** All ways to give the names steps from 0 to T; those with x_0 come last, since the start is a special place. */
const assignments = (names: readonly string[], last: number): readonly Choice[] =>
  names
    .reduce<readonly Steps[]>(
      (partial) =>
        partial.flatMap((steps) => Array.from({ length: last + 1 }, (_, i) => [...steps, (i + 1) % (last + 1)])),
      [[]],
    )
    .map((steps, number) => ({ names, steps: [...steps, last], number }));

/** Most indices are called t and k: what was made for the names of one link serves the next. */
const mostNamings = 100;

/** Names, and all choices for them by the last step. */
interface Naming {
  readonly names: readonly string[];
  readonly choices: Map<number, readonly Choice[]>;
}

const namings = new Map<string, Naming>();

const namingOf = (names: readonly string[]): Naming => {
  const key = names.join();
  const found = namings.get(key) ?? { names, choices: new Map() };
  if (namings.size >= mostNamings) namings.clear();
  namings.set(key, found);
  return found;
};

const choicesOf = ({ names, choices }: Naming, last: number): readonly Choice[] => {
  const found = choices.get(last) ?? assignments(names, last);
  choices.set(last, found);
  return found;
};

/** Every loss or state is differentiated by an earlier one: where k ≥ t nothing is claimed of ∂x_t/∂x_k. */
const admits = (whole: Expression, names: readonly string[]): ((steps: Steps) => boolean) => {
  const subject = withoutNorm(whole);
  const by = subject.kind === 'derivative' ? subject.by[0]?.variable : undefined;
  const [over, under] = [subject.kind === 'derivative' ? indexOf(subject.of) : undefined, by && indexOf(by)];
  if (!by || !over || !under || roleOf(nameOf(by) ?? '') !== 'state') return () => true;
  const slots = [...names, 'T'];
  const [t, k] = [stepCode(over, slots), stepCode(under, slots)];
  return (steps) => k(steps) < t(steps) && k(steps) >= 0;
};

/** The choices for one subject, some names and the last step. */
export interface Admitted {
  readonly names: readonly string[];
  readonly last: number;
  readonly choices: readonly Choice[];
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, i) => name === b[i]));

/** The choices of steps for which something is claimed of a subject; at most {@link mostIndices} names. */
export const admissible = (subject: Formula, names: readonly string[], last: number): readonly Choice[] => {
  for (const one of subject.admitted) if (one.last === last && sameNames(one.names, names)) return one.choices;
  const admit = admits(subject.expression, names);
  const choices = choicesOf(namingOf(names), last).filter(({ steps }) => admit(steps));
  subject.admitted.push({ names, last, choices });
  return choices;
};
