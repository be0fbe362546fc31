import { type Enclosure, enclosure } from '../enclosure.ts';
import * as fixed from '../fixed/constants.ts';

/** π to `bits` binary places. */
export const pi = (bits: number): Enclosure => enclosure(fixed.pi(bits), 2n, bits);

/** e to `bits` binary places. */
export const e = (bits: number): Enclosure => enclosure(fixed.e(bits), 2n, bits);
