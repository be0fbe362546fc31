/** SHA-256 (FIPS 180-4), in plain arithmetic so that it answers at once and the same in Node and in a page. */

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
};

/** The first 32 bits of the fractional part, section 4.2.2 and 5.3.3 of the standard. */
const fractionBits = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) >>> 0;

const roundConstants = primes(64).map((p) => fractionBits(Math.cbrt(p)));
const startHash = primes(8).map((p) => fractionBits(Math.sqrt(p)));

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** The message, a 1 bit, zeros, and its length in bits in the last eight bytes. */
const padded = (bytes: Uint8Array): DataView => {
  const view = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  bytes.forEach((byte, i) => void view.setUint8(i, byte));
  view.setUint8(bytes.length, 0x80);
  view.setBigUint64(view.byteLength - 8, BigInt(bytes.length) * 8n);
  return view;
};

const schedule = (block: DataView, offset: number): Uint32Array => {
  const w = new Uint32Array(64);
  const at = (i: number): number => w[i] ?? 0;
  for (let t = 0; t < 16; t += 1) w[t] = block.getUint32(offset + 4 * t);
  for (let t = 16; t < 64; t += 1) {
    const [a, b] = [at(t - 15), at(t - 2)];
    const small0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const small1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[t] = at(t - 16) + small0 + at(t - 7) + small1;
  }
  return w;
};

type State = readonly [number, number, number, number, number, number, number, number];

const compress = (state: State, w: Uint32Array): State => {
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (roundConstants[t] ?? 0) + (w[t] ?? 0)) | 0;
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h];
};

/** The digest of a text's UTF-8 bytes, 64 hexadecimal digits. */
export const sha256 = (text: string): string => {
  const blocks = padded(new TextEncoder().encode(text));
  let hash = startHash;
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    const mixed = compress(hash as unknown as State, schedule(blocks, offset));
    hash = hash.map((word, i) => (word + (mixed[i] ?? 0)) >>> 0);
  }
  return hash.map((word) => word.toString(16).padStart(8, '0')).join('');
};
