/** A run without a proof: what the proof is measured against. */
import type { Exact } from '../src/math/number/exact.ts';
import type { Compiled } from '../src/solve/iterate/compile/compile.ts';
import { startFor } from '../src/solve/iterate/run.ts';

/** Makes a function that runs so many steps at a precision and returns the last state in units of 2^−bits. */
export const plainRun = (
  compiled: Compiled,
  start: readonly Exact[],
  steps: number,
  bits: number,
): (() => readonly bigint[]) => {
  // Without operands nothing is written down for a proof.
  const plain = { ...compiled, skeleton: { ...compiled.skeleton, operands: [], nodes: [], outputs: [] } };
  return () => {
    const started = startFor(plain, start, steps, bits);
    if (started.kind === 'undefined') return [];
    started.machine.begin();
    started.machine.take(steps);
    return started.machine.state();
  };
};
