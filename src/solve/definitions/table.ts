import type { Expression } from '../../math/expression/tree.ts';
import { hasQuantityDerivatives, withQuantityDerivatives } from '../quantity-derivatives.ts';
import { type Binding, matchIndices } from './index-pattern.ts';
import { type Iterate, iterateName } from './iterate.ts';
import type { Quantity } from './names.ts';
import { type Ready, readied } from './ready.ts';
import type { NameRule, Rule } from './rule.ts';
import { isMatrix, isVector, type Shape, type Shapes, sameShape, shapeOf } from './shape.ts';
import type { Surroundings } from './spread.ts';
import { surroundingsOf } from './surroundings.ts';

export interface Found {
  readonly rule: NameRule;
  /** `k` → 2 for `x_3` by the rule of `x_{k+1}`. */
  readonly binding: Binding;
}

/** How a name goes from step to step. */
export interface SeriesRule {
  readonly rule: NameRule;
  /** The 0 of `x_0`; 2 where a student's own x_2 stands in its place. */
  readonly given: number | undefined;
}

type Names = ReadonlyMap<string, readonly NameRule[]>;

/** The definitions that one section sees. */
export interface DefinitionTable extends Surroundings {
  readonly iterate: Iterate | undefined;
  /** The definition of a quantity: one written for it alone comes before a recurrence, an inner section's before an outer's. */
  readonly find: (quantity: Quantity) => Found | undefined;
  /** The same by formulas, whatever values were assumed in their places: what derivatives are taken of. */
  readonly findFormula: (quantity: Quantity) => Found | undefined;
  readonly ready: (rule: NameRule) => Ready;
  /** Derivatives of quantities that were written out, by their text. */
  readonly derivatives: Map<string, Expression | undefined>;
  /** The recurrence of a name, as in `x_{k+1}`, and the last step that is given by itself. */
  readonly recurrence: (base: string) => SeriesRule | undefined;
  /** Whether anything is defined under this name, whatever its indices. */
  readonly knows: (base: string) => boolean;
  /** Quantities `(x_2)_1` that are fixed by themselves inside a vector `x_2`, with their positions from 0. */
  readonly fixedInside: (quantity: Quantity) => ReadonlyMap<number, Quantity>;
  /** The table with rules put before all others. */
  readonly with: (added: readonly Rule[]) => DefinitionTable;
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
const inOrder = (rules: readonly NameRule[]): readonly NameRule[] => [
  ...rules.filter(isFixed),
  ...rules.filter((rule) => !isFixed(rule)),
];

/** The rules of each name, new ones before the old. */
const grouped = (rules: readonly Rule[], before: Names): Names => {
  const added = new Map<string, NameRule[]>();
  for (const rule of rules) {
    if (rule.kind !== 'name') continue;
    const group = added.get(rule.base);
    if (group) group.push(rule);
    else added.set(rule.base, [rule]);
  }
  const names = new Map(before);
  for (const [base, group] of added) names.set(base, inOrder([...group, ...(before.get(base) ?? [])]));
  return names;
};

/** Whether the added rules leave functions and shapes as they were: then what was prepared for the other rules still holds. */
const keepsShapes = (added: readonly Rule[], before: Shapes): boolean =>
  added.every((rule) => {
    if (rule.kind !== 'name') return false;
    const shape = rule.component === undefined ? shapeOf(rule.right, before) : 'number';
    return sameShape(shape ?? 'number', before.name(rule.base, rule.patterns) ?? 'number');
  });

const hasParts = (shape: Shape | undefined): boolean => isVector(shape) || isMatrix(shape);

const seriesRule = (rules: readonly NameRule[]): SeriesRule | undefined => {
  const rule = rules.find((each) => !isFixed(each));
  const given = rules.filter(isFixed).map(({ patterns }) => patterns[0]?.shift ?? 0);
  return rule && { rule, given: given.length > 0 ? Math.max(...given) : undefined };
};

const none: ReadonlyMap<number, Quantity> = new Map();

const insideOf = ({ base, indices }: Quantity, rules: readonly NameRule[]): ReadonlyMap<number, Quantity> => {
  const inside = rules.filter(
    (rule) =>
      rule.patterns.length === indices.length + 1 &&
      isFixed(rule) &&
      indices.every((n, i) => rule.patterns[i]?.shift === n),
  );
  if (inside.length === 0) return none;
  const positions = inside.map((rule) => rule.patterns[indices.length]?.shift ?? 0);
  return new Map(positions.map((position) => [position - 1, { base, indices: [...indices, position] }]));
};

/** What hangs on the formulas in between: tables that differ in assumed values alone have it in common. */
interface Derived {
  readonly own: WeakMap<NameRule, Ready>;
  readonly derivatives: Map<string, Expression | undefined>;
}

const nothingDerived = (): Derived => ({ own: new WeakMap(), derivatives: new Map() });

/** Values in the place of formulas change no derivative: it is taken of the formulas, and evaluated with the values. */
const keepsFormulas = (added: readonly Rule[], before: Names): boolean =>
  added.every(
    (rule) =>
      rule.kind === 'name' &&
      rule.isAssumed === true &&
      (before.get(rule.base) ?? []).some((other) => !other.isAssumed && other.patterns.length === rule.patterns.length),
  );

/** What tables with the same functions and shapes have in common. */
interface Shared {
  readonly iterate: Iterate | undefined;
  readonly around: Surroundings;
  readonly prepared: WeakMap<NameRule, Ready>;
}

const tableFrom = (
  rules: () => readonly Rule[],
  names: Names,
  shared: Shared,
  derived: Derived = nothingDerived(),
): DefinitionTable => {
  const { iterate, around, prepared } = shared;
  const { own, derivatives } = derived;
  const open = new Set<NameRule>();
  const prepare = (rule: NameRule): Ready => {
    // A derivative that goes through the name it helps to define has no end: it stays as written, without a value.
    if (open.has(rule)) return readied(rule, around);
    open.add(rule);
    const isOwn = hasQuantityDerivatives(rule.right, table);
    const ready = readied(isOwn ? { ...rule, right: withQuantityDerivatives(rule.right, table) } : rule, around);
    (isOwn ? own : prepared).set(rule, ready);
    open.delete(rule);
    return ready;
  };
  const foundIn =
    (isWanted: (rule: NameRule) => boolean) =>
    ({ base, indices }: Quantity): Found | undefined => {
      for (const rule of names.get(base) ?? []) {
        if (!isWanted(rule)) continue;
        const { patterns } = rule;
        const inner = indices.length - patterns.length;
        const binding =
          inner < 0 ? undefined : matchIndices(patterns, inner === 0 ? indices : indices.slice(0, -inner));
        if (binding && inner === 0) return { rule, binding };
        // `s: (3, 1, 2)` says what s_2 is; a recurrence for s_k that stands behind it does not.
        if (binding && hasParts(around.name(base, patterns))) return undefined;
      }
      return undefined;
    };
  const find = foundIn(() => true);
  const findFormula = foundIn(({ isAssumed }) => !isAssumed);
  const table: DefinitionTable = {
    ...around,
    iterate,
    derivatives,
    find,
    findFormula: (quantity) => findFormula(quantity) ?? find(quantity),
    ready: (rule) => prepared.get(rule) ?? own.get(rule) ?? prepare(rule),
    recurrence: (base) => seriesRule(names.get(base) ?? []),
    knows: (base) => names.has(base) || (base === iterateName && iterate !== undefined),
    fixedInside: (quantity) => insideOf(quantity, names.get(quantity.base) ?? []),
    with: (added) =>
      keepsShapes(added, around)
        ? tableFrom(
            () => [...added, ...rules()],
            grouped(added, names),
            shared,
            keepsFormulas(added, names) ? derived : nothingDerived(),
          )
        : tableOf([...added, ...rules()], iterate),
  };
  return table;
};

/** The table with formulas found in the place of assumed values. */
export const byFormulas = (table: DefinitionTable): DefinitionTable => ({ ...table, find: table.findFormula });

/** The table of some rules (by coordinate), innermost first. */
export const tableOf = (rules: readonly Rule[], iterate: Iterate | undefined): DefinitionTable => {
  const names = grouped(rules, new Map());
  return tableFrom(() => rules, names, {
    iterate,
    around: surroundingsOf(rules, names, iterate),
    prepared: new WeakMap(),
  });
};
