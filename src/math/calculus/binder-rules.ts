/** Derivatives of what binds names or sets conditions: Σ, Π, value-at bars, cases. */
import { big, negative, sum, sym } from '../expression/build.ts';
import { replaceNames } from '../expression/instantiate.ts';
import { isName, nameText } from '../expression/names.ts';
import type { AtNode, BigNode, CasesNode, Expression } from '../expression/tree.ts';
import { one, type Task, untaken, zero } from './task.ts';
import { isZero, tidyProduct, tidySum } from './tidy.ts';

/** Π_k b_k: Σ_k b_k′ Π_{j<k} b_j Π_{j>k} b_j, which has no quotient and so stands where a factor is zero. */
const ofBigProduct = (e: BigNode, task: Task): Expression => {
  const { variable, from, to, body } = e;
  if (!variable || !isName(variable) || !from || !to) return untaken(e, task);
  const other = sym(`${nameText(variable)}′`);
  const rest = replaceNames(body, new Map([[nameText(variable), other]]));
  const before = big('product', { variable: other, from, to: sum([variable, negative(one)]), body: rest });
  const after = big('product', { variable: other, from: sum([variable, one]), to, body: rest });
  const term = tidyProduct([before, task.derive(body), after], task.style);
  return isZero(term) ? zero : big('sum', { variable, from, to, body: term });
};

/** Σ term by term, Π by the product rule; limits must not move. */
export const ofBig = (e: BigNode, task: Task): Expression => {
  const isInLimits = [e.from, e.to, e.condition].some((part) => part && task.depends(part));
  if (isInLimits || !task.depends(e.body)) return untaken(e, task);
  if (e.operator === 'product') return ofBigProduct(e, task);
  return e.operator === 'sum' ? { ...e, body: task.derive(e.body) } : untaken(e, task);
};

/** g(u)|_{u = h}: g′(u)|_{u = h} h′, and g's own derivative at the point where the variable is not the one set. */
export const ofAt = (e: AtNode, task: Task): Expression => {
  const terms: Expression[] = [];
  let isShadowed = false;
  for (const equation of e.where) {
    if (equation.kind !== 'relation' || equation.relations.join() !== '=') return untaken(e, task);
    const [left, right] = equation.members;
    if (!left || !right || !isName(left)) return untaken(e, task);
    if (nameText(left) === nameText(task.variable)) isShadowed = true;
    if (!task.depends(right)) continue;
    const slope = task.deriveBy(e.of, left);
    terms.push(tidyProduct([{ ...e, of: slope }, task.derive(right)], task.style));
  }
  const own = !isShadowed && task.depends(e.of) ? [{ ...e, of: task.derive(e.of) }] : [];
  return tidySum([...own, ...terms], task.style);
};

/** Case by case; at a border the conditions decide. */
export const ofCases = (e: CasesNode, task: Task): Expression => ({
  kind: 'cases',
  rows: e.rows.map(([value, ...condition]) => (value ? [task.derive(value), ...condition] : condition)),
});
