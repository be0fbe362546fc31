/** Rational functions of names: which expressions are some, and of what degree at most. */
import { isInteger, numerator } from '../number/exact.ts';
import { literalValue } from './modular/rational-parts.ts';
import { isName } from './names.ts';
import type { Expression } from './tree.ts';
import { fold } from './walk.ts';

/** Bounds on the degrees of a numerator and a denominator. */
interface Degrees {
  readonly over: number;
  readonly under: number;
}

type Of = (part: Expression) => Degrees | undefined;

const constant: Degrees = { over: 0, under: 0 };

/** Over the common denominator each numerator is multiplied by all the other denominators. */
const ofSum = (terms: readonly Expression[], of: Of): Degrees | undefined => {
  const all = terms.map(of);
  const known = all.filter((one) => one !== undefined);
  const under = known.reduce((sum, one) => sum + one.under, 0);
  const over = known.reduce((most, one) => Math.max(most, one.over + under - one.under), 0);
  return known.length === all.length ? { over, under } : undefined;
};

const ofProduct = (factors: readonly Expression[], of: Of): Degrees | undefined => {
  const all = factors.map(of);
  const known = all.filter((one) => one !== undefined);
  if (known.length !== all.length) return undefined;
  return known.reduce((sum, one) => ({ over: sum.over + one.over, under: sum.under + one.under }), constant);
};

const ofPower = (base: Expression, exponent: Expression, of: Of): Degrees | undefined => {
  const [degrees, value] = [of(base), literalValue(exponent)];
  if (!degrees || !value || !isInteger(value)) return undefined;
  const k = Number(numerator(value));
  return k >= 0
    ? { over: degrees.over * k, under: degrees.under * k }
    : { over: degrees.under * -k, under: degrees.over * -k };
};

const constants: ReadonlySet<string> = new Set(['e', 'π', 'i', '∞']);

const degreesOf = (e: Expression, of: Of): Degrees | undefined => {
  if (isName(e)) return e.kind === 'symbol' && constants.has(e.name) ? undefined : isPlainIndex(e);
  switch (e.kind) {
    case 'number':
      return literalValue(e) ? constant : undefined;
    case 'negative':
    case 'marked':
      return of(e.of);
    case 'sum':
      return ofSum(e.terms, of);
    case 'product':
      return ofProduct(e.factors, of);
    case 'quotient': {
      const [over, under] = [of(e.over), of(e.under)];
      return over && under && { over: over.over + under.under, under: over.under + under.over };
    }
    case 'power':
      return ofPower(e.base, e.exponent, of);
    default:
      return undefined;
  }
};

/** `x_1` is a name; `x_{t+1}` one whose meaning hangs on t. */
const isPlainIndex = (e: Expression): Degrees | undefined =>
  e.kind === 'symbol' || (e.kind === 'index' && e.indices.every((part) => literalValue(part)))
    ? { over: 1, under: 0 }
    : undefined;

/** A bound on the degree of a rational function of names with rational coefficients; undefined for anything else. */
export const rationalDegree = (e: Expression): number | undefined => {
  const degrees = fold<Degrees | undefined>(e, degreesOf);
  return degrees && degrees.over + degrees.under;
};
