/** Names that students give to things of the network: `D_k := diag(σ′(x_k))`, `J_i = ∂x_i/∂x_{i−1}`, `η = γ‖W‖`. */
import type { Expression } from '../../math/expression/tree.ts';
import { nodes, sameTree } from '../../math/expression/walk.ts';
import type { ChainClaim, Claim } from '../../model/claim.ts';
import { formulaOf } from './formula.ts';
import { type Equation, openIndices, writtenOut } from './pattern.ts';
import { nameOf, roleOf } from './roles.ts';

const defines = new Set(['=', '≔', '≡']);

/** A name of the student's own, with one index or none. */
const isOwnName = (e: Expression): boolean => {
  const name = nameOf(e);
  if (name === undefined || roleOf(name) !== undefined || name === 'I') return false;
  return e.kind === 'symbol' || (e.kind === 'index' && e.base.kind === 'symbol' && e.indices.length === 1);
};

/** Whether the right side is of the network and says for every index what the name stands for. */
const explains = (meaning: Expression, pattern: Expression): boolean => {
  const { features, free } = formulaOf(meaning).traits;
  if (features.has('sum') || features.has('product')) return false;
  const open = openIndices(pattern);
  // "λ = 1/γ" is a case that is looked at, "η = γ‖W‖" and "D_k = diag(σ′(x_k))" say what is meant.
  if (open.length === 0 ? !features.has('recurrent') : ![...features].some((one) => one !== 'bound')) return false;
  return (
    free.every((name) => open.includes(name)) && ![...nodes(meaning)].some((node) => nameOf(node) === nameOf(pattern))
  );
};

const abbreviation = ({ members, relations, doubtful }: ChainClaim): Equation | undefined => {
  const [pattern, meaning] = [members[0]?.expression, members[1]?.expression];
  if (doubtful || !pattern || !meaning || !isOwnName(pattern) || !defines.has(relations[0] ?? '')) return undefined;
  return explains(meaning, pattern) ? { pattern, meaning } : undefined;
};

const sameMeaning = (a: Equation, b: Equation): boolean => {
  const again = writtenOut(b.pattern, [a]);
  return again !== b.pattern && sameTree(again, b.meaning);
};

/** `J_t = ∂x_t/∂x_{t−1}` defines, `J_t = W D` may then be derived; of two other explanations none is taken. */
const settled = (given: readonly Equation[]): readonly Equation[] => {
  const derivatives = given.filter(({ meaning }) => meaning.kind === 'derivative');
  const [first, ...others] = derivatives.length > 0 ? derivatives : given;
  return first && others.every((other) => sameMeaning(first, other)) ? [first] : [];
};

const known = new WeakMap<readonly Claim[], readonly Equation[]>();

const read = (claims: readonly Claim[]): readonly Equation[] => {
  const byName = new Map<string, Equation[]>();
  for (const claim of claims) {
    const one = claim.kind === 'chain' ? abbreviation(claim) : undefined;
    const name = one && nameOf(one.pattern);
    if (one && name !== undefined) byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return [...byName.values()].flatMap(settled);
};

/** What the student calls by names of their own, anywhere in the document. */
export const abbreviationsIn = (claims: readonly Claim[]): readonly Equation[] => {
  const found = known.get(claims) ?? read(claims);
  known.set(claims, found);
  return found;
};

/** Names within what names stand for: J_i = W D_{i−1}. */
const deepest = 3;

const spelledOut = (expression: Expression, equations: readonly Equation[]): Expression => {
  let so = expression;
  for (let i = 0; i < deepest; i += 1) {
    const next = writtenOut(so, equations);
    if (next === so) return so;
    so = next;
  }
  return so;
};

/** The chain with every such name written out; what only repeats the definition is left out at its head. */
export const withoutAbbreviations = (chain: ChainClaim, equations: readonly Equation[]): ChainClaim => {
  if (equations.length === 0) return chain;
  const members = chain.members.map((member) => {
    const expression = spelledOut(member.expression, equations);
    return expression === member.expression ? member : { ...member, expression };
  });
  if (members.every((member, i) => member === chain.members[i])) return chain;
  const [head, next] = members;
  const repeats = head && next && defines.has(chain.relations[0] ?? '') && sameTree(head.expression, next.expression);
  return repeats ? { ...chain, members: members.slice(1), relations: chain.relations.slice(1) } : { ...chain, members };
};
