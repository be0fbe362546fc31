/** Parts of a recurrence that do not change from step to step: π/2, e^(−1/10), √2·x₀. */
import { addReal, divideReal, multiplyReal, type Outcome, type Real, toEnclosure } from '../../../math/number/real.ts';
import { isUndefined } from '../../../math/number/undefined.ts';
import type { Atom, Graph } from './graph.ts';
import type { LinearForm } from './linear-form.ts';

/** Whether all atoms of a form are constants. */
const isFixed = (graph: Graph, form: LinearForm): boolean =>
  form.terms.every(([atom]) => graph.atoms[atom]?.kind === 'constant');

/** The value of a fixed form to about `bits` binary places. */
const fixedValue = (graph: Graph, form: LinearForm, bits: number): Outcome => {
  let total: Real = form.constant;
  for (const [number, factor] of form.terms) {
    const atom = graph.atoms[number];
    if (atom?.kind !== 'constant') throw new Error('a fixed form holds constants only');
    const value = atom.at(bits);
    if (isUndefined(value)) return value;
    total = addReal(total, multiplyReal(factor, value, bits), bits);
  }
  return total;
};

/** The value of an atom whose operands are fixed. */
const atomValue = (graph: Graph, atom: Exclude<Atom, { kind: 'input' | 'constant' }>, bits: number): Outcome => {
  const a = fixedValue(graph, atom.a, bits + 16);
  if (isUndefined(a)) return a;
  if (atom.kind === 'function') {
    const result = atom.f.evaluate(toEnclosure(a, bits + 16), bits);
    return isUndefined(result) ? result : result.value;
  }
  const b = fixedValue(graph, atom.b, bits + 16);
  if (isUndefined(b)) return b;
  return atom.kind === 'product' ? multiplyReal(a, b, bits) : divideReal(a, b, bits);
};

/** The atom itself, or a constant where its operands are fixed. */
export const foldedAtom = (graph: Graph, atom: Exclude<Atom, { kind: 'input' | 'constant' }>): Atom => {
  const fixed = isFixed(graph, atom.a) && (atom.kind === 'function' || isFixed(graph, atom.b));
  return fixed ? { kind: 'constant', at: (bits) => atomValue(graph, atom, bits) } : atom;
};
