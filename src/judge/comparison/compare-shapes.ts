import { list, sym } from '../../math/expression/build.ts';
import type { ApplyNode, Expression, MatrixNode } from '../../math/expression/tree.ts';
import { nodes, sameTree } from '../../math/expression/walk.ts';
import { allOf, correct, type Decision, undecided, wrong, wrongBy } from '../decision.ts';
import { type Compare, compareLists, compareMatrices, compareSets } from './collections.ts';
import { compareOnTheLine } from './on-the-line.ts';
import { asStatement } from './several.ts';
import { type Shape, shapeName, shapeOf } from './shape.ts';

/** How single expressions and how statements are compared; what is made of them is compared part by part. */
export interface Comparison {
  readonly scalars: Compare;
  readonly statements: Compare;
}

type ListShape = Extract<Shape, { kind: 'list' }>;

const isHalfOpen = (ends: string): boolean => ends === '(]' || ends === '[)' || ends.includes('][');

/** `(0, 1)` and `[0, 1]` may be points or intervals: where nothing tells, a person does. */
const compareEnds = (answer: ListShape, reference: ListShape): Decision => {
  if (answer.ends === reference.ends || answer.ends === '' || reference.ends === '') return correct();
  if (isHalfOpen(answer.ends) || isHalfOpen(reference.ends))
    return wrongBy('wrong-ends', `the interval is asked for with ${reference.ends}, not ${answer.ends}`);
  return answer.items.length === 2 ? undecided(`the brackets differ: ${answer.ends} for ${reference.ends}`) : correct();
};

const compareInside = (answer: Shape, reference: Shape, compare: Compare): Decision | undefined => {
  if (answer.kind === 'set' && reference.kind === 'set') return compareSets(answer.items, reference.items, compare);
  const [ours, theirs] = [rowsOf(answer), rowsOf(reference)];
  if (ours && theirs && (answer.kind === 'matrix' || reference.kind === 'matrix'))
    return compareMatrices(ours, theirs, compare);
  if (answer.kind === 'list' && reference.kind === 'list')
    return allOf([compareLists(answer.items, reference.items, compare), compareEnds(answer, reference)]);
  return undefined;
};

const isSetLike = ({ kind }: Shape): boolean => kind === 'set' || kind === 'list' || kind === 'region';

/** Sets put together from others: as sets of real numbers, else part by part. */
const compareRegions = (answer: Shape, reference: Shape, by: Compare): Decision | undefined => {
  if (answer.kind !== 'region' && reference.kind !== 'region') return undefined;
  const [ours, theirs] = [sourceOf(answer), sourceOf(reference)];
  const onLine = ours && theirs && compareOnTheLine(ours, theirs, sym('x'));
  if (onLine || ours?.kind !== 'apply' || theirs?.kind !== 'apply') return onLine;
  const parts = compareSets(ours.arguments, theirs.arguments, by);
  return parts.verdict === 'correct' && sameOperator(ours, theirs)
    ? parts
    : undecided('the sets could not be compared');
};

const sameOperator = (a: ApplyNode, b: ApplyNode): boolean => sameTree(a.operator, b.operator);

const sourceOf = (shape: Shape): Expression | undefined => {
  if (shape.kind === 'region') return shape.of;
  if (shape.kind === 'set') return list(shape.items, '{');
  return shape.kind === 'list' && isBracketPair(shape.ends) ? intervalOf(shape) : undefined;
};

const isBracketPair = (ends: string): boolean => /^[([][)\]]$/.test(ends);

const intervalOf = ({ ends, items }: ListShape): Expression =>
  list(items, ends.startsWith('(') ? '(' : '[', ends.endsWith(')') ? ')' : ']');

const compareText = (answer: Shape, reference: Shape): Decision | undefined => {
  if (answer.kind !== 'text' && reference.kind !== 'text') return undefined;
  const [a, b] = [wordsOf(answer), wordsOf(reference)];
  return a === undefined || b === undefined
    ? undefined
    : inOneCase(a) === inOneCase(b)
      ? correct()
      : wrong('other words');
};

/** `Yes` is yes; the letter of a choice or a name is itself. */
const inOneCase = (words: string): string => (/^\p{L}{2,}(?: \p{L}+)*$/u.test(words) ? words.toLowerCase() : words);

const wordsOf = (shape: Shape): string | undefined => {
  if (shape.kind === 'text') return shape.text.replace(/^\((.*)\)$/s, '$1').trim();
  return shape.kind === 'scalar' && shape.of.kind === 'symbol' ? shape.of.name : undefined;
};

const isStatementWithSet = (a: Shape, b: Shape): boolean =>
  (a.kind === 'statement' && isSetLike(b)) || (b.kind === 'statement' && isSetLike(a));

const holdsMatrix = (e: Expression): boolean => {
  for (const node of nodes(e)) if (node.kind === 'matrix' || node.kind === 'list') return true;
  return false;
};

/** `A^T` or `2 (1, 2)` against a matrix or a vector: it has to be worked out first. */
const isComputed = (answer: Shape, reference: Shape): boolean =>
  (answer.kind === 'scalar' && holdsMatrix(answer.of)) || (reference.kind === 'scalar' && holdsMatrix(reference.of));

/** `x = 1, x = 2` where `x = 1 or x = 2` is asked for. */
const compareStated = (answer: Expression, reference: Expression, by: Comparison): Decision | undefined => {
  const [ours, theirs] = [asStatement(answer) ?? answer, asStatement(reference) ?? reference];
  const areStatements = shapeOf(ours).kind === 'statement' && shapeOf(theirs).kind === 'statement';
  return areStatements ? by.statements(ours, theirs) : undefined;
};

/** Rows of a matrix, also where they are lists in a list. */
const rowsOf = (shape: Shape): MatrixNode['rows'] | undefined => {
  if (shape.kind === 'matrix') return shape.rows;
  if (shape.kind !== 'list') return undefined;
  const rows = shape.items.flatMap((item) => (item.kind === 'list' && item.open !== '{' ? [item.items] : []));
  return rows.length === shape.items.length ? rows : undefined;
};

/** Compares what two answers are made of, down to single expressions and statements. */
export const compareShapes = (answer: Expression, reference: Expression, by: Comparison): Decision => {
  const [ours, theirs] = [shapeOf(answer), shapeOf(reference)];
  if (ours.kind === 'statement' && theirs.kind === 'statement') return by.statements(ours.of, theirs.of);
  if (ours.kind === 'scalar' && theirs.kind === 'scalar') return by.scalars(ours.of, theirs.of);
  const inside = (a: Expression, b: Expression): Decision => compareShapes(a, b, by);
  return (
    compareInside(ours, theirs, inside) ??
    compareText(ours, theirs) ??
    compareRegions(ours, theirs, inside) ??
    compareStated(answer, reference, by) ??
    (isStatementWithSet(ours, theirs) ? compareOnTheLine(answer, reference) : undefined) ??
    (isComputed(ours, theirs) ? by.scalars(answer, reference) : undefined) ??
    wrongBy('other-kind', `${shapeName(theirs)} is asked for, this is ${shapeName(ours)}`)
  );
};
