/**
 * Tables of iterates. With the steps down, across, or in the names:
 *
 *     k | x_k  | y_k          k   | 0 | 1           | value
 *     1 | 3.55 | 0.2          x_k | 4 | 3.55    x_1 | 3.55
 */
import { sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim, Member } from '../../model/claim.ts';
import type { TableCell, TablePart } from '../../model/document.ts';
import { strandsOf } from '../formulas/strands.ts';
import type { Found } from '../found.ts';
import { memberOf, type Reading } from '../reading.ts';
import type { Written } from '../written.ts';
import { roleNamed } from './role-words.ts';
import { isCounter, isName, nameAt } from './step-names.ts';
import { type Head, headAmongWords, isOtherQuantity } from './table-heads.ts';
import { offsetsOf } from './table-starts.ts';

interface Cell {
  readonly source: TableCell;
  /** Its mathematics, without the dollars around. */
  readonly written: Written;
  readonly words: string;
}

type Grid = readonly (readonly Cell[])[];

const dollars = /^\s*(?:\$+([^$]*)\$+|\\\(([\s\S]*?)\\\)|\*\*([^*]*)\*\*)\s*$/;

const cellOf = (source: TableCell): Cell => {
  const { text, range, notation } = source;
  const match = dollars.exec(text);
  const inner = match?.[1] ?? match?.[2] ?? match?.[3];
  if (inner === undefined) return { source, written: { text, range, notation }, words: text.trim() };
  const start = range.start + text.indexOf(inner);
  const isMath = match?.[3] === undefined;
  return {
    source,
    written: {
      text: inner,
      notation: isMath ? 'latex' : notation,
      range: { file: range.file, start, end: start + inner.length },
    },
    words: text.trim(),
  };
};

/** A cell without its first characters. */
const behind = ({ text, range, notation }: TableCell, count: number): TableCell => ({
  text: text.slice(count),
  range: { ...range, start: range.start + count },
  notation,
});

