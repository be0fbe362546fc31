/** Graphs to tapes: every form and atom that is needed gets a register. */
import {
  add,
  denominator,
  type Exact,
  isInteger,
  multiply,
  numerator,
  scaled,
  sign,
  toText,
  zero,
} from '../../../math/number/exact.ts';
import { bitLength, gcd, magnitude } from '../../../math/number/integer.ts';
import { type Graph, isShared, recipeOf } from './graph.ts';
import { isAtom, keyOf, type LinearForm } from './linear-form.ts';
import type { Constant, Operation, Tape } from './tape.ts';

type Step = Operation extends infer O ? (O extends Operation ? Omit<O, 'to'> : never) : never;

/** A tape being written. */
interface Assembly {
  readonly graph: Graph;
  readonly operations: Operation[];
  readonly constants: Constant[];
  /** Registers of atoms, of constants and of forms, by their text. */
  readonly placed: Map<string, number>;
  next: number;
  slots: number;
}

const emit = (t: Assembly, step: Step): number => {
  const to = t.next;
  t.next += 1;
  t.operations.push({ ...step, to });
  return to;
};

/** The register under this text, made at its first mention. */
const place = (t: Assembly, text: string, make: () => number): number => {
  const known = t.placed.get(text);
  if (known !== undefined) return known;
  const register = make();
  t.placed.set(text, register);
  return register;
};

const constantRegister = (t: Assembly, text: string, at: Constant['at']): number =>
  place(t, text, () => {
    const register = t.next;
    t.next += 1;
    t.constants.push({ register, at });
    return register;
  });

const atomRegister = (t: Assembly, number: number): number =>
  place(t, `atom ${number}`, () => {
    const atom = t.graph.atoms[number];
    if (atom === undefined || atom.kind === 'input') return number;
    if (atom.kind === 'constant') return constantRegister(t, `constant atom ${number}`, atom.at);
    const a = formRegister(t, atom.a);
    if (atom.kind === 'function') {
      t.slots += 1;
      return emit(t, { op: 'apply', a, f: atom.f, slot: t.slots - 1 });
    }
    return emit(t, { op: atom.kind === 'product' ? 'multiply' : 'divide', a, b: formRegister(t, atom.b) });
  });

/** A sum over registers: rational coefficients, and a constant. */
interface RegisterSum {
  readonly terms: Map<number, Exact>;
  constant: Exact;
}

const addTerm = (sum: RegisterSum, register: number, factor: Exact): void => {
  sum.terms.set(register, add(sum.terms.get(register) ?? zero, factor));
};

/** Adds factor·form as its recipe says, down to parts that have registers. */
const expand = (t: Assembly, sum: RegisterSum, form: LinearForm, factor: Exact): void => {
  for (const [c, part] of recipeOf(t.graph, form)) {
    const all = multiply(factor, c);
    const [only] = part.terms;
    if (only === undefined) sum.constant = add(sum.constant, multiply(all, part.constant));
    else if (isShared(t.graph, part)) addTerm(sum, formRegister(t, part), all);
    else if (part.terms.length === 1 && sign(part.constant) === 0)
      addTerm(sum, atomRegister(t, only[0]), multiply(all, only[1]));
    else expand(t, sum, part, all);
  }
};

/** An integer multiple of a register. */
type Multiple = readonly [register: number, factor: bigint];

const scaledBy = (t: Assembly, a: number, by: bigint): number => (by === 1n ? a : emit(t, { op: 'scale', a, by }));

const overBy = (t: Assembly, a: number, by: bigint): number => {
  if (by === 1n) return a;
  const places = bitLength(by) - 1;
  return by === 1n << BigInt(places) ? emit(t, { op: 'shift', a, by: BigInt(places) }) : emit(t, { op: 'over', a, by });
};

/** Σ ±registers, beginning with a positive one where there is one. */
const signedSum = (t: Assembly, terms: readonly Multiple[]): number => {
  const [first, ...rest] = [...terms].sort(([, m], [, n]) => Number(m < 0n) - Number(n < 0n));
  if (first === undefined) return constantRegister(t, 'constant 0', () => zero);
  const start = first[1] < 0n ? emit(t, { op: 'scale', a: first[0], by: -1n }) : first[0];
  return rest.reduce((a, [b, m]) => emit(t, { op: m < 0n ? 'subtract' : 'add', a, b }), start);
};

