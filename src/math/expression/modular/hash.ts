/** Numbers that look random and are the same on every machine. */

/** The last step of MurmurHash3 (Austin Appleby): every bit of the input moves every bit of the result. */
const stirred = (seed: number): number => {
  let h = seed | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Two lanes of FNV-1a with different primes. */
const lanes = (text: string): readonly [number, number] => {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [stirred(a ^ text.length), stirred(b + a)];
};

const joined = (high: number, low: number): bigint => (BigInt(high) << 32n) | BigInt(low);

/** 64 bits from a text. */
export const hashText = (text: string): bigint => joined(...lanes(text));

const sixtyFour = 1n << 64n;

/** A residue from a text: 64 bits at a time until there are more than the modulus has. */
export const residueOf = (text: string, p: bigint): bigint => {
  const [a, b] = lanes(text);
  let [value, reach] = [joined(a, b), sixtyFour];
  for (let k = 1; reach < p; k += 1) {
    value = value * sixtyFour + joined(stirred(a + Math.imul(k, 0x9e3779b9)), stirred(b ^ Math.imul(k, 0x7feb352d)));
    reach *= sixtyFour;
  }
  return value % p;
};