const stepWords =
  /^(?:iterations?|iter\.?|iterates?|steps?|epochs?|schritt|étape|etape|paso|passo|nr\.?|no\.?|#|index)?$/i;
const word = /^[\p{L} .#]+$/u;
/** Over values: what is named beside them may be a letter alone. */
const valueWords = /^(?:[\p{L}]+ )?(?:values?|results?|answers?|wert|ergebnis|valeur|résultat|valor|resultado)$/iu;
/** Over letters that number the parts of an assignment. */
const partWords = /\b(?:parts?|questions?|problems?|exercises?|tasks?|items?|steps?|nr|no)\b/i;
/** `SGD x_1`, `Nesterov: (x_3, y_3)`: words before a name. */
const labelled = /^(\s*(?:[\p{L}'’.-]+ +){0,5}[\p{L}'’.-]{2,}:?\s+)(?=\S{0,8}[_^({₀-₉\d])/u;
const stepCell = /^[^\d]*?(\d{1,6})(?:\.|st|nd|rd|th|:)?$/u;

/** A cell of words, with no mathematics in it. */
const isWords = ({ words }: Cell): boolean => word.test(words) && [...words].length > 2;

const stepOf = ({ written }: Cell): number | undefined => {
  const match = stepCell.exec(written.text.trim());
  const lead = written.text.trim().replace(/\d.*$/, '');
  return match && /^[\p{L}\s=:.#$({[-]*$/u.test(lead) && !/[-]\s*$/.test(lead) ? Number(match[1]) : undefined;
};

const doubtful = ({ claim, range }: Found<ChainClaim>): Found<ChainClaim> => ({
  claim: { ...claim, doubtful: true },
  range,
});

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
    const steps = body.map((row) => row[column] && stepOf(row[column]));
    const named = header.map((cell, i) => (i === column ? undefined : this.#head(cell)));
    const heads = named.some((head) => head) ? named : this.#pointsUnderWords(header, body);
    const columns = heads.map((head, i) => head && { head, first: body[0]?.[i] && this.#tree(body[0][i]) });
    const offsets = offsetsOf(columns, steps[0] ?? 0, this.#reading.symbols.starts);
    return body.flatMap((row, i) => {
      const step = steps[i];
      return step === undefined ? [] : this.#row(row, step, header, heads, offsets);
    });
  }

  /** The values of a row. What is counted otherwise than its number says is doubtful. */
  #row(
    row: readonly Cell[],
    step: number,
    header: readonly Cell[],
    heads: readonly (Head | undefined)[],
    offsets: readonly number[],
  ): readonly Found<ChainClaim>[] {
    return row.flatMap((cell, i) => {
      const [head, over, offset = 0] = [heads[i], header[i], offsets[i]];
      const name = head && step >= offset ? nameAt(head.name, step - offset) : undefined;
      if (!head || !over || !name) return [];
      const found = this.#claim(name, over, cell, head.label);
      return offset === 0 && head.label === undefined ? found : found.map(doubtful);
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

  /** Points in columns that are headed by nothing but words: those of the methods that are called so. */
  #pointsUnderWords(header: readonly Cell[], body: Grid): readonly (Head | undefined)[] {
    return header.map((cell, i) => {
      const values = body.flatMap((row) => (row[i] && row[i].words !== '' ? [this.#tree(row[i])] : []));
      const arePoints = values.length > 1 && values.every((value) => value.kind === 'list' && value.items.length > 1);
      return arePoints && isWords(cell) && !isOtherQuantity(cell.words)
        ? { name: sym('p'), label: cell.words }
        : undefined;
    });
  }

  /** The name over a column, and the words that say whose it is. */
  #head(cell: Cell): Head | undefined {
    const role = roleNamed(cell.words);
    if (role) return { name: role };
    const head = headAmongWords(cell.source.text, this.#reading.symbols.counted);
    if (head) return head === 'other' ? undefined : head;
    return cell.written.notation === 'plain' && isWords(cell) ? undefined : { name: this.#tree(cell) };
  }

  /**
   * Full names in the first column, their values beside them. Words beside a name, or over a column of values, say which
   * part of the assignment is meant:
   *
   *     SGD $x_1$ | 3.55                    | SGD  | Nesterov
   *                              (x_1, y_1) | …    | …
   */
  #named(grid: Grid): readonly Found<ChainClaim>[] {
    const [header = []] = grid;
    const width = Math.max(0, ...grid.map((row) => row.length));
    if (width < 2 || (width > 2 && !header.slice(1).every(isWords))) return [];
    const [over, values] = header.map(({ words }) => words);
    const isTitled = width === 2 && valueWords.test(values ?? '') && !partWords.test(over ?? '');
    return grid.flatMap(([head, ...cells]) => {
      const { name, label } = head ? this.#fullName(head, isTitled) : {};
      if (!head || !name) return [];
      return cells.flatMap((cell, i) => this.#claim(name, head, cell, width > 2 ? header[i + 1]?.words : label));
    });
  }

  /** The name that a cell holds, and the words before it. A letter alone is one beside what is called a value. */
  #fullName(cell: Cell, isTitled: boolean): { readonly name?: Expression; readonly label?: string } {
    if (isWords(cell)) return {};
    const label = labelled.exec(cell.source.text)?.[1];
    const tree = this.#tree(label === undefined ? cell : cellOf(behind(cell.source, label.length)));
    return isName(tree) && (isTitled || tree.kind !== 'symbol')
      ? { name: tree, ...(label && { label: label.trim() }) }
      : {};
  }

  #claim(name: Expression, head: Cell, cell: Cell, label?: string): readonly Found<ChainClaim>[] {
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
      ...(label && { lead: { kind: 'label', text: label } }),
    };
    return [{ claim, range }];
  }
}

/** The values of every table of iterates as chains `x_2 = 3.185`. */
export const tableClaims = (reading: Reading): readonly Found<ChainClaim>[] =>
  reading.parts('table').flatMap((part) => new Table(reading, part).claims());
