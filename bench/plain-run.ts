/** A run without a proof: what the proof is measured against. */
import { enclose } from '../src/math/number/enclosure.ts';
import type { Exact } from '../src/math/number/exact.ts';
import { isUndefined } from '../src/math/number/undefined.ts';
import type { Compiled } from '../src/solve/iterate/compile/compile.ts';
import { machine } from '../src/solve/iterate/machine/machine.ts';

/** Makes a function that runs so many steps at a precision and returns the last state in units of 2^−bits. */
export const plainRun =
  ({ tape }: Compiled, start: readonly Exact[], steps: number, bits: number): (() => readonly bigint[]) =>
  () => {
    const m = machine(tape, bits, []);
    if (isUndefined(m)) return [];
    const variables = m.registers.slice(0, start.length);
    for (const [i, x] of start.entries()) {
      const variable = variables[i];
      if (variable !== undefined) variable.value = enclose(x, bits).mid;
    }
    for (let k = 0; k < steps && m.compute(); k += 1) m.advance();
    return variables.map(({ value }) => value);
  };
