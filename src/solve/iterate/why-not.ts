/**
 * Why a step has no value: its operations once more on enclosures, which know where the true variables may lie. Only
 * what goes wrong everywhere in them is said to go wrong.
 */
import type { UndefinedValue } from '../../math/expression/value.ts';
import { fraction } from '../../math/number/exact.ts';
import {
  addReal,
  divideReal,
  multiplyReal,
  type Outcome,
  type Real,
  subtractReal,
  toEnclosure,
} from '../../math/number/real.ts';
import { isUndefined, undefinedValue } from '../../math/number/undefined.ts';
import type { Operation, Tape } from './compile/tape.ts';

const outcomeOf = (operation: Operation, values: readonly Real[], bits: number): Outcome => {
  const a = values[operation.a] as Real;
  switch (operation.op) {
    case 'add':
      return addReal(a, values[operation.b] as Real, bits);
    case 'subtract':
      return subtractReal(a, values[operation.b] as Real, bits);
    case 'multiply':
      return multiplyReal(a, values[operation.b] as Real, bits);
    case 'divide':
      return divideReal(a, values[operation.b] as Real, bits);
    case 'scale':
      return multiplyReal(fraction(operation.by), a, bits);
    case 'over':
      return divideReal(a, fraction(operation.by), bits);
    case 'shift':
      return divideReal(a, fraction(1n << operation.by), bits);
    case 'apply': {
      const result = operation.f.evaluate(toEnclosure(a, bits), bits);
      return isUndefined(result) ? result : result.value;
    }
  }
};

/** The first problem of the step that follows a state; `undecided` where the enclosures do not settle it. */
export const whyNot = (tape: Tape, state: readonly Real[], step: number, bits: number): UndefinedValue => {
  const values: Real[] = [...state];
  for (const { register, at } of tape.constants) {
    const value = at(bits);
    if (isUndefined(value)) return value;
    values[register] = value;
  }
  for (const operation of tape.operations) {
    const value = outcomeOf(operation, values, bits);
    if (isUndefined(value)) return undefinedValue(value.cause, `step ${step}: ${value.reason}`);
    values[operation.to] = value;
  }
  return undefinedValue('undecided', `step ${step} cannot be computed at this precision`);
};
