import type { Expression } from '../../math/expression/tree.ts';
import type { Choice } from './admissible.ts';
import { type Code, mostTerms, type Outcome } from './code.ts';
import { compile } from './compile.ts';
import type { Instance } from './instance.ts';
import type { Reading } from './reading.ts';
import { boundCode, normOf } from './size.ts';
import { traitsOf } from './traits.ts';

/** What an expression comes to for one choice of steps, on one network, in one reading. */
export type Evaluate = (choice: Choice, instance: Instance, reading: Reading) => Outcome;

/** An expression of a derivation, ready to be evaluated. */
export interface Formula {
  readonly value: Evaluate;
  /** The norm of the value. */
  readonly norm: Evaluate;
  /** What the expression stands for on the right of a ≤ between matrices. */
  readonly bound: Evaluate;
}

/** Where a formula finds the step of each of its names: in the choice, at T, or nowhere. */
const slotsIn = (names: readonly string[], choice: Choice): readonly number[] =>
  names.map((name) => (name === 'T' ? choice.names.length : choice.names.indexOf(name)));

const evaluated = (expression: Expression, compiled: (expression: Expression, names: string[]) => Code): Evaluate => {
  const names: string[] = [];
  const code = compiled(expression, names);
  let slots: readonly number[] = [];
  let slotsOf: Choice['names'] | undefined;
  return (choice, instance, reading) => {
    if (slotsOf !== choice.names) slots = slotsIn(names, choice);
    slotsOf = choice.names;
    const steps: number[] = [];
    for (const slot of slots)
      steps.push(slot === choice.names.length ? instance.steps : (choice.steps[slot] ?? Number.NaN));
    return code({ instance, reading, steps, shift: 0, left: mostTerms });
  };
};

/** The network and what of a reading can change a value, as one number. */
type Circumstances = (instance: Instance, reading: Reading) => number;

const circumstancesOf = (expression: Expression): Circumstances => {
  const { order, parameters } = traitsOf(expression);
  return (instance, reading) =>
    instance.seed * 16 +
    (reading.layout === 'numerator' ? 0 : 1) +
    (order && reading.order === 'ascending' ? 2 : 0) +
    (parameters && reading.parameters === 'immediate' ? 4 : 0);
};

const withNorm =
  (of: Circumstances): Circumstances =>
  (instance, reading) =>
    of(instance, reading) + (reading.norm === 'row-sum' ? 0 : 8);

/** Values worked out once for every choice, as long as the choices are for the same names. */
const kept = (evaluate: Evaluate, circumstances: Circumstances): Evaluate => {
  let names: Choice['names'] | undefined;
  let known: (Outcome[] | undefined)[] = [];
  return (choice, instance, reading) => {
    if (choice.names !== names) known = [];
    names = choice.names;
    const at = circumstances(instance, reading);
    const values = known[at] ?? [];
    known[at] = values;
    const value = values[choice.number] ?? evaluate(choice, instance, reading);
    values[choice.number] = value;
    return value;
  };
};

/** An evaluation that is made ready when it is asked for first. */
const lazily = (make: () => Evaluate): Evaluate => {
  let made: Evaluate | undefined;
  return (choice, instance, reading) => {
    made ??= make();
    return made(choice, instance, reading);
  };
};

const formula = (expression: Expression): Formula => {
  const circumstances = circumstancesOf(expression);
  const sized = withNorm(circumstances);
  const value = lazily(() => kept(evaluated(expression, compile), circumstances));
  return {
    value,
    norm: (choice, instance, reading) => normOf(value(choice, instance, reading), reading),
    bound: lazily(() => kept(evaluated(expression, boundCode), sized)),
  };
};

const known = new WeakMap<Expression, Formula>();

/** An expression made ready once. */
export const formulaOf = (expression: Expression): Formula => {
  const found = known.get(expression) ?? formula(expression);
  known.set(expression, found);
  return found;
};
