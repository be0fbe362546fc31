import { latin1 } from '../source/decode.ts';

/**
 * Bounds on a PDF's streams, checked before pdf.js sees them: it unpacks without a limit, and its time grows with the
 * square of the depth of saved graphics states, in steps that nothing outside can interrupt.
 */
const bounds = { unpacked: 64_000_000, all: 256_000_000, streams: 100_000, saves: 20_000 } as const;

const streamBegin = /stream\r?\n/g;

/** Unpacks to the end or to the bound; what is damaged counts as far as it goes. */
const unpacked = async (packed: Uint8Array<ArrayBuffer>, visit: (piece: Uint8Array) => boolean): Promise<void> => {
  const pipe = new DecompressionStream('deflate');
  const writer = pipe.writable.getWriter();
  const fed = writer.write(packed).then(() => writer.close());
  fed.catch(() => undefined);
  const reader = pipe.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (visit(next.value)) continue;
      await reader.cancel();
      return;
    }
  } catch {
    // A damaged stream is pdf.js's to judge.
  }
};

const isSpace = (code: number | undefined): boolean => code === undefined || code <= 32;

/** Follows `q` (save) and `Q` (restore) through the pieces of a stream; false once too deep or too long. */
const counter = (total: { bytes: number }): ((piece: Uint8Array) => boolean) => {
  let [length, depth] = [0, 0];
  return (piece) => {
    length += piece.length;
    total.bytes += piece.length;
    for (let at = piece.indexOf(113); at >= 0; at = piece.indexOf(113, at + 1))
      if (isSpace(piece[at - 1]) && isSpace(piece[at + 1])) depth += 1;
    return depth <= bounds.saves && length <= bounds.unpacked && total.bytes <= bounds.all;
  };
};

/** Whether the streams of a PDF stay within bounds. */
export const isBounded = async (bytes: Uint8Array): Promise<boolean> => {
  const text = latin1(bytes);
  const total = { bytes: 0 };
  let streams = 0;
  for (const match of text.matchAll(streamBegin)) {
    if (text.startsWith('end', match.index - 3)) continue;
    streams += 1;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const content = new Uint8Array(bytes.subarray(start, end < 0 ? bytes.length : end));
    const visit = counter(total);
    let within = true;
    const watch = (piece: Uint8Array): boolean => {
      within = visit(piece);
      return within;
    };
    if (/FlateDecode|\/Fl\b/.test(text.slice(Math.max(0, match.index - 400), match.index)))
      await unpacked(content, watch);
    else watch(content);
    if (!within || streams > bounds.streams) return false;
    if (end < 0) return true;
  }
  return true;
};
