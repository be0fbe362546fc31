/** Σ, Π, max, min, arg max and arg min over a finite range. */
import { max, min } from '../../number/elementary/order.ts';
import { fraction } from '../../number/exact.ts';
import { compareReal } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { BigNode } from '../tree.ts';
import type { Value } from '../value.ts';
import { type Binding, bound, type Compiler, runBound } from './compiler.ts';
import { isProblem, rangeOf } from './range.ts';
import { type Code, spend } from './run.ts';
import { addValues, isReal, multiplyValues, tamed } from './value-arithmetic.ts';

/** Takes up one term after the other; `at` is the bound variable's value. */
interface Gatherer {
  readonly empty: Value;
  readonly next: (gathered: Value, term: Value, bits: number) => Value;
}

const emptyRange = undefinedValue('domain', 'the largest or smallest of nothing');

const extremum =
  (choose: typeof max) =>
  (best: Value, term: Value, bits: number): Value => {
    if (best === emptyRange || term.kind === 'undefined') return term;
    if (best.kind === 'undefined') return best;
    return isReal(best) && isReal(term)
      ? choose(best, term, bits)
      : undefinedValue('shape', 'the largest of non-numbers');
  };

const gatherers: Partial<Readonly<Record<BigNode['operator'], Gatherer>>> = {
  sum: { empty: fraction(0n), next: addValues },
  product: { empty: fraction(1n), next: multiplyValues },
  max: { empty: emptyRange, next: extremum(max) },
  min: { empty: emptyRange, next: extremum(min) },
};

/** Whether a term takes the lead; undecided is told by undefined. */
const leads = (term: Value, best: Value, sign: -1 | 1): boolean | undefined => {
  if (!isReal(term) || !isReal(best)) return undefined;
  const order = compareReal(term, best);
  return order === undefined ? undefined : order === sign;
};

const notOverARange = (e: BigNode): Value =>
  undefinedValue('unsupported', `${e.operator} over something other than a finite range`);

const gather = (e: BigNode, gatherer: Gatherer, binding: Binding, compiler: Compiler): Code => {
  const range = rangeOf(e, binding, compiler);
  if (!range) return () => notOverARange(e);
  const [inner, slots] = bound(compiler, binding, [range.variable]);
  const body = compiler.code(e.body, inner);
  return (run, frame) => {
    const values = range.values(run, frame);
    if (isProblem(values)) return values;
    let gathered = gatherer.empty;
    for (const value of values) {
      const out = spend(run);
      if (out) return out;
      const term = runBound(body, inner, slots, [value], run, frame);
      gathered = tamed(gatherer.next(gathered, term, run.bits), run.bits);
      if (gathered.kind === 'undefined') return gathered;
    }
    return gathered;
  };
};

/** The first index at which the body is largest (sign 1) or smallest (−1). */
const argument = (e: BigNode, sign: -1 | 1, binding: Binding, compiler: Compiler): Code => {
  const range = rangeOf(e, binding, compiler);
  if (!range) return () => notOverARange(e);
  const [inner, slots] = bound(compiler, binding, [range.variable]);
  const body = compiler.code(e.body, inner);
  return (run, frame) => {
    const values = range.values(run, frame);
    if (isProblem(values)) return values;
    let best: { readonly at: Value; readonly term: Value } | undefined;
    for (const at of values) {
      const term = spend(run) ?? runBound(body, inner, slots, [at], run, frame);
      if (term.kind === 'undefined') return term;
      const isBetter = best ? leads(term, best.term, sign) : true;
      if (isBetter === undefined) return undefinedValue('undecided', 'which of two values is the larger');
      if (isBetter) best = { at, term };
    }
    return best?.at ?? emptyRange;
  };
};

/** What to do instead, for the operators that have no value here. */
const unevaluated: Readonly<Record<string, string>> = {
  limit:
    'limits are not evaluated: write the value that the limit has, or evaluate the expression at a number near the point',
  integral: 'integrals are not evaluated: write an antiderivative, and subtract its values at both ends',
};

/** Code for a big operator; limits and integrals have no value here. */
export const compileBig = (e: BigNode, binding: Binding, compiler: Compiler): Code => {
  const gatherer = gatherers[e.operator];
  if (gatherer) return gather(e, gatherer, binding, compiler);
  if (e.operator === 'argmax') return argument(e, 1, binding, compiler);
  if (e.operator === 'argmin') return argument(e, -1, binding, compiler);
  return () => undefinedValue('unsupported', unevaluated[e.operator] ?? `the value of ${e.operator}`);
};
