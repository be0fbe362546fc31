/** Derivatives of products, quotients, powers and roots. */
import { apply, negative, num, product, root } from '../expression/build.ts';
import type { Expression, PowerNode, ProductNode, QuotientNode, RootNode } from '../expression/tree.ts';
import { sameTree } from '../expression/walk.ts';
import { limits, one, type Task, untaken } from './task.ts';
import { tidyNegative, tidyPower, tidyProduct, tidyQuotient, tidySum } from './tidy.ts';

/** Product rule. */
export const ofProduct = (e: ProductNode, task: Task): Expression => {
  const moving = e.factors.filter(task.depends);
  if (moving.length > limits.factors) return untaken(e, task);
  const terms = e.factors.flatMap((factor, i) =>
    task.depends(factor) ? [tidyProduct(e.factors.toSpliced(i, 1, task.derive(factor)), task.style)] : [],
  );
  return tidySum(terms, task.style);
};

/** Quotient rule; simpler where one side does not move. */
export const ofQuotient = ({ over, under }: QuotientNode, task: Task): Expression => {
  const { style } = task;
  if (!task.depends(under)) return tidyQuotient(task.derive(over), under, style);
  const falling = tidyProduct([over, task.derive(under)], style);
  const square = tidyPower(under, num(2), style);
  if (!task.depends(over)) return tidyNegative(tidyQuotient(falling, square, style), style);
  const rising = tidyProduct([task.derive(over), under], style);
  return tidyQuotient(tidySum([rising, negative(falling)], style), square, style);
};

const isEuler = (e: Expression): boolean => e.kind === 'symbol' && e.name === 'e';

const isShaped = (e: Expression): boolean => e.kind === 'matrix' || e.kind === 'list';

/** n u^(n−1) u′. */
const ofPowerWithFixedExponent = (e: PowerNode, task: Task): Expression => {
  const { base, exponent } = e;
  if (isShaped(base)) return untaken(e, task);
  const lowered = tidySum([exponent, negative(one)], task.style);
  return tidyProduct([exponent, tidyPower(base, lowered, task.style), task.derive(base)], task.style);
};

/** a^v ln a v′, and e^v v′. */
const ofPowerWithFixedBase = (e: PowerNode, task: Task): Expression => {
  const rate = isEuler(e.base) ? [] : [apply('ln', [e.base])];
  return tidyProduct([...rate, task.derive(e.exponent), e], task.style);
};

/** u^v (v′ ln u + v u′/u). */
const ofGeneralPower = (e: PowerNode, task: Task): Expression => {
  const { base, exponent } = e;
  const { style } = task;
  const slope = task.derive(base);
  const growth = sameTree(base, exponent) ? slope : tidyQuotient(tidyProduct([exponent, slope], style), base, style);
  const rate = tidySum([tidyProduct([task.derive(exponent), apply('ln', [base])], style), growth], style);
  return tidyProduct([e, rate], style);
};

/** Power rules, by which of base and exponent moves. */
export const ofPower = (e: PowerNode, task: Task): Expression => {
  if (!task.depends(e.exponent)) return ofPowerWithFixedExponent(e, task);
  return task.depends(e.base) ? ofGeneralPower(e, task) : ofPowerWithFixedBase(e, task);
};

/** u′/(2√u), and u′/(n ⁿ√u^(n−1)) for a written degree. */
export const ofRoot = (e: RootNode, task: Task): Expression => {
  const { of, degree } = e;
  if (degree && task.depends(degree)) return untaken(e, task);
  const { style } = task;
  if (!degree) return tidyQuotient(task.derive(of), product([num(2), e]), style);
  const lowered = tidyPower(root(of, degree), tidySum([degree, negative(one)], style), style);
  return tidyQuotient(task.derive(of), product([degree, lowered]), style);
};
