import type { Complaints } from './complaints.ts';
import { limits } from './limits.ts';
import { field, type YamlNode } from './yaml-tree.ts';

/** The values that the loops around an item give its variables: `k` → `2`. */
export type Bindings = ReadonlyMap<string, string>;

/** An item's node under the loops around it. */
export interface BoundItem {
  readonly node: YamlNode;
  readonly bindings: Bindings;
}

const range = (text: string): readonly string[] => {
  const [from, to] = text.split('..').map(Number);
  const [first, last] = [from ?? 0, to ?? from ?? 0];
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, limits.items + 1)) }, (_, i) => String(first + i));
};

const valuesOf = (node: YamlNode): readonly string[] => {
  if (node.kind === 'list') return node.items.flatMap(valuesOf);
  return node.kind === 'map' ? [] : /^\s*\d+\s*\.\.\s*\d+\s*$/.test(node.text) ? range(node.text) : [node.text.trim()];
};

/** Every combination of the loop's variables, the last one turning fastest. */
const combinations = (loop: YamlNode, outer: Bindings): readonly Bindings[] =>
  (loop.kind === 'map' ? loop.entries : []).reduce<readonly Bindings[]>(
    (all, { key, value }) => {
      const values = valuesOf(value);
      return all
        .slice(0, limits.items + 1)
        .flatMap((bound) => values.map((each) => new Map(bound).set(key.text.trim(), each)));
    },
    [outer],
  );

/** The items of a section with their `for:` loops unrolled, in order. Complains of an empty or an excessive loop. */
export const unrolled = (
  items: YamlNode,
  complaints: Complaints,
  outer: Bindings = new Map(),
): readonly BoundItem[] => {
  const found: BoundItem[] = [];
  for (const node of items.kind === 'list' ? items.items : []) {
    const [loop, body] = [field(node, 'for'), field(node, 'items')];
    if (!loop || !body) {
      found.push({ node, bindings: outer });
      continue;
    }
    const bindings = combinations(loop, outer);
    if (bindings.length === 0)
      complaints.error('empty-loop', loop.start, 'This loop has no values; a range such as 1..3 counts up.');
    for (const bound of bindings) {
      if (found.length <= limits.items) found.push(...unrolled(body, complaints, bound));
    }
  }
  return found;
};

/** `k`, `k+1`, `k - 2` under the bindings. */
const bound = (inside: string, bindings: Bindings): string | undefined => {
  const match = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*(?:([+-])\s*(\d{1,6}))?\s*$/u.exec(inside);
  const value = bindings.get(match?.[1] ?? '');
  if (value === undefined || !match?.[2]) return value;
  if (!/^\d+$/.test(value)) return undefined;
  return String(Number(value) + (match[2] === '-' ? -1 : 1) * Number(match[3]));
};

/** An id or a sentence with its `{k}`, `{k+1}` filled in: `2.2.1.x{k}` → `2.2.1.x2`. */
export const filledIn = (text: string, bindings: Bindings): string =>
  text.replaceAll(/\{([^{}]{1,40})\}/g, (whole, inside: string) => bound(inside, bindings) ?? whole);

/** A formula with its `{k}` filled in; the braces of an index stay: `x_{k}` → `x_{12}`, never `x_12`. */
export const filledFormula = (text: string, bindings: Bindings): string =>
  text.replaceAll(/([_^]?)\{([^{}]{1,40})\}/g, (whole, mark: string, inside: string) => {
    const value = bound(inside, bindings);
    if (value === undefined) return whole;
    return mark === '' ? value : `${mark}{${value}}`;
  });
