/** Numbers of headings as paths: `2.2.1`, `II.2.a`, `(b)` under `Problem 3`. */

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

const roman = (text: string): number | undefined => {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return undefined;
  let total = 0;
  for (let i = 0; i < text.length; i += 1) {
    const [own, next] = [romanDigits[text[i] ?? ''] ?? 0, romanDigits[text[i + 1] ?? ''] ?? 0];
    total += own < next ? -own : own;
  }
  return total;
};

/** One step of a path: everything it may mean, `i` being both 1 and the ninth letter. */
type Step = ReadonlySet<string>;

const stepOf = (text: string): Step => {
  if (/^\d+$/.test(text)) return new Set([String(Number(text))]);
  const meanings = new Set<string>();
  const value = roman(text);
  if (value) meanings.add(String(value));
  if (/^[a-z]$/.test(text)) meanings.add(String(text.charCodeAt(0) - 96));
  return meanings;
};

export type NumberPath = readonly Step[];

/** The path of a written number; empty where the text is none. `Q2b` is 2.b, `Problem 3` is 3. */
export const numberPath = (text: string): NumberPath => {
  const parts = text
    .toLowerCase()
    .replace(/^\s*(?:\p{L}{2,}[\s:_-]+|\p{L}{3,}(?=\d)|[pq](?=\d))/u, '')
    .split(/[^\p{L}\d]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u)
    .filter((part) => part !== '');
  const steps = parts.map(stepOf);
  return steps.every(({ size }) => size > 0) ? steps : [];
};

const meet = (a: Step, b: Step): boolean => [...a].some((meaning) => b.has(meaning));

/** Whether two paths can be the same. */
export const samePath = (a: NumberPath, b: NumberPath): boolean =>
  a.length > 0 &&
  a.length === b.length &&
  a.every((step, i) => {
    const other = b[i];
    return other !== undefined && meet(step, other);
  });

/** Whether `path` begins with `start`. */
export const beginsWith = (path: NumberPath, start: NumberPath): boolean =>
  start.length > 0 && samePath(path.slice(0, start.length), start);
