import { type Exact, exact, multiply, one, zero } from '../../math/number/exact.ts';
import { type Dimension, dimension } from './dimension.ts';
import { binaryPrefixes, decimalPrefixes, type Prefix } from './prefixes.ts';
import { type UnitRow, unitTable } from './unit-table.ts';

/** A unit with its prefix: `km` is 1000 m. */
export interface Unit {
  /** The first spelling of its row with the first of its prefix: `km` for `kilometers`. */
  readonly symbol: string;
  readonly factor: Exact;
  /** How often π multiplies the factor. */
  readonly pi: number;
  readonly offset: Exact;
  readonly dimension: Dimension;
}

const bare: Prefix = { symbol: '', name: '', factor: '1' };

const unitOf = (row: UnitRow, prefix: Prefix): Unit => ({
  symbol: `${prefix.symbol}${row.names[0]}`,
  factor: multiply(exact(prefix.factor), exact(row.factor)),
  pi: row.pi ?? 0,
  offset: row.offset === undefined ? zero : exact(row.offset),
  dimension: dimension(row.dimension),
});

/** `Joule`, as German and the beginning of a cell write it. */
const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

const isWord = (name: string): boolean => name.length > 3;

const spellings = (row: UnitRow, prefix: Prefix): readonly string[] =>
  row.names.flatMap((name) => {
    const symbol = `${prefix.symbol}${name}`;
    if (!isWord(name)) return [symbol];
    const word = `${prefix.name}${name}`;
    return [symbol, ...[word, capital(word)].flatMap((one) => [one, `${one}s`])];
  });

const prefixesOf = (row: UnitRow): readonly Prefix[] =>
  row.prefixes === undefined ? [] : row.prefixes === 'decimal' ? decimalPrefixes : binaryPrefixes;

/** Bare units first: `min` is a minute before it is a milli-inch, `ft` a foot before a femto-tonne. */
const spelledUnits = (): ReadonlyMap<string, Unit> => {
  const units = new Map<string, Unit>();
  const learn = (row: UnitRow, prefix: Prefix) => {
    const unit = unitOf(row, prefix);
    for (const name of spellings(row, prefix)) if (!units.has(name)) units.set(name, unit);
  };
  for (const row of unitTable) learn(row, bare);
  for (const row of unitTable) for (const prefix of prefixesOf(row)) learn(row, prefix);
  return units;
};

let known: ReadonlyMap<string, Unit> | undefined;
let byLowerCase: ReadonlyMap<string, string> | undefined;

const knownUnits = (): ReadonlyMap<string, Unit> => {
  known ??= spelledUnits();
  return known;
};

/** The unit of this spelling: `km`, `kilometers`, `°C`; `undefined` where there is none. */
export const findUnit = (name: string): Unit | undefined => knownUnits().get(name);

const inOtherCases = (name: string): readonly string[] => [
  name,
  name.toLowerCase(),
  name.toUpperCase(),
  `${name.slice(0, 1).toUpperCase()}${name.slice(1).toLowerCase()}`,
];

let names: ReadonlySet<string> | undefined;

/** Every spelling there is, in any case, for a parser that must keep `kVA` and `KG` in one piece. */
export const unitNames = (): ReadonlySet<string> => {
  names ??= new Set([...knownUnits().keys()].flatMap(inOtherCases));
  return names;
};

/** The spelling with the right case, where only the case is wrong: `J` for `j`, `kJ` for `Kj`. */
export const otherCase = (name: string): string | undefined => {
  byLowerCase ??= new Map([...knownUnits().keys()].reverse().map((spelling) => [spelling.toLowerCase(), spelling]));
  const found = byLowerCase.get(name.toLowerCase());
  return found === name ? undefined : found;
};

/** A unit nobody knows: it is its own dimension, and can only be compared with itself. */
export const unknownUnit = (name: string): Unit => ({
  symbol: name,
  factor: one,
  pi: 0,
  offset: zero,
  dimension: new Map([[`?${name}`, 1]]),
});
