import type { Expression, Relation } from '../../math/expression/tree.ts';
import { compare, type Exact, equals } from '../../math/number/exact.ts';
import type { Block } from './block.ts';
import { freeIndices } from './free-indices.ts';
import { withoutNorm } from './goal.ts';
import type { Instance } from './instance.ts';
import { evaluate, isTrouble, type Outcome, type Setting } from './interpret.ts';
import type { Reading } from './reading.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { boundOf, hasNorm, sizeOf } from './size.ts';
import { type Steps, stepValue } from './steps.ts';

/** A choice of steps for which the two sides of a link differ. */
export interface Counterexample {
  readonly steps: Steps;
  readonly left: Block | Exact;
  readonly right: Block | Exact;
}

/** Whether a link holds for every admissible choice of its free indices. */
export type LinkOutcome =
  | { readonly holds: true }
  | { readonly holds: false; readonly counterexample?: Counterexample }
  | { readonly holds: undefined; readonly reason: string };

/** All ways to give the names steps from 0 to T; those with x_0 come last, since the start is a special place. */
export const assignments = (names: readonly string[], last: number): readonly Steps[] =>
  names.reduce<readonly Steps[]>(
    (partial, name) =>
      partial.flatMap((steps) =>
        Array.from({ length: last + 1 }, (_, i) => new Map([...steps, [name, (i + 1) % (last + 1)]])),
      ),
    [new Map()],
  );

/** Every loss or state is differentiated by an earlier one: where k ≥ t nothing is claimed of ∂x_t/∂x_k. */
export const isAdmissible = (whole: Expression, steps: Steps): boolean => {
  const subject = withoutNorm(whole);
  if (subject.kind !== 'derivative') return true;
  const by = subject.by[0]?.variable;
  const [over, under] = [indexOf(subject.of), by && indexOf(by)];
  if (!by || !over || !under || roleOf(nameOf(by) ?? '') !== 'state') return true;
  const [t, k] = [stepValue(over, steps), stepValue(under, steps)];
  return t !== undefined && k !== undefined && k < t && k >= 0;
};

const sameBlock = (a: Block, b: Block): boolean =>
  a.length === b.length &&
  a.every((row, i) => row.length === b[i]?.length && row.every((x, j) => equals(x, b[i]?.[j] ?? x)));

type Compared =
  | { readonly agree: boolean; readonly left: Block | Exact; readonly right: Block | Exact }
  | { readonly trouble: string; readonly about: string };

const compareValues = (left: Outcome, right: Outcome): Compared => {
  if (isTrouble(left)) return left;
  if (isTrouble(right)) return right;
  return { agree: sameBlock(left, right), left, right };
};

const compareSizes = (left: Expression, right: Expression, setting: Setting, relation: Relation): Compared => {
  const [a, b] = [sizeOf(left, setting), boundOf(right, setting)];
  if ('trouble' in a) return a;
  if ('trouble' in b) return b;
  const order = compare(a, b);
  return { agree: relation === '=' ? order === 0 : order <= 0, left: a, right: b };
};

const compareSides = (left: Expression, relation: Relation, right: Expression, setting: Setting): Compared => {
  if (relation === '≤' || relation === '<') return compareSizes(left, right, setting, '≤');
  if (relation === '≥' || relation === '>') return compareSizes(right, left, setting, '≤');
  if (hasNorm(left) || hasNorm(right)) return compareSizes(left, right, setting, '=');
  return compareValues(evaluate(left, setting), evaluate(right, setting));
};

/** The relations a link on the network can be decided for. */
export const decidable: ReadonlySet<Relation> = new Set<Relation>(['=', '≔', '≡', '≤', '<', '≥', '>']);

/** A link, or any two members of a chain put side by side. */
export interface LinkQuestion {
  /** The head of the chain: which steps are admissible is its to say. */
  readonly subject: Expression;
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
}

/**
 * Decides a link by evaluating both sides on every instance for every admissible choice of the free indices. Choices
 * that leave the network (x_{−1}, x_{T+1}) say nothing; where all do, or a side is not understood, it stays open.
 */
export const decideLink = (question: LinkQuestion, instances: readonly Instance[], reading: Reading): LinkOutcome => {
  const { subject, left, relation, right } = question;
  if (!decidable.has(relation))
    return { holds: undefined, reason: `the relation ${relation} is not decided on examples` };
  const names = freeIndices([subject, left, right]);
  let decided = 0;
  for (const instance of instances)
    for (const free of assignments(names, instance.steps)) {
      const steps = new Map([...free, ['T', instance.steps]]);
      if (!isAdmissible(subject, steps)) continue;
      const result = compareSides(left, relation, right, { instance, reading, steps });
      if ('trouble' in result) {
        if (result.trouble === 'outside') continue;
        if (result.trouble === 'shape') return { holds: false };
        return { holds: undefined, reason: `${result.about} is not understood here` };
      }
      decided += 1;
      if (!result.agree)
        return { holds: false, counterexample: { steps: free, left: result.left, right: result.right } };
    }
  if (decided > 0) return { holds: true };
  return { holds: undefined, reason: 'no choice of the indices lies inside the network' };
};
