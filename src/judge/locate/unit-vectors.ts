/** Vectors written as sums over the unit vectors: `3i + 8j - 3k`, `(2x + y) î + (x + 12y) ĵ`, `2 e_1 - e_2`. */
import { negative, num, product } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';

/** An accent is a letter's own or stands behind it. */
const spelled = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name.normalize('NFC'), name.normalize('NFD')]));

const units: readonly ReadonlySet<string>[] = [
  spelled('i', 'î', 'ı', 'ı̂'),
  spelled('j', 'ĵ', 'ȷ', 'ȷ̂'),
  spelled('k', 'k̂'),
];

/** The place of a unit vector: 0 for `i`, `ĵ` is 1, `e_3` is 2. */
const placeOf = (e: Expression): number => {
  if (e.kind !== 'symbol' && e.kind !== 'index') return -1;
  if (e.kind === 'symbol') return units.findIndex((names) => names.has(e.name));
  const [step] = e.kind === 'index' ? e.indices : [];
  const isUnit = e.kind === 'index' && e.base.kind === 'symbol' && /^e\u0302?$/u.test(e.base.name.normalize('NFD'));
  return isUnit && step?.kind === 'number' && /^[1-4]$/.test(step.text) ? Number(step.text) - 1 : -1;
};

interface Term {
  readonly place: number;
  readonly coefficient: Expression;
}

const termOf = (e: Expression): Term | undefined => {
  if (e.kind === 'negative') {
    const term = termOf(e.of);
    return term && { ...term, coefficient: negative(term.coefficient) };
  }
  const factors = e.kind === 'product' ? e.factors : [e];
  const last = factors.at(-1);
  const place = last ? placeOf(last) : -1;
  const rest = factors.slice(0, -1);
  if (place < 0) return undefined;
  return { place, coefficient: rest.length === 0 ? num(1) : bare(product(rest)) };
};

/** `(2x + y)` without its brackets. */
const bare = (e: Expression): Expression =>
  e.kind === 'list' && e.items.length === 1 && e.items[0] ? bare(e.items[0]) : e;

/** Whether a term ends in a unit vector; most sums are seen by their first term to be none over such. */
const isOverUnit = (e: Expression): boolean => {
  if (e.kind === 'negative') return isOverUnit(e.of);
  const last = e.kind === 'product' ? e.factors.at(-1) : e;
  return last !== undefined && placeOf(last) >= 0;
};

/** The components of such a sum, with 0 where a unit vector is not in it; `i + j` alone may be a sum of counters. */
export const unitComponents = (terms: readonly Expression[]): readonly Expression[] | undefined => {
  if (terms.length < 2 || terms.length > 4) return undefined;
  if (!terms.every(isOverUnit)) return undefined;
  const read = terms.flatMap((term) => termOf(term) ?? []);
  const places = new Set(read.map(({ place }) => place));
  const isPlain = terms.every(({ kind }) => kind === 'symbol' || kind === 'index');
  if (read.length < terms.length || places.size < read.length || isPlain) return undefined;
  const width = Math.max(2, ...[...places].map((place) => place + 1));
  return Array.from({ length: width }, (_, i) => read.find(({ place }) => place === i)?.coefficient ?? num(0));
};
