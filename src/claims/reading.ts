/** What reading one document needs at hand: its sources, its symbols, and places for what is found. */
import type { Expression, Span } from '../math/expression/tree.ts';
import { parseLatex } from '../math/notation/latex.ts';
import { parsePlain } from '../math/notation/plain.ts';
import type { Parsed, Problem } from '../math/notation/problem.ts';
import type { Member } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import type { Place, Range } from '../model/place.ts';
import type { Symbols } from './symbols.ts';

/** A piece of mathematics and where it stands; `range` covers exactly `text`. */
export interface Written {
  readonly text: string;
  readonly notation: 'latex' | 'plain';
  readonly range: Range;
}

export interface Reading {
  readonly document: Document;
  readonly symbols: Symbols;
  readonly notices: Notice[];
  readonly source: (range: Range) => string;
  readonly place: (file: string, span: Span) => Place;
  readonly parse: (written: Written) => Parsed;
}

/** Opens a document for reading with its symbol table. */
export const openReading = (document: Document, symbols: Symbols): Reading => {
  const texts = new Map(document.sources.map(({ file, text }) => [file, text]));
  return {
    document,
    symbols,
    notices: [...symbols.notices],
    source: ({ file, start, end }) => texts.get(file)?.slice(start, end) ?? '',
    place: (file, { start, end }) => document.place({ file, start, end }),
    parse: ({ text, notation, range }) => {
      const options = { ...symbols.options, macros: document.macros, offset: range.start };
      return notation === 'latex' ? parseLatex(text, options) : parsePlain(text, options);
    },
  };
};

/** Where an expression stands; `otherwise` for one that was put together. */
export const spanOf = (expression: Expression, otherwise: Span): Span => expression.at ?? otherwise;

/** The group `{3.55}` of `\\boxed{3.55}` is the 3.55 in it. */
const withoutBraces = (source: Reading['source'], file: string, { start, end }: Span): Span =>
  /^\{[^{}]*\}$/.test(source({ file, start, end })) ? { start: start + 1, end: end - 1 } : { start, end };

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
  const span = withoutBraces(reading.source, range.file, spanOf(expression, range));
  const broken = problems.length > 0 ? brokenAt(span, problems) : undefined;
  return {
    expression,
    text: reading.source({ file: range.file, ...span }).trim(),
    place: reading.place(range.file, span),
    ...(broken !== undefined && { broken }),
  };
};
