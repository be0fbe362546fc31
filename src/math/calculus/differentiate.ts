/** Symbolic derivatives. */
import { by, derivative, list, matrix } from '../expression/build.ts';
import type { Name } from '../expression/free-symbols.ts';
import { isName, nameNode, nameText } from '../expression/names.ts';
import type { Scope } from '../expression/scope.ts';
import type { Expression } from '../expression/tree.ts';
import { children, depth, fold } from '../expression/walk.ts';
import { ofPower, ofProduct, ofQuotient, ofRoot } from './arithmetic-rules.ts';
import { ofAt, ofBig, ofCases } from './binder-rules.ts';
import { dependence } from './dependence.ts';
import { ofApply } from './function-rules.ts';
import { limits, one, type Task, untaken, zero } from './task.ts';
import { type Style, tidyNegative, tidySum } from './tidy.ts';

const byRule = (e: Expression, task: Task): Expression => {
  const { style } = task;
  switch (e.kind) {
    case 'symbol':
      return one;
    case 'index':
      return isName(e) && nameText(e) === nameText(task.variable) ? one : untaken(e, task);
    case 'negative':
      return tidyNegative(task.derive(e.of), style);
    case 'sum':
      return tidySum(
        e.terms.filter(task.depends).map((term) => task.derive(term)),
        style,
      );
    case 'product':
      return ofProduct(e, task);
    case 'quotient':
      return ofQuotient(e, task);
    case 'power':
      return ofPower(e, task);
    case 'root':
      return ofRoot(e, task);
    case 'apply':
      return ofApply(e, task);
    case 'big':
      return ofBig(e, task);
    case 'at':
      return ofAt(e, task);
    case 'list':
      return list(
        e.items.map((item) => task.derive(item)),
        e.open,
        e.close,
      );
    case 'matrix':
      return matrix(e.rows.map((row) => row.map((item) => task.derive(item))));
    case 'cases':
      return ofCases(e, task);
    case 'marked':
      return task.derive(e.of);
    default:
      return untaken(e, task);
  }
};

/** Decimals where the formula has some. */
const styleOf = (e: Expression): Style =>
  fold<boolean>(e, (node, of) => (node.kind === 'number' ? node.text.includes('.') : children(node).some(of)))
    ? 'decimals'
    : 'fractions';

type Setting = Pick<Task, 'style' | 'functions' | 'calls'>;

/** Takes the derivative of every part at most once. */
const taskFor = (tree: Expression, variable: Name, setting: Setting): Task => {
  const depends = dependence(tree, nameText(variable));
  const known = new Map<Expression, Expression>();
  const task: Task = {
    ...setting,
    variable,
    depends,
    derive: (e) => {
      if (!depends(e)) return zero;
      const found = known.get(e) ?? byRule(e, task);
      known.set(e, found);
      return found;
    },
    deriveMade: (e) => derivativeOf(e, variable, setting),
    deriveBy: (e, other) => derivativeOf(e, other, { ...setting, calls: setting.calls - 1 }),
  };
  return task;
};

const derivativeOf = (e: Expression, variable: Name, setting: Setting): Expression =>
  taskFor(e, variable, setting).derive(e);

/**
 * ∂e/∂variable, lightly simplified: `2x + y` for `x² + xy + 6y²` by x. Functions of `functions` are gone into by the
 * chain rule. What has no rule (⌊x⌋, a name whose index is not written out) stays a derivative node in the result;
 * where |x| or max has no derivative, neither has the result a value.
 */
export const differentiate = (
  e: Expression,
  variable: Name | string,
  functions: Scope['function'] = () => undefined,
): Expression => {
  const name = typeof variable === 'string' ? nameNode(variable) : variable;
  if (depth(e) > limits.depth) return derivative(e, [by(name)]);
  return derivativeOf(e, name, { style: styleOf(e), functions, calls: limits.calls });
};
