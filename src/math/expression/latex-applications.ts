/** Applied functions in LaTeX: `\sin(x)`, `\lvert x \rvert`, `n!`. */
import { binding } from './binding.ts';
import { bracketed, held, nameText, type Text } from './latex-brackets.ts';
import type { ApplyNode, Expression } from './tree.ts';

const known: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh exp ln log max min det'.split(' '),
);

const functionName = (operator: Expression, text: Text): string => {
  if (operator.kind !== 'symbol') return held(text)(operator, binding.atom);
  if (known.has(operator.name)) return `\\${operator.name}`;
  return /^\p{L}{2,}$/u.test(operator.name) ? `\\operatorname{${operator.name}}` : nameText(operator.name);
};

/** The notations with their own brackets or signs; each gets its arguments printed. */
const notations: ReadonlyMap<string, (args: readonly string[]) => string> = new Map([
  ['abs', ([of = '']) => bracketed(of, '|', '|').replace(/^\|(.*)\|$/su, '\\lvert $1 \\rvert')],
  ['norm', ([of = '', degree]) => `\\left\\lVert ${of} \\right\\rVert${degree ? `_{${degree}}` : ''}`],
  ['floor', ([of = '']) => `\\lfloor ${of} \\rfloor`],
  ['ceil', ([of = '']) => `\\lceil ${of} \\rceil`],
  ['inner', (args) => `\\langle ${args.join(', ')} \\rangle`],
  ['conjugate', ([of = '']) => `\\overline{${of}}`],
  ['binomial', ([n = '', k = '']) => `\\binom{${n}}{${k}}`],
]);

const postfixes: ReadonlyMap<string, string> = new Map([
  ['factorial', '!'],
  ['doublefactorial', '!!'],
  ['percent', '\\%'],
  ['transpose', '^{\\top}'],
]);

/** A function applied, in its own notation where it has one. */
export const applyText = (e: ApplyNode, text: Text): string => {
  const name = e.operator.kind === 'symbol' ? e.operator.name : '';
  const [first, second] = e.arguments;
  const after = postfixes.get(name);
  const notation = notations.get(name);
  if (first && !second && after) return `${held(text)(first, binding.atom)}${after}`;
  if (first && notation) return notation(e.arguments.map(text));
  if (first && name === 'plusminus') {
    const sides = [first, second].flatMap((side) => (side ? [held(text)(side, binding.product)] : []));
    return sides.length > 1 ? sides.join(' \\pm ') : `\\pm ${sides[0]}`;
  }
  if (first && second && name === 'log') return `\\log_{${text(second)}}${bracketed(text(first))}`;
  return `${functionName(e.operator, text)}${bracketed(e.arguments.map(text).join(', '))}`;
};
