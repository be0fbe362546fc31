/** Gradients of functions whose parameter is a vector: `∇f(w)` for `f(w) = ‖X w − y‖²`. */
import { differentiate } from '../../calculus/differentiate.ts';
import { type Components, scalarize } from '../../calculus/scalarize.ts';
import { undefinedValue } from '../../number/undefined.ts';
import { list, matrix, sym } from '../build.ts';
import { expand } from '../expand.ts';
import { exactNumber } from '../modular/exact-parts.ts';
import { nameText } from '../names.ts';
import type { FunctionDefinition } from '../scope.ts';
import type { Expression, GradientNode } from '../tree.ts';
import type { Value } from '../value.ts';
import { freeSymbols } from '../walk.ts';
import type { Compiler } from './compiler.ts';
import { constant } from './constants.ts';
import type { Code, Frame, Run } from './run.ts';

/** Vectors longer than this are not differentiated by. */
const longest = 60;

const treeOf = (value: Value): Expression | undefined => {
  if (value.kind === 'exact') return exactNumber(value);
  const rows = value.kind === 'vector' ? [value.items] : value.kind === 'matrix' ? value.rows : [];
  const cells = rows.map((row) => row.map(treeOf));
  const known = cells.map((row) => row.filter((cell) => cell !== undefined));
  if (rows.length === 0 || known.some((row, i) => row.length !== cells[i]?.length)) return undefined;
  return value.kind === 'vector' ? list(known[0] ?? []) : matrix(known);
};

/** Vectors and matrices of the scope that the formula speaks of, as trees. */
const surroundings = (body: Expression, parameters: readonly string[], run: Run): [string, Expression][] =>
  freeSymbols(body).flatMap((name): [string, Expression][] => {
    const text = name.kind === 'index' && name.base.kind === 'symbol' ? name.base.name : nameText(name);
    if (parameters.includes(text)) return [];
    const value = run.scope.value(sym(text), 30);
    const tree = value?.kind === 'vector' || value?.kind === 'matrix' ? treeOf(value) : undefined;
    return tree ? [[text, tree]] : [];
  });

const member = (name: string, k: number): string => `${name}⟨${k + 1}⟩`;

const members = (name: string, value: Value): readonly string[] =>
  value.kind === 'vector' ? value.items.map((_, k) => member(name, k)) : [name];

/** The function of all components whose value is the gradient by those of one parameter. */
const gradientInComponents = (
  definition: FunctionDefinition,
  args: readonly Value[],
  by: number,
  compiler: Compiler,
  run: Run,
): FunctionDefinition | undefined => {
  const body = expand(definition.body, compiler.definition);
  const parts = definition.parameters.map((name, k) => members(name, args[k] as Value));
  const own = definition.parameters.flatMap((name, k): [string, Expression][] =>
    args[k]?.kind === 'vector' ? [[name, list((parts[k] ?? []).map(sym))]] : [],
  );
  const components: Components = new Map([...surroundings(body, definition.parameters, run), ...own]);
  const written = scalarize(body, components);
  if (!written || written.kind === 'list' || written.kind === 'matrix') return undefined;
  const slopes = (parts[by] ?? []).map((name) => differentiate(written, sym(name), compiler.definition));
  return { parameters: parts.flat(), body: list(slopes) };
};

/** The parameter a gradient is taken by: the only one, or the one written under ∇. */
const parameterOf = (e: GradientNode, { parameters }: FunctionDefinition): number => {
  if (!e.by) return parameters.length === 1 ? 0 : -1;
  return e.by.kind === 'symbol' ? parameters.indexOf(e.by.name) : -1;
};

/** Code for a gradient at arguments of which one, the one it is taken by, may turn out to be a vector. */
export const gradientCode = (
  e: GradientNode,
  definition: FunctionDefinition,
  args: readonly Code[],
  otherwise: Code,
  compiler: Compiler,
): Code => {
  const by = parameterOf(e, definition);
  if (by < 0 || e.order !== 1 || args.length !== definition.parameters.length) return otherwise;
  return (run: Run, frame: Frame) => {
    const values = args.map((code) => code(run, frame));
    const at = values[by];
    if (at?.kind !== 'vector' || values.some((value) => value.kind === 'undefined')) return otherwise(run, frame);
    if (at.items.length > longest) return undefinedValue('budget', `a gradient by more than ${longest} components`);
    const written = gradientInComponents(definition, values, by, compiler, run);
    if (!written) return undefinedValue('unsupported', 'the gradient of this function of a vector');
    const parts = values.flatMap((value) => (value.kind === 'vector' ? value.items : [value])).map(constant);
    return compiler.call(written, parts)(run, frame);
  };
};
