import type { ApplyNode, Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import { type Exact, multiply, one } from '../../math/number/exact.ts';
import { type Block, sizes } from './block.ts';
import { withoutEllipsis } from './ellipsis.ts';
import { evaluate, isTrouble, largestPower, type Setting, type Trouble } from './interpret.ts';
import { rangeOf } from './range.ts';
import { nameOf } from './roles.ts';
import { stepValue, withStep } from './steps.ts';

const productOf = (sizes: readonly (Exact | Trouble)[]): Exact | Trouble =>
  sizes.reduce((a, b) => ('trouble' in a ? a : 'trouble' in b ? b : multiply(a, b)), one);

const isNorm = (node: Expression): boolean =>
  node.kind === 'apply' && ['norm', 'abs'].includes(nameOf(node.operator) ?? '');

const normed = new WeakMap<Expression, boolean>();

/** Whether a norm is written somewhere in the expression. */
export const hasNorm = (expression: Expression): boolean => {
  const found = normed.get(expression) ?? [...nodes(expression)].some(isNorm);
  normed.set(expression, found);
  return found;
};

/**
 * The bound an expression stands for on the right of a ≤ between matrices: the product of the norms of its factors,
 * ‖A‖‖B‖ for `A B`, in the reading's norm (a square for the Frobenius norm, which keeps it rational).
 */
export const boundOf = (expression: Expression, setting: Setting): Exact | Trouble => {
  const inside = (part: Expression) => boundOf(part, setting);
  switch (expression.kind) {
    case 'negative':
      return inside(expression.of);
    case 'product': {
      const factors = withoutEllipsis(expression.factors, setting.steps);
      return factors ? productOf(factors.map(inside)) : { trouble: 'unknown', about: 'what ⋯ stands for' };
    }
    case 'power': {
      const count = stepValue(expression.exponent, setting.steps);
      if (count === undefined || count > largestPower) return { trouble: 'unknown', about: 'a power' };
      if (count < 0) return { trouble: 'outside', about: 'a negative power' };
      return productOf(Array.from({ length: count }, () => inside(expression.base)));
    }
    case 'big': {
      const range =
        expression.operator === 'product' ? rangeOf(expression, setting.steps, setting.instance.steps) : undefined;
      if (!range) return norm(expression, setting);
      const { variable } = range;
      return productOf(
        range.values.map((value) =>
          boundOf(expression.body, { ...setting, steps: withStep(setting.steps, variable, value) }),
        ),
      );
    }
    case 'list':
      return expression.items.length === 1 && expression.items[0]
        ? inside(expression.items[0])
        : norm(expression, setting);
    case 'apply':
      return wholeNorm(expression, setting);
    default:
      return norm(expression, setting);
  }
};

/** ‖A B‖ written with its bars is the norm of the whole product, not the product of norms. */
const wholeNorm = (node: ApplyNode, setting: Setting): Exact | Trouble => {
  return norm(isNorm(node) && node.arguments[0] ? node.arguments[0] : node, setting);
};

const known = { frobenius: new WeakMap<Block, Exact>(), 'row-sum': new WeakMap<Block, Exact>() } as const;

const norm = (expression: Expression, setting: Setting): Exact | Trouble => {
  const value = evaluate(expression, setting);
  if (isTrouble(value)) return value;
  const { reading } = setting;
  const size = known[reading.norm].get(value) ?? sizes[reading.norm](value);
  known[reading.norm].set(value, size);
  return size;
};

/** ‖expression‖ of the whole; with norms written inside, the product of what they stand for. */
export const sizeOf = (expression: Expression): ((setting: Setting) => Exact | Trouble) =>
  hasNorm(expression) ? (setting) => boundOf(expression, setting) : (setting) => norm(expression, setting);
