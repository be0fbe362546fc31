/** Expressions as plain text, the way a person types them: `2x + y`, `x_{k+1}`, `∂f/∂x`, `(1/2)x^2`. */
import { binding, bindingOf, postfix } from './binding.ts';
import { relationText, sumText } from './print-chains.ts';
import type { ApplyNode, BigNode, By, DerivativeNode, Expression, IndexNode, ProductNode } from './tree.ts';
import { fold } from './walk.ts';

type Text = (part: Expression) => string;

/** The part in brackets where it binds less tightly than its place needs. */
const held =
  (text: Text) =>
  (part: Expression, needed: number): string =>
    bindingOf(part) < needed ? `(${text(part)})` : text(part);

/**
 * What goes between two factors. A dot where juxtaposition would be read otherwise: `2·3` is not `23`, `x·(a + b)` no
 * application and `2·(1/3)` no mixed number; two names need the space, since `xy` may be one.
 */
const between = (left: string, right: string, isFraction: boolean): string => {
  if (isFraction && /\d$/.test(left)) return '·';
  if (/^[\d.(|‖∂√-]/u.test(right)) return /[\d)]$/.test(left) && right.startsWith('(') ? '' : '·';
  return /^[\d.]+$/.test(left) ? '' : ' ';
};

const factorText = (part: Expression, text: Text): string => {
  if (part.kind === 'derivative') return text(part);
  return held(text)(part, part.kind === 'quotient' ? binding.atom : binding.power);
};

const productText = (e: ProductNode, text: Text): string =>
  e.factors
    .map((part) => factorText(part, text))
    .reduce((before, factor, i) => {
      const gap = i === 0 ? '' : between(before, factor, e.factors[i]?.kind === 'quotient');
      return `${before}${gap}${factor}`;
    }, '');

const indexText = (e: IndexNode, text: Text): string => {
  const inside = e.indices.map(text).join(', ');
  const base = held(text)(e.base, binding.atom);
  if (e.position === 'super') return `${base}^{(${inside})}`;
  return /^(?:\d+|\p{L})$/u.test(inside) ? `${base}_${inside}` : `${base}_{${inside}}`;
};

const exponentText = (exponent: Expression, text: Text): string =>
  exponent.kind === 'number' || exponent.kind === 'symbol' ? text(exponent) : `(${text(exponent)})`;

const brackets: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['floor', ['⌊', '⌋']],
  ['ceil', ['⌈', '⌉']],
]);

/** `(-∞, -2) ∪ (3, ∞)` */
const setOperators: ReadonlySet<string> = new Set(['∪', '∩', '∖']);

const applyText = (e: ApplyNode, text: Text): string => {
  const name = e.operator.kind === 'symbol' ? e.operator.name : '';
  const [first, second] = e.arguments;
  const bracket = brackets.get(name);
  const after = postfix.get(name);
  if (first && !second && bracket) return `${bracket[0]}${text(first)}${bracket[1]}`;
  if (first && !second && after) return `${held(text)(first, binding.atom)}${after}`;
  if (first && name === 'plusminus') {
    const sides = [first, second].flatMap((side) => (side ? [held(text)(side, binding.product)] : []));
    return sides.length > 1 ? sides.join(' ± ') : `±${sides[0]}`;
  }
  if (second && setOperators.has(name))
    return e.arguments.map((part) => held(text)(part, binding.atom)).join(` ${name} `);
  if (first && second && name === 'log') return `log_${exponentText(second, text)}(${text(first)})`;
  return `${held(text)(e.operator, binding.atom)}(${e.arguments.map(text).join(', ')})`;
};

const superscripts = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

const orderText = (order: Expression, text: Text): string => {
  if (order.kind !== 'number') return `^${exponentText(order, text)}`;
  return order.text === '1' ? '' : order.text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit);
};

const totalOrder = (variables: readonly By[], text: Text): string => {
  const orders = variables.map(({ order }) => Number(text(order)));
  const total = orders.reduce((all, order) => all + order, 0);
  if (Number.isInteger(total)) return orderText({ kind: 'number', text: String(total) }, text);
  return `^(${variables.map(({ order }) => text(order)).join(' + ')})`;
};

const derivativeText = (e: DerivativeNode, text: Text): string => {
  const d = { partial: '∂', total: 'd', immediate: '∂⁺' }[e.style];
  const under = e.by.map(({ variable, order }) => {
    const sign = e.style === 'immediate' ? '∂' : d;
    return `${sign}${held(text)(variable, binding.atom)}${orderText(order, text)}`;
  });
  const head = `${d}${totalOrder(e.by, text)}`;
  const simple = bindingOf(e.of) >= binding.atom && e.of.kind !== 'number';
  return simple ? `${head}${text(e.of)}/${under.join('')}` : `${head}/${under.join('')} (${text(e.of)})`;
};

