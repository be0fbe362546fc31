/** Expressions as residues: equal expressions have equal residues at every point, different ones hardly ever. */
import { denominator, type Exact, fraction, isInteger, multiply, numerator } from '../../number/exact.ts';
import { num } from '../build.ts';
import { replaceNames } from '../instantiate.ts';
import { isName, nameText } from '../names.ts';
import { children } from '../parts.ts';
import { label } from '../same-tree.ts';
import type { ApplyNode, BigNode, Expression, PowerNode, RootNode } from '../tree.ts';
import { exactNumber } from './exact-parts.ts';
import { constantPart, exponential, generalPower, opaque, powerOf } from './exponential.ts';
import { functionResidues } from './functions.ts';
import { rootOf, rootOfInteger } from './radicals.ts';
import { exactModulo, literalValue, multiplesOf } from './rational-parts.ts';
import { isNumber, negativeOf, type Place, productOf, quotientOf, type Residue, sumOf } from './residues.ts';

/** Sums and products of up to so many terms are written out. */
const longestRange = 200n;

const nameResidue = (name: string, place: Place): Residue => {
  if (name === 'i') return place.field.i;
  return name === 'e' ? exponential(num(1), place, residue) : opaque(`name ${name}`, [], place);
};

/** √r for a rational r = n/d is √(nd)/d. */
const rootOfExact = (value: Exact, place: Place): Residue => {
  const { field, level, point } = place;
  const root = rootOfInteger(numerator(value) * denominator(value), level, field, point.signs);
  return quotientOf(root, denominator(value) % field.p, place);
};

const squareRoot = (e: Expression, place: Place): Residue => {
  const value = literalValue(e);
  if (value) return rootOfExact(value, place);
  const under = residue(e, place);
  return isNumber(under) ? rootOf(under, place.level, place.field, place.point.signs) : undefined;
};

/** The value of an exponent without names. */
const constantExponent = (e: Expression): Exact | undefined => {
  const parts = multiplesOf(e);
  return parts.some(({ rest }) => rest) ? undefined : constantPart(parts);
};

const powerWith = (base: Expression, exponent: Exact, place: Place): Residue => {
  if (isInteger(exponent)) return wholePower(base, exponent, place);
  if (denominator(exponent) === 2n) return powerOf(squareRoot(base, place), numerator(exponent), place);
  return generalPower(base, exactNumber(exponent), place, residue);
};

/** (u^a)^n = u^(an) for a whole n, so that (u^(1/3))³ is u. */
const wholePower = (base: Expression, exponent: Exact, place: Place): Residue => {
  const inner = base.kind === 'power' ? constantExponent(base.exponent) : undefined;
  if (base.kind === 'power' && inner && !isInteger(inner))
    return powerWith(base.base, multiply(inner, exponent), place);
  return powerOf(residue(base, place), numerator(exponent), place);
};

const powerResidue = ({ base, exponent }: PowerNode, place: Place): Residue => {
  if (base.kind === 'symbol' && base.name === 'e') return exponential(exponent, place, residue);
  const constant = constantExponent(exponent);
  return constant ? powerWith(base, constant, place) : generalPower(base, exponent, place, residue);
};

const rootResidue = ({ of, degree }: RootNode, place: Place): Residue => {
  const index = degree ? literalValue(degree) : fraction(2n);
  if (!index || index.n === 0n) return opaque('root', [residue(of, place), degree && residue(degree, place)], place);
  return powerWith(of, fraction(denominator(index), numerator(index)), place);
};

const applyResidue = (e: ApplyNode, place: Place): Residue => {
  const [first, second] = e.arguments;
  if (e.operator.kind !== 'symbol') return congruent(e, place);
  const { name } = e.operator;
  if (name === 'sqrt' && first && !second) return squareRoot(first, place);
  const known = functionResidues.get(name);
  const value = known && first ? known(first, place, residue, second) : undefined;
  return known ? value : congruent(e, place);
};

const writtenOut = (e: BigNode, name: string, from: bigint, to: bigint, place: Place): Residue => {
  const combine = e.operator === 'sum' ? sumOf : productOf;
  let total: Residue = e.operator === 'sum' ? 0n : 1n;
  for (let k = from; k <= to; k += 1n) {
    const term = replaceNames(e.body, new Map([[name, exactNumber(fraction(k))]]));
    total = k === from ? residue(term, place) : combine(total, residue(term, place), place);
  }
  return total;
};

/** The name of the bound variable does not count: it becomes one that nobody writes. */
const boundName = { kind: 'symbol', name: '\u0000bound' } as const;

const bigResidue = (e: BigNode, place: Place): Residue => {
  const { variable, from, to } = e;
  if (!variable || !isName(variable) || !from || !to) return congruent(e, place);
  const name = nameText(variable);
  const [low, high] = [constantExponent(from), constantExponent(to)];
  const isShort = low && high && isInteger(low) && isInteger(high) && high.n - low.n < longestRange;
  if (isShort && (e.operator === 'sum' || e.operator === 'product'))
    return writtenOut(e, name, numerator(low), numerator(high), place);
  const nested = { ...boundName, name: `${boundName.name}${[...nestingOf(e.body)].length}` };
  const body = replaceNames(e.body, new Map([[name, nested]]));
  const ends = [residue(from, place), residue(to, place)];
  return opaque(`big ${e.operator}`, [...ends, residue(body, place)], place);
};

/** Big operators inside a body, so that each gets a bound name of its own. */
function* nestingOf(e: Expression): Generator<Expression> {
  const stack: Expression[] = [e];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'big') yield node;
    stack.push(...children(node));
  }
}

/** Equal parts make equal wholes, and nothing more is known. */
const congruent = (e: Expression, place: Place): Residue =>
  opaque(
    label(e),
    children(e).map((part) => residue(part, place)),
    place,
  );

const compute = (e: Expression, place: Place): Residue => {
  const of = (part: Expression): Residue => residue(part, place);
  switch (e.kind) {
    case 'number': {
      const value = literalValue(e);
      return value && exactModulo(value, place.field.p);
    }
    case 'symbol':
      return nameResidue(e.name, place);
    case 'index':
      return e.indices.every((part) => literalValue(part)) && isName(e)
        ? nameResidue(nameText(e), place)
        : congruent(e, place);
    case 'negative':
      return negativeOf(of(e.of), place);
    case 'sum':
      return e.terms.slice(1).reduce<Residue>((total, term) => sumOf(total, of(term), place), of(e.terms[0] ?? num(0)));
    case 'product':
      return e.factors
        .slice(1)
        .reduce<Residue>((total, factor) => productOf(total, of(factor), place), of(e.factors[0] ?? num(1)));
    case 'quotient':
      return quotientOf(of(e.over), of(e.under), place);
    case 'power':
      return powerResidue(e, place);
    case 'root':
      return rootResidue(e, place);
    case 'apply':
      return applyResidue(e, place);
    case 'big':
      return bigResidue(e, place);
    case 'list':
      return e.items.map(of);
    case 'matrix':
      return e.rows.every((row) => row.length === 1) ? e.rows.flat().map(of) : e.rows.map((row) => row.map(of));
    case 'marked':
      return of(e.of);
    case 'ellipsis':
    case 'empty':
    case 'error':
      return undefined;
    default:
      return congruent(e, place);
  }
};

/** The residue of an expression at a point, each node computed once a field. */
export const residue = (e: Expression, place: Place): Residue => {
  const known = place.point.known[place.level];
  if (known?.has(e)) return known.get(e);
  const value = compute(e, place);
  known?.set(e, value);
  return value;
};
