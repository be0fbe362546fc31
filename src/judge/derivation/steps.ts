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

const literal = (text: string): StepCode => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? () => value : noStep;
};

const plus =
  (a: StepCode, b: StepCode): StepCode =>
  (steps) =>
    a(steps) + b(steps);

const times =
  (a: StepCode, b: StepCode): StepCode =>
  (steps) =>
    a(steps) * b(steps);

/**
 * An index expression made ready to be worked out for one choice of steps after the other, each step taken `stretch`
 * times.
 */
export const stepCode = (expression: Expression, names: string[], stretch = 1): StepCode => {
  const inside = (part: Expression): StepCode => stepCode(part, names, stretch);
  switch (expression.kind) {
    case 'number':
      return literal(expression.text);
    case 'symbol': {
      const slot = slotOf(names, expression.name);
      return (steps) => (steps[slot] ?? Number.NaN) * stretch;
    }
    case 'negative': {
      const of = inside(expression.of);
      return (steps) => -of(steps);
    }
    case 'sum':
      return expression.terms.map(inside).reduce(plus);
    case 'product':
      return expression.factors.map(inside).reduce(times);
    case 'list':
      return expression.items.length === 1 && expression.items[0] ? inside(expression.items[0]) : noStep;
    default:
      return noStep;
  }
};
