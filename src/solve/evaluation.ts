import { evaluationBudget, type Run } from '../math/expression/evaluation/run.ts';
import { printPlain } from '../math/expression/print-plain.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { IndexNode, SymbolNode } from '../math/expression/tree.ts';
import type { UndefinedValue, Value } from '../math/expression/value.ts';
import { fraction } from '../math/number/exact.ts';
import type { Binding } from './definitions/index-pattern.ts';
import { type Quantity, quantityKey, quantityName } from './definitions/names.ts';
import type { DefinitionTable, Found } from './definitions/table.ts';
import { type FarIterates, farIterates } from './far-iterates.ts';
import { keptSmall } from './keep-small.ts';
import { limits } from './limits.ts';
import { inputsOf, originOf, quantityOf } from './origin.ts';

const unknown = (reason: string): UndefinedValue => ({ kind: 'undefined', cause: 'unknown', reason });

const written = (quantity: Quantity): string => printPlain(quantityName(quantity));

const componentAt = (value: Value, position: number, whole: Quantity): Value => {
  const items =
    value.kind === 'vector'
      ? value.items
      : value.kind === 'matrix'
        ? value.rows.map((row) => ({ kind: 'vector' as const, items: row }))
        : [];
  return (
    items[position] ??
    (value.kind === 'undefined' ? value : unknown(`${written(whole)} has no component ${position + 1}`))
  );
};

const known = new WeakMap<DefinitionTable, FarIterates>();

const farIteratesOf = (table: DefinitionTable): FarIterates => {
  const found = known.get(table) ?? farIterates(table);
  known.set(table, found);
  return found;
};

const runOf = (scope: Scope, bits: number): Run => ({
  bits,
  scope,
  field: 'real',
  steps: evaluationBudget.steps,
  depth: 0,
});

/**
 * Values of the quantities of a table, each computed once, all at the same working precision: enclosures grow along a
 * recurrence, and whether they are narrow enough in the end is the caller's to see. Recurrences are unrolled with a list
 * of what is still to do, not by recursion: x_1000 needs no deep stack, and a definition that leads back to itself is told.
 */
export const evaluatorOf = (table: DefinitionTable, bits: number): Scope['value'] => {
  const values = new Map<string, Value>();
  const open = new Set<string>();
  const far = farIteratesOf(table);
  let [steps, nested] = [0, 0];

  const scopeWith = (binding: Binding): Scope => ({
    function: table.definition,
    value: (name) => {
      const bound = name.kind === 'symbol' ? binding.get(name.name) : undefined;
      return bound === undefined ? lookUp(name) : fraction(BigInt(bound));
    },
  });

  const byDefinition = (quantity: Quantity, { rule, binding }: Found): Value => {
    const { compiled, component } = table.ready(rule);
    const value = compiled()(runOf(scopeWith(binding), bits));
    const whole = component === undefined ? value : componentAt(value, component, quantity);
    const inside = table.fixedInside(quantity);
    if (inside.size === 0 || whole.kind !== 'vector') return whole;
    const items = whole.items.map((item, i) => {
      const other = inside.get(i);
      return other ? (settled(other) ?? item) : item;
    });
    return { kind: 'vector', items };
  };

  const computed = (quantity: Quantity): Value | undefined => {
    const origin = originOf(quantity, table);
    if (!origin) return undefined;
    if (origin.kind === 'definition') return byDefinition(quantity, origin.found);
    if (origin.kind === 'alias') return settled(origin.of);
    if (origin.kind === 'component')
      return componentAt(settled(origin.whole) ?? unknown(''), origin.position, origin.whole);
    const items = origin.parts.map((part) => settled(part) ?? unknown(`${written(part)} is not defined`));
    return items.find((item) => item.kind === 'undefined') ?? { kind: 'vector', items };
  };

  const settle = (quantity: Quantity, key: string): void => {
    const value = computed(quantity);
    if (value) values.set(key, keptSmall(value, bits));
    open.delete(key);
  };

  /** Whether a quantity far along a recurrence got its value without those before it. */
  const isFarIterate = (quantity: Quantity, key: string): boolean => {
    const value = (quantity.indices[0] ?? 0) < limits.near ? undefined : far(quantity, bits, settled);
    if (value) values.set(key, value);
    return value !== undefined;
  };

  /** Computes what stands at the bottom of the list only after everything it needs. */
  const unroll = (first: Quantity): UndefinedValue | undefined => {
    const todo = [first];
    for (let quantity = todo.at(-1); quantity; quantity = todo.at(-1)) {
      const key = quantityKey(quantity);
      if (values.has(key) || isFarIterate(quantity, key)) {
        todo.pop();
        continue;
      }
      const isNew = !open.has(key);
      open.add(key);
      const missing = isNew ? inputsOf(quantity, table).filter((each) => isMissing(each)) : [];
      steps += 1;
      if (steps > limits.steps) {
        for (const each of todo) open.delete(quantityKey(each));
        return { kind: 'undefined', cause: 'budget', reason: `more than ${limits.steps} steps to ${written(first)}` };
      }
      if (missing.length > 0) todo.push(...missing);
      else {
        settle(quantity, key);
        todo.pop();
      }
    }
    return undefined;
  };

  const isMissing = (quantity: Quantity): boolean => {
    const key = quantityKey(quantity);
    return !values.has(key) && !open.has(key) && originOf(quantity, table) !== undefined;
  };

  const settled = (quantity: Quantity): Value | undefined => {
    const key = quantityKey(quantity);
    const known = values.get(key);
    if (known) return known;
    if (open.has(key)) return unknown(`${written(quantity)} is defined by way of itself`);
    if (!originOf(quantity, table)) return undefined;
    if (nested >= limits.nesting)
      return { kind: 'undefined', cause: 'budget', reason: `definitions nested too deeply at ${written(quantity)}` };
    // The budget is one question's: a world is asked by a whole class.
    if (nested === 0) steps = 0;
    nested += 1;
    const stopped = unroll(quantity);
    nested -= 1;
    return stopped ?? values.get(key);
  };

  const lookUp = (name: SymbolNode | IndexNode): Value | undefined => {
    const quantity = quantityOf(name);
    if (!quantity) return undefined;
    const value = settled(quantity);
    if (value || quantity.indices.length === 0 || !table.knows(quantity.base)) return value;
    return unknown(
      `${written(quantity)} has no definition: the recurrence for ${quantity.base} never meets a start value`,
    );
  };

  return lookUp;
};
