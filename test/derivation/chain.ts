import type { Goal } from '../../src/judge/derivation/goal.ts';
import type { Expression, Relation } from '../../src/math/expression/tree.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import type { ChainClaim } from '../../src/model/claim.ts';

const functions = new Set(['σ']);
const place = { file: 'main.tex', line: 1, column: 1 };
const section = { title: '', level: 0, range: { file: 'main.tex', start: 0, end: 0 } };

const chained = (tree: Expression): { members: readonly Expression[]; relations: readonly Relation[] } => {
  if (tree.kind !== 'relation') throw new Error(`no chain: ${tree.kind}`);
  return tree;
};

/** A chain as claims read it from one display. */
export const chainOf = (latex: string): ChainClaim => {
  const { members, relations } = chained(parseLatex(latex, { functions }).tree);
  return {
    kind: 'chain',
    members: members.map((expression) => ({
      expression,
      text: latex.slice(expression.at?.start, expression.at?.end),
      place,
    })),
    relations,
    origin: 'formula',
    final: false,
    section,
    place,
    order: 0,
  };
};

/** A goal as a rubric writes it: `∂x_t/∂x_k = Π_{i=k+1}^{t} ∂x_i/∂x_{i-1}`. */
export const goalOf = (plain: string): Goal => {
  const { members, relations } = chained(parsePlain(plain, { functions, names: new Set(['diag']) }).tree);
  const [from, to] = members;
  const [relation] = relations;
  if (!from || !to || (relation !== '=' && relation !== '≤')) throw new Error('no goal');
  return { from, relation, to };
};
