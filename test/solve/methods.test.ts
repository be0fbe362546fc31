import { describe, expect, test } from 'vitest';
import schema from '../../rubrics/rubric.schema.json' with { type: 'json' };
import { exact, toText } from '../../src/math/number/exact.ts';
import { digitsOf } from '../../src/math/number/print.ts';
import { roundToFigures } from '../../src/math/number/rounding.ts';
import type { World } from '../../src/model/world.ts';
import { methods } from '../../src/solve/methods/methods.ts';
import { answer, formula, shown, worldWith } from './assignment.ts';
import { type Trace, traces } from './traces.ts';

const quadratic = `given:
  f(x, y): x^2 + x y + 6 y^2
  (x_0, y_0): (4, 1)`;

/** Not quadratic, three variables. */
const quartic = `given:
  f(x, y, z): x^4/4 + x y^2 + 3 z^2 - y z
  (x_0, y_0, z_0): (1, 2, -1)`;

const worldOf = ({ method, parameters }: Trace, given: string) =>
  worldWith(`${given}\nmethod: {name: ${method}, with: {${parameters}}}`);

/** The same number of digits of a literal. */
const rounded = (text: string): string => toText(roundToFigures(exact(text), 15));

/** 15 significant digits, of exact and of enclosed numbers. */
const figures = (world: World, target: string): string => {
  const reference = world.answer(formula(target), 30);
  if (reference.kind === 'function') return 'a function';
  const { value } = reference;
  if (value.kind !== 'exact' && value.kind !== 'enclosure') return shown(value);
  const printed = digitsOf(() => value, 15, 'plain');
  return printed.kind === 'digits' ? rounded(printed.text) : printed.reason;
};

describe.each(traces)('$method', (trace) => {
  test.each(Object.entries(trace.quadratic))('step %s of the quadratic', (step, point) => {
    const world = worldOf(trace, quadratic);
    expect(['x', 'y'].map((name) => figures(world, `${name}_${step}`))).toEqual(point.map(rounded));
  });

  test.each(Object.entries(trace.quartic))('step %s of the quartic', (step, point) => {
    const world = worldOf({ ...trace, parameters: trace.quarticParameters ?? trace.parameters }, quartic);
    expect(['x', 'y', 'z'].map((name) => figures(world, `${name}_${step}`))).toEqual(point.map(rounded));
  });
});

describe('the list of methods', () => {
  test('is the one the schema names', () => {
    expect([...schema.$defs.methodName.enum].sort()).toEqual(methods.map(({ name }) => name).sort());
  });

  test.each(methods)('$name: every misconception has an id and a sentence of its own', ({ misconceptions }) => {
    expect(new Set(misconceptions.map(({ id }) => id)).size).toBe(misconceptions.length);
    for (const { message } of misconceptions) expect(message).toMatch(/^[A-Z].*[.)]$/s);
  });

  test.each(methods.filter(({ name }) => !['newton', 'exact-line-search', 'adadelta'].includes(name)))(
    '$name at rate 0 stays put',
    ({ name }) => {
      const data = name === 'stochastic-gradient-descent';
      const given = data ? 'given:\n  f(x, y, u): (x + y - u)^2\n  (x_0, y_0): (4, 1)\n  u: (1, 2, 3)' : quadratic;
      const world = worldWith(`${given}\n  α: 0\nmethod: ${name}`);
      expect(answer(world, '(x_3, y_3)')).toBe('(4, 1)');
    },
  );
});
