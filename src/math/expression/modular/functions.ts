/** The functions everybody knows, as residues; those that exponentials make up obey their identities. */
import { fraction } from '../../number/exact.ts';
import { num } from '../build.ts';
import type { Expression } from '../tree.ts';
import { exponential, logarithm, opaque, type ResidueAt, turn } from './exponential.ts';
import { signedRoot } from './radicals.ts';
import { exactModulo } from './rational-parts.ts';
import {
  addResidues,
  inverseOf,
  isNumber,
  negativeOf,
  type Place,
  productOf,
  quotientOf,
  type Residue,
} from './residues.ts';

type Rule = (u: Expression, place: Place, residue: ResidueAt, second: Expression | undefined) => Residue;

const half = (r: Residue, place: Place): Residue => quotientOf(r, 2n, place);

const plus = (a: Residue, b: Residue, place: Place): Residue => addResidues(a, b, place);
const minus = (a: Residue, b: Residue, place: Place): Residue => addResidues(a, negativeOf(b, place), place);

/** (z + 1/z)/2 and (z − 1/z)/2. */
const even = (z: Residue, place: Place): Residue => half(plus(z, inverseOf(z, place), place), place);
const odd = (z: Residue, place: Place): Residue => half(minus(z, inverseOf(z, place), place), place);

const cosine: Rule = (u, place, residue) => even(turn(u, place, residue), place);
const sine: Rule = (u, place, residue) => quotientOf(odd(turn(u, place, residue), place), place.field.i, place);
const coshine: Rule = (u, place, residue) => even(exponential(u, place, residue), place);
const sinhine: Rule = (u, place, residue) => odd(exponential(u, place, residue), place);

const ratio =
  (over: Rule, under: Rule): Rule =>
  (u, place, residue, second) =>
    quotientOf(over(u, place, residue, second), under(u, place, residue, second), place);

const constantOne: Rule = () => 1n;

/** e^u/(1 + e^u). */
const logistic: Rule = (u, place, residue) => {
  const z = exponential(u, place, residue);
  return quotientOf(z, plus(1n, z, place), place);
};

/** ln(1 + e^u). */
const softplus: Rule = (u, place, residue) => opaque('ln', [plus(1n, exponential(u, place, residue), place)], place);

const sizeOf = (r: Residue, { level, field, point }: Place): Residue =>
  isNumber(r) ? signedRoot(r, level, field, point.signs) : undefined;

const absolute: Rule = (u, place, residue) => sizeOf(residue(u, place), place);

/** max(a, b) = (a + b + |a − b|)/2, and min with the other sign. */
const extremum =
  (combine: typeof plus): Rule =>
  (u, place, residue, second) => {
    const [a, b] = [residue(u, place), second && residue(second, place)];
    return half(combine(plus(a, b, place), sizeOf(minus(a, b, place), place), place), place);
  };

const relu: Rule = (u, place, residue) => {
  const a = residue(u, place);
  return half(plus(a, sizeOf(a, place), place), place);
};

/** log u, and log_b u = ln u/ln b. */
const log: Rule = (u, place, residue, base) => {
  const over = logarithm(u, place, residue);
  return base ? quotientOf(over, logarithm(base, place, residue), place) : over;
};

const logOfBase =
  (base: number): Rule =>
  (u, place, residue) =>
    log(u, place, residue, num(base));

const percent: Rule = (u, place, residue) =>
  productOf(residue(u, place), exactModulo(fraction(1n, 100n), place.field.p), place);

export const functionResidues: ReadonlyMap<string, Rule> = new Map([
  ['exp', exponential],
  ['ln', logarithm],
  ['log', log],
  ['lg', logOfBase(10)],
  ['lb', logOfBase(2)],
  ['sin', sine],
  ['cos', cosine],
  ['tan', ratio(sine, cosine)],
  ['cot', ratio(cosine, sine)],
  ['sec', ratio(constantOne, cosine)],
  ['csc', ratio(constantOne, sine)],
  ['sinh', sinhine],
  ['cosh', coshine],
  ['tanh', ratio(sinhine, coshine)],
  ['σ', logistic],
  ['sigmoid', logistic],
  ['logistic', logistic],
  ['softplus', softplus],
  ['abs', absolute],
  ['max', extremum(plus)],
  ['min', extremum(minus)],
  ['relu', relu],
  ['ReLU', relu],
  ['percent', percent],
]);
