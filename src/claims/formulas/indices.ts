/**
 * Indices in other clothes, made plain:
 *
 *     x^{k+1}     where the document writes iterates so, else a power
 *     x(1) x[1]   where x is a quantity of the assignment and no function
 *     x1          where x is one and x1 is none
 */
import type { ApplyNode, Expression, IndexNode, ProductNode, SymbolNode } from '../../math/expression/tree.ts';
import { mapTree } from '../../math/expression/walk.ts';
import type { Symbols } from '../symbols.ts';
import type { Written } from '../written.ts';

const index = (base: Expression, step: Expression, position: IndexNode['position'], like: Expression): IndexNode => ({
  kind: 'index',
  base,
  indices: [step],
  position,
  ...(like.at && { at: like.at }),
});

const stepOf = (e: Expression): number | undefined =>
  e.kind === 'number' && /^\d{1,6}$/.test(e.text) ? Number(e.text) : undefined;

/** The step whose left side this is: `x^3`, `(x^3, y^3)`. */
const leftStep = (e: Expression, bases: ReadonlySet<string>): number | undefined => {
  if (e.kind === 'list') return e.items.map((item) => leftStep(item, bases)).find((step) => step !== undefined);
  if (e.kind !== 'power' || e.base.kind !== 'symbol' || !bases.has(e.base.name)) return undefined;
  return stepOf(e.exponent);
};

const leftMember = (tree: Expression): Expression => {
  if (tree.kind === 'relation') return tree.members[0] ?? tree;
  if (tree.kind === 'sequence') return tree.items[0] ? leftMember(tree.items[0]) : tree;
  return tree;
};

/**
 * Powers of the document's iterates: an index always with a letter or 0 or 1 as the exponent, and on a line for step 3
 * also `x^3` and `x^2`. `x^2` elsewhere may well be a square and stays one.
 */
const superscripts = (tree: Expression, iterates: ReadonlySet<string>): Expression => {
  const step = leftStep(leftMember(tree), iterates);
  return mapTree(tree, (e) => {
    if (e.kind !== 'power' || e.base.kind !== 'symbol' || !iterates.has(e.base.name)) return e;
    const own = stepOf(e.exponent);
    const counts = own === undefined || own <= 1 || (step !== undefined && (own === step || own === step - 1));
    return counts ? index(e.base, e.exponent, 'super', e) : e;
  });
};

/** Looked for by its bracket, which is rarer than a letter. */
const bracketed = /[([](?<=[A-Za-zͰ-Ͽ}]\s*(?:\\left)?[([])\s*\d{1,4}\s*(?:\\right)?[)\]]/;
/** In TeX `x2` is x times 2; in plain text it is a name. */
const gluedAnywhere = /[A-Za-zͰ-Ͽ]\d/;
const opens = /^[\s}]*(?:\\left)?\s*[([]\s*$/;

const standsInBrackets = (e: Expression, before: Expression, text: string, offset: number): boolean => {
  const start = (e.at?.start ?? 0) - offset;
  // The brackets belong to the place of what stands in them alone.
  return /^[([]/.test(text.slice(start, start + 1)) || opens.test(text.slice((before.at?.end ?? 0) - offset, start));
};

/** `x(1)`, which reads as a product of `x` and 1. */
const inBrackets = (e: ProductNode, text: string, offset: number, { known, options }: Symbols): Expression => {
  const factors: Expression[] = [];
  for (const factor of e.factors) {
    const before = factors.at(-1);
    const isQuantity = before?.kind === 'symbol' && known.has(before.name) && !options.functions?.has(before.name);
    if (isQuantity && stepOf(factor) !== undefined && standsInBrackets(factor, before, text, offset)) {
      const at = { start: before.at?.start ?? 0, end: factor.at?.end ?? 0 };
      factors[factors.length - 1] = index(before, factor, 'sub', { ...before, at });
    } else factors.push(factor);
  }
  const [only] = factors;
  if (factors.length === e.factors.length || !only) return e;
  return factors.length === 1 ? only : { ...e, factors };
};

/** `x(1)`, which reads as `x` applied to 1 where it stands to the left. */
const applied = (e: ApplyNode, { known, options }: Symbols): Expression => {
  const [step] = e.arguments;
  const isQuantity =
    e.operator.kind === 'symbol' && known.has(e.operator.name) && !options.functions?.has(e.operator.name);
  if (!isQuantity || !step || e.arguments.length > 1 || stepOf(step) === undefined) return e;
  return index(e.operator, step, 'sub', e);
};

const glued = /^(\p{L}\p{M}*)(\d{1,4})$/u;

/** `x1`, read as one word. */
const withDigits = (e: SymbolNode, { known }: Symbols): Expression => {
  const [, base, digits] = glued.exec(e.name) ?? [];
  if (!base || !digits || !known.has(base) || known.has(e.name)) return e;
  const split = e.at && e.at.end - digits.length;
  const at = (start: number | undefined, end: number | undefined) =>
    start === undefined || end === undefined ? {} : { at: { start, end } };
  const letter: Expression = { kind: 'symbol', name: base, ...at(e.at?.start, split) };
  return index(letter, { kind: 'number', text: digits, ...at(split, e.at?.end) }, 'sub', e);
};

/** The tree with its indices plain, as read from `written`. */
export const withIndices = (tree: Expression, written: Written, symbols: Symbols): Expression => {
  const { text, range, notation } = written;
  const { iterates } = symbols;
  const counted = iterates.size > 0 && text.includes('^') ? superscripts(tree, iterates) : tree;
  const hasBrackets = bracketed.test(text);
  if (!hasBrackets && (notation === 'latex' || !gluedAnywhere.test(text))) return counted;
  return mapTree(counted, (e) => {
    if (e.kind === 'apply' && hasBrackets) return applied(e, symbols);
    if (e.kind === 'product' && hasBrackets) return inBrackets(e, text, range.start, symbols);
    return e.kind === 'symbol' ? withDigits(e, symbols) : e;
  });
};
