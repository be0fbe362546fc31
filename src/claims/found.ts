import type { Claim } from '../model/claim.ts';
import type { Range } from '../model/place.ts';

/** A claim and where it begins, before the claims of all kinds are put in order. */
export interface Found<C extends Claim = Claim> {
  readonly claim: C;
  readonly range: Range;
}
