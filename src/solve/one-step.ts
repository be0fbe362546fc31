import { num, number, sum, sym } from '../math/expression/build.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols, substitute } from '../math/expression/walk.ts';
import { type Exact, fraction } from '../math/number/exact.ts';
import { withBodies } from './definitions/expand.ts';
import { indexPattern } from './definitions/index-pattern.ts';
import { partsOf, type Quantity } from './definitions/names.ts';
import type { DefinitionTable } from './definitions/table.ts';
import type { Recurrence } from './iterate/recurrence.ts';
import { quantityOf } from './origin.ts';

/** A quantity that changes from step to step, without its step: the `x` of `x_{k+1}`, the first part of `v_k`. */
export interface Series {
  readonly base: string;
  readonly part: readonly number[];
}

/** A section's recurrence as one map from a step to the next. */
export interface OneStep {
  readonly recurrence: Recurrence;
  /** The step at which it starts. */
  readonly start: number;
}

/** What is known of numbers while a recurrence is put together. */
export interface Known {
  readonly table: DefinitionTable;
  /** The value of a quantity where it is exact. */
  readonly exact: (quantity: Quantity) => Exact | undefined;
}

/** The step, as a name that no rubric writes. */
const stepName = '𝑘';

const variableOf = ({ base, part }: Series): string => `${base}⟨${part.join()}⟩`;

/** A series that cannot be put into a map of one step: the plain way remains. Thrown and caught in this file alone. */
class Unfit extends Error {}

const unfit = (): never => {
  throw new Unfit();
};

/** One number of a right side: `(a, b)` has the parts 1 and 2. */
const partAt = (right: Expression, [first, ...more]: readonly number[]): Expression => {
  if (first === undefined) return right.kind === 'list' || right.kind === 'matrix' ? unfit() : right;
  const row = right.kind === 'matrix' ? right.rows[first - 1] : undefined;
  const inner =
    right.kind === 'list'
      ? right.items[first - 1]
      : row && { kind: 'list' as const, open: '(', close: ')', items: row };
  return inner ? partAt(inner as Expression, more) : unfit();
};

const shiftedStep = (by: number): Expression =>
  by === 0 ? sym(stepName) : sum([sym(stepName), by > 0 ? num(by) : { kind: 'negative', of: num(-by) }]);

/** Puts the definitions of a series, and of all that it needs, into one map from step k to step k + 1. */
class Builder {
  readonly #known: Known;
  readonly #variables = new Map<string, Series>();
  readonly #done = new Map<string, Expression>();
  readonly #open = new Set<string>();
  #start = 0;
  #countsSteps = false;

  constructor(known: Known) {
    this.#known = known;
  }

  build(first: readonly Series[]): OneStep {
    for (const series of first) this.#variable(series);
    // An update may bring further variables, which a map hands out as well.
    const updates: Expression[] = [];
    for (const series of this.#variables.values()) updates.push(this.#at(series, 1));
    const starts = [...this.#variables.values()].map((series) => this.#valueAtStart(series));
    const step = this.#countsSteps;
    const recurrence: Recurrence = {
      variables: [...this.#variables.keys(), ...(step ? [stepName] : [])],
      updates: [...updates, ...(step ? [shiftedStep(1)] : [])],
      start: [...starts, ...(step ? [fraction(BigInt(this.#start))] : [])],
    };
    return { recurrence, start: this.#start };
  }

  #valueAtStart({ base, part }: Series): Exact {
    return this.#known.exact({ base, indices: [this.#start, ...part] }) ?? unfit();
  }

  /** A series as a variable of the map. All of them start at the latest step that is given. */
  #variable(series: Series): Expression {
    const name = variableOf(series);
    if (this.#variables.has(name)) return sym(name);
    this.#start = Math.max(this.#start, this.#given(series.base) ?? unfit());
    this.#variables.set(name, series);
    return sym(name);
  }

  #given(base: string): number | undefined {
    return this.#known.table.recurrence(base)?.given;
  }

  /** The definition of a series at step k + shift, in the variables at step k. */
  #at(series: Series, shift: 0 | 1): Expression {
    const { table } = this.#known;
    const key = `${variableOf(series)} ${shift}`;
    const done = this.#done.get(key);
    if (done) return done;
    if (this.#open.has(key)) return unfit();
    this.#open.add(key);
    const { rule } = table.recurrence(series.base) ?? unfit();
    const [pattern, ...more] = rule.patterns;
    const variable = pattern?.variable;
    const ready = table.ready(rule);
    if (!pattern || variable === undefined || pattern.slope !== 1 || more.length > 0) return unfit();
    if (ready.component !== undefined) return unfit();
    const right = partAt(ready.right, series.part);
    const step = shiftedStep(shift - pattern.shift);
    const inSteps = substitute(withBodies(right, table), (node) =>
      node.kind === 'symbol' && node.name === variable ? step : undefined,
    );
    const resolved = this.#resolved(inSteps);
    this.#open.delete(key);
    this.#done.set(key, resolved);
    return resolved;
  }

  #resolved(tree: Expression): Expression {
    return substitute(tree, (node) => {
      if (node.kind !== 'symbol' && node.kind !== 'index') return undefined;
      const parts = partsOf(node) ?? unfit();
      const steps = freeSymbols(node).some((name) => name.kind === 'symbol' && name.name === stepName);
      if (node.kind === 'symbol' && node.name === stepName) return this.#step();
      if (parts.indices.some((each) => freeSymbols(each).length > 0)) return this.#ofStep(parts.base, parts.indices);
      return steps ? unfit() : this.#constant(node);
    });
  }

  #step(): Expression {
    this.#countsSteps = true;
    return sym(stepName);
  }

  #ofStep(base: string, [step, ...rest]: readonly Expression[]): Expression {
    const pattern = step && indexPattern(step);
    const part = rest.map((each) => indexPattern(each)).map((each) => (each?.slope === 0 ? each.shift : unfit()));
    if (pattern?.variable !== stepName || pattern.slope !== 1) return unfit();
    const series = { base, part };
    if (pattern.shift === 1) return this.#at(series, 1);
    if (pattern.shift !== 0) return unfit();
    return this.#given(base) === undefined ? this.#at(series, 0) : this.#variable(series);
  }

  #constant(node: Expression): Expression | undefined {
    const quantity = quantityOf(node);
    if (node.kind === 'symbol' && this.#known.table.find({ base: node.name, indices: [] }) === undefined)
      return undefined;
    const value = quantity && this.#known.exact(quantity);
    return value ? number(value) : unfit();
  }
}

/**
 * The recurrence behind some series as one map of steps: Nesterov's x, y and both parts of v. `undefined` where it is
 * none: numbers that are not exact at the start, definitions that look further back, sums over the past.
 */
export const oneStep = (series: readonly Series[], known: Known): OneStep | undefined => {
  try {
    return new Builder(known).build(series);
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
};

export const seriesVariable = variableOf;
