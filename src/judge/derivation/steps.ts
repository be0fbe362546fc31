import type { Expression } from '../../math/expression/tree.ts';

/** The steps that the names of a formula stand for, by slot: `t` → 3, `k` → 1; NaN for a name that is no step. */
export type Steps = number[];

/** The integer an index expression such as `t - i - 1` comes to; NaN where a name in it is free. */
export type StepCode = (steps: Steps) => number;

/** The slot of a name among those of a formula; a new one where it has none. */
export const slotOf = (names: string[], name: string): number => {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
};

const noStep: StepCode = () => Number.NaN;

const literal = (text: string): number => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : Number.NaN;
};

const symbol = (slot: number, stretch: number): StepCode =>
  stretch === 1 ? (steps) => steps[slot] ?? Number.NaN : (steps) => (steps[slot] ?? Number.NaN) * stretch;

/** constant + Σ ± the steps at these slots: what nearly every index is. A name taken off has a negative weight. */
interface Linear {
  constant: number;
  readonly slots: number[];
  readonly weights: number[];
}

/** Adds an expression, or takes it off, to a linear form; whether it is one. */
const addTo = (form: Linear, expression: Expression, weight: number, names: string[]): boolean => {
  switch (expression.kind) {
    case 'number':
      form.constant += weight * literal(expression.text);
      return true;
    case 'symbol':
      form.slots.push(slotOf(names, expression.name));
      form.weights.push(weight);
      return true;
    case 'negative':
      return addTo(form, expression.of, -weight, names);
    case 'sum':
      return expression.terms.every((term) => addTo(form, term, weight, names));
    default:
      return false;
  }
};

const linear = ({ constant, slots, weights }: Linear, stretch: number): StepCode => {
  const [a = 0, b = 0] = slots;
  const [p = 0, q = 0] = weights.map((weight) => weight * stretch);
  if (slots.length === 1) return (steps) => constant + p * (steps[a] ?? Number.NaN);
  if (slots.length === 2) return (steps) => constant + p * (steps[a] ?? Number.NaN) + q * (steps[b] ?? Number.NaN);
  return (steps) =>
    slots.reduce((sum, slot, i) => sum + (weights[i] ?? 0) * stretch * (steps[slot] ?? Number.NaN), constant);
};

const sum = (terms: readonly StepCode[]): StepCode => {
  return (steps) => terms.reduce((so, term) => so + term(steps), 0);
};

const product = (factors: readonly StepCode[]): StepCode => {
  return (steps) => factors.reduce((so, factor) => so * factor(steps), 1);
};

/**
 * An index expression made ready to be worked out for one choice of steps after the other, each step taken `stretch`
 * times.
 */
export const stepCode = (expression: Expression, names: string[], stretch = 1): StepCode => {
  const inside = (part: Expression): StepCode => stepCode(part, names, stretch);
  switch (expression.kind) {
    case 'number': {
      const value = literal(expression.text);
      return () => value;
    }
    case 'symbol':
      return symbol(slotOf(names, expression.name), stretch);
    case 'negative': {
      const of = inside(expression.of);
      return (steps) => -of(steps);
    }
    case 'sum': {
      const form: Linear = { constant: 0, slots: [], weights: [] };
      return addTo(form, expression, 1, names) ? linear(form, stretch) : sum(expression.terms.map(inside));
    }
    case 'product':
      return product(expression.factors.map(inside));
    case 'list':
      return expression.items.length === 1 && expression.items[0] ? inside(expression.items[0]) : noStep;
    default:
      return noStep;
  }
};
