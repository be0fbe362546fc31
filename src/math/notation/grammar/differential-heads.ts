import type { By, DerivativeNode, Expression } from '../../expression/tree.ts';

/** `∂`, `∂²`, `∂⁺` or `d` at the head of a differential. */
export interface Head {
  readonly sign: string;
  readonly order: Expression | undefined;
  readonly immediate: boolean;
}

/** What stands under a slash or a fraction bar: `∂x ∂y`, `dx^2`. */
export type Lower = readonly By[];

/** The head that a factor is, if it is one. */
export const headOf = (node: Expression | undefined): Head | undefined => {
  if (node === undefined) return undefined;
  if (node.kind === 'symbol' && (node.name === '∂' || node.name === 'd')) {
    return { sign: node.name, order: undefined, immediate: false };
  }
  if (node.kind === 'power') {
    const head = headOf(node.base);
    return head && { ...head, order: node.exponent };
  }
  return node.kind === 'index' ? immediateHead(node.base, node.indices[0]) : undefined;
};

/** `∂⁺`: the immediate partial derivative. */
const immediateHead = (base: Expression, mark: Expression | undefined): Head | undefined => {
  const head = headOf(base);
  return head && mark?.kind === 'symbol' && mark.name === '+' ? { ...head, immediate: true } : undefined;
};

/** The factors of a product, or the node alone. */
export const factorsOf = (node: Expression): readonly Expression[] => {
  if (node.kind === 'product') return node.factors;
  // `d(x)` may have been read as an application of d
  if (node.kind === 'apply' && headOf(node.operator)) return [node.operator, ...node.arguments];
  return [node];
};

/** A derivative is taken once where nothing else is written. */
export const one = (variable: Expression): Expression => {
  const place = variable.at?.end ?? 0;
  return { kind: 'number', text: '1', at: { start: place, end: place } };
};

/** One variable below: `x` is once by `x`, the `x^2` of `dx^2` is twice by `x`. */
export const byOf = (node: Expression): By =>
  node.kind === 'power' ? { variable: node.base, order: node.exponent } : { variable: node, order: one(node) };

/** The variables of `∂x ∂y` under a sign; `undefined` where something else stands there. */
export const lowerOf = (under: Expression, sign: string): Lower | undefined => {
  const factors = factorsOf(under);
  if (factors.length === 0 || factors.length % 2 === 1) return undefined;
  const by: By[] = [];
  for (let i = 0; i < factors.length; i += 2) {
    const variable = factors[i + 1];
    if (variable === undefined || headOf(factors[i])?.sign !== sign || variable.kind === 'number') return undefined;
    by.push(byOf(variable));
  }
  return by;
};

/** The style of the derivative that a head begins. */
export const styleOf = (head: Head): DerivativeNode['style'] => {
  if (head.immediate) return 'immediate';
  return head.sign === 'd' ? 'total' : 'partial';
};

/** Factors as one expression again; `undefined` for none. */
export const joined = (factors: readonly Expression[]): Expression | undefined => {
  const [first] = factors;
  const last = factors.at(-1);
  if (factors.length < 2 || first?.at === undefined || last?.at === undefined) return first;
  return { kind: 'product', factors, at: { start: first.at.start, end: last.at.end } };
};
