import type { Expression } from '../../math/expression/tree.ts';
import type { Choice } from './admissible.ts';
import { type Code, mostTerms, type Outcome, type Place } from './code.ts';
import { compile } from './compile.ts';
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

/** The network, and what of a reading can change a value, as one number. */
const circumstances = ({ order, parameters }: Traits, { seed }: Instance, reading: Reading): number =>
  seed +
  (reading.layout === 'numerator' ? 0 : 8) +
  (order && reading.order === 'ascending' ? 16 : 0) +
  (parameters && reading.parameters === 'immediate' ? 32 : 0);

/** An expression of a derivation, ready to be evaluated for one choice of steps, on one network, in one reading. */
export class Formula {
  readonly expression: Expression;
  readonly traits: Traits;
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

const known = new WeakMap<Expression, Formula>();

/** An expression made ready once. */
export const formulaOf = (expression: Expression): Formula => {
  const found = known.get(expression);
  if (found) return found;
  const formula = new Formula(expression);
  known.set(expression, formula);
  return formula;
};

/** The names that stand for any step in expressions taken together, in order of appearance. */
export const freeIndices = (expressions: readonly Expression[]): readonly string[] => {
  let names: readonly string[] = [];
  for (const expression of expressions) {
    const { free } = formulaOf(expression).traits;
    if (names.length === 0) names = free;
    else if (!free.every((name) => names.includes(name))) names = [...new Set([...names, ...free])];
  }
  return names;
};
