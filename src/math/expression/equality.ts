/**
 * Whether two expressions are the same function.
 *
 * Rational functions are decided exactly, by their residues. Otherwise: different where their values part at a point,
 * by enclosures that do not meet; equal where identities of exponentials, roots and logarithms prove it, or a bound on
 * how near to zero a radical can come; else `sampled`, equal at every point tried.
 */
import { equals, isInteger, one } from '../number/exact.ts';
import { isConstant } from './evaluation/lookup.ts';
import { expand } from './expand.ts';
import { replaceNames } from './instantiate.ts';
import { exactNumber } from './modular/exact-parts.ts';
import { hashText } from './modular/hash.ts';
import { compareResidues } from './modular/identity-test.ts';
import { nameText } from './names.ts';
import { rationalDegree } from './rational.ts';
import { pairOf } from './sampling/compare.ts';
import type { Comparison, EqualityOptions } from './sampling/comparison.ts';
import { differenceIsZero } from './sampling/constants.ts';
import { compareAsMatrices, speaksOfMatrices } from './sampling/matrices.ts';
import { type Point, rolesOf, samplePoints } from './sampling/points.ts';
import { domainSeen, type Effort, type Survey, survey } from './sampling/survey.ts';
import { emptyScope, type Scope } from './scope.ts';
import type { Expression, RelationNode } from './tree.ts';
import { depth, freeSymbols, nodes, sameTree, size, treeKey } from './walk.ts';
import { writtenNumber } from './written-number.ts';

export type { Comparison, EqualityOptions } from './sampling/comparison.ts';

const limits = { depth: 1_000, nodes: 1_500_000, degree: 2 ** 40 } as const;

/** Both sides without their surroundings, and the names left in them. */
interface Question {
  readonly a: Expression;
  readonly b: Expression;
  readonly scope: Scope;
  readonly names: readonly string[];
  readonly options: EqualityOptions;
}

const undecided = (reason: string): Comparison => ({ equal: undefined, decided: 'sampled', reason });

/** Exact values of the scope in the place of names; function definitions written out. */
const prepared = (e: Expression, scope: Scope): Expression => {
  const written = expand(e, scope.function);
  const values = freeSymbols(written).flatMap((name) => {
    const value = scope.value(name, 30);
    return value?.kind === 'exact' ? [[nameText(name), exactNumber(value)] as const] : [];
  });
  return replaceNames(written, new Map(values));
};

const freeNames = (parts: readonly Expression[], scope: Scope): readonly string[] => {
  const found = parts.flatMap((part) => freeSymbols(part));
  const open = found.filter(
    (name) => scope.value(name, 1) === undefined && !(name.kind === 'symbol' && isConstant(name.name)),
  );
  return [...new Set(open.map(nameText))];
};

const obstacles: Partial<Readonly<Record<Expression['kind'], string>>> = {
  error: 'a part that could not be read',
  empty: 'a part that is left out',
  ellipsis: 'a part that is left out',
  text: 'a part that is words',
};

/** Why two expressions cannot be compared at all. */
const obstacle = (e: Expression): string | undefined => {
  let count = 0;
  for (const { kind } of nodes(e)) {
    count += 1;
    if (count > limits.nodes) return 'a formula of too many nodes';
    const reason = obstacles[kind];
    if (reason) return reason;
  }
  return count > limits.depth && depth(e) > limits.depth
    ? 'a formula of too many nodes one inside the other'
    : undefined;
};

/** Functions whose formula is another one elsewhere: agreement here says less about there. */
const piecewise: ReadonlySet<string> = new Set('abs max min floor ceil sgn sign relu ReLU'.split(' '));

const hasCorners = (e: Expression): boolean => {
  for (const node of nodes(e)) {
    if (node.kind === 'cases' || (node.kind === 'power' && freeSymbols(node.exponent).length > 0)) return true;
    if (node.kind === 'apply' && node.operator.kind === 'symbol' && piecewise.has(node.operator.name)) return true;
  }
  return false;
};

/** Points that have to agree: few where a proof only needs its domain looked at, many where formulas have corners. */
const effortFor = ({ a, b, names, options }: Question, isProven: boolean): Effort => {
  if (names.length === 0) return { wanted: 1, tried: 1 };
  const isLarge = size(a, 20_000) + size(b, 20_000) > 5_000;
  const wanted = isProven || isLarge ? 6 : hasCorners(a) || hasCorners(b) ? 40 : 12;
  return { wanted, tried: Math.min(options.budget ?? 96, isLarge ? 16 : 96) };
};

const lookAround = (question: Question, effort: Effort): Survey => {
  const { a, b, names, scope, options } = question;
  const roles = rolesOf([a, b], names, options.domain ?? {});
  const seed = hashText(`${treeKey(a)} ${treeKey(b)}`).toString(36);
  const raising = roles.filter(({ raises }) => raises).map(({ name }) => name);
  const isStrict = (point: Point): boolean => raising.every((name) => isInteger(point.get(name) ?? one));
  return survey(pairOf(a, b, scope, options.field ?? 'real'), samplePoints(roles, [a, b], seed), effort, isStrict);
};

/** Different rational functions differ nearly everywhere: the first point shows it. */
const differentRationals = (question: Question): Comparison => {
  const { differs } = lookAround(question, { wanted: 40, tried: 40 });
  return { equal: false, decided: 'exact', ...(differs && { witness: differs }) };
};

