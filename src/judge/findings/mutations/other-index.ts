import { index, negative, num, sum } from '../../../math/expression/build.ts';
import { printPlain } from '../../../math/expression/print-plain.ts';
import type { Expression, IndexNode } from '../../../math/expression/tree.ts';
import { freeSymbols } from '../../../math/expression/walk.ts';
import type { Change, Definition, Mutation } from './mutation.ts';
import { sites } from './sites.ts';

/** Of `k + 1`: the whole number behind the step; `undefined` for a label such as the 1 of β_1. */
const shiftOf = (step: Expression): number | undefined => {
  if (step.kind === 'symbol') return 0;
  if (step.kind !== 'sum' || step.terms.length !== 2) return undefined;
  const [variable, shift] = step.terms;
  if (variable?.kind !== 'symbol') return undefined;
  if (shift?.kind === 'number') return Number(shift.text);
  return shift?.kind === 'negative' && shift.of.kind === 'number' ? -Number(shift.of.text) : undefined;
};

const stepAt = (step: Expression, shift: number): Expression => {
  const [variable] = freeSymbols(step);
  if (!variable || shift === 0) return variable ?? step;
  return sum([variable, shift > 0 ? num(shift) : negative(num(-shift))]);
};

const shifted = (node: IndexNode, by: 1 | -1): Expression | undefined => {
  const [step, ...more] = node.indices;
  const shift = step && shiftOf(step);
  if (!step || shift === undefined || more.length > 0) return undefined;
  return index(node.base, [stepAt(step, shift + by)], node.position);
};

/** Before the first step there is none: the value of step −1 is that of step 0. */
const beforeTheStart = ({ base, position }: IndexNode): Definition => ({
  left: index(base, [negative(num(1))], position),
  right: index(base, [num(0)], position),
});

const changes =
  (by: 1 | -1) =>
  ({ right }: Definition): readonly Change[] =>
    sites(right).flatMap(({ node, put }) => {
      const other = node.kind === 'index' ? shifted(node, by) : undefined;
      if (node.kind !== 'index' || !other) return [];
      const did = `${printPlain(other)} was used in place of ${printPlain(node)}`;
      return [{ right: put(other), did, ...(by === -1 && { beside: [beforeTheStart(node)] }) }];
    });

/** ∇f(p_{k−1}) for ∇f(p_k): a value one step old. */
export const staleIndex: Mutation = {
  id: 'stale-index',
  title: 'A value from one step earlier was used',
  changes: changes(-1),
};

/** v_{k+1} for v_k: a value one step too new. */
export const freshIndex: Mutation = {
  id: 'fresh-index',
  title: 'A value from one step later was used',
  changes: changes(1),
};

/** ∇f(p_0) for ∇f(p_k): the value of the start in every step. */
export const frozenIndex: Mutation = {
  id: 'frozen-index',
  title: 'The value of the start was used in every step',
  changes: ({ right }) =>
    sites(right).flatMap(({ node, put }) => {
      const [step, ...more] = node.kind === 'index' ? node.indices : [];
      if (node.kind !== 'index' || !step || more.length > 0 || shiftOf(step) !== 0) return [];
      const start = index(node.base, [num(0)], node.position);
      return [
        { right: put(start), did: `${printPlain(start)} was used in place of ${printPlain(node)} in every step` },
      ];
    }),
};
