/** Relations and logic: true, false, or undecided with a reason. */
import { compareReal } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { Relation } from '../tree.ts';
import type { TruthValue, UndefinedValue, Value } from '../value.ts';
import { imaginaryPart, realPart, type Scalar } from './complex.ts';
import { isReal, isScalar, shapeName } from './value-arithmetic.ts';

type Truth = TruthValue | UndefinedValue;

const truth = (holds: boolean): TruthValue => ({ kind: 'truth', holds });

const tooClose = undefinedValue('undecided', 'two numbers too close to tell apart');

/** All of them: false as soon as one is, else the first that is not known. */
export const every = (all: readonly Truth[]): Truth =>
  all.find((one) => one.kind === 'truth' && !one.holds) ?? all.find((one) => one.kind === 'undefined') ?? truth(true);

const not = (of: Value): Truth => {
  if (of.kind === 'truth') return truth(!of.holds);
  return of.kind === 'undefined' ? of : undefinedValue('shape', `"not" of ${shapeName(of)}`);
};

/** One of them: true as soon as one is. */
const some = (all: readonly Truth[]): Truth => not(every(all.map(not)));

const equalScalars = (a: Scalar, b: Scalar): Truth => {
  const orders = [compareReal(realPart(a), realPart(b)), compareReal(imaginaryPart(a), imaginaryPart(b))];
  if (orders.some((order) => order !== undefined && order !== 0)) return truth(false);
  return orders.includes(undefined) ? tooClose : truth(true);
};

const cells = (v: Value): readonly (readonly Value[])[] => {
  if (v.kind === 'vector') return [v.items];
  return v.kind === 'matrix' ? v.rows : [[v]];
};

/** a = b: numbers, vectors and matrices of one shape; other shapes differ. */
export const equalValues = (a: Value, b: Value): Truth => {
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (isScalar(a) && isScalar(b)) return equalScalars(a, b);
  if (a.kind === 'truth' || b.kind === 'truth')
    return truth(a.kind === b.kind && a.kind === 'truth' && b.kind === 'truth' && a.holds === b.holds);
  const [left, right] = [cells(a), cells(b)];
  if (isScalar(a) || isScalar(b) || left.length !== right.length) return truth(false);
  return every(left.map((row, i) => equalRows(row, right[i] ?? [])));
};

const equalRows = (a: readonly Value[], b: readonly Value[]): Truth =>
  a.length === b.length ? every(a.map((item, j) => equalValues(item, b[j] as Value))) : truth(false);

const ordered = (a: Value, b: Value, holds: (order: -1 | 0 | 1) => boolean): Truth => {
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (!isReal(a) || !isReal(b)) return undefinedValue('shape', `the order of ${shapeName(a)} and ${shapeName(b)}`);
  const order = compareReal(a, b);
  return order === undefined ? tooClose : truth(holds(order));
};

const asTruth = (v: Value): Truth =>
  v.kind === 'truth' || v.kind === 'undefined' ? v : undefinedValue('shape', `${shapeName(v)} is no statement`);

const implies = (a: Value, b: Value): Truth => some([not(a), asTruth(b)]);

/** Whether `a` is one of the items of `b`. */
const isMember = (a: Value, b: Value): Truth => {
  if (b.kind === 'undefined') return b;
  if (b.kind !== 'vector') return undefinedValue('shape', `membership in ${shapeName(b)}`);
  return some(b.items.map((item) => equalValues(a, item)));
};

const relations: Partial<Readonly<Record<Relation, (a: Value, b: Value) => Truth>>> = {
  '=': equalValues,
  '≡': equalValues,
  '≔': equalValues,
  '≠': (a, b) => not(equalValues(a, b)),
  '<': (a, b) => ordered(a, b, (order) => order < 0),
  '≤': (a, b) => ordered(a, b, (order) => order <= 0),
  '>': (a, b) => ordered(a, b, (order) => order > 0),
  '≥': (a, b) => ordered(a, b, (order) => order >= 0),
  '⇒': implies,
  '⇐': (a, b) => implies(b, a),
  '⇔': (a, b) => every([implies(a, b), implies(b, a)]),
  '∈': isMember,
  '∉': (a, b) => not(isMember(a, b)),
};

/** Whether one link of a chain holds. Relations that state no comparison (`≈`, `→`, `∝` …) are `unsupported`. */
export const holds = (a: Value, relation: Relation, b: Value): Truth =>
  relations[relation]?.(a, b) ?? undefinedValue('unsupported', `whether ${relation} holds`);

/** `and`, `or` and `not` of statements. */
export const combined = (operator: 'and' | 'or' | 'not', terms: readonly Value[]): Truth => {
  if (operator === 'and') return every(terms.map(asTruth));
  if (operator === 'or') return some(terms.map(asTruth));
  return terms[0] ? not(terms[0]) : undefinedValue('shape', '"not" of nothing');
};
