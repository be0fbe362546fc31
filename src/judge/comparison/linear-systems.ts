import { coefficientOf, type Polynomial, totalDegree } from '../../math/algebra/polynomial.ts';
import { polynomialsOf } from '../../math/algebra/polynomial-of.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { divide, type Exact, equals, multiply, sign, subtract, zero } from '../../math/number/exact.ts';

type Row = readonly Exact[];

/** Larger systems are not reduced. */
const LIMITS = { equations: 30, unknowns: 30 } as const;

const constantTerm = (f: Polynomial): Exact =>
  [...f.values()].find(({ exponents }) => exponents.every((e) => e === 0))?.coefficient ?? zero;

/** `2x − y + 3` in (x, y) as (2, −1, 3). */
const rowOf = (f: Polynomial, unknowns: number): Row => [
  ...Array.from({ length: unknowns }, (_, k) => constantTerm(coefficientOf(f, k, 1))),
  constantTerm(f),
];

const minus = (row: Row, pivot: Row, factor: Exact): Row =>
  row.map((value, k) => subtract(value, multiply(factor, pivot[k] ?? zero)));

/** The reduced row echelon form, without rows of zeros: one for each solution set. */
const reduced = (system: readonly Row[]): readonly Row[] => {
  let rows = [...system];
  const width = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < width; column += 1) {
    const at = rows.findIndex((row, k) => k >= rank && sign(row[column] ?? zero) !== 0);
    const found = rows[at];
    const lead = found?.[column];
    if (!found || !lead) continue;
    const pivot = found.map((value) => divide(value, lead));
    const others = rows.filter((_, k) => k !== at).map((row) => minus(row, pivot, row[column] ?? zero));
    rows = [...others.slice(0, rank), pivot, ...others.slice(rank)];
    rank += 1;
  }
  return rows.slice(0, rank);
};

const sameRows = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((row, i) => row.every((value, j) => equals(value, b[i]?.[j] ?? zero)));

/** Without a solution, the last column has a row of its own. */
const isContradiction = (rows: readonly Row[]): boolean =>
  rows.some((row) => row.slice(0, -1).every((value) => sign(value) === 0));

/**
 * Whether two systems of linear equations, given by what is zero in each, have the same solutions.
 * `undefined` where they are not linear.
 */
export const sameLinearSystems = (a: readonly Expression[], b: readonly Expression[]): boolean | undefined => {
  if (a.length > LIMITS.equations || b.length > LIMITS.equations) return undefined;
  const read = polynomialsOf([...a, ...b]);
  if (!read || read.variables.length > LIMITS.unknowns) return undefined;
  if (read.polynomials.some((f) => totalDegree(f) > 1)) return undefined;
  if (read.variables.some(({ kind }) => kind !== 'symbol' && kind !== 'index')) return undefined;
  const rows = read.polynomials.map((f) => rowOf(f, read.variables.length));
  const [ours, theirs] = [reduced(rows.slice(0, a.length)), reduced(rows.slice(a.length))];
  if (isContradiction(ours) || isContradiction(theirs)) return isContradiction(ours) && isContradiction(theirs);
  return sameRows(ours, theirs);
};
