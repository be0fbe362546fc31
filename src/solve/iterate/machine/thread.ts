/**
 * Threaded code: every operation is a closure that calls the next one. Two operations become one closure where the
 * first makes a product or quotient that only the second uses:
 *
 *   t = 9·v, w = t/10   →   w = 9·v/10          t = s/20, r = w − t   →   r = w − s/20
 *
 * Threads are cut into pieces, so that a long tape does not fill the stack.
 */
import type { Operation } from '../compile/tape.ts';

/** One operation or two; false stops the run. */
type Code = () => boolean;

/** The function in a slot; its value is `undefined` where it has none. */
export type Applied = (slot: number) => (argument: bigint) => bigint | undefined;

/** A register. An object of its own is reached faster than a place in an array. */
export interface Register {
  value: bigint;
}

interface Target {
  readonly registers: readonly Register[];
  readonly places: bigint;
  readonly applied: Applied;
}

type Maker = (operation: Operation, first: Operation | undefined, target: Target, next: Code) => Code | undefined;

const at = (registers: readonly Register[], i: number): Register => registers[i] as Register;

/** a·m/d. */
const ratio: Maker = (operation, first, { registers: r }, next) => {
  if (operation.op !== 'over' || first?.op !== 'scale' || operation.a !== first.to) return undefined;
  const [to, a] = [at(r, operation.to), at(r, first.a)];
  const [m, d] = [first.by, operation.by];
  return () => {
    to.value = (a.value * m) / d;
    return next();
  };
};

/** c + (the other), for a first operation that makes the other. */
const fusedSum: Maker = (operation, first, { registers: r, places }, next) => {
  if (operation.op !== 'add' || first === undefined) return undefined;
  if (operation.a !== first.to && operation.b !== first.to) return undefined;
  const [to, a] = [at(r, operation.to), at(r, first.a)];
  const c = at(r, operation.a === first.to ? operation.b : operation.a);
  if (first.op === 'scale') {
    const m = first.by;
    return () => {
      to.value = c.value + a.value * m;
      return next();
    };
  }
  if (first.op === 'over') {
    const d = first.by;
    return () => {
      to.value = c.value + a.value / d;
      return next();
    };
  }
  if (first.op !== 'multiply') return undefined;
  const b = at(r, first.b);
  return () => {
    to.value = c.value + ((a.value * b.value) >> places);
    return next();
  };
};

/** c − (the other), for a first operation that makes the other. */
const fusedDifference: Maker = (operation, first, { registers: r, places }, next) => {
  if (operation.op !== 'subtract' || first === undefined || operation.b !== first.to) return undefined;
  const [to, a, c] = [at(r, operation.to), at(r, first.a), at(r, operation.a)];
  if (first.op === 'scale') {
    const m = first.by;
    return () => {
      to.value = c.value - a.value * m;
      return next();
    };
  }
  if (first.op === 'over') {
    const d = first.by;
    return () => {
      to.value = c.value - a.value / d;
      return next();
    };
  }
  if (first.op !== 'multiply') return undefined;
  const b = at(r, first.b);
  return () => {
    to.value = c.value - ((a.value * b.value) >> places);
    return next();
  };
};

const single = (operation: Operation, { registers: r, places, applied }: Target, next: Code): Code => {
  const [to, a] = [at(r, operation.to), at(r, operation.a)];
  switch (operation.op) {
    case 'add': {
      const b = at(r, operation.b);
      return () => {
        to.value = a.value + b.value;
        return next();
      };
    }
    case 'subtract': {
      const b = at(r, operation.b);
      return () => {
        to.value = a.value - b.value;
        return next();
      };
    }
    case 'multiply': {
      const b = at(r, operation.b);
      return () => {
        to.value = (a.value * b.value) >> places;
        return next();
      };
    }
    case 'scale': {
      const m = operation.by;
      return () => {
        to.value = a.value * m;
        return next();
      };
    }
    case 'over': {
      const d = operation.by;
      return () => {
        to.value = a.value / d;
        return next();
      };
    }
    case 'shift': {
      const k = operation.by;
      return () => {
        to.value = a.value >> k;
        return next();
      };
    }
    case 'divide': {
      const b = at(r, operation.b);
      return () => {
        const under = b.value;
        if (under === 0n) return false;
        to.value = (a.value << places) / under;
        return next();
      };
    }
    case 'apply': {
      const f = applied(operation.slot);
      return () => {
        const value = f(a.value);
        if (value === undefined) return false;
        to.value = value;
        return next();
      };
    }
  }
};

const fusions: readonly Maker[] = [ratio, fusedSum, fusedDifference];

/** How often each register is read. */
const readers = (operations: readonly Operation[], outputs: readonly number[]): ReadonlyMap<number, number> => {
  const count = new Map<number, number>();
  const note = (register: number): unknown => count.set(register, (count.get(register) ?? 0) + 1);
  for (const operation of operations) {
    note(operation.a);
    if ('b' in operation) note(operation.b);
  }
  for (const register of outputs) note(register);
  return count;
};

const pieceLength = 128;

const done: Code = () => true;

/**
 * The operations as one function; false where an operation has no value. `kept` are registers that somebody reads
 * afterwards: they are always stored.
 */
export const thread = (operations: readonly Operation[], kept: readonly number[], target: Target): Code => {
  const uses = readers(operations, kept);
  const pieces: Code[] = [];
  let [next, length]: [Code, number] = [done, 0];
  for (let i = operations.length - 1; i >= 0; i -= 1) {
    const operation = operations[i] as Operation;
    const before = operations[i - 1];
    const first = before !== undefined && uses.get(before.to) === 1 ? before : undefined;
    const fused = fusions.reduce<Code | undefined>(
      (code, make) => code ?? make(operation, first, target, next),
      undefined,
    );
    next = fused ?? single(operation, target, next);
    if (fused !== undefined) i -= 1;
    length += 1;
    if (length % pieceLength === 0) {
      pieces.unshift(next);
      next = done;
    }
  }
  pieces.unshift(next);
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : () => pieces.every((piece) => piece());
};
