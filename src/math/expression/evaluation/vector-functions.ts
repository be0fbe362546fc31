/** Functions of vectors and matrices: transpose, norm, inner product, determinant, inverse. */
import { determinant } from '../../linear/determinant.ts';
import { eigenvalues } from '../../linear/eigen/eigenvalues.ts';
import { spectralNorm, spectralRadius } from '../../linear/eigen/spectrum.ts';
import { identity, inverse, rank, trace } from '../../linear/matrix.ts';
import { matrixNorm, type NormIndex, vectorNorm } from '../../linear/norms.ts';
import { equals, fraction, isInteger, numerator, sign, toDouble } from '../../number/exact.ts';
import { isExact } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { MatrixValue, UndefinedValue, Value } from '../value.ts';
import type { BuiltIn } from './built-in.ts';
import { complex, modulus } from './complex.ts';
import {
  dot,
  isScalar,
  matrixOf,
  multiplyValues,
  sameShape,
  shapeName,
  transposed,
  vector,
} from './value-arithmetic.ts';

/** A number is its own transpose, a vector becomes a row, a column a vector. */
const transpose: BuiltIn = ([of]) => {
  if (of?.kind === 'matrix') return of.rows.length === 1 ? vector(of.rows[0] ?? []) : transposed(of);
  if (of?.kind === 'vector') return { kind: 'matrix', rows: [of.items] };
  return of ?? undefinedValue('shape', 'the transpose of nothing');
};

/** `p` as evaluated: numbers, or a text the evaluator passes for ∞ and F. */
const normIndex = (p: Value | undefined): NormIndex | UndefinedValue => {
  if (!p) return fraction(2n);
  return isExact(p) ? p : undefinedValue('unsupported', 'a norm whose index is no number');
};

const two = fraction(2n);

/** The decimal digits that a working precision was made for. */
const digitsIn = (bits: number): number => Math.max(10, Math.floor((bits - 64) * Math.log10(2)));

/** The eigenvalues, each as often as it occurs; complex ones as such. */
const eigenvaluesOf = (m: MatrixValue, bits: number): Value => {
  const found = eigenvalues(m, digitsIn(bits));
  if ('kind' in found) return found;
  return vector(found.flatMap(({ re, im, multiplicity }) => Array<Value>(multiplicity).fill(complex(re, im))));
};

/** ‖of‖ of a given index; without one the Euclidean norm of a vector. */
export const norm = (of: Value | undefined, p: NormIndex | undefined, bits: number): Value => {
  if (!of) return undefinedValue('shape', 'the norm of nothing');
  if (isScalar(of)) return modulus(of, bits);
  if (of.kind === 'vector') return vectorNorm(of.items, p ?? fraction(2n), bits);
  if (of.kind !== 'matrix') return undefinedValue('shape', `the norm of ${shapeName(of)}`);
  if (p && typeof p !== 'string' && equals(p, two)) return spectralNorm(of, digitsIn(bits));
  return p ? matrixNorm(of, p, bits) : undefinedValue('unsupported', 'the norm of a matrix without its index');
};

const normFunction: BuiltIn = ([of, p], { bits }) => {
  const index = p ? normIndex(p) : undefined;
  if (index && typeof index !== 'string' && index.kind === 'undefined') return index;
  return norm(of, index as NormIndex | undefined, bits);
};

/** ⟨a, b⟩ = Σ a_i b_i. */
const inner: BuiltIn = ([a, b], { bits }) => {
  if (a?.kind !== 'vector' || b?.kind !== 'vector')
    return undefinedValue('shape', 'an inner product takes two vectors');
  if (a.items.length !== b.items.length)
    return undefinedValue('shape', `the inner product of ${shapeName(a)} and ${shapeName(b)}`);
  return dot(a.items, b.items, bits);
};

const ofMatrix =
  (name: string, value: (m: MatrixValue, bits: number) => Value): BuiltIn =>
  ([m, ...more], { bits }) => {
    if (!m || more.length > 0) return undefinedValue('shape', `${name} takes one matrix`);
    if (m.kind === 'matrix') return value(m, bits);
    if (isScalar(m)) return value({ kind: 'matrix', rows: [[m]] }, bits);
    return undefinedValue('shape', `${name} of ${shapeName(m)}`);
  };

/** diag(a, b) or diag of a vector; of a matrix its diagonal. */
const diagonal: BuiltIn = (args) => {
  const [first] = args;
  if (first?.kind === 'matrix') return vector(first.rows.flatMap((row, i) => (row[i] ? [row[i]] : [])));
  const items = first?.kind === 'vector' ? first.items : args;
  return matrixOf(items.map((item, i) => items.map((_, j) => (i === j ? item : fraction(0n)))));
};

const outer: BuiltIn = ([a, b], { bits }) =>
  a?.kind === 'vector' && b?.kind === 'vector'
    ? multiplyValues(a, { kind: 'matrix', rows: [b.items] }, bits)
    : undefinedValue('shape', 'an outer product takes two vectors');

const both = (a: Value, b: Value, bits: number): Value => {
  if (a.kind === 'vector' && b.kind === 'vector' && a.items.length === b.items.length)
    return vector(a.items.map((item, i) => both(item, b.items[i] as Value, bits)));
  if (a.kind === 'matrix' && b.kind === 'matrix' && sameShape(a, b))
    return matrixOf(a.rows.map((row, i) => row.map((item, j) => both(item, b.rows[i]?.[j] as Value, bits))));
  return isScalar(a) || isScalar(b)
    ? multiplyValues(a, b, bits)
    : undefinedValue('shape', `${shapeName(a)} times ${shapeName(b)}, component by component`);
};

/** a ⊙ b: component by component, a number with every component. */
const componentwise: BuiltIn = ([first, ...others], { bits }) =>
  first
    ? others.reduce((product, other) => both(product, other, bits), first)
    : undefinedValue('shape', 'a product of nothing');

const unitMatrix: BuiltIn = ([n]) =>
  n && isExact(n) && isInteger(n) && sign(n) > 0 && numerator(n) <= 100n
    ? identity(toDouble(n))
    : undefinedValue('shape', 'an identity matrix needs its size');

export const vectorFunctions: readonly (readonly [string, BuiltIn])[] = [
  ['transpose', transpose],
  ['norm', normFunction],
  ['inner', inner],
  ['dot', inner],
  ['outer', outer],
  ['⊙', componentwise],
  ['det', ofMatrix('det', determinant)],
  ['tr', ofMatrix('tr', trace)],
  ['trace', ofMatrix('tr', trace)],
  ['rank', ofMatrix('rank', rank)],
  ['eigenvalues', ofMatrix('eigenvalues', eigenvaluesOf)],
  ['ρ', ofMatrix('the spectral radius', (m, bits) => spectralRadius(m, digitsIn(bits)))],
  ['inv', ofMatrix('the inverse', inverse)],
  ['inverse', ofMatrix('the inverse', inverse)],
  ['diag', diagonal],
  ['identity', unitMatrix],
];
