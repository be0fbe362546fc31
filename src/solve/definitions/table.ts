import type { Surroundings } from './component.ts';
import { type Binding, matchIndices } from './index-pattern.ts';
import { type Iterate, iterateName } from './iterate.ts';
import type { Quantity } from './names.ts';
import { type Ready, readied } from './ready.ts';
import type { NameRule, Rule } from './rule.ts';
import { isVector, type Shape, type Shapes } from './shape.ts';
import { surroundingsOf } from './surroundings.ts';

export interface Found {
  readonly rule: NameRule;
  /** `k` → 2 for `x_3` by the rule of `x_{k+1}`. */
  readonly binding: Binding;
}

/** The definitions that one section sees. */
export interface DefinitionTable extends Surroundings {
  readonly iterate: Iterate | undefined;
  readonly rules: readonly Rule[];
  /** The definition of a quantity: one written for it alone comes before a recurrence, an inner section's before an outer's. */
  readonly find: (quantity: Quantity) => Found | undefined;
  readonly ready: (rule: NameRule) => Ready;
  readonly prepared: ReadonlyMap<NameRule, Ready>;
  /** Whether anything is defined under this name, whatever its indices. */
  readonly knows: (base: string) => boolean;
  /** Quantities `(x_2)_1` that are fixed by themselves inside a vector `x_2`, with their positions from 0. */
  readonly fixedInside: (quantity: Quantity) => ReadonlyMap<number, Quantity>;
}

/** Definitions of the iterate as a whole are definitions of its coordinates. */
export const byCoordinate = (rule: Rule, iterate: Iterate | undefined): readonly Rule[] => {
  if (rule.kind !== 'name' || rule.base !== iterate?.name || !iterate.coordinates) return [rule];
  const parts = rule.right.kind === 'list' && rule.component === undefined ? rule.right.items : undefined;
  return iterate.coordinates.map((base, i) =>
    parts ? { ...rule, base, right: parts[i] ?? rule.right } : { ...rule, base, component: i },
  );
};

const isFixed = (rule: NameRule): boolean => rule.patterns.every((pattern) => pattern.variable === undefined);

/** Rules for one quantity alone first, then recurrences; innermost first in both. */
const namesByBase = (rules: readonly Rule[]): ReadonlyMap<string, readonly NameRule[]> => {
  const names = rules.filter((rule) => rule.kind === 'name');
  const grouped = new Map<string, NameRule[]>();
  for (const rule of [...names.filter(isFixed), ...names.filter((each) => !isFixed(each))]) {
    const group = grouped.get(rule.base);
    if (group) group.push(rule);
    else grouped.set(rule.base, [rule]);
  }
  return grouped;
};

const sameShape = (a: Shape | undefined, b: Shape | undefined): boolean =>
  a === b || (isVector(a) && isVector(b) && a.vector === b.vector);

/** Whether the added rules leave every shape as it was: then what was prepared for the other rules still holds. */
const keepsShapes = (added: readonly Rule[], before: Shapes, now: Shapes): boolean =>
  added.every(
    (rule) =>
      rule.kind === 'name' &&
      sameShape(before.name(rule.base, rule.patterns.length), now.name(rule.base, rule.patterns.length)),
  );

const insideOf = ({ base, indices }: Quantity, rules: readonly NameRule[]): ReadonlyMap<number, Quantity> => {
  const inside = rules.filter(
    (rule) =>
      isFixed(rule) &&
      rule.patterns.length === indices.length + 1 &&
      indices.every((n, i) => rule.patterns[i]?.shift === n),
  );
  const positions = inside.map((rule) => rule.patterns[indices.length]?.shift ?? 0);
  return new Map(positions.map((position) => [position - 1, { base, indices: [...indices, position] }]));
};

/**
 * The table of some rules (by coordinate), innermost first. `changed` is the table that the first rules were added to:
 * what it has prepared is used again where it still holds.
 */
export const tableOf = (
  rules: readonly Rule[],
  iterate: Iterate | undefined,
  changed?: { readonly table: DefinitionTable; readonly added: readonly Rule[] },
): DefinitionTable => {
  const names = namesByBase(rules);
  const around = surroundingsOf(rules, names, iterate);
  const inherited = changed && keepsShapes(changed.added, changed.table, around) ? changed.table.prepared : [];
  const prepared = new Map<NameRule, Ready>(inherited);
  return {
    ...around,
    iterate,
    rules,
    prepared,
    find: ({ base, indices }) => {
      for (const rule of names.get(base) ?? []) {
        const binding = matchIndices(rule.patterns, indices);
        if (binding) return { rule, binding };
      }
      return undefined;
    },
    ready: (rule) => {
      const known = prepared.get(rule) ?? readied(rule, around);
      prepared.set(rule, known);
      return known;
    },
    knows: (base) => names.has(base) || (base === iterateName && iterate !== undefined),
    fixedInside: (quantity) => insideOf(quantity, names.get(quantity.base) ?? []),
  };
};
