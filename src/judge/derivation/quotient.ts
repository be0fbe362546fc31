import { isScalar, over } from './block.ts';
import { type Code, isTrouble, unknown } from './code.ts';

/** A value divided by a number other than zero. */
export const quotientCode =
  (upper: Code, lower: Code): Code =>
  (place) => {
    const [value, divisor] = [upper(place), lower(place)];
    if (isTrouble(value)) return value;
    if (isTrouble(divisor)) return divisor;
    return isScalar(divisor) && divisor.entries[0] !== 0 ? over(value, divisor) : unknown('a quotient');
  };
