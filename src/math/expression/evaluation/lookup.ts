/** Names: bound ones by slot, then the scope's, then the constants π, e and i. */
import { e as euler, pi } from '../../number/elementary/constants.ts';
import { fraction, isInteger, numerator } from '../../number/exact.ts';
import { isExact } from '../../number/real.ts';
import { undefinedValue } from '../../number/undefined.ts';
import { number as exactNumber, index as indexNode } from '../build.ts';
import type { Name } from '../free-symbols.ts';
import { nameText } from '../names.ts';
import { printPlain } from '../print-plain.ts';
import type { Expression, IndexNode, SymbolNode } from '../tree.ts';
import type { Value } from '../value.ts';
import type { Binding, Compiler } from './compiler.ts';
import { isWholeLiteral } from './literal.ts';
import type { Code, Frame, Run } from './run.ts';

const constants: ReadonlyMap<string, (bits: number) => Value> = new Map<string, (bits: number) => Value>([
  ['π', pi],
  ['e', euler],
  ['i', () => ({ kind: 'complex', re: fraction(0n), im: fraction(1n) })],
  ['∞', () => undefinedValue('unsupported', '∞ is no number')],
]);

/** Whether a name means a number by itself where nobody defines it. */
export const isConstant = (name: string): boolean => constants.has(name);

/** The decimal digits that a scope is asked for at a working precision. */
export const precisionOf = (bits: number): number => Math.ceil(bits * Math.LN2 * Math.LOG10E);

/** The scope's value of a name, asked for once a run. */
const fromScope = (run: Run, key: string, name: Name): Value | undefined => {
  const known = run.known?.get(key);
  if (known) return known;
  const value = run.scope.value(name, precisionOf(run.bits));
  if (!value) return undefined;
  run.known ??= new Map();
  run.known.set(key, value);
  return value;
};

const unknown = (name: string): Value => undefinedValue('unknown', `${name} has no value here`);

/** A name without indices. */
export const compileSymbol = (e: SymbolNode, binding: Binding, compiler: Compiler): Code => {
  const slot = binding.slots.get(e.name);
  if (slot !== undefined) return (_run, frame) => frame[slot] ?? unknown(e.name);
  const definition = compiler.definition(e.name);
  const body =
    definition &&
    compiler.call(
      definition,
      definition.parameters.map((name) => freeName(name)),
    );
  return (run, frame) =>
    fromScope(run, e.name, e) ?? body?.(run, frame) ?? constants.get(e.name)?.(run.bits) ?? unknown(e.name);
};

const freeName =
  (name: string): Code =>
  (run) =>
    fromScope(run, name, { kind: 'symbol', name }) ?? unknown(name);

/** `3` from the value of `t + 1`; undefined where it is no integer. */
const wholeIndex = (value: Value): Expression | undefined => {
  if (!isExact(value) || !isInteger(value)) return undefined;
  return exactNumber(value);
};

/** The component of a vector or matrix, counted from 1. */
const component = (of: Value | undefined, at: readonly Value[]): Value | undefined => {
  const [first, second] = at.map((value) => (isExact(value) && isInteger(value) ? Number(numerator(value)) : 0));
  if (!of || first === undefined) return undefined;
  if (of.kind === 'vector' && second === undefined) return of.items[first - 1];
  if (of.kind === 'matrix' && second !== undefined) return of.rows[first - 1]?.[second - 1];
  return undefined;
};

const atIndices = (e: IndexNode & { readonly base: SymbolNode }, indices: readonly Code[], binding: Binding): Code => {
  const asWritten = printPlain(e);
  const isWritten = e.indices.every(isWholeLiteral);
  const base = binding.slots.get(e.base.name);
  return (run, frame) => {
    const values = indices.map((code) => code(run, frame));
    const literals = isWritten ? undefined : values.map(wholeIndex);
    const isWhole = literals?.every((literal) => literal !== undefined) === true;
    const name = isWhole ? indexNode(e.base, literals as readonly Expression[], e.position) : e;
    const key = isWhole ? nameText(name) : asWritten;
    const slot = binding.slots.get(key);
    if (slot !== undefined) return frame[slot] ?? unknown(key);
    const whole = base === undefined ? undefined : frame[base];
    return (
      component(whole, values) ??
      fromScope(run, key, name) ??
      component(fromScope(run, e.base.name, e.base), values) ??
      values.find((value) => value.kind === 'undefined') ??
      unknown(key)
    );
  };
};

/** The component of any other expression: `(A x)_2`. */
const ofExpression =
  (base: Code, indices: readonly Code[]): Code =>
  (run: Run, frame: Frame) => {
    const of = base(run, frame);
    if (of.kind === 'undefined') return of;
    const found = component(
      of,
      indices.map((code) => code(run, frame)),
    );
    return found ?? undefinedValue('unknown', 'an index of something that has no such component');
  };

/** `x_3`, `x_{t+1}`, `x^{(k)}`: the name with its indices worked out, else the component of a vector. */
export const compileIndex = (e: IndexNode, binding: Binding, compiler: Compiler): Code => {
  const indices = e.indices.map((part) => compiler.code(part, binding));
  const { base } = e;
  return base.kind === 'symbol'
    ? atIndices({ ...e, base }, indices, binding)
    : ofExpression(compiler.code(base, binding), indices);
};
