import type { Member } from '../../model/claim.ts';
import type { BrokenLink, FindingNote } from '../../model/verdict.ts';

/** What a derivation comes to, and on which member of the chain that rests. */
export interface Derived {
  readonly verdict: 'correct' | 'wrong' | 'review';
  readonly member: Member;
  readonly reason?: string;
  readonly findings: readonly FindingNote[];
  readonly broken?: BrokenLink;
}
