/** Whether two expressions are the same function, by their residues at pseudo-random points. */
import { children } from '../parts.ts';
import { treeKey } from '../same-tree.ts';
import type { Expression } from '../tree.ts';
import { fold } from '../walk.ts';
import { hashText } from './hash.ts';
import { literalValue } from './rational-parts.ts';
import { residue } from './residue.ts';
import { isMissing, type Point, placeAt, type Residue, residueText } from './residues.ts';
import { tower } from './tower.ts';

/** Points that must agree, and how many are tried to find them. */
const points = { wanted: 3, tried: 64 } as const;

/** Unknown signs of roots are all tried, up to so many. */
const mostSigns = 5;

const goesDown: ReadonlySet<string> = new Set(
  'exp sin cos tan cot sec csc sinh cosh tanh σ sigmoid logistic softplus'.split(' '),
);

const isExponential = (e: Expression): boolean => {
  if (e.kind === 'power') return !literalValue(e.exponent);
  return e.kind === 'apply' && e.operator.kind === 'symbol' && goesDown.has(e.operator.name);
};

/** The e of e, e² and 1/e, which are powers of one number. */
const isEuler = (e: Expression): boolean => e.kind === 'symbol' && e.name === 'e';

/** How many exponentials stand one in the exponent of the other: the field to begin in. */
const levelOf = (e: Expression): number =>
  fold<number>(e, (node, of) => {
    if (isEuler(node)) return 1;
    const parts = node.kind === 'power' && isEuler(node.base) ? [node.exponent] : children(node);
    const inside = parts.reduce((most, part) => Math.max(most, of(part)), 0);
    const isHigher = isExponential(node) || node.kind === 'root' || parts.length < children(node).length;
    return Math.min(inside + (isHigher ? 1 : 0), tower.length - 1);
  });

const pointOf = (seed: string, order: string[], bits: number): Point => ({
  seed,
  signs: { order, bits },
  known: tower.map(() => new Map<Expression, Residue>()),
});

export type Verdict = 'equal' | 'different' | 'unknown';

/** Both sides at one point, for every choice of the signs that are not known. */
const atPoint = (a: Expression, b: Expression, level: number, seed: string): Verdict => {
  const order: string[] = [];
  for (let bits = 0; bits < 1 << order.length || bits === 0; bits += 1) {
    const place = placeAt(pointOf(seed, order, bits), level);
    const [left, right] = [residue(a, place), residue(b, place)];
    if (isMissing(left) || isMissing(right) || order.length > mostSigns) return 'unknown';
    if (residueText(left) !== residueText(right)) return 'different';
  }
  return 'equal';
};

/**
 * `equal`: at three points in a field of more than 2^61 elements all residues agreed; of different expressions of
 * degree d that happens with probability below (d/2^61)^3. `different`: a residue differs; for rational functions that
 * is proof, otherwise only no identity that the residues obey makes them equal.
 */
export const compareResidues = (a: Expression, b: Expression): Verdict => {
  const level = Math.max(levelOf(a), levelOf(b));
  const seed = hashText(`${treeKey(a)} = ${treeKey(b)}`).toString(36);
  let agreed = 0;
  for (let k = 0; k < points.tried && agreed < points.wanted; k += 1) {
    const verdict = atPoint(a, b, level, `${seed}.${k}`);
    if (verdict === 'different') return 'different';
    if (verdict === 'equal') agreed += 1;
  }
  return agreed === points.wanted ? 'equal' : 'unknown';
};
