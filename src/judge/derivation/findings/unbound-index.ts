import { big, num, sym } from '../../../math/expression/build.ts';
import type { BigNode, Expression } from '../../../math/expression/tree.ts';
import { mapTree, nodes, substitute } from '../../../math/expression/walk.ts';
import type { DerivationFinding } from '../finding.ts';
import { formulaOf, freeIndices } from '../formula.ts';

interface Evidence {
  readonly index: string;
  /** The bound name that could take its place: `k` must be `t`. */
  readonly equalTo?: string;
  /** The bound name that a missing sum over the index would stop at: Σ_{k=1}^{t}. */
  readonly sumUpTo?: string;
}

const renamed = (expression: Expression, from: string, to: string): Expression =>
  substitute(expression, (node) => (node.kind === 'symbol' && node.name === from ? sym(to) : undefined));

/** Puts Σ_{index=1}^{last} inside the sum that binds `last`. */
const summed = (expression: Expression, index: string, last: string): Expression =>
  mapTree(expression, (node) =>
    node.kind === 'big' && node.variable?.kind === 'symbol' && node.variable.name === last
      ? { ...node, body: big('sum', { variable: sym(index), from: num(1), to: sym(last), body: node.body }) }
      : node,
  );

const boundNames = (expression: Expression): readonly string[] =>
  [...nodes(expression)]
    .filter((node): node is BigNode => node.kind === 'big')
    .flatMap((node) => (node.variable?.kind === 'symbol' ? [node.variable.name] : []));

/** Σ_t ∂ε_t/∂x_k · ∂x_k/∂θ: no sum runs over k, so it would have to hold for every k. */
export const unboundIndex: DerivationFinding<Evidence> = {
  id: 'unbound-index',
  title: 'An index is bound by nothing',
  spot: ({ subject, left, right, holdsWith }) => {
    const known = new Set(freeIndices([subject, left].map(formulaOf)));
    const index = formulaOf(right).traits.free.find((name) => !known.has(name));
    if (index === undefined) return undefined;
    const candidates = [...boundNames(right), ...known];
    const equalTo = candidates.find((name) => holdsWith(renamed(right, index, name)));
    const sumUpTo = boundNames(right).find((name) => holdsWith(summed(right, index, name)));
    return { index, ...(equalTo !== undefined && { equalTo }), ...(sumUpTo !== undefined && { sumUpTo }) };
  },
  say: ({ index, equalTo, sumUpTo }) => {
    const mended = [
      ...(sumUpTo === undefined ? [] : [`with a sum over ${index} from 1 to ${sumUpTo}`]),
      ...(equalTo === undefined ? [] : [`with ${index} = ${equalTo}`]),
    ];
    const cause =
      equalTo === undefined
        ? `the sum over ${index} is missing`
        : `the sum over ${index} is missing, or ${index} must be ${equalTo}`;
    return `${index} is bound by nothing on the right side: ${cause}${mended.length > 0 ? ` (it holds ${mended.join(', and ')})` : ''}.`;
  },
};
