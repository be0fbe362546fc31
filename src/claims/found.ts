import type { Claim, Lead } from '../model/claim.ts';
import type { Range } from '../model/place.ts';

/** A claim and where it begins, before the claims of all kinds are put in order: then each is told its turn and its lead. */
export interface Found<C extends Claim = Claim> {
  readonly claim: C & { order: number; lead?: Lead };
  readonly range: Range;
}
