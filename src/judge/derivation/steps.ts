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

/** constant + p · the step at a + q · the step at b: what nearly every index is. */
interface Linear {
  constant: number;
  terms: number;
  a: number;
  p: number;
  b: number;
  q: number;
}

/** Adds a name, so many times, to a linear form; whether there is room for it. */
const addName = (form: Linear, slot: number, weight: number): boolean => {
  if (form.terms === 0) [form.a, form.p] = [slot, weight];
  else [form.b, form.q] = [slot, weight];
  form.terms += 1;
  return form.terms <= 2;
};

/** Adds an expression, so many times, to a linear form; whether the form can hold it. */
const addTo = (form: Linear, expression: Expression, weight: number, names: string[], stretch: number): boolean => {
  switch (expression.kind) {
    case 'number':
      form.constant += weight * literal(expression.text);
      return true;
    case 'symbol':
      return addName(form, slotOf(names, expression.name), weight * stretch);
    case 'negative':
      return addTo(form, expression.of, -weight, names, stretch);
    case 'sum':
      for (const term of expression.terms) if (!addTo(form, term, weight, names, stretch)) return false;
      return true;
    default:
      return false;
  }
};

const linear = ({ constant, terms, a, p, b, q }: Linear): StepCode =>
  terms < 2
    ? (steps) => constant + p * (steps[a] ?? Number.NaN)
    : (steps) => constant + p * (steps[a] ?? Number.NaN) + q * (steps[b] ?? Number.NaN);

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
      const form: Linear = { constant: 0, terms: 0, a: 0, p: 0, b: 0, q: 0 };
      const isLinear = addTo(form, expression, 1, names, stretch) && form.terms > 0;
      return isLinear ? linear(form) : sum(expression.terms.map(inside));
    }
    case 'product':
      return product(expression.factors.map(inside));
    case 'list':
      return expression.items.length === 1 && expression.items[0] ? inside(expression.items[0]) : noStep;
    default:
      return noStep;
  }
};
