import { type Enclosure, enclosure } from '../enclosure.ts';
import * as fixed from '../fixed/constants.ts';

/** π to `bits` binary places. */
export const pi = (bits: number): Enclosure => enclosure(fixed.pi(bits), 2n, bits);

/** e to `bits` binary places. */
export const e = (bits: number): Enclosure => enclosure(fixed.e(bits), 2n, bits);

/** ln 2 to `bits` binary places. */
export const ln2 = (bits: number): Enclosure => enclosure(fixed.ln2(bits), 2n, bits);