/** Σ mᵢ·registerᵢ: registers with the same |m| are added first and multiplied once. */
const integerSum = (t: Assembly, terms: readonly Multiple[]): number => {
  const bySize = new Map<bigint, Multiple[]>();
  for (const [register, m] of terms) {
    const same = bySize.get(magnitude(m)) ?? [];
    same.push([register, m]);
    bySize.set(magnitude(m), same);
  }
  const groups = [...bySize].map(([size, group]): Multiple => {
    const negative = group.every(([, m]) => m < 0n);
    const sum = signedSum(t, negative ? group.map(([register, m]): Multiple => [register, -m]) : group);
    return [scaledBy(t, sum, size), negative ? -1n : 1n];
  });
  return signedSum(t, groups);
};

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** Σ of terms with fractions, up to sign: over the common denominator, common factors of the numerators taken out. */
const fractionalSum = (t: Assembly, terms: readonly (readonly [number, Exact])[]): Multiple => {
  const under = terms.reduce((all, [, c]) => leastCommonMultiple(all, denominator(c)), 1n);
  const multiples = terms.map(([register, c]): Multiple => [register, numerator(c) * (under / denominator(c))]);
  const common = multiples.reduce((all, [, m]) => gcd(all, m), 0n) * (multiples.every(([, m]) => m < 0n) ? -1n : 1n);
  const sum = integerSum(
    t,
    multiples.map(([register, m]): Multiple => [register, m / common]),
  );
  return [overBy(t, scaledBy(t, sum, magnitude(common)), under), common < 0n ? -1n : 1n];
};

const sumRegister = (t: Assembly, { terms, constant }: RegisterSum): number => {
  const all = [...terms].filter(([, c]) => sign(c) !== 0);
  const fractional = all.filter(([, c]) => !isInteger(c));
  const parts = all.filter(([, c]) => isInteger(c)).map(([register, c]): Multiple => [register, numerator(c)]);
  if (sign(constant) !== 0) parts.push([constantRegister(t, `constant ${toText(constant)}`, () => constant), 1n]);
  if (fractional.length > 0) parts.push(fractionalSum(t, fractional));
  return integerSum(t, parts);
};

/** The register that holds a form. */
const formRegister = (t: Assembly, form: LinearForm): number => {
  const [only] = form.terms;
  if (only !== undefined && isAtom(form)) return atomRegister(t, only[0]);
  return place(t, keyOf(form), () => {
    const sum: RegisterSum = { terms: new Map(), constant: zero };
    expand(t, sum, form, scaled(1n, 0));
    return sumRegister(t, sum);
  });
};

/** A tape, and where parts of the graph stand on it. */
export interface Assembled {
  readonly tape: Tape;
  /** The register of a form that is an operand or an output. */
  readonly registerOf: (form: LinearForm) => number;
  /** The register of an atom. */
  readonly registerOfAtom: (atom: number) => number;
}

const lookUp = (placed: ReadonlyMap<string, number>, text: string): number => {
  const register = placed.get(text);
  if (register === undefined) throw new Error(`no register holds ${text}`);
  return register;
};

/** The tape that computes the outputs from `inputs` variables. */
export const assemble = (graph: Graph, inputs: number, outputs: readonly LinearForm[]): Assembled => {
  const t: Assembly = { graph, operations: [], constants: [], placed: new Map(), next: inputs, slots: 0 };
  const registers = outputs.map((form) => formRegister(t, form));
  const { operations, constants, slots, placed } = t;
  return {
    tape: { inputs, registers: t.next, constants, operations, outputs: registers, slots },
    registerOf: (form) => lookUp(placed, isAtom(form) ? `atom ${form.terms[0]?.[0]}` : keyOf(form)),
    registerOfAtom: (atom) => lookUp(placed, `atom ${atom}`),
  };
};
