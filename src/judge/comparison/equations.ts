import { num, product, sym } from '../../math/expression/build.ts';
import type { ApplyNode, Expression } from '../../math/expression/tree.ts';
import { sameTree, substitute } from '../../math/expression/walk.ts';
import { correct, type Decision, undecided, wrong } from '../decision.ts';
import { compareFunctions } from './functions.ts';
import { type Link, solvedFor, zeroOf } from './link.ts';
import { proportion, sameZeros } from './proportional.ts';
import { constantValue, isZero, variablesOf } from './sample-point.ts';

const differentSolutions = 'the equations have different solutions';

/** Both say what one name is: `y = 2x` against `y = x + x`. */
const compareSolved = (answer: Link, reference: Link): Decision | undefined => {
  const [ours, theirs] = [solvedFor(answer), solvedFor(reference)];
  return ours && theirs && sameTree(ours.name, theirs.name) ? compareFunctions(ours.value, theirs.value) : undefined;
};

interface Definition {
  readonly head: ApplyNode;
  readonly body: Expression;
}

/** `f(x) = x^2`: a function applied to different names. */
const definitionOf = ({ left, right }: Link): Definition | undefined => {
  if (left.kind !== 'apply' || left.operator.kind !== 'symbol') return undefined;
  const names = left.arguments.map((part) => (part.kind === 'symbol' ? part.name : ''));
  return names.every((name, k) => name !== '' && names.indexOf(name) === k) ? { head: left, body: right } : undefined;
};

const inPlaces = ({ head, body }: Definition): Expression =>
  substitute(body, (node) => {
    const at = head.arguments.findIndex((part) => sameTree(part, node));
    return at < 0 ? undefined : sym(`place_${at}`);
  });

/** `f(t) = t^2` against `f(x) = x^2`: what the parameters are called does not count. */
const compareDefinitions = (answer: Link, reference: Link): Decision | undefined => {
  const [ours, theirs] = [definitionOf(answer), definitionOf(reference)];
  if (!ours || !theirs) return undefined;
  if (!sameTree(ours.head.operator, theirs.head.operator)) return wrong('another function is defined');
  if (ours.head.arguments.length !== theirs.head.arguments.length) return wrong('another number of arguments');
  return compareFunctions(inPlaces(ours), inPlaces(theirs));
};

/** Equations without an unknown hold always or never. */
const compareTruth = (a: Expression, b: Expression): Decision => {
  const [ours, theirs] = [isZero(constantValue(a)), isZero(constantValue(b))];
  if (ours === undefined || theirs === undefined) return undecided('there is no unknown in these equations');
  return ours === theirs ? correct('exact') : wrong('one of these equations holds, the other does not');
};

/** Solving one and putting it into the other must leave nothing. */
const missesSolution = (one: Link, other: Link): boolean => {
  const solved = solvedFor(one);
  if (!solved) return false;
  const left = substitute(zeroOf(other), (node) => (sameTree(node, solved.name) ? solved.value : undefined));
  return compareFunctions(left, num(0)).verdict === 'wrong';
};

const isExponential = (e: Expression): boolean => {
  if (e.kind === 'power') return (e.base.kind === 'symbol' && e.base.name === 'e') || isPositiveLiteral(e.base);
  return e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'exp';
};

const isPositiveLiteral = (e: Expression): boolean => e.kind === 'number' && /[1-9]/.test(e.text);

/** Factors that are never zero have no say: `s² e^{st}` vanishes where `s²` does. */
const withoutExponentials = (e: Expression): Expression => {
  if (e.kind === 'negative') return withoutExponentials(e.of);
  return e.kind === 'product' ? product(e.factors.filter((factor) => !isExponential(factor))) : e;
};

const compareZeros = (answer: Link, reference: Link): Decision => {
  const [a, b] = [withoutExponentials(zeroOf(answer)), withoutExponentials(zeroOf(reference))];
  if (variablesOf(a, b).length === 0) return compareTruth(a, b);
  const zeros = sameZeros(a, b);
  if (zeros !== undefined) return zeros ? correct('exact') : wrong(differentSolutions);
  const { decision } = proportion(a, b);
  if (decision.verdict !== 'wrong') return decision;
  return missesSolution(answer, reference) || missesSolution(reference, answer)
    ? wrong(differentSolutions, 'sampled')
    : undecided('the equations are not multiples of each other');
};

/** The same equation up to a factor that is not zero; solutions count as often as they occur. */
export const compareEquations = (answer: Link, reference: Link): Decision =>
  compareSolved(answer, reference) ?? compareDefinitions(answer, reference) ?? compareZeros(answer, reference);
