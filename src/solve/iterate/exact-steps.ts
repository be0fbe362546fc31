/**
 * Steps in exact arithmetic, to tell a division by zero from one by a number too near to zero: fixed point cannot.
 * Numbers double in length at every product, so this goes as far as they stay short.
 */
import type { UndefinedValue } from '../../math/expression/value.ts';
import {
  add,
  denominator,
  divide,
  type Exact,
  fraction,
  multiply,
  numerator,
  sign,
  subtract,
} from '../../math/number/exact.ts';
import { bitLength } from '../../math/number/integer.ts';
import { isExact } from '../../math/number/real.ts';
import { isUndefined, undefinedValue } from '../../math/number/undefined.ts';
import type { Operation, Tape } from './compile/tape.ts';

/** Binary digits of the longest numerator or denominator that is followed. */
const longest = 4096;

const isShort = (x: Exact): boolean => bitLength(numerator(x)) <= longest && bitLength(denominator(x)) <= longest;

/** What an operation comes to; nothing for functions. */
const resultOf = (operation: Operation, values: readonly Exact[]): Exact | 'division by zero' | undefined => {
  const a = values[operation.a] as Exact;
  switch (operation.op) {
    case 'add':
      return add(a, values[operation.b] as Exact);
    case 'subtract':
      return subtract(a, values[operation.b] as Exact);
    case 'multiply':
      return multiply(a, values[operation.b] as Exact);
    case 'divide': {
      const under = values[operation.b] as Exact;
      return sign(under) === 0 ? 'division by zero' : divide(a, under);
    }
    case 'scale':
      return multiply(fraction(operation.by), a);
    case 'over':
      return divide(a, fraction(operation.by));
    case 'shift':
      return divide(a, fraction(1n << operation.by));
    default:
      return undefined;
  }
};

/** The constants of a tape, where all are rational. */
const constantsOf = ({ constants }: Tape): ReadonlyMap<number, Exact> | undefined => {
  const found = new Map<number, Exact>();
  for (const { register, at } of constants) {
    const value = at(64);
    if (isUndefined(value) || !isExact(value)) return undefined;
    found.set(register, value);
  }
  return found;
};

/** The division by zero that one of the first `last` steps meets; nothing where there is none, or none is found. */
export const divisionByZero = (tape: Tape, start: readonly Exact[], last: number): UndefinedValue | undefined => {
  const constants = tape.operations.some(({ op }) => op === 'divide') ? constantsOf(tape) : undefined;
  if (constants === undefined) return undefined;
  const values = [...start];
  for (const [register, value] of constants) values[register] = value;
  for (let step = 1; step <= last; step += 1) {
    for (const operation of tape.operations) {
      const value = resultOf(operation, values);
      if (value === 'division by zero') return undefinedValue('division-by-zero', `step ${step}: division by zero`);
      if (value === undefined || !isShort(value)) return undefined;
      values[operation.to] = value;
    }
    for (const [i, next] of tape.outputs.map((register) => values[register] as Exact).entries()) values[i] = next;
  }
  return undefined;
};
