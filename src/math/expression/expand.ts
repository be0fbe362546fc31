/** Definitions put in the place of names, and derivatives taken: what an expression says without its surroundings. */
import { resolveDerivative } from '../calculus/resolve-derivative.ts';
import { instantiate, replaceNames } from './instantiate.ts';
import { isName, nameText } from './names.ts';
import { emptyScope, type Scope } from './scope.ts';
import type { ApplyNode, AtNode, Expression } from './tree.ts';
import { nodes, size, substitute } from './walk.ts';

/** Expansion stops where the result would have more nodes, or functions call one another deeper. */
const limits = { nodes: 50_000, rounds: 24 } as const;

type Functions = Scope['function'];

const derived: ReadonlySet<string> = new Set(['derivative', 'gradient', 'prime']);

const ofDerivedCall = (e: ApplyNode, functions: Functions): Expression => {
  const resolved = resolveDerivative(e.operator, functions);
  const written = resolved.kind === 'function' ? instantiate(resolved.definition, e.arguments) : undefined;
  return written ?? { ...e, arguments: e.arguments.map((part) => expandOnce(part, functions)) };
};

/** A call of a function of the scope, written out. */
const ofCall = (e: ApplyNode, functions: Functions): Expression | undefined => {
  if (derived.has(e.operator.kind)) return ofDerivedCall(e, functions);
  const definition = isName(e.operator) ? functions(nameText(e.operator)) : undefined;
  return definition && instantiate(definition, e.arguments);
};

const ofDerivative = (e: Expression, functions: Functions): Expression | undefined => {
  const resolved = resolveDerivative(e, functions);
  if (resolved.kind === 'expression') return resolved.expression;
  if (resolved.kind !== 'function') return undefined;
  return resolved.at ? instantiate(resolved.definition, resolved.at) : resolved.definition.body;
};

/** `2x |_{x = 3}` as `2·3`, where every equation sets one name. */
const ofAt = (e: AtNode, functions: Functions): Expression | undefined => {
  const settings = e.where.map((item) => {
    const [left, right] = item.kind === 'relation' && item.relations.join() === '=' ? item.members : [];
    return left && right && isName(left) ? ([nameText(left), right] as const) : undefined;
  });
  const known = settings.filter((one) => one !== undefined);
  if (known.length !== settings.length) return undefined;
  return replaceNames(expand(e.of, functions), new Map(known));
};

const expandOnce = (e: Expression, functions: Functions): Expression =>
  substitute(e, (node) => {
    if (node.kind === 'apply') return ofCall(node, functions);
    if (derived.has(node.kind)) return ofDerivative(node, functions);
    return node.kind === 'at' ? ofAt(node, functions) : undefined;
  });

const hasDerivatives = (e: Expression): boolean => {
  for (const { kind } of nodes(e)) if (derived.has(kind) || kind === 'at') return true;
  return false;
};

/**
 * The expression with the scope's functions written out and its derivatives taken, as far as rules and limits reach;
 * what they do not reach stays.
 */
export const expand = (e: Expression, functions: Functions): Expression => {
  if (functions === emptyScope.function && !hasDerivatives(e)) return e;
  let current = e;
  for (let round = 0; round < limits.rounds; round += 1) {
    const next = expandOnce(current, functions);
    if (next === current || size(next, limits.nodes) >= limits.nodes) return current;
    current = next;
  }
  return current;
};
