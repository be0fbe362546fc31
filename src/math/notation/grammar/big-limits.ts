import type { BigNode, Expression } from '../../expression/tree.ts';
import { Kind } from '../scan/token.ts';
import type { Parser } from './parser.ts';
import { scriptItems } from './subscripts.ts';

/** What the scripts of a big operator say. */
export interface BigLimits {
  readonly lower: readonly Expression[];
  readonly upper: Expression | undefined;
  readonly written: boolean;
}

/** Reads the scripts behind a big operator, in either order. */
export const readLimits = (parser: Parser): BigLimits => {
  let lower: readonly Expression[] = [];
  let upper: Expression | undefined;
  let written = false;
  for (;;) {
    const { kind } = parser.current;
    if (kind === Kind.subscript && lower.length === 0) lower = items(scriptItems(parser));
    else if (kind === Kind.superscript && upper === undefined) upper = scriptItems(parser)[0];
    else return { lower, upper, written };
    written = true;
  }
};

/** The lines of a `\substack` are items like those between commas. */
const items = (lower: readonly Expression[]): readonly Expression[] => {
  const [only] = lower;
  return lower.length === 1 && only?.kind === 'sequence' ? only.items : lower;
};

/** Lower limits as variable and start where they say so, as a condition otherwise. */
export const range = ({ lower, upper }: BigLimits, operator: BigNode['operator']): Partial<BigNode> => {
  const [first, ...others] = lower;
  if (first === undefined) return upper === undefined ? {} : { to: upper };
  const named = operator === 'limit' ? approach(first) : start(first);
  const several = others.length > 0 && others.every(isName);
  const condition = conditionOf(several ? first : named.condition, others);
  const to = named.to ?? upper;
  const said: { -readonly [Key in keyof BigNode]?: BigNode[Key] } = {};
  if (named.variable) said.variable = named.variable;
  if (named.from) said.from = named.from;
  if (to) said.to = to;
  if (condition) said.condition = condition;
  return said;
};

interface Named {
  readonly variable?: Expression;
  readonly from?: Expression;
  readonly to?: Expression;
  readonly condition?: Expression;
}

/** `t = 1`, `t`, `i ∈ S`, `1 ≤ k ≤ n`, `i ≠ j` */
const start = (lower: Expression): Named => {
  if (isName(lower)) return { variable: lower };
  if (lower.kind !== 'relation') return { condition: lower };
  const [left, middle] = lower.members;
  const [relation] = lower.relations;
  if (left === undefined || middle === undefined) return { condition: lower };
  if (lower.relations.length === 1 && relation === '=' && isName(left)) return { variable: left, from: middle };
  if (lower.relations.length === 1 && relation === '∈' && isName(left)) return { variable: left, condition: lower };
  return lower.relations.length === 2 && isName(middle) ? { variable: middle, condition: lower } : { condition: lower };
};

/** `m → ∞` */
const approach = (lower: Expression): Named => {
  if (lower.kind !== 'relation' || lower.relations[0] !== '→') return start(lower);
  const [variable, to] = lower.members;
  return variable !== undefined && to !== undefined && isName(variable) ? { variable, to } : { condition: lower };
};

const isName = (node: Expression): boolean => node.kind === 'symbol' || node.kind === 'index' || node.kind === 'prime';

/** Conditions as one: alone, or as a sequence; `undefined` for none. */
export const conditionOf = (first: Expression | undefined, others: readonly Expression[]): Expression | undefined => {
  const all = first === undefined ? others : [first, ...others];
  const [only] = all;
  const from = only?.at?.start;
  const to = all.at(-1)?.at?.end;
  if (all.length < 2 || from === undefined || to === undefined) return only;
  return { kind: 'sequence', items: all, at: { start: from, end: to } };
};
