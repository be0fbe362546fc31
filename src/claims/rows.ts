/**
 * Rows of aligned formulas. A strand goes on with the one above or beside it, by columns:
 *
 *     x_1 &= 4 - 0.45 &  y_1 &= 1 - 0.8        two strands, begun in columns 0 and 2
 *         &= 3.55     &      &= 0.2            each goes on with the one above it
 */
import type { Expression } from '../math/expression/tree.ts';
import { endsWithRelation, isEmpty, join, type Strand, spanning, startsWithRelation } from './strand.ts';

interface Column {
  strand: Strand;
  /** The cell it begins in; later strands of one cell begin half a cell further. */
  readonly start: number;
}

/** The latest strand of the nearest column to the left. */
const above = (columns: readonly Column[], cell: number): Column | undefined => {
  const left = columns.filter(({ start }) => start <= cell);
  const nearest = Math.max(...left.map(({ start }) => start));
  return left.findLast(({ start }) => start === nearest);
};

const termsOf = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms : [e]);

const isOpen = (e: Expression | undefined): boolean => isEmpty(e) || (e?.kind === 'negative' && isEmpty(e.of));

/** `a + b` and, in the next row, `+ c`, `- c`; or `a + b -` and then `c`. */
const longerSum = (last: Expression, rest: Expression): Expression | undefined => {
  const [terms, more] = [termsOf(last), termsOf(rest)];
  const hanging = terms[terms.length - 1];
  const [first, ...others] = more;
  if (!first) return undefined;
  const place = spanning([last, rest]);
  if (last.kind === 'sum' && isOpen(hanging)) {
    const next: Expression = hanging?.kind === 'negative' ? { ...hanging, of: first } : first;
    return { kind: 'sum', terms: [...terms.slice(0, -1), next, ...others], ...place };
  }
  if (rest.kind === 'sum' && isEmpty(first)) return { kind: 'sum', terms: [...terms, ...others], ...place };
  return first.kind === 'negative' ? { kind: 'sum', terms: [...terms, ...more], ...place } : undefined;
};

const withLongerSum = (before: Strand, after: Strand): Strand | undefined => {
  const [rest, ...others] = after.members;
  const last = before.members[before.members.length - 1];
  if (!rest || !last || before.relations.length === 0) return undefined;
  const sum = longerSum(last, rest);
  return (
    sum && {
      ...before,
      members: [...before.members.slice(0, -1), sum, ...others],
      relations: [...before.relations, ...after.relations],
    }
  );
};

class Alignment {
  readonly columns: Column[] = [];
  /** The strand of this row that was read last. */
  #current: Column | undefined;

  beginRow(): void {
    this.#current = undefined;
  }

  add(strand: Strand, cell: number, start: number): void {
    const up = above(this.columns, cell);
    const open = this.#current ?? up;
    if (up && startsWithRelation(strand)) this.#goOn(up, join(up.strand, strand));
    else if (open && endsWithRelation(open.strand)) this.#goOn(open, join(open.strand, strand));
    else {
      const sum = up && !this.#current && cell > 0 ? withLongerSum(up.strand, strand) : undefined;
      if (up && sum) this.#goOn(up, sum);
      else this.#begin(strand, start);
    }
  }

  #goOn(column: Column, strand: Strand): void {
    column.strand = strand;
    this.#current = column;
  }

  #begin(strand: Strand, start: number): void {
    this.#current = { strand, start };
    this.columns.push(this.#current);
  }
}

/** The strands of aligned rows in the order they begin; `strandsOf` reads one cell. */
export const strandsOfRows = (
  rows: readonly (readonly Expression[])[],
  strandsOf: (cell: Expression) => readonly Strand[],
): readonly Strand[] => {
  const alignment = new Alignment();
  for (const cells of rows) {
    alignment.beginRow();
    for (const [column, cell] of cells.entries()) {
      for (const [i, strand] of strandsOf(cell).entries())
        alignment.add(strand, column, i === 0 ? column : column + 0.5);
    }
  }
  return alignment.columns.map(({ strand }) => strand);
};
