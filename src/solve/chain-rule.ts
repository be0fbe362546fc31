import { differentiate } from '../math/calculus/differentiate.ts';
import { num, product, sum, sym } from '../math/expression/build.ts';
import { nameText } from '../math/expression/names.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols, substitute } from '../math/expression/walk.ts';
import { instantiated } from './definitions/instantiated.ts';
import { type Quantity, quantityKey, quantityName } from './definitions/names.ts';
import { byFormulas, type DefinitionTable } from './definitions/table.ts';
import { limits } from './limits.ts';
import { originOf, quantityOf } from './origin.ts';
import { slopeInValue, value } from './slope-in-value.ts';
import { unrolledSums } from './unrolled-sums.ts';

/** A number of the graph, with what defines it in terms of other numbers; none for a number that is given. */
interface Node {
  readonly quantity: Quantity;
  readonly right: Expression | undefined;
  readonly inputs: readonly Quantity[];
}

/** The expression in numbers that defines a number; `undefined` where it is given, or only the evaluator knows. */
export const rightOf = (quantity: Quantity, table: DefinitionTable): Expression | undefined => {
  const origin = originOf(quantity, table);
  if (origin?.kind === 'alias') return rightOf(origin.of, table);
  if (origin?.kind === 'component') {
    const whole = rightOf(origin.whole, table);
    if (whole?.kind === 'list') return whole.items[origin.position];
    return whole?.kind === 'matrix'
      ? { kind: 'list', open: '(', close: ')', items: whole.rows[origin.position] ?? [] }
      : undefined;
  }
  if (origin?.kind !== 'definition') return undefined;
  const { right, component } = table.ready(origin.found.rule);
  return component === undefined ? unrolledSums(instantiated(right, origin.found.binding), table) : undefined;
};

/** All numbers that the start is computed from, each with its definition; `undefined` where there are too many. */
const graphFrom = (start: Quantity, assumed: DefinitionTable): ReadonlyMap<string, Node> | undefined => {
  const table = byFormulas(assumed);
  const graph = new Map<string, Node>();
  const todo = [start];
  for (let quantity = todo.pop(); quantity; quantity = todo.pop()) {
    const key = quantityKey(quantity);
    if (graph.has(key)) continue;
    if (graph.size >= limits.graph) return undefined;
    const right = rightOf(quantity, table);
    const inputs = right ? freeSymbols(right).flatMap((name) => quantityOf(name) ?? []) : [];
    graph.set(key, { quantity, right, inputs });
    todo.push(...inputs);
  }
  return graph;
};

/** Which numbers use a number directly. */
const usersIn = (graph: ReadonlyMap<string, Node>): ReadonlyMap<string, readonly Node[]> => {
  const users = new Map<string, Node[]>();
  for (const node of graph.values()) {
    for (const input of node.inputs) {
      const key = quantityKey(input);
      users.set(key, [...(users.get(key) ?? []), node]);
    }
  }
  return users;
};

const stand = 'ξ';

/** ∂right/∂quantity with everything else held still. */
const directDerivative = (right: Expression, quantity: Quantity, table: DefinitionTable): Expression => {
  const name = quantityName(quantity);
  const key = quantityKey(quantity);
  const isIt = (node: Expression): boolean => {
    const found = node.kind === 'symbol' || node.kind === 'index' ? quantityOf(node) : undefined;
    return found !== undefined && quantityKey(found) === key;
  };
  const slope = differentiate(
    substitute(right, (node) => (isIt(node) ? sym(stand) : undefined)),
    stand,
    table.definition,
  );
  return substitute(slope, (node) => (node.kind === 'symbol' && node.name === stand ? name : undefined));
};

/**
 * ∂h/∂z of `h: σ(z)` in terms of h itself, `h (1 - h) ∂z/∂z`, where σ' is told by σ: so that an own h goes on into the
 * derivative, as on paper.
 */
const slopeByValue = (
  of: Quantity,
  right: Expression,
  by: Quantity,
  table: DefinitionTable,
): Expression | undefined => {
  if (right.kind !== 'apply' || right.operator.kind !== 'symbol') return undefined;
  const [inner, ...more] = right.arguments;
  const slope = slopeInValue(right.operator.name, table);
  if (!inner || more.length > 0 || !slope) return undefined;
  const outer = substitute(slope, (node) =>
    node.kind === 'symbol' && node.name === value ? quantityName(of) : undefined,
  );
  return times(outer, directDerivative(inner, by, table));
};

const isZero = (e: Expression): boolean => e.kind === 'number' && Number(e.text) === 0;
const isOne = (e: Expression): boolean => e.kind === 'number' && e.text === '1';

const times = (a: Expression, b: Expression): Expression => (isOne(a) ? b : isOne(b) ? a : product([a, b]));

/**
 * ∂of/∂by of two defined numbers by the chain rule, backwards from `of` as in backpropagation:
 *
 *     ∂L/∂w = Σ_c ∂L/∂c · ∂c/∂w   over the numbers c whose definition names w
 *
 * A derivative that is given (a student's own ∂L/∂z) is used where it stands in the way. `undefined` where `of` is not
 * computed from numbers one can differentiate. What is defined does not depend on `by` where no path leads to it: 0.
 */
export const chainRule = (of: Quantity, table: DefinitionTable): ((by: Quantity) => Expression | undefined) => {
  const graph = graphFrom(of, table);
  if (!graph) return () => undefined;
  const users = usersIn(graph);
  const known = new Map<string, Expression>([[quantityKey(of), num(1)]]);
  const text = nameText(quantityName(of));

  const derivative = (by: Quantity): Expression => {
    const key = quantityKey(by);
    const found = known.get(key) ?? table.given(text, nameText(quantityName(by)));
    if (found) return found;
    known.set(key, num(0));
    const terms = (users.get(key) ?? []).map(({ quantity, right }) => {
      const outer = derivative(quantity);
      if (isZero(outer) || !right) return num(0);
      const inner = slopeByValue(quantity, right, by, table) ?? directDerivative(right, by, table);
      return isZero(inner) ? inner : times(outer, inner);
    });
    const total = sum(terms.filter((term) => !isZero(term)));
    known.set(key, total);
    return total;
  };
  return derivative;
};

/** ∂⁺of/∂by: only where the definition of `of` names `by` itself; all other numbers are held still. */
export const directSlope =
  (of: Quantity, table: DefinitionTable): ((by: Quantity) => Expression | undefined) =>
  (by) => {
    const right = rightOf(of, table);
    return right && directDerivative(right, by, table);
  };
