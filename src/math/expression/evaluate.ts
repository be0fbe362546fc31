/** The value of an expression to a number of significant digits. */
import { bitsFor, budget } from '../number/budget.ts';
import type { Enclosure } from '../number/enclosure.ts';
import { bitLength, magnitude } from '../number/integer.ts';
import { undefinedValue } from '../number/undefined.ts';
import { type Compiled, compile, valueOnce } from './compile.ts';
import type { Field } from './evaluation/run.ts';
import { startRun } from './evaluation/start.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './tree.ts';
import type { Value } from './value.ts';

export interface EvaluationOptions {
  /** Whether √−1 is undefined (`real`, where nothing is given) or i. */
  readonly field?: Field;
}

/** Binary digits that are missing for the asked relative accuracy; infinite where the enclosure holds zero. */
const missingIn = (x: Enclosure, wanted: number): number => {
  const size = magnitude(x.mid) - x.radius;
  if (size <= 0n) return Number.POSITIVE_INFINITY;
  return wanted - (bitLength(size) - bitLength(x.radius) - 1);
};

const worst = (items: readonly Value[], wanted: number): number =>
  items.reduce((most, item) => Math.max(most, missing(item, wanted)), 0);

/** How many more binary places the worst number of a value needs; none where it is good enough. */
const missing = (v: Value, wanted: number): number => {
  switch (v.kind) {
    case 'enclosure':
      return missingIn(v, wanted);
    case 'complex':
      return Math.min(missing(v.re, wanted), missing(v.im, wanted));
    case 'vector':
      return worst(v.items, wanted);
    case 'matrix':
      return worst(v.rows.flat(), wanted);
    case 'undefined':
      return v.cause === 'undecided' ? Number.POSITIVE_INFINITY : 0;
    default:
      return 0;
  }
};

/** Working precisions never exceed this many times the one asked for: then a zero is taken for undecided. */
const patience = 4;

/** More bits where some are missing: as many as are, or twice as many where zero is in the way. */
const nextBits = (bits: number, lacking: number): number => (Number.isFinite(lacking) ? bits + lacking + 32 : bits * 2);

/** Values at growing precision until one is good to `digits`, or more precision does not help. */
export const refine = (digits: number, attempt: (bits: number) => Value): Value => {
  if (!(digits >= 1 && digits <= budget.digits))
    return undefinedValue('budget', `between 1 and ${budget.digits} digits can be asked for`);
  const wanted = Math.ceil(digits * Math.log2(10)) + 1;
  const start = bitsFor(digits);
  let value = attempt(start);
  let bits = start;
  for (let round = 0; round < budget.refinements; round += 1) {
    const lacking = missing(value, wanted);
    if (lacking <= 0) return value;
    bits = nextBits(bits, lacking);
    if (!Number.isFinite(lacking) && bits > Math.max(4096, patience * start)) return value;
    if (bits > budget.exponentBits) return value;
    value = attempt(bits);
  }
  return value;
};

/**
 * The value of `e`, exact where the arithmetic is rational, otherwise enclosed to at least `digits` significant
 * digits. An enclosure that holds zero is returned as narrow as the budget allows: whether it is zero is not known.
 * Never throws; what has no value is an `UndefinedValue` with its cause.
 */
export const evaluate = (e: Expression, scope: Scope, digits: number, options: EvaluationOptions = {}): Value => {
  const { field = 'real' } = options;
  let compiled: Compiled | undefined;
  let attempts = 0;
  return refine(digits, (bits) => {
    const run = startRun(scope, bits, field);
    attempts += 1;
    if (attempts === 1) return valueOnce(e, run);
    compiled ??= compile(e, scope.function);
    return compiled(run);
  });
};
