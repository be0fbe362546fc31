/** Compiling a recurrence: formulas → graph → tape and skeleton, once. */
import type { UndefinedValue } from '../../../math/expression/value.ts';
import { isUndefined, undefinedValue } from '../../../math/number/undefined.ts';
import { type AffineMap, affineMap } from '../leap/affine-map.ts';
import type { Recurrence } from '../recurrence.ts';
import { assemble } from './assemble.ts';
import { emptyGraph, noteOutput } from './graph.ts';
import type { LinearForm } from './linear-form.ts';
import { type Row, type Skeleton, skeletonOf } from './skeleton.ts';
import type { Tape } from './tape.ts';
import { type Translation, translate } from './translate.ts';

export interface Compiled {
  readonly kind: 'compiled';
  readonly tape: Tape;
  readonly skeleton: Skeleton;
  /** The map itself, where the recurrence has no nonlinear operations and no irrational constants. */
  readonly affine: AffineMap | undefined;
}

/**
 * What the proof can carry: its bounds are rounded outward once in 2^12 operations, and a matrix of n × n is one of the
 * things between.
 */
const limits = { variables: 32, nodes: 2000, terms: 400, coefficient: 2 ** 500 } as const;

const isCarried = (row: Row): boolean =>
  row.factors.length <= limits.terms &&
  row.factors.every((c) => Math.abs(c) <= limits.coefficient && Math.abs(c) >= 1 / limits.coefficient);

const tooLarge = ({ operands, nodes, outputs }: Skeleton): boolean =>
  nodes.length > limits.nodes || !operands.every(({ row }) => isCarried(row)) || !outputs.every(isCarried);

const compiled = new WeakMap<Recurrence, Compiled | UndefinedValue>();

/** The tape and skeleton of a recurrence, made once; `unsupported` or `unknown` with what cannot be compiled. */
export const compile = (recurrence: Recurrence): Compiled | UndefinedValue => {
  const known = compiled.get(recurrence) ?? compileAnew(recurrence);
  compiled.set(recurrence, known);
  return known;
};

const compileAnew = ({ variables, updates, start }: Recurrence): Compiled | UndefinedValue => {
  const inputs = variables.length;
  if (updates.length !== inputs || start.length !== inputs)
    return undefinedValue(
      'shape',
      `${inputs} variables with ${updates.length} updates and ${start.length} start values`,
    );
  if (inputs > limits.variables)
    return undefinedValue('budget', `a recurrence of more than ${limits.variables} variables`);
  const graph = emptyGraph(inputs);
  const t: Translation = { graph, variables: new Map(variables.map((name, i) => [name, i])), done: new Map() };
  const outputs: LinearForm[] = [];
  for (const update of updates) {
    const form = translate(t, update);
    if (isUndefined(form)) return form;
    noteOutput(graph, form, outputs.length);
    outputs.push(form);
  }
  const assembled = assemble(graph, inputs, outputs);
  const skeleton = skeletonOf(graph, inputs, outputs, assembled);
  if (tooLarge(skeleton)) return undefinedValue('budget', 'a recurrence too large to be proven');
  return {
    kind: 'compiled',
    tape: assembled.tape,
    skeleton,
    affine: affineMap(outputs),
  };
};
