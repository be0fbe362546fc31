import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression, Relation } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import { type Decision, wrong, wrongBy } from '../decision.ts';
import { type Link, zeroOf } from './link.ts';
import { proportion } from './proportional.ts';
import { atPoint, constantValue, type Point, samplePoints, variablesOf } from './sample-point.ts';

const opposite: Partial<Record<Relation, Relation>> = { '<': '>', '≤': '≥', '>': '<', '≥': '≤' };

/** `<`, `≤`, `>` or `≥`. */
export const isOrder = (sign: Relation): boolean => opposite[sign] !== undefined;

const isStrict = (sign: Relation): boolean => sign === '<' || sign === '>';

const pointsDown = (sign: Relation): boolean => sign === '<' || sign === '≤';

const strictness = (reference: Relation): Decision =>
  wrongBy(
    'strictness',
    isStrict(reference) ? 'the end belongs not to the solutions' : 'the end belongs to the solutions',
  );

/** `left < right` against another where one difference is a multiple of the other; `undefined` where it is not. */
export const compareOrders = (answer: Link, reference: Link): Decision | undefined => {
  const { decision, sign } = proportion(zeroOf(answer), zeroOf(reference));
  if (decision.verdict !== 'correct' || !sign) return undefined;
  const same = sign > 0 ? answer.sign : (opposite[answer.sign] ?? answer.sign);
  if (same === reference.sign) return decision;
  return pointsDown(same) === pointsDown(reference.sign)
    ? strictness(reference.sign)
    : wrongBy('turned-around', 'the inequality points the other way');
};

/** Points tried to find one where one statement holds and the other does not. */
const witnesses = 24;

const hasOrder = (e: Expression): boolean => {
  for (const node of nodes(e)) if (node.kind === 'relation' && node.relations.some(isOrder)) return true;
  return false;
};

const pointText = (variables: readonly Expression[], point: Point): string =>
  variables.map((name, k) => `${printPlain(name)} = ${printPlain(point[k] ?? name)}`).join(', ');

/** A point that tells two statements apart. Equations alone hold at next to no point and are not tried. */
export const witnessAgainst = (answer: Expression, reference: Expression): Decision | undefined => {
  if (!hasOrder(answer) && !hasOrder(reference)) return undefined;
  const variables = variablesOf(answer, reference);
  for (const point of samplePoints(variables, witnesses)) {
    const [ours, theirs] = [answer, reference].map((e) => constantValue(atPoint(e, variables, point)));
    if (ours?.kind === 'truth' && theirs?.kind === 'truth' && ours.holds !== theirs.holds)
      return wrong(`one holds and the other does not where ${pointText(variables, point)}`, 'certified');
  }
  return undefined;
};
