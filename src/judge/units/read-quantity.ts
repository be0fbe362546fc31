import { negative, num, power, product, quotient } from '../../math/expression/build.ts';
import { nameText } from '../../math/expression/names.ts';
import type { Expression, PowerNode } from '../../math/expression/tree.ts';
import { freeSymbols, type Name, nodes } from '../../math/expression/walk.ts';
import { findUnit, type Unit, unknownUnit } from './find-unit.ts';
import { isNumberWithWords, joinedSigns, unitInWords, wholeExponent, wordsIn } from './spelling.ts';

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

const isNoNumber = ({ kind }: Expression): boolean => kind === 'text' || kind === 'sequence' || kind === 'relation';

const isNumeric = (e: Expression): boolean => {
  if (e.kind === 'number') return true;
  for (const node of nodes(e)) if (isNoNumber(node)) return false;
  return freeSymbols(e).every((name) => name.kind === 'symbol' && numberNames.has(name.name));
};

const addUnit = (parts: Parts, name: string, exponent: number): void => {
  const unit = findUnit(name);
  if (!unit) parts.unknown.push(name);
  const { symbol } = unit ?? unknownUnit(name);
  const total = (parts.units.get(symbol)?.exponent ?? 0) + exponent;
  if (total === 0) parts.units.delete(symbol);
  else parts.units.set(symbol, { unit: unit ?? unknownUnit(name), exponent: total });
};

/** A number that is no product of others, as often as the exponent says. */
const addNumber = (e: Expression, exponent: number, parts: Parts): void => {
  for (let k = 0; k < Math.abs(exponent); k += 1) (exponent > 0 ? parts.over : parts.under).push(e);
};

const collectPower = (e: PowerNode, exponent: number, parts: Parts): boolean => {
  const words = wordsIn(e);
  if (words !== undefined) return collectWords(words, exponent, parts);
  const own = wholeExponent(e.exponent);
  return own !== undefined && collect(e.base, exponent * own, parts);
};

/** Sorts the factors of `e` to the exponent into numbers and units; `false` where it is no product of those. */
const collect = (e: Expression, exponent: number, parts: Parts): boolean => {
  switch (e.kind) {
    case 'product':
      return joinedSigns(e.factors).every((factor) => collect(factor, exponent, parts));
    case 'quotient':
      return collect(e.over, exponent, parts) && collect(e.under, -exponent, parts);
    case 'negative':
      parts.negatives += exponent;
      return collect(e.of, exponent, parts);
    case 'sequence':
      return isNumberWithWords(e) && e.items.every((item) => collect(item, exponent, parts));
    case 'text':
      return collectWords(e.text, exponent, parts);
    case 'marked':
      return e.mark === 'final' && collect(e.of, exponent, parts);
    default:
      return collectOther(e, exponent, parts);
  }
};

const collectOther = (e: Expression, exponent: number, parts: Parts): boolean => {
  if (isNumeric(e)) addNumber(e, exponent, parts);
  else if (e.kind === 'symbol' || e.kind === 'index') addUnit(parts, nameText(e as Name), exponent);
  else return e.kind === 'power' && collectPower(e, exponent, parts);
  return true;
};

const collectWords = (words: string, exponent: number, parts: Parts): boolean => {
  const read = unitInWords(words);
  return read.kind !== 'text' && collect(read, exponent, parts);
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
