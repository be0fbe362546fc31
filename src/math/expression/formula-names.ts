/**
 * Quantities whose name is a formula: `s^2` for a variance, `P(A ∪ B)` for a probability, the `x_1` that is a parameter of
 * `f(x_1, x_2)`, the `K_a` whose a counts nothing. Where an assignment defines such a name, it is one symbol from then on, however it is written:
 *
 *     P(A ∪ B)   \mathbb{P}(B \cup A)   Pr(A or B)        the symbol `P(A ∪ B)`
 *     P(A | B)   P(A \mid B)                              the symbol `P(A | B)`
 *     P(A^c)   P(\bar A)   P(A')                          the symbol `P(¬A)`
 */
import { printPlain } from './print-plain.ts';
import type { ApplyNode, Expression } from './tree.ts';
import { substitute } from './walk.ts';

/** Names as they are spelled below. */
export type FormulaNames = ReadonlySet<string>;

const heads: Readonly<Record<string, string>> = { ℙ: 'P', Pr: 'P', Prob: 'P', 𝔼: 'E', 𝕍: 'Var', var: 'Var', V: 'Var' };

/** Every spelling of what such names begin with. */
export const headSpellings = (head: string): readonly string[] => [
  head,
  ...Object.keys(heads).filter((other) => heads[other] === head),
];

const headOf = ({ operator }: ApplyNode): string | undefined =>
  operator.kind === 'symbol' ? (heads[operator.name] ?? operator.name) : undefined;

const operatorOf = (e: Expression): string | undefined => {
  if (e.kind === 'logic') return { and: '∩', or: '∪', not: '¬' }[e.operator];
  return e.kind === 'apply' && e.operator.kind === 'symbol' ? e.operator.name : undefined;
};

const partsOf = (e: Expression): readonly Expression[] =>
  e.kind === 'logic' ? e.terms : e.kind === 'apply' ? e.arguments : [];

/** `A'`, `A^c`, `Ā` and `not A` are what is left without A. */
const complementOf = (e: Expression): string | undefined => {
  if (e.kind === 'prime' && e.order === 1) return eventText(e.of);
  if (e.kind === 'power' && e.exponent.kind === 'symbol' && /^[cC∁]$/.test(e.exponent.name)) return eventText(e.base);
  if (e.kind === 'symbol' && /^\p{L}[\u0304\u0305]$/u.test(e.name.normalize('NFD'))) return e.name.normalize('NFD')[0];
  const [only] = partsOf(e);
  return operatorOf(e) === '¬' && only ? eventText(only) : undefined;
};

/** An event in one spelling: `A ∩ B` whichever comes first, `A | B` in its order. */
const eventText = (e: Expression): string => {
  const complement = complementOf(e);
  if (complement !== undefined) return `¬${complement}`;
  const operator = operatorOf(e);
  if (operator === '∩' || operator === '∪') return partsOf(e).map(eventText).sort().join(` ${operator} `);
  return operator === '|' ? partsOf(e).map(eventText).join(' | ') : printPlain(e);
};

/** A probability of several events is that of all of them: `P(A, B)`. */
const argumentsText = (head: string, e: ApplyNode): string => {
  const parts = e.arguments.map(eventText);
  return head === 'P' && parts.length > 1 ? parts.sort().join(' ∩ ') : parts.join(', ');
};

/** The 1 of `x_1`, the `a` of `K_a`. */
const isFixed = ({ kind }: Expression): boolean => kind === 'number' || kind === 'symbol';

/** The one spelling of a name that is a formula; `undefined` for an expression that cannot be one. */
export const formulaName = (e: Expression): string | undefined => {
  switch (e.kind) {
    case 'apply': {
      const head = headOf(e);
      return head === undefined ? undefined : `${head}(${argumentsText(head, e)})`;
    }
    case 'power':
      return e.base.kind === 'symbol' && e.exponent.kind === 'number' ? printPlain(e) : undefined;
    case 'index':
      return e.position === 'sub' && e.base.kind === 'symbol' && e.indices.every(isFixed) ? printPlain(e) : undefined;
    default:
      return undefined;
  }
};

/** The expression as one symbol where it is such a name. */
export const asFormulaName = (e: Expression, names: FormulaNames): Expression => {
  const name = names.size > 0 ? formulaName(e) : undefined;
  return name !== undefined && names.has(name) ? { kind: 'symbol', name, ...(e.at && { at: e.at }) } : e;
};

/** Every such name in an expression as one symbol. */
export const withFormulaNames = (tree: Expression, names: FormulaNames): Expression =>
  names.size === 0
    ? tree
    : substitute(tree, (node) => {
        const named = asFormulaName(node, names);
        return named === node ? undefined : named;
      });
