/**
 * What derivatives need of a recurrence: its nonlinear operations in order, and between them rows of coefficients.
 *
 *   row     Σ factorₖ · sourceₖ      sources: the variables 0 … n−1, then the nodes n, n+1, …
 *   node    a·b, a/b or f(a) of rows
 *
 * Constants are left out: they have no derivative.
 */
import { toDouble } from '../../../math/number/exact.ts';
import type { Assembled } from './assemble.ts';
import type { Atom, Graph } from './graph.ts';
import { keyOf, type LinearForm } from './linear-form.ts';
import type { SmoothFunction } from './smooth-functions.ts';

export interface Row {
  readonly sources: Int32Array;
  /** The doubles next to the coefficients. */
  readonly factors: Float64Array;
}

/** A row whose value enters a nonlinear operation, and the register that holds this value. */
export interface Operand {
  readonly row: Row;
  readonly register: number;
}

export interface Node {
  readonly kind: 'product' | 'quotient' | 'function';
  /** Operands by number; `b` is `a` for functions. */
  readonly a: number;
  readonly b: number;
  /** The operands to be worked out before this node. */
  readonly fresh: readonly number[];
  /** The register of the result. */
  readonly register: number;
  readonly f?: SmoothFunction;
  readonly slot: number;
}

/** Rows one after another: row i has the terms from starts[i] to starts[i + 1]. */
export interface Rows {
  readonly starts: Int32Array;
  /** Where the n columns of each source begin: n times its number. */
  readonly sources: Int32Array;
  readonly factors: Float64Array;
}

export interface Skeleton {
  readonly inputs: number;
  readonly operands: readonly Operand[];
  readonly nodes: readonly Node[];
  readonly outputs: readonly Row[];
  /** The rows of the operands and of the outputs again, in one piece each. */
  readonly operandRows: Rows;
  readonly outputRows: Rows;
}

const packed = (rows: readonly Row[], n: number): Rows => {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, { sources }] of rows.entries()) starts[i + 1] = (starts[i] as number) + sources.length;
  return {
    starts,
    sources: Int32Array.from(rows.flatMap(({ sources }) => [...sources].map((source) => source * n))),
    factors: Float64Array.from(rows.flatMap(({ factors }) => [...factors])),
  };
};

type Operating = Exclude<Atom, { kind: 'input' | 'constant' }>;

const isOperating = (atom: Atom | undefined): atom is Operating =>
  atom !== undefined && atom.kind !== 'input' && atom.kind !== 'constant';

/** The nonlinear atoms that the outputs need, operands before results (atoms are numbered in that order). */
const neededAtoms = (graph: Graph, outputs: readonly LinearForm[]): readonly number[] => {
  const needed = new Set<number>();
  const visit = (form: LinearForm): void => {
    for (const [number] of form.terms) {
      const atom = graph.atoms[number];
      if (needed.has(number) || !isOperating(atom)) continue;
      needed.add(number);
      visit(atom.a);
      if (atom.kind !== 'function') visit(atom.b);
    }
  };
  for (const form of outputs) visit(form);
  return [...needed].sort((a, b) => a - b);
};

const rowOf = (form: LinearForm, sources: ReadonlyMap<number, number>): Row => {
  const terms = form.terms.flatMap(([atom, factor]) => {
    const source = sources.get(atom);
    return source === undefined ? [] : [[source, toDouble(factor)] as const];
  });
  return { sources: Int32Array.from(terms, ([s]) => s), factors: Float64Array.from(terms, ([, f]) => f) };
};

export const skeletonOf = (
  graph: Graph,
  inputs: number,
  outputs: readonly LinearForm[],
  { registerOf, registerOfAtom, tape }: Assembled,
): Skeleton => {
  const sources = new Map<number, number>(Array.from({ length: inputs }, (_, i) => [i, i]));
  const operands: Operand[] = [];
  const known = new Map<string, number>();
  const nodes = neededAtoms(graph, outputs).map((number, index): Node => {
    const atom = graph.atoms[number];
    if (!isOperating(atom)) throw new Error('only nonlinear atoms are nodes');
    const fresh: number[] = [];
    const operand = (form: LinearForm): number => {
      const done = known.get(keyOf(form));
      if (done !== undefined) return done;
      fresh.push(operands.length);
      known.set(keyOf(form), operands.length);
      return operands.push({ row: rowOf(form, sources), register: registerOf(form) }) - 1;
    };
    const a = operand(atom.a);
    const b = atom.kind === 'function' ? a : operand(atom.b);
    sources.set(number, inputs + index);
    const register = registerOfAtom(number);
    const applied = tape.operations.find(({ to }) => to === register);
    const slot = applied?.op === 'apply' ? applied.slot : -1;
    const common = { kind: atom.kind, a, b, fresh, register, slot };
    return atom.kind === 'function' ? { ...common, f: atom.f } : common;
  });
  const outputRows = outputs.map((form) => rowOf(form, sources));
  return {
    inputs,
    operands,
    nodes,
    outputs: outputRows,
    operandRows: packed(
      operands.map(({ row }) => row),
      inputs,
    ),
    outputRows: packed(outputRows, inputs),
  };
};
