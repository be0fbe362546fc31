/** What reading one document needs at hand: its sources, its symbols, and places for what is found. */
import { asFormulaName, withFormulaNames } from '../math/expression/formula-names.ts';
import type { Expression, Span } from '../math/expression/tree.ts';
import { parseLatex } from '../math/notation/latex.ts';
import { parsePlain } from '../math/notation/plain.ts';
import type { Parsed, Problem } from '../math/notation/problem.ts';
import type { Member } from '../model/claim.ts';
import type { Document, FormulaPart, Part } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import type { Place, Range } from '../model/place.ts';
import { withIndices } from './formulas/indices.ts';
import type { Strand } from './formulas/strand.ts';
import { strandsOf } from './formulas/strands.ts';
import { mayStrike, withoutStruck } from './formulas/struck.ts';
import { cutAtWideGaps } from './formulas/wide-gaps.ts';
import { type Stretch, stretchesOf } from './sentences/flat-text.ts';
import type { Symbols } from './symbols.ts';
import type { Written } from './written.ts';

/** A formula as read: what is crossed out is gone, superscripts that count steps are indices. */
export interface Formula {
  readonly part: FormulaPart;
  readonly tree: Expression;
  readonly strands: readonly Strand[];
  readonly problems: readonly Problem[];
}

/** The parts of one kind in document order. */
type PartsOf = <K extends Part['kind']>(kind: K) => readonly Extract<Part, { readonly kind: K }>[];

export interface Reading {
  readonly document: Document;
  readonly parts: PartsOf;
  readonly stretches: readonly Stretch[];
  readonly symbols: Symbols;
  readonly notices: readonly Notice[];
  readonly source: (range: Range) => string;
  readonly place: (file: string, span: Span) => Place;
  readonly parse: (written: Written) => Parsed;
  /** A formula of the document, read once. */
  readonly formula: (part: FormulaPart) => Formula;
}

const partsOf = ({ parts }: Document): PartsOf => {
  const kinds = new Map<Part['kind'], Part[]>();
  for (const part of parts) {
    const same = kinds.get(part.kind);
    if (same) same.push(part);
    else kinds.set(part.kind, [part]);
  }
  return <K extends Part['kind']>(kind: K) => (kinds.get(kind) ?? []) as Extract<Part, { readonly kind: K }>[];
};

/** Opens a document for reading with its symbol table. */
export const openReading = (document: Document, symbols: Symbols): Reading => {
  const texts = new Map(document.sources.map(({ file, text }) => [file, text]));
  const source: Reading['source'] = ({ file, start, end }) => texts.get(file)?.slice(start, end) ?? '';
  const formulas = new Map<FormulaPart, Formula>();
  const strikes = document.macros.some(({ body }) => mayStrike(body));
  const { functions, names } = symbols.options;
  const { macros } = document;
  const parse: Reading['parse'] = ({ text, notation, range }) => {
    const options = { functions, names, macros, decimal: symbols.decimals.of(text), offset: range.start };
    const { tree, problems } = notation === 'latex' ? parseLatex(text, options) : parsePlain(text, options);
    return { tree: withFormulaNames(tree, symbols.formulas.anywhere), problems };
  };
  const read = (part: FormulaPart): Formula => {
    const { tree, problems } = parse(part);
    const kept = strikes || mayStrike(part.text) ? withoutStruck(tree) : tree;
    const { text, range } = part;
    const meant = withIndices(kept, part, symbols);
    const isOneFormula = part.environment?.startsWith('multline') === true;
    const strands = strandsOf(meant, { text, offset: range.start, isOneFormula });
    // Only a member between two others can hold the name of the next equation.
    const mayHideNext = strands.some(({ members }) => members.length > 2);
    const cut = mayHideNext
      ? strands.flatMap((strand) => cutAtWideGaps(strand, text, range.start, symbols.counted))
      : strands;
    return { part, tree: meant, strands: cut, problems };
  };
  return {
    document,
    parts: partsOf(document),
    stretches: stretchesOf(document, source),
    symbols,
    notices: symbols.decimals.notices,
    source,
    place: (file, { start, end }) => document.place({ file, start, end }),
    parse,
    formula: (part) => {
      const known = formulas.get(part);
      if (known) return known;
      const formula = read(part);
      formulas.set(part, formula);
      return formula;
    },
  };
};

/** Where an expression stands; `otherwise` for one that was put together. */
const spanOf = (expression: Expression, otherwise: Span): Span => expression.at ?? otherwise;

const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

const brokenAt = (span: Span, problems: readonly Problem[]): string | undefined =>
  problems.find(({ at, severity }) => severity === 'error' && overlaps(at, span))?.message;

/** A member of a chain with its own words, its place, and the problem it was read with. */
export const memberOf = (
  reading: Reading,
  expression: Expression,
  range: Range,
  problems: readonly Problem[] = [],
): Member => {
  const span = spanOf(expression, range);
  const broken = problems.length > 0 ? brokenAt(span, problems) : undefined;
  const { start, end } = span;
  const text = reading.source({ file: range.file, start, end });
  // The group `{3.55}` of `\\boxed{3.55}` is the 3.55 in it.
  const isGroup = text.startsWith('{') && /^\{[^{}]*\}$/.test(text);
  const member: Member = {
    expression: asFormulaName(expression, reading.symbols.formulas.alone),
    text: isGroup ? text.slice(1, -1).trim() : text.trim(),
    place: reading.place(range.file, isGroup ? { start: start + 1, end: end - 1 } : span),
  };
  return broken === undefined ? member : { ...member, broken };
};
