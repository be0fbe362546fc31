import { number } from '../math/expression/build.ts';
import { evaluate } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { freeSymbols, nodes, sameTree, substitute } from '../math/expression/walk.ts';
import type { Reference } from '../model/world.ts';
import { closedForm } from './closed-form.ts';
import { withBodies, withDerivatives } from './definitions/expand.ts';
import { partsOf } from './definitions/names.ts';
import { spreadOf } from './definitions/spread.ts';
import { whole } from './definitions/spread-algebra.ts';
import type { DefinitionTable } from './definitions/table.ts';
import { originOf, quantityOf } from './origin.ts';
import { withQuantityDerivatives } from './quantity-derivatives.ts';
import { setOrStatement } from './set-or-statement.ts';
import { unfolded } from './unfold.ts';
import { writtenOut } from './written-out.ts';

const constants: ReadonlySet<string> = new Set(['π', 'e', 'i', '∞']);

/** Plain names that nothing defines: the formal parameters of the answer. */
const openNames = (tree: Expression, table: DefinitionTable): readonly string[] =>
  freeSymbols(tree).flatMap((name) => {
    const quantity = quantityOf(name);
    // Functions are no parameters: the f of `∇f(w_0)` at a vector.
    if (name.kind !== 'symbol' || constants.has(name.name) || table.definition(name.name)) return [];
    return quantity && originOf(quantity, table) ? [] : [name.name];
  });

/** `f` alone asks for the function itself. */
const bareFunction = (target: Expression, table: DefinitionTable): Expression =>
  target.kind === 'symbol' ? (table.definition(target.name)?.body ?? target) : target;

/** All parameters of the functions that the target speaks of, so that ∂f/∂x = 2x is still a function of x and y. */
const formalParameters = (target: Expression, open: readonly string[], table: DefinitionTable): readonly string[] => {
  const spoken = [...nodes(target)].flatMap((node) =>
    node.kind === 'symbol' ? (table.definition(node.name)?.parameters ?? []) : [],
  );
  const formal = open.every((name) => spoken.includes(name))
    ? spoken
    : [...spoken.filter((name) => open.includes(name)), ...open];
  return [...new Set(formal)];
};

/** Defined numbers put in where they are exact: `a x` with a = 1/2 is `1/2 x`. */
const withKnownNumbers = (tree: Expression, open: readonly string[], scope: Scope, digits: number): Expression =>
  substitute(tree, (node) => {
    const parts = partsOf(node);
    if (!parts || (node.kind !== 'symbol' && node.kind !== 'index') || open.includes(parts.base)) return undefined;
    const value = scope.value(node, digits);
    return value?.kind === 'exact' ? number(value) : undefined;
  });

/** The value of a plain name, or of several in brackets: what items mostly ask for, without compiling anything. */
const valueOfNames = (target: Expression, table: DefinitionTable, scope: Scope, digits: number): Value | undefined => {
  if (target.kind === 'symbol' || target.kind === 'index') {
    const quantity = quantityOf(target);
    return quantity && originOf(quantity, table) ? scope.value(target, digits) : undefined;
  }
  if (target.kind !== 'list' || target.open === '{' || target.items.length === 0) return undefined;
  const items = target.items.map((item) =>
    item.kind === 'list' ? undefined : valueOfNames(item, table, scope, digits),
  );
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  return known.find((item) => item.kind === 'undefined') ?? { kind: 'vector', items: known };
};

/** The expression in numbers where vectors and matrices can be taken apart: `det(A - λ I)` → `(2 - λ) (2 - λ) - 1·1`. */
const inNumbers = (tree: Expression, table: DefinitionTable): Expression => {
  const spread = spreadOf(tree, table);
  return spread ? whole(spread) : tree;
};

const asFunction = (target: Expression, open: readonly string[], expanded: Expression, around: Around): Reference => {
  const written = withBodies(expanded, around.table);
  const apart = inNumbers(written, around.table);
  const known = withKnownNumbers(apart, open, around.scope, around.digits);
  return {
    kind: 'function',
    // what was taken apart is no formula that anybody wrote
    expression: sameTree(apart, written) ? known : writtenOut(known),
    parameters: formalParameters(target, open, around.table),
  };
};

const isEnclosed = (value: Value): boolean =>
  value.kind === 'enclosure' ||
  (value.kind === 'vector' && value.items.some(isEnclosed)) ||
  (value.kind === 'matrix' && value.rows.some((row) => row.some(isEnclosed)));

/** The value, with its closed form where there is one. */
const asValue = (value: Value, tree: Expression, { table, scope, digits }: Around): Reference => {
  const closed = isEnclosed(value) ? closedForm(inNumbers(tree, table), table, scope, digits) : undefined;
  return closed ? { kind: 'value', value, closed } : { kind: 'value', value };
};

interface Around {
  readonly table: DefinitionTable;
  readonly scope: Scope;
  readonly digits: number;
}

/** What the target is: a value where everything in it is defined, else an expression in its formal parameters. */
export const referenceOf = (target: Expression, table: DefinitionTable, scope: Scope, digits: number): Reference => {
  const around = { table, scope, digits };
  const named = valueOfNames(target, table, scope, digits);
  const given = named?.kind === 'truth' ? undefined : setOrStatement(target, table);
  if (given) return { kind: 'function', expression: withKnownNumbers(given, [], scope, digits), parameters: [] };
  if (named && (named.kind !== 'undefined' || named.cause !== 'unknown')) return asValue(named, target, around);
  const written = withDerivatives(withQuantityDerivatives(bareFunction(target, table), table), table);
  const expanded = unfolded(written, table);
  const open = openNames(expanded, table);
  if (open.length > 0) return asFunction(target, open, expanded, around);
  return asValue(evaluate(expanded, scope, digits), withBodies(expanded, table), around);
};
