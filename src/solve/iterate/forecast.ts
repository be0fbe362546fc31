/** A run in doubles, without any promise: how small the variables get decides the precision of the real run. */
import { type Exact, toDouble } from '../../math/number/exact.ts';
import { toEnclosure } from '../../math/number/real.ts';
import { isUndefined } from '../../math/number/undefined.ts';
import { doubleOf } from './doubles.ts';
import type { Operation, Tape } from './tape.ts';

type Code = (r: Float64Array) => number;

/** One operation in doubles. */
const codeOf = (operation: Operation): Code => {
  const { a } = operation;
  const get = (r: Float64Array, i: number): number => r[i] as number;
  switch (operation.op) {
    case 'add':
      return (r) => get(r, a) + get(r, operation.b);
    case 'subtract':
      return (r) => get(r, a) - get(r, operation.b);
    case 'multiply':
      return (r) => get(r, a) * get(r, operation.b);
    case 'divide':
      return (r) => get(r, a) / get(r, operation.b);
    case 'scale': {
      const by = Number(operation.by);
      return (r) => get(r, a) * by;
    }
    case 'over': {
      const by = Number(operation.by);
      return (r) => get(r, a) / by;
    }
    case 'shift': {
      const by = 2 ** -Number(operation.by);
      return (r) => get(r, a) * by;
    }
    case 'apply':
      return (r) => operation.f.rough(get(r, a));
  }
};

const startRegisters = (tape: Tape, start: readonly Exact[]): Float64Array => {
  const registers = new Float64Array(tape.registers);
  registers.set(start.map(toDouble));
  for (const { register, at } of tape.constants) {
    const value = at(64);
    if (!isUndefined(value)) registers[register] = doubleOf(toEnclosure(value, 64).mid, 64);
  }
  return registers;
};

/** The variables at the asked steps (rising), as doubles. */
export const forecast = (tape: Tape, start: readonly Exact[], asked: readonly number[]): readonly Float64Array[] => {
  const registers = startRegisters(tape, start);
  const codes = tape.operations.map(codeOf);
  const targets = Int32Array.from(tape.operations, ({ to }) => to);
  const next = new Float64Array(tape.inputs);
  let step = 0;
  return asked.map((until) => {
    for (; step < until; step += 1) {
      for (let i = 0; i < codes.length; i += 1) registers[targets[i] as number] = (codes[i] as Code)(registers);
      for (let i = 0; i < next.length; i += 1) next[i] = registers[tape.outputs[i] as number] as number;
      registers.set(next);
    }
    return registers.slice(0, tape.inputs);
  });
};
