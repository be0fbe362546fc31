/** Numbers that look random and are the same on every machine. */

const mask = (1n << 64n) - 1n;

/** One round of splitmix64 (Steele, Lea, Flood 2014). */
const mixed = (state: bigint): bigint => {
  let z = (state + 0x9e3779b97f4a7c15n) & mask;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
  return z ^ (z >> 31n);
};

/** 64 bits from a text: FNV-1a, then mixed. */
export const hashText = (text: string): bigint => {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let k = 0; k < text.length; k += 1) {
    low = (low ^ text.charCodeAt(k)) >>> 0;
    // Times the FNV prime 2^40 + 2^8 + 0xb3, in halves of 32 bits.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return mixed((BigInt(high) << 32n) | BigInt(low));
};

/** A residue from a text, for any modulus up to 2^190. */
export const residueOf = (text: string, p: bigint): bigint => {
  const first = hashText(text);
  const second = mixed(first);
  return ((first << 128n) | (second << 64n) | mixed(second)) % p;
};
