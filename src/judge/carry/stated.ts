import { by, derivative, nabla, sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import type { AnswerClaim, ChainClaim, Claim, Member } from '../../model/claim.ts';
import type { Item } from '../../model/rubric.ts';
import { components } from '../locate/components.ts';
import type { Functions } from '../locate/names.ts';
import type { Key } from '../locate/naming.ts';
import { readQuantity } from '../units/read-quantity.ts';

/** A quantity whose value the student writes down, in the place of which it can be put. */
export interface Stated {
  /**
   * A value of the iteration at hand, a function (a gradient) that holds from here on in every section, or the value of
   * a part of a formula.
   */
  readonly kind: 'value' | 'function' | 'part';
  /** The quantity's name in its one spelling. */
  readonly key: string;
  readonly quantity: Expression;
  readonly value: Expression;
  readonly claim: ChainClaim | AnswerClaim;
  readonly member: Member;
  /** Of a part: the quantities in whose formulas it stands, and how a value is put in its place. */
  readonly part?: {
    readonly within: readonly Expression[];
    readonly put: (formula: Expression, value: Expression) => Expression;
  };
  /** The item it answers, where it answers one. */
  readonly item?: Item;
}

/** Whether an expression is a value that something may be. */
export type IsValue = (e: Expression) => boolean;

const isNumber = (e: Expression): boolean => writtenNumber(e) !== undefined;
const isVector = (e: Expression): boolean => components(e)?.every(isNumber) ?? false;
const isMatrix = (e: Expression): boolean => e.kind === 'matrix' && e.rows.flat().every(isNumber);
/** Numbers, vectors and matrices of them. */
export const isOfNumbers: IsValue = (e) => isNumber(e) || isVector(e) || isMatrix(e) || isListOfRows(e);
/** `51.84 m/s^2`: a number with a unit that is one. */
export const isQuantity: IsValue = (e) => {
  const read = isNumber(e) ? undefined : readQuantity(e);
  return read?.number !== undefined && isNumber(read.number) && read.units.size > 0 && read.unknown.length === 0;
};
const isListOfRows = (e: Expression): boolean => components(e)?.every(isVector) ?? false;

/** The same, and numbers with units: for assignments that ask for such. */
export const isMeasured: IsValue = (e) => isOfNumbers(e) || isQuantity(e);

/** The last member that is a number or a vector of numbers: the value the chain ends in. */
const lastValue = (claim: ChainClaim, isValue: IsValue): Member | undefined =>
  claim.members.findLast(({ expression, broken }, i) => i > 0 && !broken && isValue(expression));

const none: readonly never[] = [];

type Pair = readonly [Expression, Expression];

/** A vector's components by name: (x_1, y_1) = (3.55, 0.2) states x_1 and y_1 too. */
const byComponent = (quantity: Expression, value: Expression): readonly Pair[] => {
  const names = components(quantity);
  const values = names && components(value);
  if (!names || names.length !== values?.length) return none;
  return names.map((name, i) => [name, values[i] ?? value] as const);
};

/** Where something is stated, and the item that this answers. */
interface Source {
  readonly claim: Stated['claim'];
  readonly member: Member;
  readonly item: Item | undefined;
}

const named = (
  kind: Stated['kind'],
  { claim, member, item }: Source,
  pairs: readonly Pair[],
  key: Key,
): readonly Stated[] => {
  const stated: Stated[] = [];
  for (const [quantity, value] of pairs) {
    const name = key(quantity);
    if (name !== undefined) stated.push({ kind, key: name, quantity, value, claim, member, ...(item && { item }) });
  }
  return stated;
};

/** A value of a quantity, and those of its components. */
export const valuesFrom = (source: Source, quantity: Expression, value: Expression, key: Key): readonly Stated[] =>
  named('value', source, [[quantity, value], ...byComponent(quantity, value)], key);

const valuesOf = (claim: ChainClaim, item: Item | undefined, key: Key, isValue: IsValue): readonly Stated[] => {
  const quantity = claim.members[0]?.expression;
  const member = quantity && !isNumber(quantity) ? lastValue(claim, isValue) : undefined;
  return quantity && member ? valuesFrom({ claim, member, item }, quantity, member.expression, key) : none;
};

type Partials = ReadonlyMap<string | undefined, readonly Expression[]>;

const gradients = new WeakMap<Functions, Partials>();

/** What names say of the functions' gradients: one partial derivative, or all of them in order. */
const partialsByName = (functions: Functions, key: Key): Partials => {
  const known = gradients.get(functions);
  if (known) return known;
  const found = new Map<string | undefined, readonly Expression[]>();
  const add = (name: string | undefined, partials: readonly Expression[]): void => {
    if (!found.has(name)) found.set(name, partials);
  };
  for (const [of, parameters] of functions) {
    const partials = parameters.map((parameter) => derivative(sym(of), [by(sym(parameter))]));
    for (const one of partials) add(key(one), [one]);
    add(key(nabla(sym(of))), partials);
  }
  gradients.set(functions, found);
  return found;
};

/** f_x = 2x + y states ∂f/∂x, ∇f(x, y) = [2x + y, x + 12y] both partial derivatives; values at a point state nothing. */
const partialsOf = (quantity: Expression, value: Expression, key: Key, functions: Functions): readonly Pair[] => {
  const names = partialsByName(functions, key).get(key(quantity));
  if (!names) return none;
  const values = names.length === 1 ? [value] : (components(value) ?? []);
  if (names.length !== values.length) return [];
  return names.map((name, i) => [name, values[i] ?? value] as const);
};

const functionsOf = (claim: ChainClaim, item: Item | undefined, key: Key, functions: Functions): readonly Stated[] => {
  const quantity = claim.members[0]?.expression;
  const member = claim.members.at(-1);
  if (!quantity || !member || claim.relations.length === 0 || member.broken) return none;
  if (claim.relations.some((relation) => relation !== '=')) return none;
  const pairs = partialsOf(quantity, member.expression, key, functions);
  return pairs.length === 0 ? none : named('function', { claim, member, item }, pairs, key);
};

/** An answer sheet's entry states the quantity its item asks for, or the function. */
const filedUnder = (
  item: Item,
  claim: AnswerClaim,
  key: Key,
  functions: Functions,
  isValue: IsValue,
): readonly Stated[] => {
  const { member } = claim;
  const quantity = item.ask.kind === 'value' ? item.ask.target : undefined;
  if (!quantity || member.broken !== undefined) return [];
  const value = member.expression;
  const source = { claim, member, item };
  if (!isValue(value)) return named('function', source, partialsOf(quantity, value, key, functions), key);
  return valuesFrom(source, quantity, value, key);
};

/**
 * Everything the student states a value of, in the order of the document. `answered` tells the item that a claim
 * answers: an answer sheet names nothing but items.
 */
export const statedValues = (
  claims: readonly Claim[],
  key: Key,
  functions: Functions,
  answered: (claim: Claim) => Item | undefined,
  isValue: IsValue = isOfNumbers,
): readonly Stated[] =>
  claims.flatMap((claim) => {
    const item = answered(claim);
    if (claim.kind === 'answer') return item ? filedUnder(item, claim, key, functions, isValue) : none;
    if (claim.kind !== 'chain') return none;
    const values = valuesOf(claim, item, key, isValue);
    const partials = functionsOf(claim, item, key, functions);
    return partials.length === 0 ? values : [...values, ...partials];
  });
