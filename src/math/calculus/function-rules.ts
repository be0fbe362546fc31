/** Derivatives of applied functions: the assignment's own, those everybody knows, max and min. */
import { apply, quotient, relation, sum } from '../expression/build.ts';
import { builtIns } from '../expression/evaluation/built-in.ts';
import { matchArguments, replaceNames } from '../expression/instantiate.ts';
import { isName, nameNode, nameText } from '../expression/names.ts';
import type { FunctionDefinition } from '../expression/scope.ts';
import type { ApplyNode, Expression } from '../expression/tree.ts';
import { elementaryDerivatives } from './elementary-derivatives.ts';
import { limits, type Task, untaken } from './task.ts';
import { tidyProduct, tidySum } from './tidy.ts';

/** Whichever of two is chosen, by comparing them; at a tie there is no derivative. */
const ofChoice = (
  [left, right]: readonly [Expression, Expression],
  [leftSlope, rightSlope]: readonly [Expression, Expression],
  sign: '>' | '<',
): Expression => ({
  kind: 'cases',
  rows: [
    [leftSlope, relation([left, right], [sign])],
    [rightSlope, relation([right, left], [sign])],
  ],
});

const ofExtremum = (e: ApplyNode, name: 'max' | 'min', task: Task): Expression => {
  const items = e.arguments.flatMap((item) => (item.kind === 'list' ? item.items : [item]));
  const [first, second, ...rest] = items;
  if (!first || items.length > limits.factors) return untaken(e, task);
  if (!second) return task.derive(first);
  const sign = name === 'max' ? '>' : '<';
  if (rest.length === 0) return ofChoice([first, second], [task.derive(first), task.derive(second)], sign);
  const others = apply(name, [second, ...rest]);
  return ofChoice([first, others], [task.derive(first), task.deriveMade(others)], sign);
};

const inner = (a: Expression, b: Expression): Expression => apply('inner', [a, b]);

/** Functions of several arguments, or of vectors, by name. */
const special: ReadonlyMap<string, (e: ApplyNode, task: Task) => Expression> = new Map([
  ['max', (e: ApplyNode, task: Task) => ofExtremum(e, 'max', task)],
  ['min', (e: ApplyNode, task: Task) => ofExtremum(e, 'min', task)],
  [
    'log',
    (e: ApplyNode, task: Task) => {
      const [u, base] = e.arguments;
      if (!u) return untaken(e, task);
      const natural = apply('ln', [u]);
      return task.deriveMade(base ? quotient(natural, apply('ln', [base])) : natural);
    },
  ],
  [
    'transpose',
    (e: ApplyNode, task: Task) =>
      apply(
        'transpose',
        e.arguments.map((u) => task.derive(u)),
      ),
  ],
  [
    'inner',
    (e: ApplyNode, task: Task) => {
      const [a, b] = e.arguments;
      if (!a || !b) return untaken(e, task);
      return sum([inner(task.derive(a), b), inner(a, task.derive(b))]);
    },
  ],
  [
    'norm',
    (e: ApplyNode, task: Task) => {
      const [u, index] = e.arguments;
      return u && !index ? quotient(inner(u, task.derive(u)), e) : untaken(e, task);
    },
  ],
]);

/** f′(u) u′ for a known function of one variable. */
const ofElementary = (e: ApplyNode, name: string, task: Task): Expression => {
  const [u, ...more] = e.arguments;
  const rule = elementaryDerivatives.get(name);
  if (!u || !rule || more.length > 0) return untaken(e, task);
  return tidyProduct([task.derive(u), rule(u)], task.style);
};

/** Σ ∂f/∂p_i(args)·args_i′. */
const ofDefined = (e: ApplyNode, definition: FunctionDefinition, task: Task): Expression => {
  const args = matchArguments(definition, e.arguments);
  if (!args || task.calls <= 0) return untaken(e, task);
  const replacements = new Map(definition.parameters.map((name, i) => [name, args[i] as Expression]));
  const terms = args.flatMap((arg, i) => {
    if (!task.depends(arg)) return [];
    const partial = task.deriveBy(definition.body, nameNode(definition.parameters[i] ?? ''));
    return [tidyProduct([replaceNames(partial, replacements), task.derive(arg)], task.style)];
  });
  return tidySum(terms, task.style);
};

/** Derivatives of applications, by the function's name. */
export const ofApply = (e: ApplyNode, task: Task): Expression => {
  if (!isName(e.operator)) return untaken(e, task);
  const name = nameText(e.operator);
  const definition = task.functions(name);
  if (definition) return ofDefined(e, definition, task);
  if (!builtIns.has(name)) return untaken(e, task);
  return special.get(name)?.(e, task) ?? ofElementary(e, name, task);
};
