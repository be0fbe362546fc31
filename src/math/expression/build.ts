/**
 * Short constructors for the tree. They keep what they are given: nothing is flattened, reordered or computed.
 */
import { denominator, type Exact, negate, numerator, sign, toDecimal } from '../number/exact.ts';
import type {
  ApplyNode,
  BigNode,
  By,
  DerivativeNode,
  Expression,
  GradientNode,
  IndexNode,
  ListNode,
  LogicNode,
  MatrixNode,
  NegativeNode,
  NumberNode,
  PowerNode,
  PrimeNode,
  QuotientNode,
  Relation,
  RelationNode,
  RootNode,
  SequenceNode,
  SymbolNode,
} from './tree.ts';

/** An unsigned literal: `num('3.1850')`, `num(2)`. Throws a RangeError for a negative number: that is `negative(num(…))`. */
export const num = (text: string | number | bigint): NumberNode => {
  if (!/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(String(text)))
    throw new RangeError(`no unsigned literal: ${text}`);
  return { kind: 'number', text: String(text) };
};

export const sym = (name: string): SymbolNode => ({ kind: 'symbol', name });

/** `x_1` from `index(sym('x'), [num(1)])`. */
export const index = (
  base: Expression,
  indices: readonly Expression[],
  position: IndexNode['position'] = 'sub',
): IndexNode => ({ kind: 'index', base, indices, position });

export const negative = (of: Expression): NegativeNode => ({ kind: 'negative', of });

/** The sum of the terms: no term is `0`, one is itself. */
export const sum = (terms: readonly Expression[]): Expression =>
  terms.length > 1 ? { kind: 'sum', terms } : (terms[0] ?? num(0));

/** `left - right`. */
export const difference = (left: Expression, right: Expression): Expression => sum([left, negative(right)]);

/** The product of the factors: no factor is `1`, one is itself. */
export const product = (factors: readonly Expression[]): Expression =>
  factors.length > 1 ? { kind: 'product', factors } : (factors[0] ?? num(1));

export const quotient = (over: Expression, under: Expression): QuotientNode => ({ kind: 'quotient', over, under });

export const power = (base: Expression, exponent: Expression): PowerNode => ({ kind: 'power', base, exponent });

export const root = (of: Expression, degree?: Expression): RootNode =>
  degree ? { kind: 'root', of, degree } : { kind: 'root', of };

/** `apply('sin', [x])`, `apply(prime(sym('σ')), [z])`. */
export const apply = (operator: Expression | string, args: readonly Expression[]): ApplyNode => ({
  kind: 'apply',
  operator: typeof operator === 'string' ? sym(operator) : operator,
  arguments: args,
});

/** `by(x)` for `∂/∂x`, `by(x, num(2))` for `∂²/∂x²`. */
export const by = (variable: Expression, order: Expression = num(1)): By => ({ variable, order });

export const derivative = (
  of: Expression,
  variables: readonly By[],
  style: DerivativeNode['style'] = 'partial',
): DerivativeNode => ({ kind: 'derivative', of, by: variables, style });

export const prime = (of: Expression, order = 1): PrimeNode => ({ kind: 'prime', of, order });

export const nabla = (of: Expression, order: GradientNode['order'] = 1, variable?: Expression): GradientNode =>
  variable ? { kind: 'gradient', of, by: variable, order } : { kind: 'gradient', of, order };

/** `big('sum', { variable: sym('t'), from: num(1), to: sym('T'), body })`. */
export const big = (operator: BigNode['operator'], parts: Omit<BigNode, 'kind' | 'operator' | 'at'>): BigNode => ({
  kind: 'big',
  operator,
  ...parts,
});

const closing = { '(': ')', '[': ']', '{': '}', '⟨': '⟩', ']': '[' } as const;

/** `(a, b)`, or with another opening bracket and its partner. */
export const list = (
  items: readonly Expression[],
  open: ListNode['open'] = '(',
  close: ListNode['close'] = closing[open],
): ListNode => ({ kind: 'list', open, close, items });

export const matrix = (rows: readonly (readonly Expression[])[]): MatrixNode => ({ kind: 'matrix', rows });

export const relation = (members: readonly Expression[], relations: readonly Relation[]): RelationNode => ({
  kind: 'relation',
  members,
  relations,
});

export const logic = (operator: LogicNode['operator'], terms: readonly Expression[]): LogicNode => ({
  kind: 'logic',
  operator,
  terms,
});

export const sequence = (items: readonly Expression[]): SequenceNode => ({ kind: 'sequence', items });

const magnitude = (value: Exact): Expression => {
  const decimal = toDecimal(value);
  return decimal === undefined ? quotient(num(numerator(value)), num(denominator(value))) : num(decimal);
};

/** The tree of an exact number: `3.185` where its decimals end, `1/3` where they do not, a minus sign in front. */
export const number = (value: Exact): Expression =>
  sign(value) < 0 ? negative(magnitude(negate(value))) : magnitude(value);
