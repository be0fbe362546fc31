import type {
  AnswerClaim,
  ChainClaim,
  Claim,
  FigureClaim,
  StatementClaim,
  UnreadableClaim,
} from '../../model/claim.ts';

/** The claims of a document by their kinds, in document order. */
export interface ClaimsByKind {
  readonly chains: ChainClaim[];
  readonly statements: StatementClaim[];
  readonly figures: FigureClaim[];
  readonly unreadable: UnreadableClaim[];
  /** Answers of an answer sheet, by the item they are filed under. */
  readonly filed: Map<string, AnswerClaim[]>;
}

/** Sorts the claims of a document. */
export const byKind = (claims: readonly Claim[]): ClaimsByKind => {
  const kinds: ClaimsByKind = { chains: [], statements: [], figures: [], unreadable: [], filed: new Map() };
  for (const claim of claims) {
    if (claim.kind === 'chain') kinds.chains.push(claim);
    else if (claim.kind === 'statement') kinds.statements.push(claim);
    else if (claim.kind === 'figure') kinds.figures.push(claim);
    else if (claim.kind === 'unreadable') kinds.unreadable.push(claim);
    else kinds.filed.set(claim.item, [...(kinds.filed.get(claim.item) ?? []), claim]);
  }
  return kinds;
};
