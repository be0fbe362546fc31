import { withFormulaNames } from '../math/expression/formula-names.ts';
import type { Expression } from '../math/expression/tree.ts';
import { parsePlain } from '../math/notation/plain.ts';
import type { Problem } from '../math/notation/problem.ts';
import type { Definition } from '../model/rubric.ts';
import { type Complaints, offsetIn, shown } from './complaints.ts';
import { type Bindings, filledFormula } from './loops.ts';
import type { Names } from './vocabulary.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-tree.ts';

/** What reading a formula needs to know besides its text. */
export interface FormulaContext {
  readonly source: string;
  readonly complaints: Complaints;
  readonly names: Names;
}

/** A flow list is mathematics too: the source of `v_0: [0, 0]` is the formula. */
const asScalar = (node: YamlNode, source: string): YamlScalar =>
  node.kind === 'map' || node.kind === 'list'
    ? { kind: 'text', text: source.slice(node.start, node.end), start: node.start, end: node.end, verbatim: node.start }
    : node;

const complain = (problems: readonly Problem[], node: YamlScalar, complaints: Complaints): void => {
  for (const problem of problems) {
    const offset = offsetIn(node, problem.at.start);
    const tell = problem.severity === 'error' ? complaints.error : complaints.warning;
    tell('formula', offset, `In the formula ${shown(node)}: ${problem.message}`);
  }
};

/** Reads a formula; complains at its exact character. `undefined` where it cannot be read. */
export const formula = (
  node: YamlNode,
  context: FormulaContext,
  bindings: Bindings = new Map(),
): Expression | undefined => {
  const scalar = asScalar(node, context.source);
  const { functions, names, formulas } = context.names;
  // Filling in {k} shifts the places, so problems are looked for in the text as it stands first.
  const written = parsePlain(scalar.text, { functions, names });
  complain(written.problems, scalar, context.complaints);
  if (scalar.text.trim() === '')
    context.complaints.error('formula', scalar.start, 'A formula is expected here; there is nothing.');
  if (scalar.text.trim() === '' || written.problems.some((problem) => problem.severity === 'error')) return undefined;
  const { tree } =
    bindings.size === 0 ? written : parsePlain(filledFormula(scalar.text, bindings), { functions, names });
  return withFormulaNames(tree, formulas);
};

/** `x` and `y` of `f(x, y)`; the iterate `p` in `f((x, y))`. */
const isParameter = (e: Expression): boolean =>
  e.kind === 'symbol' || (e.kind === 'list' && e.items.every(isParameter));

/** What can be defined: `α`, `x_0`, `v_{k+1}`, `f(x, y)`, `f'(x)`, `∇f(x, y)`, `∂f/∂x`, and tuples of names. */
const isDefinable = (left: Expression): boolean => {
  if (left.kind === 'list') return left.items.length > 0 && left.items.every(isDefinable);
  if (left.kind === 'apply' && left.operator.kind === 'symbol') return left.arguments.every(isParameter);
  return ['symbol', 'index', 'apply', 'gradient', 'derivative', 'prime'].includes(left.kind);
};

/** `f(x, y): x^2 + x y + 6 y^2` as a definition. */
export const definition = ({ key, value }: YamlEntry, context: FormulaContext): Definition | undefined => {
  const [left, right] = [formula(key, context), formula(value, context)];
  if (!left || !right) return undefined;
  if (right.kind === 'sequence') {
    const hint = 'a case distinction is written ifelse(condition, value, other value), several values as (a, b)';
    context.complaints.error('not-one-formula', value.start, `A definition is one formula; ${hint}.`);
    return undefined;
  }
  if (isDefinable(left)) return { left, right, place: context.complaints.place(key.start) };
  const message =
    left.kind === 'apply'
      ? `${shown(key)} cannot be defined: the parameters of a function are plain names, as in f(x, y), and no steps of another quantity.`
      : `${shown(key)} cannot be defined; expected a name such as α, x_0, v_{k+1}, f(x, y) or (x_0, y_0).`;
  context.complaints.error('not-definable', key.start, message);
  return undefined;
};
