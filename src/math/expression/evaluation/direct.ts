/**
 * Values of formulas that are looked at once: they are walked as they stand, which takes less than making code of them.
 * It is the code's own arithmetic in the code's own order.
 */
import { type Resolved, resolveDerivative } from '../../calculus/resolve-derivative.ts';
import type { FunctionDefinition } from '../scope.ts';
import type {
  ApplyNode,
  DerivativeNode,
  Expression,
  GradientNode,
  IndexNode,
  ListNode,
  PowerNode,
  SymbolNode,
} from '../tree.ts';
import type { Value } from '../value.ts';
import { callOf } from './calls.ts';
import { isWholeLiteral, literalValue } from './literal.ts';
import { precisionOf } from './lookup.ts';
import { powerOfValues } from './power-of-values.ts';
import type { Code, Run } from './run.ts';
import { addValues, divideValues, multiplyValues, negateValue, tamed, vectorOf } from './value-arithmetic.ts';

/** What the walk leaves to code. */
export interface Compiling {
  /** The value of a node by its code. */
  readonly run: (e: Expression, run: Run) => Value;
  /** The code of a function's body. */
  readonly body: (definition: FunctionDefinition) => Code;
  /** Derivatives of functions by one variable, and gradients, by their names. */
  readonly derivatives: Map<string, Resolved>;
}

const reduced = (
  parts: readonly Expression[],
  next: (total: Value, part: Value, bits: number) => Value,
  run: Run,
  compiling: Compiling,
): Value | undefined => {
  const [first] = parts;
  if (!first) return undefined;
  let total = directValue(first, run, compiling);
  for (let i = 1; i < parts.length; i += 1) {
    if (total.kind === 'undefined') return total;
    total = tamed(next(total, directValue(parts[i] as Expression, run, compiling), run.bits), run.bits);
  }
  return total;
};

/** A name that the scope knows; others may be functions or constants. */
const named = (e: SymbolNode, run: Run): Value | undefined => run.scope.value(e, precisionOf(run.bits));

/** `x_3` as one name. */
const indexed = ({ base, indices }: IndexNode, e: IndexNode, run: Run): Value | undefined =>
  base.kind === 'symbol' && indices.every(isWholeLiteral) ? run.scope.value(e, precisionOf(run.bits)) : undefined;

const isRow = (e: Expression): boolean => e.kind === 'list' && e.open === '[';

/** Vectors; matrices written as lists of rows and inner products are left to code. */
const listed = ({ open, items }: ListNode, run: Run, compiling: Compiling): Value | undefined =>
  open === '⟨' || items.some(isRow) ? undefined : vectorOf(items.map((item) => directValue(item, run, compiling)));

const plainBases: ReadonlySet<Expression['kind']> = new Set(['number', 'index', 'sum', 'product', 'quotient', 'list']);

const isPlainBase = (e: Expression): boolean => plainBases.has(e.kind) || (e.kind === 'symbol' && e.name !== 'e');

/** A whole power of what is no root. */
const powered = ({ base, exponent }: PowerNode, run: Run, compiling: Compiling): Value | undefined =>
  isWholeLiteral(exponent) && isPlainBase(base)
    ? powerOfValues(directValue(base, run, compiling), directValue(exponent, run, compiling), run)
    : undefined;

/** `∂f/∂x` and `∇f` by their names; others have none. */
const nameOf = (e: DerivativeNode | GradientNode): string | undefined => {
  if (e.of.kind !== 'symbol') return undefined;
  if (e.kind === 'gradient') return e.order === 1 ? `∇${e.of.name}` : undefined;
  const [first, second] = e.by;
  if (!first || second || first.variable.kind !== 'symbol' || first.order.kind !== 'number') return undefined;
  return `∂${first.order.text} ${e.of.name} ${first.variable.name}`;
};

/** Derivatives that are remembered: an assignment has few. */
const mostDerivatives = 100;

const resolved = (e: DerivativeNode | GradientNode, run: Run, { derivatives }: Compiling): Resolved => {
  const name = nameOf(e);
  const known = name === undefined ? undefined : derivatives.get(name);
  if (known) return known;
  const found = resolveDerivative(e, run.scope.function);
  if (name !== undefined && derivatives.size < mostDerivatives) derivatives.set(name, found);
  return found;
};

/** The function that is applied, where a formula gives it: `f`, `∂f/∂x`, `∇f` of several variables. */
const functionOf = ({ operator }: ApplyNode, run: Run, compiling: Compiling): FunctionDefinition | undefined => {
  if (operator.kind === 'symbol') return run.scope.function(operator.name);
  if (operator.kind !== 'derivative' && operator.kind !== 'gradient') return undefined;
  if (operator.kind === 'gradient' && operator.by) return undefined;
  const derived = resolved(operator, run, compiling);
  if (derived.kind !== 'function') return undefined;
  const isOfVector = operator.kind === 'gradient' && derived.definition.parameters.length < 2;
  return isOfVector ? undefined : derived.definition;
};

const applied = (e: ApplyNode, run: Run, compiling: Compiling): Value | undefined => {
  const definition = functionOf(e, run, compiling);
  if (!definition) return undefined;
  const values = e.arguments.map((part) => directValue(part, run, compiling));
  return callOf(definition, () => compiling.body(definition), values, run);
};

/** `∂f(x_0, y_0)/∂x`: the derivative where it says itself that it is taken. */
const atPoint = (e: DerivativeNode, run: Run, compiling: Compiling): Value | undefined => {
  const derived = e.of.kind === 'apply' ? resolveDerivative(e, run.scope.function) : undefined;
  if (derived?.kind !== 'function' || !derived.at) return undefined;
  const values = derived.at.map((part) => directValue(part, run, compiling));
  return callOf(derived.definition, () => compiling.body(derived.definition), values, run);
};

const known = (e: Expression, run: Run, compiling: Compiling): Value | undefined => {
  switch (e.kind) {
    case 'number':
      return literalValue(e);
    case 'symbol':
      return named(e, run);
    case 'index':
      return indexed(e, e, run);
    case 'negative':
      return negateValue(directValue(e.of, run, compiling));
    case 'sum':
      return reduced(e.terms, addValues, run, compiling);
    case 'product':
      return reduced(e.factors, multiplyValues, run, compiling);
    case 'quotient':
      return divideValues(directValue(e.over, run, compiling), directValue(e.under, run, compiling), run.bits);
    case 'power':
      return powered(e, run, compiling);
    case 'list':
      return listed(e, run, compiling);
    case 'apply':
      return applied(e, run, compiling);
    case 'derivative':
      return atPoint(e, run, compiling);
    case 'marked':
      return directValue(e.of, run, compiling);
    default:
      return undefined;
  }
};

/** The value of a formula in which nothing is bound and no two parts need to be shared. */
export const directValue = (e: Expression, run: Run, compiling: Compiling): Value =>
  known(e, run, compiling) ?? compiling.run(e, run);
