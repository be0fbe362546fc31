import type { Expression, Relation } from '../../math/expression/tree.ts';
import { compare, type Exact, equals } from '../../math/number/exact.ts';
import { admissible, mostIndices } from './admissible.ts';
import type { Block } from './block.ts';
import { freeIndices } from './free-indices.ts';
import type { Instance } from './instance.ts';
import { evaluate, isTrouble, type Outcome, type Setting, settingsOn } from './interpret.ts';
import type { Reading } from './reading.ts';
import { boundOf, hasNorm, sizeOf } from './size.ts';

/** A choice of steps for which the two sides of a link differ. */
export interface Counterexample {
  readonly steps: ReadonlyMap<string, number>;
  readonly left: Block | Exact;
  readonly right: Block | Exact;
}

/** Whether a link holds for every admissible choice of its free indices. */
export type LinkOutcome =
  | { readonly holds: true }
  | { readonly holds: false; readonly counterexample?: Counterexample }
  | { readonly holds: undefined; readonly reason: string };

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

type Comparison = (setting: Setting) => Compared;

const compareSizes = (left: Expression, right: Expression, relation: '=' | '≤'): Comparison => {
  const size = sizeOf(left);
  return (setting) => {
    const [a, b] = [size(setting), boundOf(right, setting)];
    if ('trouble' in a) return a;
    if ('trouble' in b) return b;
    const order = compare(a, b);
    return { agree: relation === '=' ? order === 0 : order <= 0, left: a, right: b };
  };
};

const comparisonOf = (left: Expression, relation: Relation, right: Expression): Comparison => {
  if (relation === '≤' || relation === '<') return compareSizes(left, right, '≤');
  if (relation === '≥' || relation === '>') return compareSizes(right, left, '≤');
  if (hasNorm(left) || hasNorm(right)) return compareSizes(left, right, '=');
  return (setting) => compareValues(evaluate(left, setting), evaluate(right, setting));
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
  if (names.length > mostIndices) return { holds: undefined, reason: `more than ${mostIndices} free indices` };
  const comparison = comparisonOf(left, relation, right);
  let decided = 0;
  for (const instance of instances) {
    const settingAt = settingsOn(instance, reading);
    for (const { free, steps } of admissible(subject, names, instance.steps)) {
      const result = comparison(settingAt(steps));
      if ('trouble' in result) {
        if (result.trouble === 'outside') continue;
        if (result.trouble === 'shape') return { holds: false };
        return { holds: undefined, reason: `${result.about} is not understood here` };
      }
      decided += 1;
      if (!result.agree)
        return { holds: false, counterexample: { steps: free, left: result.left, right: result.right } };
    }
  }
  if (decided > 0) return { holds: true };
  return { holds: undefined, reason: 'no choice of the indices lies inside the network' };
};
