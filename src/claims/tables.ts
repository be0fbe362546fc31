/**
 * Tables of iterates. With the steps down, across, or in the names:
 *
 *     k | x_k  | y_k          k   | 0 | 1           | value
 *     1 | 3.55 | 0.2          x_k | 4 | 3.55    x_1 | 3.55
 */
import type { Expression } from '../math/expression/tree.ts';
import type { ChainClaim, Member } from '../model/claim.ts';
import type { TableCell, TablePart } from '../model/document.ts';
import type { Found } from './found.ts';
import { isCounter, isName, nameAt } from './iterates.ts';
import { memberOf, type Reading } from './reading.ts';
import { strandsOf } from './strands.ts';
import type { Written } from './written.ts';

interface Cell {
  /** Its mathematics, without the dollars around. */
  readonly written: Written;
  readonly words: string;
}

type Grid = readonly (readonly Cell[])[];

const dollars = /^\s*(?:\$+([^$]*)\$+|\\\(([\s\S]*?)\\\)|\*\*([^*]*)\*\*)\s*$/;

const cellOf = ({ text, range, notation }: TableCell): Cell => {
  const match = dollars.exec(text);
  const inner = match?.[1] ?? match?.[2] ?? match?.[3];
  if (inner === undefined) return { written: { text, range, notation }, words: text.trim() };
  const start = range.start + text.indexOf(inner);
  const isMath = match?.[3] === undefined;
  return {
    written: {
      text: inner,
      notation: isMath ? 'latex' : notation,
      range: { file: range.file, start, end: start + inner.length },
    },
    words: text.trim(),
  };
};

const stepWords =
  /^(?:iterations?|iter\.?|iterates?|steps?|epochs?|schritt|étape|etape|paso|passo|nr\.?|no\.?|#|index)?$/iu;
const word = /^[\p{L} .#]+$/u;
const stepCell = /^[^\d]*?(\d{1,6})(?:\.|st|nd|rd|th|:)?$/u;

const stepOf = ({ written }: Cell): number | undefined => {
  const match = stepCell.exec(written.text.trim());
  const lead = written.text.trim().replace(/\d.*$/, '');
  return match && /^[\p{L}\s=:.#$({[-]*$/u.test(lead) && !/[-]\s*$/.test(lead) ? Number(match[1]) : undefined;
};

class Table {
  readonly #reading: Reading;
  readonly #part: TablePart;
  readonly #trees = new Map<Cell, Expression>();

  constructor(reading: Reading, part: TablePart) {
    this.#reading = reading;
    this.#part = part;
  }

  claims(): readonly Found<ChainClaim>[] {
    const grid: Grid = this.#part.rows.map((row) => row.map(cellOf));
    const across: Grid = (grid[0] ?? []).map((_, column) => grid.flatMap((row) => row[column] ?? []));
    for (const layout of [
      () => this.#steps(grid),
      () => this.#steps(across),
      () => this.#named(grid),
      () => this.#named(across),
    ]) {
      const found = layout();
      if (found.length > 0) return found;
    }
    return [];
  }

  #tree(cell: Cell): Expression {
    const known = this.#trees.get(cell);
    if (known) return known;
    const { tree } = this.#reading.parse(cell.written);
    this.#trees.set(cell, tree);
    return tree;
  }

  /** A header row of names, a column of steps. */
  #steps(grid: Grid): readonly Found<ChainClaim>[] {
    const [header, ...body] = grid;
    const column = header?.findIndex(
      (cell, i) => this.#countsSteps(cell) && body.length > 0 && this.#areSteps(body, i),
    );
    if (!header || column === undefined || column < 0) return [];
    return body.flatMap((row) => {
      const step = row[column] && stepOf(row[column]);
      if (step === undefined) return [];
      return row.flatMap((cell, i) => {
        const head = header[i];
        const name = i === column || !head ? undefined : this.#headName(head, step);
        return name && head ? this.#claim(name, head, cell) : [];
      });
    });
  }

  #countsSteps(cell: Cell): boolean {
    return stepWords.test(cell.words) || isCounter(this.#tree(cell)) || /^(?:iteration|step|epoch)\b/i.test(cell.words);
  }

  #areSteps(body: Grid, column: number): boolean {
    const steps = body.map((row) => row[column] && stepOf(row[column]));
    const known = steps.filter((step) => step !== undefined);
    return known.length > 0 && known.length >= steps.length - 1 && new Set(known).size === known.length;
  }

  #headName(cell: Cell, step: number): Expression | undefined {
    if (cell.written.notation === 'plain' && word.test(cell.words) && [...cell.words].length > 2) return undefined;
    return nameAt(this.#tree(cell), step);
  }

  /** Full names in the first column, one value each. */
  #named(grid: Grid): readonly Found<ChainClaim>[] {
    const width = Math.max(0, ...grid.map((row) => row.length));
    if (width !== 2) return [];
    return grid.flatMap(([head, cell]) => {
      if (!head || !cell || (word.test(head.words) && [...head.words].length > 2)) return [];
      const tree = this.#tree(head);
      return isName(tree) && tree.kind !== 'symbol' ? this.#claim(tree, head, cell) : [];
    });
  }

  #claim(name: Expression, head: Cell, cell: Cell): readonly Found<ChainClaim>[] {
    const { range } = cell.written;
    const { tree, problems } = this.#reading.parse(cell.written);
    if (tree.kind === 'empty' || tree.kind === 'ellipsis' || /^[-–—\s.?]*$/.test(cell.written.text)) return [];
    const [value] = strandsOf(tree, { text: cell.written.text, offset: range.start });
    if (!value) return [];
    const values = value.members
      .filter((member) => member.kind !== 'empty')
      .map((member) => memberOf(this.#reading, member, range, problems));
    const left: Member = memberOf(this.#reading, name, head.written.range);
    const members = [left, ...values];
    const claim: ChainClaim = {
      kind: 'chain',
      section: this.#part.section,
      place: values[0]?.place ?? left.place,
      order: 0,
      members,
      relations: members.slice(1).map((_, i) => (i === 0 ? '=' : (value.relations[i - 1] ?? '='))),
      origin: 'table',
      final: false,
    };
    return [{ claim, range }];
  }
}

/** The values of every table of iterates as chains `x_2 = 3.185`. */
export const tableClaims = (reading: Reading): readonly Found<ChainClaim>[] =>
  reading.document.parts.flatMap((part) => (part.kind === 'table' ? new Table(reading, part).claims() : []));
