/** Expressions as LaTeX, the way a person writes them: `2x + y`, `\frac{1}{2} x^{2}`, `\nabla f(x, y)`. */
import { binding, bindingOf } from './binding.ts';
import { applyText } from './latex-applications.ts';
import { bracketed, held, isTall, nameText, type Text } from './latex-brackets.ts';
import { relationSigns } from './latex-names.ts';
import { relationText, sumText } from './print-chains.ts';
import type { BigNode, By, DerivativeNode, Expression, IndexNode, ProductNode } from './tree.ts';
import { fold } from './walk.ts';

/** A dot before digits, brackets that could be read as an application's, and fractions after a number: `1\frac12`. */
const between = (left: string, right: string): string => {
  if (/^[\d.]/.test(right)) return ' \\cdot ';
  if (/^\\frac/.test(right) && /\d$/.test(left)) return ' \\cdot ';
  if (/^(?:\(|\\left\()/.test(right)) return /[\d)}]$/.test(left) ? ' ' : ' \\cdot ';
  return /[\d.]$/.test(left) && !right.startsWith('\\') ? '' : ' ';
};

const factorText = (part: Expression, text: Text): string => {
  if (part.kind === 'derivative' || part.kind === 'quotient') return text(part);
  return held(text)(part, binding.power);
};

const productText = (e: ProductNode, text: Text): string =>
  e.factors
    .map((part) => factorText(part, text))
    .reduce((before, factor, i) => (i === 0 ? factor : `${before}${between(before, factor)}${factor}`), '');

const scriptText = (inside: string): string => (/^[\p{L}\d]$/u.test(inside) ? inside : `{${inside}}`);

const indexText = (e: IndexNode, text: Text): string => {
  const inside = e.indices.map(text).join(', ');
  const base = held(text)(e.base, binding.atom);
  return e.position === 'super' ? `${base}^{(${inside})}` : `${base}_${scriptText(inside)}`;
};

const orderText = (order: Expression, text: Text): string =>
  order.kind === 'number' && order.text === '1' ? '' : `^{${text(order)}}`;

const totalOrder = (variables: readonly By[], text: Text): string => {
  const written = variables.map(({ order }) => text(order));
  const total = written.reduce((all, order) => all + Number(order), 0);
  if (total === 1) return '';
  return `^{${Number.isInteger(total) ? total : written.join(' + ')}}`;
};

const derivativeText = (e: DerivativeNode, text: Text): string => {
  const d = e.style === 'total' ? 'd' : '\\partial';
  const plus = e.style === 'immediate' ? '^{+}' : '';
  const under = e.by.map(
    ({ variable, order }) => `${d} ${held(text)(variable, binding.atom)}${orderText(order, text)}`,
  );
  const head = `${d}${plus}${totalOrder(e.by, text)}`;
  const simple = bindingOf(e.of) >= binding.atom && e.of.kind !== 'number';
  if (simple) return `\\frac{${head} ${text(e.of)}}{${under.join(' ')}}`;
  return `\\frac{${head}}{${under.join(' ')}} ${bracketed(text(e.of))}`;
};

const bigSigns = {
  sum: '\\sum',
  product: '\\prod',
  max: '\\max',
  min: '\\min',
  argmax: '\\operatorname*{arg\\,max}',
  argmin: '\\operatorname*{arg\\,min}',
  limit: '\\lim',
  integral: '\\int',
} as const;

const lowerLimit = (e: BigNode, text: Text): string => {
  if (e.condition) return text(e.condition);
  const variable = e.variable ? text(e.variable) : '';
  if (e.operator === 'limit') return e.to ? `${variable} \\to ${text(e.to)}` : variable;
  return e.from ? `${variable} = ${text(e.from)}` : variable;
};

const bigText = (e: BigNode, text: Text): string => {
  const body = held(text)(e.body, binding.big);
  const integral = e.operator === 'integral';
  const lower = integral ? (e.from ? text(e.from) : '') : lowerLimit(e, text);
  const upper = e.to && e.operator !== 'limit' ? `^{${text(e.to)}}` : '';
  const limits = `${lower && `_{${lower}}`}${upper}`;
  return `${bigSigns[e.operator]}${limits} ${body}${integral && e.variable ? ` \\, d${text(e.variable)}` : ''}`;
};

const brackets = { '(': '(', ')': ')', '[': '[', ']': ']', '{': '\\{', '}': '\\}', '⟨': '\\langle ', '⟩': ' \\rangle' };

const rowsText = (rows: readonly (readonly Expression[])[], text: Text): string =>
  rows.map((row) => row.map(text).join(' & ')).join(' \\\\ ');

const environment = (name: string, body: string): string => `\\begin{${name}} ${body} \\end{${name}}`;

const combine = (e: Expression, text: Text): string => {
  const hold = held(text);
  switch (e.kind) {
    case 'number':
      return e.text;
    case 'text':
      return `\\text{${e.text}}`;
    case 'symbol':
      return nameText(e.name);
    case 'index':
      return indexText(e, text);
    case 'negative':
      return `-${hold(e.of, binding.big)}`;
    case 'sum':
      return sumText(e, hold);
    case 'product':
      return productText(e, text);
    case 'quotient':
      return `\\frac{${text(e.over)}}{${text(e.under)}}`;
    case 'power':
      return `${hold(e.base, binding.atom)}^${scriptText(text(e.exponent))}`;
    case 'root':
      return `\\sqrt${e.degree ? `[${text(e.degree)}]` : ''}{${text(e.of)}}`;
    case 'apply':
      return applyText(e, text);
    case 'derivative':
      return derivativeText(e, text);
    case 'prime':
      return `${hold(e.of, binding.atom)}${"'".repeat(Math.min(e.order, 9))}`;
    case 'gradient':
      return `\\nabla${e.by ? `_{${text(e.by)}}` : ''}${e.order === 2 ? '^{2}' : ''} ${hold(e.of, binding.atom)}`;
    case 'at':
      return `\\left. ${text(e.of)} \\right|_{${e.where.map(text).join(', ')}}`;
    case 'big':
      return bigText(e, text);
    case 'list': {
      const inside = e.items.map(text).join(', ');
      return isTall(inside)
        ? `\\left${brackets[e.open]} ${inside} \\right${brackets[e.close].trim()}`
        : `${brackets[e.open]}${inside}${brackets[e.close]}`;
    }
    case 'matrix':
      return environment('bmatrix', rowsText(e.rows, text));
    case 'cases':
      return environment('cases', rowsText(e.rows, text));
    case 'rows':
      return environment('aligned', rowsText(e.rows, text));
    case 'relation':
      return relationText(
        e.members.map((member) => hold(member, binding.at)),
        e.relations.map((sign) => relationSigns[sign]),
      );
    case 'logic':
      return e.operator === 'not'
        ? `\\lnot ${e.terms.map((term) => hold(term, binding.not)).join('')}`
        : e.terms
            .map((term) => hold(term, binding[e.operator] + 1))
            .join(e.operator === 'and' ? ' \\land ' : ' \\lor ');
    case 'sequence':
      return e.items.map(text).join(', \\quad ');
    case 'marked':
      return e.mark === 'final' ? `\\boxed{${text(e.of)}}` : `\\cancel{${text(e.of)}}`;
    case 'ellipsis':
      return '\\cdots';
    case 'empty':
      return '';
    case 'error':
      return '\\text{?}';
  }
};

/** The expression as LaTeX, without delimiters; reading it again gives the same tree. */
export const printLatex = (e: Expression): string => fold(e, combine);
