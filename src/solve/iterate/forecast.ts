/** A run in doubles, without any promise: how small the variables get decides the precision of the real run. */
import { type Exact, toDouble } from '../../math/number/exact.ts';
import { toEnclosure } from '../../math/number/real.ts';
import { isUndefined } from '../../math/number/undefined.ts';
import { doubleOf } from './doubles.ts';
import type { Operation, Tape } from './tape.ts';

const startRegisters = (tape: Tape, start: readonly Exact[]): Float64Array => {
  const registers = new Float64Array(tape.registers);
  registers.set(start.map(toDouble));
  for (const { register, at } of tape.constants) {
    const value = at(64);
    if (!isUndefined(value)) registers[register] = doubleOf(toEnclosure(value, 64).mid, 64);
  }
  return registers;
};

const codes: Readonly<Record<Operation['op'], number>> = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  scale: 4,
  over: 4,
  shift: 4,
  apply: 5,
};

/** The factor of a multiplication by a constant. */
const factorOf = (operation: Operation): number => {
  if (operation.op === 'scale') return Number(operation.by);
  if (operation.op === 'over') return 1 / Number(operation.by);
  return operation.op === 'shift' ? 2 ** -Number(operation.by) : 1;
};

/** One step of the tape on doubles. */
const stepper = ({ operations }: Tape, r: Float64Array): (() => void) => {
  const code = Uint8Array.from(operations, ({ op }) => codes[op]);
  const to = Int32Array.from(operations, (operation) => operation.to);
  const a = Int32Array.from(operations, (operation) => operation.a);
  const b = Int32Array.from(operations, (operation) => ('b' in operation ? operation.b : 0));
  const factors = Float64Array.from(operations, factorOf);
  const functions = operations.map((operation) => (operation.op === 'apply' ? operation.f.rough : Math.abs));
  return () => {
    for (let i = 0; i < code.length; i += 1) {
      const left = r[a[i] as number] as number;
      const right = r[b[i] as number] as number;
      const kind = code[i];
      if (kind === 0) r[to[i] as number] = left + right;
      else if (kind === 1) r[to[i] as number] = left - right;
      else if (kind === 2) r[to[i] as number] = left * right;
      else if (kind === 4) r[to[i] as number] = left * (factors[i] as number);
      else if (kind === 3) r[to[i] as number] = left / right;
      else r[to[i] as number] = (functions[i] as (x: number) => number)(left);
    }
  };
};

/** The variables at the asked steps (rising), as doubles. */
export const forecast = (tape: Tape, start: readonly Exact[], asked: readonly number[]): readonly Float64Array[] => {
  const registers = startRegisters(tape, start);
  const step = stepper(tape, registers);
  const next = new Float64Array(tape.inputs);
  let done = 0;
  return asked.map((until) => {
    for (; done < until; done += 1) {
      step();
      for (let i = 0; i < next.length; i += 1) next[i] = registers[tape.outputs[i] as number] as number;
      for (let i = 0; i < next.length; i += 1) registers[i] = next[i] as number;
    }
    return registers.slice(0, tape.inputs);
  });
};
