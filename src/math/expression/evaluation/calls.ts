/** Calling functions given by a formula. */
import { undefinedValue } from '../../number/undefined.ts';
import type { FunctionDefinition } from '../scope.ts';
import type { UndefinedValue, Value } from '../value.ts';
import { type Code, evaluationBudget, type Run, spend } from './run.ts';
import { vector } from './value-arithmetic.ts';

/**
 * Arguments as parameters: one each; or one vector for all of them, `f(p)` for `f(x, y)`; or several numbers for the
 * one parameter that is a vector.
 */
const spread = (parameters: readonly string[], args: readonly Value[]): readonly Value[] | UndefinedValue => {
  const wanted = parameters.length;
  const [only] = args;
  if (args.length === wanted) return args;
  if (args.length === 1 && only?.kind === 'vector' && only.items.length === wanted) return only.items;
  if (args.length === 1 && only?.kind === 'matrix' && only.rows.flat().length === wanted) return only.rows.flat();
  if (wanted === 1 && args.length > 1) return [vector(args)];
  const given = `${args.length} argument${args.length === 1 ? '' : 's'}`;
  return undefinedValue('shape', `${given} for a function of ${parameters.join(', ')}`);
};

const isProblem = (x: readonly Value[] | UndefinedValue): x is UndefinedValue => 'kind' in x;

/** Runs a function's body on a frame of its own that begins with the arguments. */
const enter = (body: Code, args: readonly Value[], run: Run): Value => {
  if (run.depth >= evaluationBudget.calls)
    return undefinedValue('budget', `more than ${evaluationBudget.calls} functions calling one another`);
  run.depth += 1;
  const value = spend(run) ?? body(run, [...args]);
  run.depth -= 1;
  return value;
};

/** The function's value at arguments, of which the first without a value is the result. */
export const callOf = (
  { parameters }: FunctionDefinition,
  body: () => Code,
  args: readonly Value[],
  run: Run,
): Value => {
  const problem = args.find((value) => value.kind === 'undefined');
  if (problem) return problem;
  const given = spread(parameters, args);
  return isProblem(given) ? given : enter(body(), given, run);
};

/** Code that works out the arguments and calls the body with them. */
export const callCode =
  (definition: FunctionDefinition, body: () => Code, args: readonly Code[]): Code =>
  (run, frame) =>
    callOf(
      definition,
      body,
      args.map((code) => code(run, frame)),
      run,
    );
