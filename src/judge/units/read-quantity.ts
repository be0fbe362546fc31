import { negative, num, power, product, quotient } from '../../math/expression/build.ts';
import { nameText } from '../../math/expression/names.ts';
import type { Expression, SequenceNode } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import { isInteger, toDouble } from '../../math/number/exact.ts';
import { findUnit, type Unit, unitNames, unknownUnit } from './find-unit.ts';

/** A unit and its power, as written: the `s^-2` of `m/s^2`. */
export interface UnitPower {
  readonly unit: Unit;
  readonly exponent: number;
}

/** A number times units, taken apart. */
export interface WrittenQuantity {
  /** The number, as written as can be; absent where there is only a unit. */
  readonly number?: Expression;
  /** By symbol, each once; empty where there is no unit. */
  readonly units: ReadonlyMap<string, UnitPower>;
  /** Names that are no unit. */
  readonly unknown: readonly string[];
}

interface Parts {
  readonly over: Expression[];
  readonly under: Expression[];
  readonly units: Map<string, UnitPower>;
  readonly unknown: string[];
  negatives: number;
}

/** Numbers that have a name, and are no unit. */
const numberNames = new Set(['π', 'i', '∞']);

const isNumeric = (e: Expression): boolean => {
  const stack = [e];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'text' || node.kind === 'index') return false;
    if (node.kind === 'symbol' && !numberNames.has(node.name)) return false;
    stack.push(...operands(node));
  }
  return true;
};

const operands = (e: Expression): readonly Expression[] => {
  switch (e.kind) {
    case 'negative':
    case 'root':
      return [e.of];
    case 'sum':
      return e.terms;
    case 'product':
      return e.factors;
    case 'quotient':
      return [e.over, e.under];
    case 'power':
      return [e.base, e.exponent];
    case 'apply':
      return e.arguments;
    default:
      return [];
  }
};

/** The whole number an exponent is; units have no other powers here. */
const wholeExponent = (e: Expression): number | undefined => {
  const value = writtenNumber(e)?.value;
  if (!value || !isInteger(value)) return undefined;
  const size = toDouble(value);
  return Math.abs(size) <= 100 ? size : undefined;
};

const addUnit = (parts: Parts, name: string, exponent: number): void => {
  const unit = findUnit(name);
  if (!unit) parts.unknown.push(name);
  const { symbol } = unit ?? unknownUnit(name);
  const total = (parts.units.get(symbol)?.exponent ?? 0) + exponent;
  if (total === 0) parts.units.delete(symbol);
  else parts.units.set(symbol, { unit: unit ?? unknownUnit(name), exponent: total });
};

/** `m/s^2`, `km per hour` inside `\text{…}`. */
const textUnit = (text: string): Expression =>
  parsePlain(
    text
      .trim()
      .replace(/\bper\b/g, '/')
      .replace(/\s+/g, ' '),
    { names: unitNames() },
  ).tree;

/** `°` and `C`, `μ` and `m`: signs that formulas keep apart and units do not. */
const joinedName = (before: Expression | undefined, name: string): string | undefined => {
  if (before?.kind !== 'symbol' || !/^[°μµ]$/u.test(before.name)) return undefined;
  const whole = `${before.name}${name}`;
  return findUnit(whole) ? whole : undefined;
};

const joinedWith = (before: Expression | undefined, e: Expression): Expression | undefined => {
  if (e.kind === 'symbol') {
    const name = joinedName(before, e.name);
    return name === undefined ? undefined : { ...e, name };
  }
  const base = e.kind === 'power' ? joinedWith(before, e.base) : undefined;
  return base && e.kind === 'power' ? { ...e, base } : undefined;
};

/** Factors with split units put together: `20 ° C` is 20 °C, `3 μ m^2` is 3 (μm)². */
const joined = (factors: readonly Expression[]): readonly Expression[] => {
  const whole: Expression[] = [];
  for (const factor of factors) {
    const one = joinedWith(whole.at(-1), factor);
    if (one) whole.pop();
    whole.push(one ?? factor);
  }
  return whole;
};

/** `9.81~\text{m/s}`: the words after a number are its unit. */
const isNumberWithWords = ({ items }: SequenceNode): boolean =>
  items.length === 2 && items[0]?.kind !== 'text' && items[1]?.kind === 'text';

/** Sorts the factors of `e` to the exponent into numbers and units; `false` where it is no product of those. */
const collect = (e: Expression, exponent: number, parts: Parts): boolean => {
  if (isNumeric(e)) {
    for (let k = 0; k < Math.abs(exponent); k += 1) (exponent > 0 ? parts.over : parts.under).push(e);
    return true;
  }
  switch (e.kind) {
    case 'symbol':
    case 'index':
      addUnit(parts, e.kind === 'symbol' ? e.name : nameText({ ...e }), exponent);
      return true;
    case 'text': {
      const read = textUnit(e.text);
      return read.kind !== 'text' && collect(read, exponent, parts);
    }
    case 'negative':
      parts.negatives += exponent;
      return collect(e.of, exponent, parts);
    case 'product':
      return joined(e.factors).every((factor) => collect(factor, exponent, parts));
    case 'sequence':
      return isNumberWithWords(e) && e.items.every((item) => collect(item, exponent, parts));
    case 'quotient':
      return collect(e.over, exponent, parts) && collect(e.under, -exponent, parts);
    case 'power': {
      const own = wholeExponent(e.exponent);
      return own !== undefined && collect(e.base, exponent * own, parts);
    }
    case 'marked':
      return e.mark === 'final' && collect(e.of, exponent, parts);
    default:
      return false;
  }
};

/** `1` over `10^6` is read as `1 × 10^{-6}`, so that its figures are told. */
const overPowersOfTen = (over: readonly Expression[], under: readonly Expression[]): Expression | undefined => {
  const [ten, ...more] = under;
  if (ten?.kind !== 'power' || more.length > 0 || ten.base.kind !== 'number' || ten.base.text !== '10')
    return undefined;
  return product([...over, power(ten.base, negative(ten.exponent))]);
};

const numberOf = ({ over, under, negatives }: Parts): Expression | undefined => {
  if (over.length + under.length === 0) return undefined;
  const top = over.length > 0 ? over : [num(1)];
  const size =
    under.length === 0 ? product(top) : (overPowersOfTen(top, under) ?? quotient(product(top), product(under)));
  return negatives % 2 === 0 ? size : negative(size);
};

/** Reads `-9.81 m/s^2` as a number and units. `undefined` for what is no product of both, such as `9.81 + m/s`. */
export const readQuantity = (e: Expression): WrittenQuantity | undefined => {
  const parts: Parts = { over: [], under: [], units: new Map(), unknown: [], negatives: 0 };
  if (!collect(e, 1, parts)) return undefined;
  const number = numberOf(parts);
  return { ...(number && { number }), units: parts.units, unknown: parts.unknown };
};