const rationals = (question: Question): Comparison | undefined => {
  const { a, b } = question;
  const degrees = [rationalDegree(a), rationalDegree(b)];
  if (degrees.some((degree) => degree === undefined || degree > limits.degree)) return undefined;
  const verdict = compareResidues(a, b);
  if (verdict === 'equal') return { equal: true, decided: 'exact' };
  return verdict === 'different' ? differentRationals(question) : undefined;
};

/** Equal where both are defined: what the domains say about it. */
const withDomain = (seen: Survey, decided: Comparison): Comparison => {
  const domain = domainSeen(seen);
  if (domain === 'same' || domain === 'wider') return { ...decided, domain };
  const witness = seen.rightOnly;
  const reason = 'equal where both are defined, but the first is undefined where the second is not';
  return { equal: undefined, decided: decided.decided, reason, domain, ...(witness && { witness }) };
};

/** A grid of a million numbers a name: the chance that so many points all are zeros of a difference. */
const chanceOf = ({ a, b }: Question, agreed: number): number =>
  Math.min(1, (size(a, 1e6) + size(b, 1e6)) / 1e6) ** agreed;

const hasProof = ({ a, b, names, options }: Question): boolean => {
  if ((options.field ?? 'real') === 'complex') return false;
  if (compareResidues(a, b) === 'equal') return true;
  return names.length === 0 && differenceIsZero(a, b);
};

const concluded = (question: Question, isProven: boolean, seen: Survey, effort: Effort): Comparison => {
  if (isProven) return withDomain(seen, { equal: true, decided: 'certified' });
  if (seen.agreed < Math.min(effort.wanted, 4))
    return undecided(seen.reason ?? 'too few points where both sides are defined');
  if (question.names.length === 0) return { equal: true, decided: 'sampled', reason: 'equal to 600 digits' };
  return withDomain(seen, { equal: true, decided: 'sampled', chance: chanceOf(question, seen.agreed) });
};

const compareFunctions = (question: Question): Comparison => {
  const exactly = rationals(question);
  if (exactly) return exactly;
  const isProven = hasProof(question);
  const effort = effortFor(question, isProven);
  const seen = lookAround(question, effort);
  if (seen.differs) return { equal: false, decided: 'certified', witness: seen.differs };
  return concluded(question, isProven, seen, effort);
};

/** What is equal for numbers, looked at with matrices where the formulas speak of them. */
const withMatrices = (question: Question, found: Comparison): Comparison => {
  const { a, b, names, scope } = question;
  if (found.equal !== true || !(speaksOfMatrices(a) || speaksOfMatrices(b))) return found;
  const verdict = compareAsMatrices(a, b, names, scope);
  if (verdict === 'differ')
    return { equal: false, decided: 'certified', reason: 'equal for numbers, not for matrices' };
  if (verdict === 'unknown') return undecided('equal for numbers; for matrices it depends on their shapes');
  return { ...found, decided: 'sampled' };
};

/** Two numbers as written. */
const compareLiterals = (a: Expression, b: Expression): Comparison | undefined => {
  const [left, right] = [writtenNumber(a)?.value, writtenNumber(b)?.value];
  if (!left || !right) return undefined;
  if (equals(left, right)) return { equal: true, decided: 'exact' };
  return { equal: false, decided: 'exact', witness: { point: new Map(), left, right } };
};

/** Chains with the same signs are equal where their members are; an equation may be turned round. */
const compareChains = (a: RelationNode, b: RelationNode, options: EqualityOptions): Comparison => {
  if (a.relations.join() !== b.relations.join()) return undecided('chains with different relations');
  const inOrder = a.members.map((member, k) => equalExpressions(member, b.members[k] as Expression, options));
  const failed = inOrder.find(({ equal }) => equal !== true);
  if (!failed) return inOrder.find(({ decided }) => decided !== 'exact') ?? { equal: true, decided: 'exact' };
  const isTurned =
    a.relations.join() === '=' &&
    equalExpressions(a.members[0] as Expression, b.members[1] as Expression, options).equal &&
    equalExpressions(a.members[1] as Expression, b.members[0] as Expression, options).equal;
  return isTurned ? { equal: true, decided: 'exact' } : undecided('chains whose members differ');
};

/**
 * Compares `a`, the claimed expression, with `b`, the reference, as functions of their names over the real numbers (or
 * the complex ones). Equal means equal wherever both are defined, with `a` defined wherever `b` is; a smaller domain
 * is undecided. Bounded in steps; never throws on anything a parser gives.
 */
export const equalExpressions = (a: Expression, b: Expression, options: EqualityOptions = {}): Comparison => {
  const literals = compareLiterals(a, b);
  if (literals) return literals;
  const problem = obstacle(a) ?? obstacle(b);
  if (problem) return undecided(problem);
  if (sameTree(a, b)) return { equal: true, decided: 'exact' };
  if (a.kind === 'relation' && b.kind === 'relation') return compareChains(a, b, options);
  const scope = options.scope ?? emptyScope;
  const [left, right] = [prepared(a, scope), prepared(b, scope)];
  const question = { a: left, b: right, scope, names: freeNames([left, right], scope), options };
  return withMatrices(question, compareFunctions(question));
};
