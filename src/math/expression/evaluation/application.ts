/** Applications: functions of the scope, of the assignment's derivatives, and those everybody knows. */

import { resolveDerivative } from '../../calculus/resolve-derivative.ts';
import { undefinedValue } from '../../number/undefined.ts';
import { isName, nameNode, nameText } from '../names.ts';
import { printPlain } from '../print-plain.ts';
import type { ApplyNode, Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import { builtIns } from './built-in.ts';
import type { Binding, Compiler } from './compiler.ts';
import { compileIndex, compileSymbol } from './lookup.ts';
import type { Code, Run } from './run.ts';
import { isScalar, multiplyValues, vector } from './value-arithmetic.ts';
import { gradientCode } from './vector-derivative.ts';
import { norm } from './vector-functions.ts';

const firstProblem = (values: readonly Value[]): Value | undefined =>
  values.find((value) => value.kind === 'undefined');

/** A function everybody knows, at arguments that all have values. */
const callBuiltIn = (name: string, args: readonly Code[]): Code | undefined => {
  const builtIn = builtIns.get(name);
  if (!builtIn) return undefined;
  return (run, frame) => {
    const values = args.map((code) => code(run, frame));
    return firstProblem(values) ?? builtIn(values, run);
  };
};

const product = (factor: Value, args: readonly Value[], run: Run): Value => {
  const [only] = args;
  if (!only || args.length > 1) return multiplyValues(factor, vector(args), run.bits);
  return firstProblem(args) ?? multiplyValues(factor, only, run.bits);
};

/** `α(2x + y)` where α is a number: what was read as an application is a product. */
const callName = (operator: Expression, args: readonly Code[], binding: Binding, compiler: Compiler): Code => {
  const name = printPlain(operator);
  if (!isName(operator)) return () => undefinedValue('unsupported', `${name} as a function`);
  const factor =
    operator.kind === 'symbol' ? compileSymbol(operator, binding, compiler) : compileIndex(operator, binding, compiler);
  return (run, frame) => {
    const value = factor(run, frame);
    if (!isScalar(value) && value.kind !== 'matrix')
      return value.kind === 'undefined' && value.cause !== 'unknown'
        ? value
        : undefinedValue('unknown', `the function ${name} has no definition here`);
    return product(
      value,
      args.map((code) => code(run, frame)),
      run,
    );
  };
};

/** `‖A‖_F` and `‖x‖_∞`: the index of a norm is a sign, not a value. */
const compileNorm = (e: ApplyNode, binding: Binding, compiler: Compiler): Code | undefined => {
  const [of, p] = e.arguments;
  if (!of || p?.kind !== 'symbol' || !['F', '∞'].includes(p.name)) return undefined;
  const code = compiler.code(of, binding);
  return (run, frame) => {
    const value = code(run, frame);
    return value.kind === 'undefined' ? value : norm(value, p.name === 'F' ? 'F' : '∞', run.bits);
  };
};

/** Whether a name is bound right here, as a parameter or by a Σ, so that it cannot be a function. */
const isBound = (operator: Expression, binding: Binding): boolean =>
  isName(operator) && binding.slots.has(nameText(operator));

const namedFunction = (e: ApplyNode, args: readonly Code[], binding: Binding, compiler: Compiler): Code => {
  const { operator } = e;
  if (!isName(operator) || isBound(operator, binding)) return callName(operator, args, binding, compiler);
  const name = nameText(operator);
  const definition = compiler.definition(name);
  if (definition) return compiler.call(definition, args);
  return (
    (name === 'norm' ? compileNorm(e, binding, compiler) : undefined) ??
    callBuiltIn(name, args) ??
    callName(operator, args, binding, compiler)
  );
};

/** A gradient may turn out to be taken at a vector. */
const ofFunction = (e: ApplyNode, args: readonly Code[], compiler: Compiler, plain: Code): Code => {
  const { operator } = e;
  const of =
    operator.kind === 'gradient' && isName(operator.of) ? compiler.definition(nameText(operator.of)) : undefined;
  return of && operator.kind === 'gradient' ? gradientCode(operator, of, args, plain, compiler) : plain;
};

/** Code for a derivative, gradient or prime that stands for a function: `∇f`, `σ'`, `∂f/∂x`. */
const derivedFunction = (e: ApplyNode, args: readonly Code[], compiler: Compiler): Code => {
  const resolved = resolveDerivative(e.operator, compiler.definition);
  if (resolved.kind === 'undefined') return ofFunction(e, args, compiler, () => resolved);
  if (resolved.kind === 'function') return ofFunction(e, args, compiler, compiler.call(resolved.definition, args));
  return () => undefinedValue('unsupported', `${printPlain(e.operator)} as a function`);
};

const derived: ReadonlySet<string> = new Set(['prime', 'gradient', 'derivative']);

/** `f(x, y)`, `∇f(p)`, `sin x`, `n!`, `‖x‖`. */
export const compileApply = (e: ApplyNode, binding: Binding, compiler: Compiler): Code => {
  const args = e.arguments.map((part) => compiler.code(part, binding));
  return derived.has(e.operator.kind) ? derivedFunction(e, args, compiler) : namedFunction(e, args, binding, compiler);
};

/** A derivative that stands by itself: at the current values of its variables, or at the point written in it. */
export const compileDerivative = (e: Expression, binding: Binding, compiler: Compiler): Code => {
  const resolved = resolveDerivative(e, compiler.definition);
  if (resolved.kind === 'undefined') return () => resolved;
  if (resolved.kind === 'expression') return compiler.code(resolved.expression, binding);
  const args = resolved.at ?? resolved.definition.parameters.map(nameNode);
  return compiler.call(
    resolved.definition,
    args.map((part) => compiler.code(part, binding)),
  );
};
