/** Text from bytes, with what was odd about them. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';
  /** Names of notices: `not-utf-8`, `nul-bytes`, `direction-override`, `not-text`. */
  readonly oddities: readonly string[];
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((value, index) => bytes[index] === value);

/** Latin text in UTF-16 has a zero in every second byte: which half, told from the first kilobyte. */
const zeroHalf = (bytes: Uint8Array): 'even' | 'odd' | undefined => {
  const length = Math.min(bytes.length, 1024) & ~1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (length >= 4 && even > 0.35 * length && odd < 0.05 * length) return 'even';
  if (length >= 4 && odd > 0.35 * length && even < 0.05 * length) return 'odd';
  return undefined;
};

const encodingOf = (bytes: Uint8Array): Decoded['encoding'] | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const half = zeroHalf(bytes);
  if (half === 'odd') return 'utf-16le';
  if (half === 'even') return 'utf-16be';
  return undefined;
};

/** Every byte as the character of its number. */
export const latin1 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
};

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control codes; a dot where it has nothing either. */
const windows = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** Windows-1252, of which Latin-1 is a part. Written out, for Node's own decoder of that name has been Latin-1's. */
const windows1252 = (bytes: Uint8Array): string =>
  latin1(bytes).replace(/[\u0080-\u009f]/g, (sign) => {
    const shown = windows.charAt(sign.charCodeAt(0) - 0x80);
    return shown === '.' ? sign : shown;
  });

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const swapped = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length & ~1);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    out[at] = bytes[at + 1] ?? 0;
    out[at + 1] = bytes[at] ?? 0;
  }
  return out;
};

/** Characters that turn the reading direction: what is shown differs from what is stored. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/;

/** Control characters that no text has, counted in the first 64 K. */
const looksBinary = (text: string): boolean => {
  const head = text.slice(0, 65_536);
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return controls > 0.05 * head.length;
};

const oddities = (text: string, encoding: Decoded['encoding']): readonly string[] => [
  ...(encoding === 'latin-1' ? ['not-utf-8'] : []),
  ...(text.includes('\0') ? ['nul-bytes'] : []),
  ...(overrides.test(text) ? ['direction-override'] : []),
  ...(looksBinary(text) ? ['not-text'] : []),
];

/**
 * The text of a file: UTF-8 or UTF-16 with or without byte order mark (which is dropped), else Latin-1, which no
 * bytes can contradict. Never throws.
 */
export const decode = (bytes: Uint8Array): Decoded => {
  const wide = encodingOf(bytes);
  const narrow = wide ? undefined : utf8(bytes);
  const encoding = wide ?? (narrow === undefined ? 'latin-1' : 'utf-8');
  const raw =
    wide === 'utf-16le'
      ? new TextDecoder('utf-16le').decode(bytes)
      : wide === 'utf-16be'
        ? new TextDecoder('utf-16le').decode(swapped(bytes))
        : (narrow ?? windows1252(bytes));
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  return { text, encoding, oddities: oddities(text, encoding) };
};
