import type { Expression } from '../../math/expression/tree.ts';
import { children } from '../../math/expression/walk.ts';
import type { Instance } from './instance.ts';
import type { Outcome } from './interpret.ts';
import type { Reading } from './reading.ts';
import type { Steps } from './steps.ts';

/** Values of expressions on one instance in one convention, by the steps that the names in them stand for. */
export type Memory = WeakMap<Expression, Map<number, Outcome>>;

/** The norm says how values are compared, not what they are. */
type Convention = `${Reading['layout']} ${Reading['order']} ${Reading['parameters']}`;

const memories = new WeakMap<Instance, Map<Convention, Memory>>();

/** What is known of the values on an instance, kept as long as the expressions are. */
export const memoryOf = (instance: Instance, { layout, order, parameters }: Reading): Memory => {
  const own = memories.get(instance) ?? new Map<Convention, Memory>();
  memories.set(instance, own);
  const convention: Convention = `${layout} ${order} ${parameters}`;
  const memory = own.get(convention) ?? new WeakMap();
  own.set(convention, memory);
  return memory;
};

/** Expressions of more names than this are evaluated anew each time. */
const mostNames = 7;

/** Steps from −16 to 46 fit into one digit of a key; 0 stands for a name that is no step. */
const base = 64;
const lowest = -16;

const namesKnown = new WeakMap<Expression, ReadonlySet<string>>();

/** The names in an expression; one more than matter where there are that many. */
const namesIn = (expression: Expression): ReadonlySet<string> => {
  const known = namesKnown.get(expression);
  if (known) return known;
  const names = new Set(expression.kind === 'symbol' ? [expression.name] : []);
  for (const part of children(expression))
    for (const name of namesIn(part)) if (names.size <= mostNames) names.add(name);
  namesKnown.set(expression, names);
  return names;
};

/** The steps of all names in an expression as one number; `undefined` where they are too many or too far apart. */
const stepKey = (expression: Expression, steps: Steps): number | undefined => {
  const names = namesIn(expression);
  if (names.size > mostNames) return undefined;
  let key = 0;
  for (const name of names) {
    const step = steps.get(name);
    const digit = step === undefined ? 0 : step - lowest + 1;
    if (digit < 0 || digit >= base) return undefined;
    key = key * base + digit;
  }
  return key;
};

/** The place where the value of an expression at some steps is kept. */
export interface Kept {
  readonly values: Map<number, Outcome>;
  readonly key: number;
}

/** Where the value of an expression is kept; `undefined` where it is not. */
export const keptAt = (memory: Memory, expression: Expression, steps: Steps): Kept | undefined => {
  const key = stepKey(expression, steps);
  if (key === undefined) return undefined;
  const values = memory.get(expression) ?? new Map<number, Outcome>();
  memory.set(expression, values);
  return { values, key };
};
