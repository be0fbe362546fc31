import { by, derivative, sym } from '../math/expression/build.ts';
import type { DerivativeNode, Expression } from '../math/expression/tree.ts';
import { freeSymbols, nodes, treeKey } from '../math/expression/walk.ts';
import { type Quantity, quantityKey, quantityName } from './definitions/names.ts';
import { byFormulas, type DefinitionTable } from './definitions/table.ts';
import { limits } from './limits.ts';
import { inputsOf, originOf, quantityOf } from './origin.ts';

/** The functions whose gradient a definition takes, as the student would name them: ∂f/∂x, ∂f/∂y. */
const gradientsIn = (right: Expression, table: DefinitionTable): readonly Expression[] =>
  [...nodes(right)].flatMap((node) => {
    if (node.kind !== 'gradient' && node.kind !== 'derivative' && node.kind !== 'prime') return [];
    const name = node.of.kind === 'symbol' ? node.of.name : undefined;
    const parameters = name === undefined ? undefined : table.definition(name)?.parameters;
    return name === undefined ? [] : (parameters ?? []).map((each) => derivative(sym(name), [by(sym(each))]));
  });

/** The derivatives of quantities that stand in a formula: ∂L/∂W of `W - η ∂L/∂W`. */
const slopesIn = (right: Expression, table: DefinitionTable): readonly DerivativeNode[] =>
  [...nodes(right)].filter(
    (node): node is DerivativeNode =>
      node.kind === 'derivative' && node.of.kind === 'symbol' && table.definition(node.of.name) === undefined,
  );

/** `(x_2)_1` is told as its vector `x_2`: students write vectors whole. */
const whole = (quantity: Quantity, table: DefinitionTable): Quantity => {
  const origin = originOf(quantity, table);
  return origin?.kind === 'component' ? origin.whole : quantity;
};

/** `r^T r` is computed from r; `x_2`, `(x_2, y_2)` and `∂L/∂z` are the names of what is asked for. */
const isFormula = ({ kind }: Expression): boolean =>
  kind === 'product' || kind === 'quotient' || kind === 'sum' || kind === 'power' || kind === 'apply';

/**
 * The named quantities that the target is computed from, nearest first: those of its own definition before those behind
 * them. Gradients are told as ∂f/∂x, and for ∂L/∂W the ∂L/∂z that it may go through.
 */
export const dependenciesOf = (target: Expression, assumed: DefinitionTable): readonly Expression[] => {
  const found = new Map<string, Expression>();
  const starts = freeSymbols(target).flatMap((name) => quantityOf(name) ?? []);
  const seen = new Set(starts.map(quantityKey));
  const tell = (e: Expression): void => {
    const key = treeKey(e);
    if (!found.has(key)) found.set(key, e);
  };
  if (isFormula(target)) for (const start of starts) tell(quantityName(whole(start, assumed)));
  const slopes = [...slopesIn(target, assumed)];
  for (const each of gradientsIn(target, assumed)) tell(each);
  let level: readonly Quantity[] = starts;
  while (level.length > 0 && found.size < limits.dependencies) {
    const next: Quantity[] = [];
    // A derivative goes on behind an own value, by the formula in whose place it stands.
    const table = slopes.length > 0 ? byFormulas(assumed) : assumed;
    for (const quantity of level) {
      for (const input of inputsOf(quantity, table).map((each) => whole(each, table))) {
        if (seen.has(quantityKey(input)) || !originOf(input, table)) continue;
        seen.add(quantityKey(input));
        next.push(input);
        if (table.coordinates(input.base) === undefined) tell(quantityName(input));
      }
      const origin = originOf(quantity, table);
      if (origin?.kind !== 'definition') continue;
      for (const each of gradientsIn(origin.found.rule.right, table)) tell(each);
      const inside = slopesIn(origin.found.rule.right, table);
      for (const each of inside) tell(each);
      slopes.push(...inside);
    }
    level = next;
  }
  // By the chain rule ∂L/∂W goes through ∂L/∂z for every z on the way.
  const quantities = [...found.values()].filter((e) => e.kind === 'symbol' || e.kind === 'index');
  for (const { of } of slopes)
    for (const quantity of quantities) if (found.size < limits.dependencies) tell(derivative(of, [by(quantity)]));
  return [...found.values()];
};
