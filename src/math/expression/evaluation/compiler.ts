/** What the compilers of the single kinds of nodes work with. */
import type { FunctionDefinition } from '../scope.ts';
import type { Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import type { Code, Frame, Run } from './run.ts';

/** The names bound around a place, by slot. One per function body, and a new one inside each Σ, Π and value-at bar. */
export interface Binding {
  readonly slots: ReadonlyMap<string, number>;
  /** Code compiled here, by the number of the subtree: equal subtrees share it. */
  readonly compiled: Map<number, Code>;
  /** Slots that keep shared values, to be forgotten when a bound name changes. */
  readonly kept: number[];
}

export interface Compiler {
  /** Code for a node, its equal parts shared. */
  readonly code: (e: Expression, binding: Binding) => Code;
  /** The definition of a function of the scope. */
  readonly definition: (name: string) => FunctionDefinition | undefined;
  /** Code that calls a definition. */
  readonly call: (definition: FunctionDefinition, args: readonly Code[]) => Code;
  /** A slot of its own in the frame. */
  readonly slot: () => number;
}

export const bindingOf = (slots: ReadonlyMap<string, number>): Binding => ({ slots, compiled: new Map(), kept: [] });

/** The binding with more names, and the slots they were given. */
export const bound = (compiler: Compiler, outer: Binding, names: readonly string[]): [Binding, readonly number[]] => {
  const slots = names.map(compiler.slot);
  return [bindingOf(new Map([...outer.slots, ...names.map((name, i) => [name, slots[i] as number] as const)])), slots];
};

/** Runs code with bound names set, forgetting what was computed for their earlier values. */
export const runBound = (
  code: Code,
  inner: Binding,
  slots: readonly number[],
  values: readonly Value[],
  run: Run,
  frame: Frame,
): Value => {
  slots.forEach((slot, i) => {
    frame[slot] = values[i];
  });
  for (const slot of inner.kept) frame[slot] = undefined;
  return code(run, frame);
};
