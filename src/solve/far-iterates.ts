import type { Value } from '../math/expression/value.ts';
import type { Exact } from '../math/number/exact.ts';
import type { Quantity } from './definitions/names.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { iterate } from './iterate/iterate.ts';
import type { Iterate } from './iterate/recurrence.ts';
import { exactSize } from './keep-small.ts';
import { limits } from './limits.ts';
import { type OneStep, oneStep, type Series, seriesVariable } from './one-step.ts';

/** Values of far iterates; `undefined` where the plain way has to be taken. */
export type FarIterates = (quantity: Quantity, bits: number, near: Near) => Value | undefined;

/** Quantities near the start, by the plain way. */
export type Near = (quantity: Quantity) => Value | undefined;

const digitsIn = (bits: number): number => Math.floor((bits - 64) / 3.321928094887363);

/** A recurrence put together, with the steps that were run. */
interface Running {
  readonly step: OneStep;
  readonly runs: Map<string, readonly (Iterate | Value)[]>;
}

/** The numbers that a definition's right side is made of: none for a number, 1 and 2 for a pair. */
const partsIn = (quantity: Quantity, table: DefinitionTable): readonly (readonly number[])[] | undefined => {
  if (quantity.indices.length > 1) return [quantity.indices.slice(1)];
  const found = table.find(quantity);
  const right = found && table.ready(found.rule).right;
  if (right?.kind === 'matrix') return undefined;
  if (right?.kind !== 'list') return [[]];
  return right.items.length > 1 ? right.items.map((_, i) => [i + 1]) : undefined;
};

/** Steps up to this many are kept all together: items that ask for x_1 … x_1000 cost one run. */
const keptTogether = 2048;

const roundedUp = (steps: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, steps)));

const run = ({ step, runs }: Running, steps: number, digits: number): Iterate | Value | undefined => {
  const together = roundedUp(steps) <= keptTogether;
  const last = together ? roundedUp(steps) : steps;
  const key = `${last} ${digits}`;
  const known = runs.get(key);
  if (known) return known[together ? steps - 1 : 0];
  const asked = together ? Array.from({ length: last }, (_, i) => i + 1) : [last];
  const found = iterate(step.recurrence, asked, digits);
  const iterates: readonly (Iterate | Value)[] = 'kind' in found ? asked.map(() => found) : found;
  runs.set(key, iterates);
  return iterates[together ? steps - 1 : 0];
};

const sizeOf = (value: Value | undefined): number => {
  if (value?.kind === 'exact') return exactSize(value);
  return value?.kind === 'vector' ? Math.max(...value.items.map(sizeOf)) : Number.POSITIVE_INFINITY;
};

/** Whether plain steps stay exact as far as this, going by the size of the numbers near the start. */
const staysExact = (quantity: Quantity, start: number, near: Near): boolean => {
  const [far = 0, ...part] = quantity.indices;
  const size = sizeOf(near({ ...quantity, indices: [start + limits.near, ...part] }));
  return (size * (far - start)) / limits.near <= limits.decimalBits;
};

const isIterate = (found: Iterate | Value | undefined): found is Iterate => Array.isArray(found);

/**
 * Iterates far from the start, by the proven iteration of fixed maps instead of one quantity after another: an enclosure
 * carried plainly grows along a recurrence, and a chaotic one outgrows every bound.
 */
export const farIterates = (table: DefinitionTable): FarIterates => {
  const built: Running[] = [];
  const known = new Map<string, Running | undefined>();

  const build = (series: readonly Series[], near: Near): Running | undefined => {
    const exact = (quantity: Quantity): Exact | undefined => {
      const value = near(quantity);
      return value?.kind === 'exact' ? value : undefined;
    };
    const step = oneStep(series, { table, exact });
    const running = step && { step, runs: new Map() };
    if (running) built.push(running);
    return running;
  };

  /** The recurrence that these series take part in: what is iterated for x has v in it, too. */
  const runningFor = (series: readonly Series[], near: Near): Running | undefined => {
    const names = series.map(seriesVariable);
    const key = names.join(' ');
    if (!known.has(key)) {
      const shared = built.find(({ step }) => names.every((name) => step.recurrence.variables.includes(name)));
      known.set(key, shared ?? build(series, near));
    }
    return known.get(key);
  };

  return (quantity, bits, near) => {
    const [far] = quantity.indices;
    if (far === undefined || far < limits.near || table.find(quantity)?.binding.size !== 1) return undefined;
    const series = partsIn(quantity, table)?.map((part): Series => ({ base: quantity.base, part }));
    const running = series && runningFor(series, near);
    if (!running || far <= running.step.start + limits.near) return undefined;
    if (staysExact(quantity, running.step.start, near)) return undefined;
    const state = run(running, far - running.step.start, Math.max(8, digitsIn(bits)));
    if (!isIterate(state)) return state?.kind === 'undefined' && state.cause === 'diverges' ? state : undefined;
    const { variables } = running.step.recurrence;
    const items = series.flatMap((each) => state[variables.indexOf(seriesVariable(each))] ?? []);
    return items.length > 1 ? { kind: 'vector', items } : items[0];
  };
};
