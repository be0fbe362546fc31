/** Residues of expressions: what is evaluated, where, and what it gives. */
import type { Expression } from '../tree.ts';
import type { Signs } from './radicals.ts';
import { type Field, inverseModulo, tower } from './tower.ts';

/** A number of the field, or a list of them; undefined where a denominator is zero or a root missing at this point. */
export type Residue = bigint | readonly Residue[] | undefined;

/** One point: a residue for every name, at every level, drawn from `seed`. */
export interface Point {
  readonly seed: string;
  readonly signs: Signs;
  /** Residues already computed, by level. */
  readonly known: readonly Map<Expression, Residue>[];
}

/** A point as seen from one field of the tower. */
export interface Place {
  readonly point: Point;
  readonly level: number;
  readonly field: Field;
}

export const placeAt = (point: Point, level: number): Place => {
  const field = tower[level];
  if (!field) throw new RangeError(`no field at level ${level}`);
  return { point, level, field };
};

export const isNumber = (r: Residue): r is bigint => typeof r === 'bigint';

export const addResidues = (a: Residue, b: Residue, { field }: Place): Residue => {
  if (isNumber(a) && isNumber(b)) return (a + b) % field.p;
  return undefined;
};

/** Componentwise where both are lists of one length. */
export const sumOf = (a: Residue, b: Residue, place: Place): Residue => {
  if (isNumber(a) || isNumber(b) || !a || !b) return addResidues(a, b, place);
  return a.length === b.length ? a.map((item, k) => sumOf(item, b[k], place)) : undefined;
};

/** Numbers, and a number times a list; of two lists there are several products. */
export const productOf = (a: Residue, b: Residue, place: Place): Residue => {
  if (isNumber(a) && isNumber(b)) return (a * b) % place.field.p;
  if (isNumber(a) && b && !isNumber(b)) return b.map((item) => productOf(a, item, place));
  if (isNumber(b) && a && !isNumber(a)) return a.map((item) => productOf(item, b, place));
  return undefined;
};

export const negativeOf = (a: Residue, place: Place): Residue => productOf(place.field.p - 1n, a, place);

export const inverseOf = (a: Residue, { field }: Place): Residue =>
  isNumber(a) ? inverseModulo(a, field.p) : undefined;

export const quotientOf = (a: Residue, b: Residue, place: Place): Residue => productOf(a, inverseOf(b, place), place);

/** Whether any part of a residue is missing. */
export const isMissing = (r: Residue): boolean => r === undefined || (!isNumber(r) && r.some(isMissing));

/** The text of a residue, for keys. */
export const residueText = (r: Residue): string => (isNumber(r) ? String(r) : `[${(r ?? []).map(residueText).join()}]`);
