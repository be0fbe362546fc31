/** The range of a Σ, Π, max or min: `k = 1 … n`, `1 ≤ k ≤ n`, `k ∈ {1, 2, 4}`. */
import { add, compare, type Exact, fraction, isInteger, subtract } from '../../number/exact.ts';
import { isExact } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import { isName, nameText } from '../names.ts';
import { sameTree } from '../same-tree.ts';
import type { BigNode, Expression, Relation } from '../tree.ts';
import type { UndefinedValue, Value } from '../value.ts';
import type { Binding, Compiler } from './compiler.ts';
import type { Frame, Run } from './run.ts';

/** The values a bound variable takes, one after the other. */
export type Range = Iterable<Value> | UndefinedValue;

export interface RangeCode {
  readonly variable: string;
  readonly values: (run: Run, frame: Frame) => Range;
}

export const isProblem = (range: Range): range is UndefinedValue => 'kind' in range;

const one = fraction(1n);

function* integers(from: Exact, to: Exact): Generator<Value> {
  for (let k = from; compare(k, to) <= 0; k = add(k, one)) yield k;
}

const limitsProblem = (from: Value, to: Value): UndefinedValue => {
  if (from.kind === 'undefined') return from;
  if (to.kind === 'undefined') return to;
  return undefinedValue('domain', 'a range whose ends are no integers');
};

const between = (from: Value, to: Value): Range =>
  isExact(from) && isExact(to) && isInteger(from) && isInteger(to) ? integers(from, to) : limitsProblem(from, to);

/** `low ≤ k < high` read from either side. */
interface Ends {
  readonly variable: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly raise: bigint;
  readonly lower: bigint;
}

const strictness: Partial<Readonly<Record<Relation, bigint>>> = { '<': 1n, '≤': 0n };

const mirrored: Partial<Readonly<Record<Relation, Relation>>> = { '>': '<', '≥': '≤' };

/** The ends of a chain `1 ≤ k ≤ n` or `n ≥ k ≥ 1`. */
const chainEnds = (condition: Expression): Ends | undefined => {
  if (condition.kind !== 'relation' || condition.members.length !== 3) return undefined;
  const isMirrored = condition.relations.every((sign) => mirrored[sign]);
  const members = isMirrored ? condition.members.toReversed() : condition.members;
  const signs = isMirrored
    ? condition.relations.toReversed().map((sign) => mirrored[sign] ?? sign)
    : condition.relations;
  const [low, variable, high] = members;
  const [raise, lower] = signs.map((sign) => strictness[sign]);
  if (!low || !variable || !high || raise === undefined || lower === undefined) return undefined;
  return { variable, low, high, raise, lower };
};

const fromChain = (ends: Ends, binding: Binding, compiler: Compiler): RangeCode | undefined => {
  if (!isName(ends.variable)) return undefined;
  const [low, high] = [compiler.code(ends.low, binding), compiler.code(ends.high, binding)];
  return {
    variable: nameText(ends.variable),
    values: (run, frame) => {
      const [from, to] = [low(run, frame), high(run, frame)];
      if (!isExact(from) || !isExact(to)) return limitsProblem(from, to);
      return between(add(from, fraction(ends.raise)), subtract(to, fraction(ends.lower)));
    },
  };
};

const fromSet = (condition: Expression, binding: Binding, compiler: Compiler): RangeCode | undefined => {
  if (condition.kind !== 'relation' || condition.relations.join() !== '∈') return undefined;
  const [variable, set] = condition.members;
  if (!variable || !set || !isName(variable)) return undefined;
  const items = compiler.code(set, binding);
  return {
    variable: nameText(variable),
    values: (run, frame) => {
      const values = items(run, frame);
      if (values.kind === 'undefined') return values;
      return values.kind === 'vector' ? values.items : undefinedValue('shape', 'a range over something that is no set');
    },
  };
};

/** How a big operator's variable runs; undefined where its limits name no finite range. */
export const rangeOf = (e: BigNode, binding: Binding, compiler: Compiler): RangeCode | undefined => {
  const { variable, from, to, condition } = e;
  if (variable && isName(variable) && from && to) {
    const [low, high] = [compiler.code(from, binding), compiler.code(to, binding)];
    return { variable: nameText(variable), values: (run, frame) => between(low(run, frame), high(run, frame)) };
  }
  if (!condition) return undefined;
  const ends = chainEnds(condition);
  if (ends && variable && !sameTree(ends.variable, variable)) return undefined;
  return ends ? fromChain(ends, binding, compiler) : fromSet(condition, binding, compiler);
};
