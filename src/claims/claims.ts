/**
 * What a document claims. Formulas become chains, joined across rows and displays; tables of iterates, printed output
 * and sentences are claims too.
 */
import type { Claim, Vocabulary } from '../model/claim.ts';
import type { Document } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import { answerClaims } from './answers.ts';
import { figureClaims } from './figures.ts';
import { chainClaims } from './formulas/chains.ts';
import type { Found } from './found.ts';
import { giveLeads } from './iterates/leads.ts';
import { withStep } from './iterates/steps.ts';
import { tableClaims } from './iterates/tables.ts';
import { outputClaims } from './printed/outputs.ts';
import { openReading, type Reading } from './reading.ts';
import { formulaStatementClaims } from './sentences/formula-statements.ts';
import { moveClaims } from './sentences/moves.ts';
import { respectiveClaims } from './sentences/respective.ts';
import { statementClaims } from './sentences/statements.ts';
import { tableStatementClaims } from './sentences/table-statements.ts';
import { wordedAnswerClaims } from './sentences/worded-answers.ts';
import { wordedEquations } from './sentences/worded-equations.ts';
import { readSymbols } from './symbols.ts';
import { unreadableClaims } from './unreadable.ts';

/** One kind of claim: everything of this kind that a document holds. */
type Finder = (reading: Reading) => readonly Found[];

const finders: readonly Finder[] = [
  chainClaims,
  tableClaims,
  outputClaims,
  statementClaims,
  formulaStatementClaims,
  tableStatementClaims,
  wordedAnswerClaims,
  wordedEquations,
  respectiveClaims,
  moveClaims,
  figureClaims,
  answerClaims,
  unreadableClaims,
];

const inDocumentOrder = (document: Document, found: readonly Found[]): readonly Found[] => {
  const files = new Map(document.sources.map(({ file }, i) => [file, i]));
  const rank = (file: string): number => files.get(file) ?? files.size;
  return [...found].sort(({ range: a }, { range: b }) =>
    a.file === b.file ? a.start - b.start : rank(a.file) - rank(b.file),
  );
};

/** The claims of a document in document order, and what is to be said about how they were read. Never throws. */
export const readClaims = (
  document: Document,
  vocabulary: Vocabulary,
): { readonly claims: readonly Claim[]; readonly notices: readonly Notice[] } => {
  const reading = openReading(document, readSymbols(document, vocabulary));
  const found = inDocumentOrder(
    document,
    finders.flatMap((find) => find(reading)),
  );
  giveLeads(document, found);
  const claims = found.map(({ claim, range }, order) => {
    claim.order = order;
    return withStep(reading, claim, range);
  });
  return { claims, notices: reading.notices };
};

/** The claims of a document in document order; see {@link readClaims} for the notices that go with them. */
export const claims = (document: Document, vocabulary: Vocabulary): Claim[] => [
  ...readClaims(document, vocabulary).claims,
];
