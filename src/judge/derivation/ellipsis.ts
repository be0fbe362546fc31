import { product } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { children, mapTree, treeKey } from '../../math/expression/walk.ts';
import { type StepCode, type Steps, stepCode } from './steps.ts';

/**
 * The factors of a product with its dots written out: those before the run, then the factor `first` again and again, a
 * `stride` of steps apart, then those from `after` on.
 */
export interface Run {
  readonly first: number;
  readonly count: number;
  readonly stride: number;
  readonly after: number;
}

/** A factor beside the dots: what it is but for its indices, and these. */
interface Factor {
  readonly shape: string;
  readonly indices: readonly StepCode[];
  /** The indices of which the first that has a value tells where the factor stands: ∂x_t/∂x_{t−1} at t. */
  readonly leading: readonly StepCode[];
}

/** The first index of every name that has one, those inside its indices left aside. */
const leadingIndices = (expression: Expression): readonly Expression[] =>
  expression.kind === 'index' && expression.indices[0]
    ? [expression.indices[0]]
    : children(expression).flatMap(leadingIndices);

const indicesIn = (expression: Expression): readonly Expression[] =>
  expression.kind === 'index'
    ? [...expression.indices, ...indicesIn(expression.base)]
    : children(expression).flatMap(indicesIn);

const withoutIndices = (expression: Expression): Expression =>
  mapTree(expression, (node) =>
    node.kind === 'index' ? { ...node, indices: node.indices.map((): Expression => ({ kind: 'empty' })) } : node,
  );

const shapeOf = (expression: Expression | undefined): string => (expression ? treeKey(withoutIndices(expression)) : '');

/** `W D_t ⋯ W D_{k+1}`: pairs beside the dots, each as one factor; other products stay as they are. */
export const paired = (factors: readonly Expression[]): readonly Expression[] => {
  const dots = factors.findIndex(({ kind }) => kind === 'ellipsis');
  const [first, second] = [shapeOf(factors[dots - 2]), shapeOf(factors[dots - 1])];
  const isPair = (at: number): boolean => shapeOf(factors[at]) === first && shapeOf(factors[at + 1]) === second;
  if (dots < 2 || first === second || !isPair(dots + 1)) return factors;
  let [start, end] = [dots - 2, dots + 3];
  while (isPair(start - 2)) start -= 2;
  while (isPair(end)) end += 2;
  const pairs = (from: number, to: number): readonly Expression[] =>
    Array.from({ length: (to - from) / 2 }, (_, i) => product(factors.slice(from + 2 * i, from + 2 * i + 2)));
  const [dotted] = factors.slice(dots);
  return dotted
    ? [...factors.slice(0, start), ...pairs(start, dots), dotted, ...pairs(dots + 1, end), ...factors.slice(end)]
    : factors;
};

const factorOf = (expression: Expression, names: string[]): Factor => {
  const codes = (steps: readonly Expression[]) => steps.map((step) => stepCode(step, names));
  return {
    shape: shapeOf(expression),
    indices: codes(indicesIn(expression)),
    leading: codes(leadingIndices(expression)),
  };
};

const firstStep = ({ leading }: Factor, steps: Steps): number => {
  for (const index of leading) {
    const step = index(steps);
    if (!Number.isNaN(step)) return step;
  }
  return Number.NaN;
};

const sameStep = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

/** How many steps `b` is after `a`, two factors of one shape; `undefined` where they differ in anything else. */
const gap = (a: Factor | undefined, b: Factor | undefined, steps: Steps): number | undefined => {
  if (!a || !b || a.shape !== b.shape) return undefined;
  const between = firstStep(b, steps) - firstStep(a, steps);
  if (Number.isNaN(between)) return undefined;
  const fits = a.indices.every((index, i) => sameStep(index(steps) + between, b.indices[i]?.(steps) ?? Number.NaN));
  return fits ? between : undefined;
};

/** By how many steps, one, the factors beside the dots differ on one side of them; `undefined` where only one stands there. */
const strideBeside = (factors: readonly Factor[], dots: number, steps: Steps): number | undefined => {
  const before = gap(factors[dots - 2], factors[dots - 1], steps);
  const stride =
    before !== undefined && Math.abs(before) === 1 ? before : gap(factors[dots + 1], factors[dots + 2], steps);
  return stride !== undefined && Math.abs(stride) === 1 ? stride : undefined;
};

/** How far a run goes on beside the dots: `J_t J_{t−1} ⋯` from J_t on, `⋯ J_{k+2} J_{k+1}` up to J_{k+1}. */
const runEnd = (factors: readonly Factor[], from: number, towards: 1 | -1, stride: number, steps: Steps): number => {
  let end = from;
  while (gap(factors[end], factors[end + towards], steps) === stride * towards) end += towards;
  return end;
};

const runAt = (factors: readonly Factor[], dots: number, steps: Steps): Run | undefined => {
  const beside = strideBeside(factors, dots, steps);
  const first = beside === undefined ? dots - 1 : runEnd(factors, dots - 1, -1, beside, steps);
  const end = beside === undefined ? dots + 1 : runEnd(factors, dots + 1, 1, beside, steps);
  const start = factors[first];
  const span = gap(start, factors[end], steps);
  if (!start || span === undefined) return undefined;
  const stride = beside ?? (Math.sign(span) || -1);
  const count = span * stride < 0 ? 0 : Math.abs(span) + 1;
  // A name that is bound inside the factor has no step here to go on from.
  const isOpen = count > 0 && start.indices.some((index) => Number.isNaN(index(steps)));
  return isOpen ? undefined : { first, count, stride, after: end + 1 };
};

/**
 * Writes out `J_t J_{t−1} ⋯ J_{k+1}`: all factors from the first of the run to the last, a step apart.
 * Where the dots have nothing to stand for (t = k + 1) what was written of the run beyond its end falls away.
 * `undefined` where no factor is dots; the run is `undefined` where the neighbours of the dots are not of one shape.
 */
export const ellipsis = (
  factors: readonly Expression[],
  names: string[],
): ((steps: Steps) => Run | undefined) | undefined => {
  const dots = factors.findIndex(({ kind }) => kind === 'ellipsis');
  if (dots < 0) return undefined;
  const read = factors.map((factor) => factorOf(factor, names));
  return (steps) => runAt(read, dots, steps);
};
