/**
 * Working precisions of the fixed-point kernels.
 *
 * A kernel takes and gives integers in units of 2^−w ("ulp") and promises a result less than 2^guard ulps away from
 * the truth. Working precisions are few, so that tables made for one call serve the next.
 */

/** Bits below the wanted ones that a kernel may spoil. Every error bound in this folder stays below 2^guard ulps. */
const guard = 40;

/** The working precision for a result of `bits` binary places: whole machine words, above 2048 bits in steps of 1/16. */
export const workingBits = (bits: number): number => {
  const wanted = bits + guard;
  const step = wanted <= 2048 ? 64 : 2 ** Math.floor(Math.log2(wanted) - 4);
  return Math.ceil(wanted / step) * step;
};

/** Remembers what was made for the precisions used last. */
export const byPrecision = <T>(make: (w: number) => T, kept = 16): ((w: number) => T) => {
  const made = new Map<number, T>();
  let [recent, last]: [number, T | undefined] = [-1, undefined];
  return (w) => {
    if (recent === w && last !== undefined) return last;
    const found = made.get(w) ?? make(w);
    made.delete(w);
    made.set(w, found);
    const [oldest] = made.keys();
    if (made.size > kept && oldest !== undefined) made.delete(oldest);
    [recent, last] = [w, found];
    return found;
  };
};

/** The precision of a start for a Newton step that multiplies the right bits by five, less what a kernel spoils. */
export const startingBits = (w: number): number => Math.ceil((w / 5 + 48) / 64) * 64;
