import type { BigNode, DerivativeNode, Expression } from '../../math/expression/tree.ts';
import { children, freeSymbols } from '../../math/expression/walk.ts';
import { boundName, nested } from './range.ts';
import { isNorm, nameOf, roleOf } from './roles.ts';

/** What an expression is made of. */
export interface Traits {
  /** Which derivatives, sums, products, weights and slopes it holds, its indices left aside. */
  readonly features: ReadonlySet<string>;
  /**
   * The names that stand for any step: the `t` and `k` of ∂x_t/∂x_k, not the `i` bound by ∏_{i=k+1}^{t}, nor T, the
   * number of steps. In order of appearance.
   */
  readonly free: readonly string[];
  /** Whether a norm is written somewhere in it. */
  readonly norm: boolean;
  /** Whether its value may hang on the order of the factors of a ∏. */
  readonly order: boolean;
  /** Whether something in it is transposed. */
  readonly transposed: boolean;
  /** Whether it may hang on what a derivative by the parameters means. */
  readonly parameters: boolean;
}

const roleName = (side: Expression): string => roleOf(nameOf(side) ?? '') ?? '?';

const isRepeated = (exponent: Expression): boolean =>
  exponent.kind !== 'number' && exponent.kind !== 'negative' && nameOf(exponent) !== 'transpose';

/** Takes up the traits of an expression part by part. */
class Survey implements Traits {
  readonly features = new Set<string>();
  readonly free: string[] = [];
  norm = false;
  order = false;
  transposed = false;
  parameters = false;
  /** The names bound where the walk is. */
  readonly #bound: string[] = [];

  /** Inside ∂a/∂b only the derivative itself is a feature, not the names a and b. */
  visit(node: Expression, isInside: boolean): void {
    if (node.kind === 'number') return;
    if (!isInside) this.#feature(node);
    if (node.kind === 'symbol') return;
    if (node.kind === 'index') {
      for (const index of node.indices) this.#index(index);
      this.visit(node.base, isInside);
    } else if (node.kind === 'big') this.#big(node, isInside);
    else if (node.kind === 'derivative') this.#derivative(node);
    else {
      this.norm ||= isNorm(node);
      this.transposed ||= node.kind === 'apply' && nameOf(node.operator) === 'transpose';
      for (const part of children(node)) this.visit(part, isInside);
    }
  }

  #derivative({ of, by }: DerivativeNode): void {
    this.visit(of, true);
    for (const { variable, order } of by) {
      this.parameters ||= roleName(variable) !== 'state';
      this.visit(variable, true);
      this.visit(order, true);
    }
  }

  /** The limits are no features, but for their free names. */
  #big(written: BigNode, isInside: boolean): void {
    const node = nested(written);
    this.order ||= node.operator === 'product';
    const own = boundName(node);
    if (own !== undefined) this.#bound.push(own);
    for (const limit of [node.from, node.to, node.condition]) if (limit) this.#index(limit);
    this.visit(node.body, isInside);
    if (own !== undefined) this.#bound.pop();
  }

  /** Takes up the names of an index or limit. */
  #index(index: Expression): void {
    if (index.kind === 'number') return;
    if (index.kind === 'symbol') this.#name(index.name);
    else if (index.kind === 'sum') for (const term of index.terms) this.#index(term);
    else if (index.kind === 'negative') this.#index(index.of);
    else for (const name of freeSymbols(index)) if (name.kind === 'symbol') this.#name(name.name);
  }

  #name(name: string): void {
    if (roleOf(name) === undefined && !this.#bound.includes(name) && !this.free.includes(name)) this.free.push(name);
  }

  #feature(node: Expression): void {
    if (node.kind === 'symbol') {
      const role = roleOf(node.name);
      if (role === 'recurrent' || role === 'bound' || role === 'input-weights') this.features.add(role);
    } else if (node.kind === 'derivative') {
      // ∂σ(x)/∂x is σ′(x), written otherwise.
      if (node.of.kind === 'apply' && roleName(node.of.operator) === 'activation') this.features.add('slope');
      for (const by of node.by) this.features.add(`∂${roleName(node.of)}/∂${roleName(by.variable)}`);
    } else if (node.kind === 'big') this.features.add(node.operator);
    else if (node.kind === 'ellipsis') this.features.add('sum').add('product');
    else if (node.kind === 'power' && isRepeated(node.exponent)) this.features.add('product');
    else if (node.kind === 'prime' && roleName(node.of) === 'activation') this.features.add('slope');
  }
}

/** The traits of an expression. */
export const traitsOf = (expression: Expression): Traits => {
  const survey = new Survey();
  survey.visit(expression, false);
  return survey;
};