const bigSigns = {
  sum: 'Σ',
  product: 'Π',
  max: 'max',
  min: 'min',
  argmax: 'argmax',
  argmin: 'argmin',
  limit: 'lim',
  integral: '∫',
} as const;

const lowerLimit = (e: BigNode, text: Text): string => {
  if (e.condition) return text(e.condition);
  const variable = e.variable ? text(e.variable) : '';
  if (e.operator === 'limit') return e.to ? `${variable}→${text(e.to)}` : variable;
  return e.from ? `${variable}=${text(e.from)}` : variable;
};

const bigText = (e: BigNode, text: Text): string => {
  const body = held(text)(e.body, binding.big);
  if (e.operator === 'integral') {
    const ends = `${e.from ? `_{${text(e.from)}}` : ''}${e.to ? `^{${text(e.to)}}` : ''}`;
    return `∫${ends} ${body}${e.variable ? ` d${text(e.variable)}` : ''}`;
  }
  const lower = lowerLimit(e, text);
  const upper = e.to && e.operator !== 'limit' ? `^{${text(e.to)}}` : '';
  return `${bigSigns[e.operator]}${lower && `_{${lower}}`}${upper} ${body}`;
};

const rowsText = (rows: readonly (readonly Expression[])[], text: Text, gap: string): string =>
  rows.map((row) => row.map(text).join(gap)).join('; ');

/** A case and the other one are `ifelse(condition, value, other)`; more of them have no plain notation. */
const casesText = (rows: readonly (readonly Expression[])[], text: Text): string => {
  const [[value, condition] = [], [other, ...more] = []] = rows;
  if (rows.length === 2 && value && condition && other && more.length === 0)
    return `ifelse(${text(condition)}, ${text(value)}, ${text(other)})`;
  return `{${rowsText(rows, text, ', ')}}`;
};

const combine = (e: Expression, text: Text): string => {
  const hold = held(text);
  switch (e.kind) {
    case 'number':
    case 'text':
      return e.text;
    case 'symbol':
      return e.name;
    case 'index':
      return indexText(e, text);
    case 'negative':
      return `-${hold(e.of, binding.big)}`;
    case 'sum':
      return sumText(e, hold);
    case 'product':
      return productText(e, text);
    case 'quotient':
      return `${hold(e.over, binding.power)}/${hold(e.under, binding.power)}`;
    case 'power':
      return `${hold(e.base, binding.atom)}^${exponentText(e.exponent, text)}`;
    case 'root':
      return e.degree ? `root(${text(e.of)}, ${text(e.degree)})` : `√(${text(e.of)})`;
    case 'apply':
      return applyText(e, text);
    case 'derivative':
      return derivativeText(e, text);
    case 'prime':
      return `${hold(e.of, binding.atom)}${"'".repeat(Math.min(e.order, 9))}`;
    case 'gradient':
      return `∇${e.by ? `_{${text(e.by)}}` : ''}${e.order === 2 ? '²' : ''}${hold(e.of, binding.atom)}`;
    case 'at':
      return `${hold(e.of, binding.atom)}|_{${e.where.map(text).join(', ')}}`;
    case 'big':
      return bigText(e, text);
    case 'list':
      return `${e.open}${e.items.map(text).join(', ')}${e.close}`;
    case 'matrix':
      return `[${rowsText(e.rows, text, ', ')}]`;
    case 'cases':
      return casesText(e.rows, text);
    case 'rows':
      return rowsText(e.rows, text, ' ');
    case 'relation':
      return relationText(
        e.members.map((member) => hold(member, binding.at)),
        e.relations,
      );
    case 'logic':
      return e.operator === 'not'
        ? `not ${e.terms.map((term) => hold(term, binding.not)).join('')}`
        : e.terms.map((term) => hold(term, binding[e.operator] + 1)).join(` ${e.operator} `);
    case 'sequence':
      return e.items.map(text).join(', ');
    case 'marked':
      return text(e.of);
    case 'ellipsis':
      return '…';
    case 'empty':
      return '';
    case 'error':
      return '?';
  }
};

/**
 * The expression as plain text. Reading it again gives the same tree, apart from marks of final or struck answers and
 * from matrices, which plain text has no notation for.
 */
export const printPlain = (e: Expression): string => fold(e, combine);
