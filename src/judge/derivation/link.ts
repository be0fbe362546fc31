import type { Expression, Relation } from '../../math/expression/tree.ts';
import { admissible, type Choice, mostIndices } from './admissible.ts';
import { atMost, type Block, sameBlock } from './block.ts';
import { isTrouble, type Trouble } from './code.ts';
import { type Formula, formulaOf, freeIndices } from './formula.ts';
import type { Instance } from './instance.ts';
import type { Reading } from './reading.ts';

/** A choice of steps for which the two sides of a link differ. */
export interface Counterexample {
  readonly steps: ReadonlyMap<string, number>;
  readonly left: Block;
  readonly right: Block;
}

/** Whether a link holds for every admissible choice of its free indices. */
export type LinkOutcome =
  | { readonly holds: true }
  | { readonly holds: false; readonly counterexample?: Counterexample }
  | { readonly holds: undefined; readonly reason: string };

/** What of two formulas is compared, and how. */
interface Comparison {
  readonly left: Formula;
  readonly of: 'value' | 'norm' | 'bound';
  readonly right: Formula;
  readonly with: 'value' | 'bound';
  readonly agree: (left: Block, right: Block) => boolean;
}

/** ‖left‖ of the whole, or with norms written inside the product of what they stand for, against a bound. */
const sizesOf = (left: Formula, right: Formula, agree: Comparison['agree']): Comparison => ({
  left,
  of: left.traits.norm ? 'bound' : 'norm',
  right,
  with: 'bound',
  agree,
});

const comparisonOf = (left: Formula, relation: Relation, right: Formula): Comparison => {
  if (relation === '≤' || relation === '<') return sizesOf(left, right, atMost);
  if (relation === '≥' || relation === '>') return sizesOf(right, left, atMost);
  if (left.traits.norm || right.traits.norm) return sizesOf(left, right, sameBlock);
  return { left, of: 'value', right, with: 'value', agree: sameBlock };
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

const open = (reason: string): LinkOutcome => ({ holds: undefined, reason });

/** What a choice of steps says of a link: nothing where it leads out of the network. */
type Said = 'agrees' | 'outside' | Extract<LinkOutcome, { readonly holds: false | undefined }>;

const ofTrouble = ({ trouble, about }: Trouble): Said => {
  if (trouble === 'outside') return trouble;
  return trouble === 'shape' ? { holds: false } : { holds: undefined, reason: `${about} is not understood here` };
};

const stepsOf = ({ names, steps }: Choice): ReadonlyMap<string, number> =>
  new Map(names.map((name, i) => [name, steps[i] ?? Number.NaN]));

const said = (comparison: Comparison, choice: Choice, instance: Instance, reading: Reading): Said => {
  const left = comparison.left[comparison.of](choice, instance, reading);
  if (isTrouble(left)) return ofTrouble(left);
  const right = comparison.right[comparison.with](choice, instance, reading);
  if (isTrouble(right)) return ofTrouble(right);
  if (comparison.agree(left, right)) return 'agrees';
  return { holds: false, counterexample: { steps: stepsOf(choice), left, right } };
};

/**
 * Decides a link by evaluating both sides on every instance for every admissible choice of the free indices. Choices
 * that leave the network (x_{−1}, x_{T+1}) say nothing; where all do, or a side is not understood, it stays open.
 */
export const decideLink = (question: LinkQuestion, instances: readonly Instance[], reading: Reading): LinkOutcome => {
  const { relation } = question;
  const subject = formulaOf(question.subject);
  const left = formulaOf(question.left);
  const right = formulaOf(question.right);
  if (!decidable.has(relation)) return open(`the relation ${relation} is not decided on examples`);
  const names = freeIndices([subject, left, right]);
  if (names.length > mostIndices) return open(`more than ${mostIndices} free indices`);
  const comparison = comparisonOf(left, relation, right);
  let isDecided = false;
  for (const instance of instances)
    for (const choice of admissible(subject, names, instance.steps)) {
      const what = said(comparison, choice, instance, reading);
      if (what !== 'agrees' && what !== 'outside') return what;
      isDecided ||= what === 'agrees';
    }
  return isDecided ? { holds: true } : open('no choice of the indices lies inside the network');
};
