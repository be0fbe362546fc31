import { difference, num, power, product, relation } from '../../math/expression/build.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression, LogicNode, Relation, RelationNode } from '../../math/expression/tree.ts';
import { nodes, sameTree, substitute } from '../../math/expression/walk.ts';
import { correct, type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import { compareLists, compareSets } from './collections.ts';
import { compareFunctions } from './functions.ts';
import { canonical } from './identical.ts';
import { proportion, sameZeros } from './proportional.ts';
import { realSetOf } from './real-set-of.ts';
import { atPoint, constantValue, isZero, type Point, samplePoints, variablesOf } from './sample-point.ts';
import { sameRealSet } from './solution-set.ts';

/** `left R right` with one relation. */
interface Link {
  readonly left: Expression;
  readonly sign: Relation;
  readonly right: Expression;
}

const mirrored: Partial<Record<Relation, Relation>> = { '>': '<', '≥': '≤', '≻': '≺', '⪰': '⪯', '⇐': '⇒' };

const opposite: Partial<Record<Relation, Relation>> = { '<': '>', '≤': '≥', '>': '<', '≥': '≤' };

/** Every chain from small to large: `x > 1` is `1 < x`. */
const turned = (e: RelationNode): RelationNode => {
  const turnable = e.relations.every((sign) => sign === '=' || mirrored[sign] !== undefined);
  if (!turnable || !e.relations.some((sign) => sign !== '=')) return e;
  return relation(
    [...e.members].reverse(),
    [...e.relations].reverse().map((sign) => mirrored[sign] ?? sign),
  );
};

const linkOf = ({ members, relations }: RelationNode): Link | undefined => {
  const [left, right, ...more] = members;
  const [sign] = relations;
  return left && right && sign && more.length === 0 ? { left, sign, right } : undefined;
};

const absoluteOf = (e: Expression): Expression | undefined =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'abs' ? e.arguments[0] : undefined;

/** What is zero where the equation holds; |u| = |v| is u² = v². */
const zeroOf = ({ left, right }: Link): Expression => {
  const [u, v] = [absoluteOf(left), absoluteOf(right)];
  return u && v ? difference(power(u, num(2)), power(v, num(2))) : difference(left, right);
};

/** Names solved for: `x` of `x = …` where the other side has no `x`. */
const solvedFor = ({ left, right }: Link): { name: Expression; value: Expression } | undefined => {
  for (const [name, value] of [
    [left, right],
    [right, left],
  ] as const)
    if ((name.kind === 'symbol' || name.kind === 'index') && !variablesOf(value).some((other) => sameTree(other, name)))
      return { name, value };
  return undefined;
};

/** Both say what one name is: `y = 2x` against `y = x + x`. */
const compareSolved = (answer: Link, reference: Link): Decision | undefined => {
  const [ours, theirs] = [solvedFor(answer), solvedFor(reference)];
  return ours && theirs && sameTree(ours.name, theirs.name) ? compareFunctions(ours.value, theirs.value) : undefined;
};

/** Solving one and putting it into the other must leave nothing. */
const missesSolution = (one: Link, other: Link): boolean => {
  const solved = solvedFor(one);
  if (!solved) return false;
  const left = substitute(zeroOf(other), (node) => (sameTree(node, solved.name) ? solved.value : undefined));
  return compareFunctions(left, num(0)).verdict === 'wrong';
};

/** Equations without an unknown hold always or never. */
const compareTruth = (a: Expression, b: Expression): Decision => {
  const [ours, theirs] = [isZero(constantValue(a)), isZero(constantValue(b))];
  if (ours === undefined || theirs === undefined) return undecided('there is no unknown in these equations');
  return ours === theirs ? correct('exact') : wrong('one of these equations holds, the other does not');
};

/** The same equation up to a factor; solutions count as often as they occur. */
const compareEquations = (answer: Link, reference: Link): Decision => {
  const solved = compareSolved(answer, reference);
  if (solved) return solved;
  const [a, b] = [zeroOf(answer), zeroOf(reference)];
  if (variablesOf(a, b).length === 0) return compareTruth(a, b);
  const zeros = sameZeros(a, b);
  if (zeros !== undefined) return zeros ? correct('exact') : wrong('the equations have different solutions');
  const { decision } = proportion(a, b);
  if (decision.verdict !== 'wrong') return decision;
  if (missesSolution(answer, reference) || missesSolution(reference, answer))
    return wrong('the equations have different solutions', 'sampled');
  return undecided('the equations are not multiples of each other');
};

const isOrder = (sign: Relation): boolean => opposite[sign] !== undefined;
const isStrict = (sign: Relation): boolean => sign === '<' || sign === '>';

const strictness = (reference: Relation): Decision =>
  wrongBy(
    'strictness',
    isStrict(reference) ? 'the end belongs not to the solutions' : 'the end belongs to the solutions',
  );

/** `left < right` against another, where one difference is a multiple of the other. */
const compareOrders = (answer: Link, reference: Link): Decision | undefined => {
  const { decision, sign } = proportion(zeroOf(answer), zeroOf(reference));
  if (decision.verdict !== 'correct' || !sign) return undefined;
  const same = sign > 0 ? answer.sign : (opposite[answer.sign] ?? answer.sign);
  if (same === reference.sign) return decision;
  return sameDirection(same, reference.sign)
    ? strictness(reference.sign)
    : wrong('the inequality points the other way');
};

const sameDirection = (a: Relation, b: Relation): boolean => (a === '<' || a === '≤') === (b === '<' || b === '≤');

/** By the real numbers for which they hold, where they speak of one name. */
const compareOnTheLine = (answer: Expression, reference: Expression): Decision | undefined => {
  const [variable, ...more] = variablesOf(answer, reference);
  if (!variable || more.length > 0) return undefined;
  const [ours, theirs] = [realSetOf(answer, variable), realSetOf(reference, variable)];
  const same = ours && theirs && sameRealSet(ours, theirs);
  if (same === undefined) return undefined;
  return same ? correct('exact') : wrong('not the same solutions');
};

/** Points tried to find one where one statement holds and the other does not. */
const witnesses = 24;

const hasOrder = (e: Expression): boolean => {
  for (const node of nodes(e)) if (node.kind === 'relation' && node.relations.some(isOrder)) return true;
  return false;
};

/** Equations hold at next to no point: only orders are tried. */
const witnessAgainst = (answer: Expression, reference: Expression): Decision | undefined => {
  if (!hasOrder(answer) || !hasOrder(reference)) return undefined;
  const variables = variablesOf(answer, reference);
  for (const point of samplePoints(variables, witnesses)) {
    const [ours, theirs] = [answer, reference].map((e) => constantValue(atPoint(e, variables, point)));
    if (ours?.kind === 'truth' && theirs?.kind === 'truth' && ours.holds !== theirs.holds)
      return wrong(`one holds and the other does not where ${pointText(variables, point)}`, 'certified');
  }
  return undefined;
};

const pointText = (variables: readonly Expression[], point: Point): string =>
  variables.map((name, k) => `${printPlain(name)} = ${printPlain(point[k] ?? name)}`).join(', ');

const compareLinks = (answer: Link, reference: Link): Decision | undefined => {
  const equalities = [answer.sign, reference.sign].filter((sign) => sign === '=').length;
  if (equalities === 2) return compareEquations(answer, reference);
  if (answer.sign === '≠' && reference.sign === '≠') return compareEquations(answer, reference);
  return isOrder(answer.sign) && isOrder(reference.sign) ? compareOrders(answer, reference) : undefined;
};

const compareRelations = (answer: RelationNode, reference: RelationNode): Decision | undefined => {
  const [a, b] = [turned(answer), turned(reference)];
  const [ours, theirs] = [linkOf(a), linkOf(b)];
  if (ours && theirs) return compareLinks(ours, theirs);
  if (a.relations.join() !== b.relations.join()) return undefined;
  const members = compareLists(a.members, b.members, compareFunctions);
  return members.verdict === 'correct' ? members : undefined;
};

/** `x = 1 or x = 2` is `(x − 1)(x − 2) = 0`. */
const asOneEquation = (e: Expression): RelationNode | undefined => {
  if (e.kind === 'relation') return e.relations.join() === '=' ? e : undefined;
  if (e.kind !== 'logic' || e.operator !== 'or') return undefined;
  const zeros: Expression[] = [];
  for (const term of e.terms) {
    const link = term.kind === 'relation' ? linkOf(term) : undefined;
    if (link?.sign !== '=') return undefined;
    zeros.push(zeroOf(link));
  }
  return relation([product(zeros), num(0)], ['=']);
};

const termByTerm = (answer: LogicNode, reference: LogicNode): Decision | undefined => {
  if (answer.operator !== reference.operator) return undefined;
  const terms = compareSets(answer.terms, reference.terms, compareStatements);
  return terms.verdict === 'correct' ? terms : undefined;
};

const compareCombined = (answer: Expression, reference: Expression): Decision | undefined => {
  const [a, b] = [asOneEquation(answer), asOneEquation(reference)];
  if (a && b) return compareRelations(a, b);
  return answer.kind === 'logic' && reference.kind === 'logic' ? termByTerm(answer, reference) : undefined;
};

/** Equations, inequalities and what `and`, `or` and `not` make of them, by what they hold for. */
export const compareStatements = (answer: Expression, reference: Expression): Decision => {
  if (canonical(answer) === canonical(reference)) return correct('exact');
  const direct =
    answer.kind === 'relation' && reference.kind === 'relation'
      ? compareRelations(answer, reference)
      : compareCombined(answer, reference);
  if (direct && direct.verdict !== 'undecided') return direct;
  return (
    compareOnTheLine(answer, reference) ??
    witnessAgainst(answer, reference) ??
    direct ??
    undecided('whether both hold for the same numbers could not be decided')
  );
};
