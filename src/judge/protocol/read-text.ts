import { sum } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { parseLatex } from '../../math/notation/latex.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import type { ParseOptions } from '../../math/notation/problem.ts';
import { unitNames } from '../units/find-unit.ts';
import { perAsFraction } from '../units/spelling.ts';
import type { Notation, RequestRule } from './request.ts';

/** A text as read, or why it could not be. */
export type TextRead = { readonly tree: Expression } | { readonly problem: string };

const looksLikeLatex = (text: string): boolean => /\\[a-zA-Z(["]|\$|[_^]\{/.test(text);

/** `$…$`, `\(…\)` and `\[…\]` around the whole text. */
const withoutDelimiters = (text: string): string => {
  const match = /^\s*(?:\$\$([\s\S]*)\$\$|\$([^$]*)\$|\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\])\s*$/.exec(text);
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '') : text;
};

/** `= 3.19` and `≈ 3.19` say 3.19, `+∞` says ∞. */
const withoutSign = (tree: Expression): Expression => {
  if (tree.kind === 'sum' && tree.terms[0]?.kind === 'empty') return sum(tree.terms.slice(1));
  const [left, right, ...more] = tree.kind === 'relation' ? tree.members : [];
  const isSaid = tree.kind === 'relation' && /^[=≈]$/.test(tree.relations.join('')) && left?.kind === 'empty';
  return isSaid && right && more.length === 0 ? right : tree;
};

const optionsFor = (rule: RequestRule, decimal: ParseOptions['decimal']): ParseOptions => ({
  ...(rule.kind === 'quantity' && { names: unitNames() }),
  ...(decimal && { decimal }),
});

/** Reads a text in its notation. Nothing at all, and anything that holds an error, is a problem. */
export const readText = (
  text: string,
  notation: Notation,
  rule: RequestRule,
  decimal?: ParseOptions['decimal'],
): TextRead => {
  const isLatex = notation === 'latex' || (notation === 'auto' && looksLikeLatex(text));
  const options = optionsFor(rule, decimal);
  const { tree, problems } = isLatex
    ? parseLatex(withoutDelimiters(text), options)
    : parsePlain(rule.kind === 'quantity' ? perAsFraction(text) : text, options);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) return { problem: error.message };
  return tree.kind === 'empty' ? { problem: 'nothing was given' } : { tree: withoutSign(tree) };
};
