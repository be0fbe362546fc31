import type { Expression } from '../../math/expression/tree.ts';
import type { Admitted, Choice } from './admissible.ts';
import { type Code, mostTerms, type Outcome, type Place } from './code.ts';
import { compile } from './compile.ts';
import type { Family } from './family.ts';
import type { Instance } from './instance.ts';
import type { Reading } from './reading.ts';
import { boundCode, normOf } from './size.ts';
import { type Traits, traitsOf } from './traits.ts';

/** Where the step of a name stands in a choice: T behind the others, and what is none of them further behind. */
const placeIn = (names: Choice['names'], name: string): number => {
  if (name === 'T') return names.length;
  const place = names.indexOf(name);
  return place < 0 ? names.length + 1 : place;
};

/** Compiled code, with the values it has come to: each is worked out once while the choices are for the same names. */
class Values {
  readonly #code: Code;
  readonly #names: string[] = [];
  /** The names of the choices, and where the steps of the code's own names stand among theirs. */
  #of: Choice['names'] | undefined;
  #slots: readonly number[] = [];
  #known: (Outcome | undefined)[][] = [];
  #place: Place | undefined;

  constructor(expression: Expression, compiled: (expression: Expression, names: string[]) => Code) {
    this.#code = compiled(expression, this.#names);
  }

  /** The value for a choice; whatever else it hangs on has a number of its own. */
  at(choice: Choice, instance: Instance, reading: Reading, circumstances: number): Outcome {
    if (choice.names !== this.#of) this.#begin(choice.names);
    let known = this.#known[circumstances];
    if (!known) {
      known = [];
      this.#known[circumstances] = known;
    }
    const value = known[choice.number] ?? this.#code(this.#at(choice, instance, reading));
    known[choice.number] = value;
    return value;
  }

  #begin(names: Choice['names']): void {
    this.#of = names;
    this.#slots = this.#names.map((name) => placeIn(names, name));
    this.#known = [];
  }

  /** One place serves all evaluations, one after the other. */
  #at({ steps }: Choice, instance: Instance, reading: Reading): Place {
    this.#place ??= { instance, reading, steps: [], shift: 0, left: 0 };
    const place = this.#place;
    place.instance = instance;
    place.reading = reading;
    for (let i = 0; i < this.#slots.length; i += 1) place.steps[i] = steps[this.#slots[i] ?? 0] ?? Number.NaN;
    place.shift = 0;
    place.left = mostTerms;
    return place;
  }
}

const layouts = { numerator: 0, denominator: 8, gradient: 128 } as const;

/** The network, and what of a reading can change a value, as one number. */
const circumstances = ({ order, parameters }: Traits, { seed }: Instance, reading: Reading): number =>
  seed +
  layouts[reading.layout] +
  (order && reading.order === 'ascending' ? 16 : 0) +
  (parameters && reading.parameters === 'immediate' ? 32 : 0);

/** An expression of a derivation, ready to be evaluated for one choice of steps, on one network, in one reading. */
export class Formula {
  readonly expression: Expression;
  readonly traits: Traits;
  /** What is known of it as the head of a derivation. */
  readonly admitted: Admitted[] = [];
  readonly families: (Family | undefined)[] = [];
  #values: Values | undefined;
  #bounds: Values | undefined;

  constructor(expression: Expression) {
    this.expression = expression;
    this.traits = traitsOf(expression);
  }

  value(choice: Choice, instance: Instance, reading: Reading): Outcome {
    this.#values ??= new Values(this.expression, compile);
    return this.#values.at(choice, instance, reading, circumstances(this.traits, instance, reading));
  }

  /** The norm of the value. */
  norm(choice: Choice, instance: Instance, reading: Reading): Outcome {
    return normOf(this.value(choice, instance, reading), reading);
  }

  /** What the expression stands for on the right of a ≤ between matrices. */
  bound(choice: Choice, instance: Instance, reading: Reading): Outcome {
    this.#bounds ??= new Values(this.expression, boundCode);
    const norm = reading.norm === 'row-sum' ? 0 : 64;
    return this.#bounds.at(choice, instance, reading, norm + circumstances(this.traits, instance, reading));
  }
}

/** Formulas that are kept at a time: about those of the derivations of one submission. */
const mostKept = 32;

/**
 * The formulas made last, the next to be replaced at `next`. Trees of a submission live for one grading: a map, weak or
 * not, would keep what is known of them through several collections, and that costs more than working it out anew.
 */
const latest: Formula[] = [];
let next = 0;

/** An expression of a submission made ready. */
export const formulaOf = (expression: Expression): Formula => {
  for (const formula of latest) if (formula.expression === expression) return formula;
  const formula = new Formula(expression);
  latest[next] = formula;
  next = (next + 1) % mostKept;
  return formula;
};

const lasting = new WeakMap<Expression, Formula>();

/** An expression of a rubric, made ready for all submissions. */
export const lastingFormula = (expression: Expression): Formula => {
  const formula = lasting.get(expression) ?? new Formula(expression);
  lasting.set(expression, formula);
  return formula;
};

/** The names that stand for any step in formulas taken together, in order of appearance. */
export const freeIndices = (formulas: readonly Formula[]): readonly string[] => {
  let names: readonly string[] = [];
  for (const { traits } of formulas) {
    if (names.length === 0) names = traits.free;
    else if (!traits.free.every((name) => names.includes(name))) names = [...new Set([...names, ...traits.free])];
  }
  return names;
};
