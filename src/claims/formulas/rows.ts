/**
 * Rows of aligned formulas. A strand goes on with the one above or beside it, by columns:
 *
 *     x_1 &= 4 - 0.45 &  y_1 &= 1 - 0.8        two strands, begun in columns 0 and 2
 *         &= 3.55     &      &= 0.2            each goes on with the one above it
 */
import type { Expression } from '../../math/expression/tree.ts';
import { continued, goesOn, hangs } from './continued-rows.ts';
import {
  append,
  endsWithRelation,
  type GrowingStrand,
  growing,
  type Source,
  type Strand,
  startsWithRelation,
} from './strand.ts';

class Alignment {
  readonly strands: GrowingStrand[] = [];
  readonly #source: Source;
  /** The latest strand that began in each half cell: later strands of one cell begin half a cell further. */
  readonly #latest: (GrowingStrand | undefined)[] = [];
  /** The strand of this row that was read last. */
  #current: GrowingStrand | undefined;
  /** The cell of this row in which a strand began last. */
  #begun = -1;

  constructor(source: Source) {
    this.#source = source;
  }

  beginRow(): void {
    this.#current = undefined;
    this.#begun = -1;
  }

  add(strand: Strand, cell: number, isFirst: boolean): void {
    const up = this.#above(cell);
    const open = this.#current ?? up;
    // `v_1 &= 3`: the name stands right before it, whatever began in its column above.
    if (this.#current && this.#begun === cell - 1 && startsWithRelation(strand)) this.#goOn(this.#current, strand);
    else if (up && startsWithRelation(strand)) this.#goOn(up, strand);
    else if (open && endsWithRelation(open)) this.#goOn(open, strand);
    else if (up && !this.#current && this.#isContinued(up, strand, cell)) this.#goOnInside(up, strand);
    else this.#begin(strand, cell, isFirst);
  }

  /** The latest strand of the nearest column to the left. */
  #above(cell: number): GrowingStrand | undefined {
    for (let half = Math.min(2 * cell, this.#latest.length - 1); half >= 0; half -= 1) {
      const strand = this.#latest[half];
      if (strand) return strand;
    }
    return undefined;
  }

  /**
   * A row under one that has a relation and that goes on inside its last member: behind a sign that still wants its
   * part, with a sign of its own, or without a relation. In a column of its own, `& + y = 3` begins an equation.
   */
  #isContinued(up: GrowingStrand, { members: [first], relations }: Strand, cell: number): boolean {
    const last = up.members.at(-1);
    if (!first || !last || up.relations.length === 0) return false;
    if (hangs(last) || this.#source.isOneFormula) return true;
    if (cell === 0 || this.#latest[2 * cell] === up) return cell > 0 && relations.length === 0;
    return relations.length === 0 || goesOn(first, this.#source);
  }

  #goOn(strand: GrowingStrand, after: Strand): void {
    append(strand, after);
    this.#current = strand;
  }

  #goOnInside(strand: GrowingStrand, { members: [rest, ...others], relations, final }: Strand): void {
    const last = strand.members.pop();
    if (last && rest) strand.members.push(continued(last, rest, this.#source), ...others);
    strand.relations.push(...relations);
    strand.final ||= final;
    this.#current = strand;
  }

  #begin(strand: Strand, cell: number, isFirst: boolean): void {
    const half = 2 * cell + (isFirst ? 0 : 1);
    this.#begun = cell;
    this.#current = growing(strand);
    this.strands.push(this.#current);
    while (this.#latest.length <= half) this.#latest.push(undefined);
    this.#latest[half] = this.#current;
  }
}

/** The strands of aligned rows in the order they begin; `strandsOf` reads one cell. */
export const strandsOfRows = (
  rows: readonly (readonly Expression[])[],
  source: Source,
  strandsOf: (cell: Expression, source: Source) => readonly Strand[],
): readonly Strand[] => {
  const alignment = new Alignment(source);
  for (const cells of rows) {
    alignment.beginRow();
    for (const [column, cell] of cells.entries()) {
      for (const [i, strand] of strandsOf(cell, source).entries()) alignment.add(strand, column, i === 0);
    }
  }
  return alignment.strands;
};
