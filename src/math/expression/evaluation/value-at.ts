/** Value-at bars: `2x + y |_{x = 3, y = 1}`, `∂f/∂x |_{(x, y) = (3, 1)}`. */
import { undefinedValue } from '../../number/undefined.ts';
import { isName, nameText } from '../names.ts';
import type { AtNode, Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import { type Binding, bound, type Compiler, runBound } from './compiler.ts';
import type { Code } from './run.ts';

/** The names on the left of `x = 3` or `(x, y) = (3, 1)`. */
const names = (left: Expression): readonly string[] | undefined => {
  if (isName(left)) return [nameText(left)];
  if (left.kind !== 'list') return undefined;
  const items = left.items.filter(isName).map(nameText);
  return items.length === left.items.length ? items : undefined;
};

interface Setting {
  readonly names: readonly string[];
  readonly value: Code;
}

const setting = (equation: Expression, binding: Binding, compiler: Compiler): Setting | undefined => {
  if (equation.kind !== 'relation' || equation.relations.join() !== '=') return undefined;
  const [left, right] = equation.members;
  const set = left && names(left);
  return set && right ? { names: set, value: compiler.code(right, binding) } : undefined;
};

const parts = (value: Value, count: number): readonly Value[] | undefined => {
  if (count === 1) return [value];
  return value.kind === 'vector' && value.items.length === count ? value.items : undefined;
};

/** Code for an expression at a point. */
export const compileAt = (e: AtNode, binding: Binding, compiler: Compiler): Code => {
  const equations = e.where.flatMap((item) => (item.kind === 'sequence' ? item.items : [item]));
  const settings = equations.map((equation) => setting(equation, binding, compiler));
  if (settings.length === 0 || settings.includes(undefined))
    return () => undefinedValue('unsupported', 'a value-at bar without equations such as x = 0');
  const known = settings.filter((one) => one !== undefined);
  const [inner, slots] = bound(
    compiler,
    binding,
    known.flatMap((one) => one.names),
  );
  const body = compiler.code(e.of, inner);
  return (run, frame) => {
    const values = known.map((one) => parts(one.value(run, frame), one.names.length));
    const point = values.flatMap((value) => value ?? []);
    if (point.length < slots.length) return undefinedValue('shape', 'a point with another number of coordinates');
    return runBound(body, inner, slots, point, run, frame);
  };
};
