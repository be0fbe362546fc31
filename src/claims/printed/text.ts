/** Text as a program or a student lined it up: its lines, and claims from the names and values found in it. */
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { CodePart, OutputPart, ProsePart } from '../../model/document.ts';
import type { Range } from '../../model/place.ts';
import { withIndices } from '../formulas/indices.ts';
import type { Found } from '../found.ts';
import { nameAt } from '../iterates/step-names.ts';
import { type Counted, offsetsIn } from '../iterates/table-starts.ts';
import { memberOf, type Reading } from '../reading.ts';
import { type Printed, printedValue } from './values.ts';

/** Longer texts are logs; what comes first is read. */
const longest = 20_000;

export interface Line {
  readonly text: string;
  /** Where it begins in the text. */
  readonly start: number;
}

const linesOf = (text: string): readonly Line[] => {
  let start = 0;
  return text.split('\n').map((line) => {
    const placed = { text: line, start };
    start += line.length + 1;
    return placed;
  });
};

/** One output or one stretch of prose; offsets are those of its own text. */
export class PrintedText {
  readonly lines: readonly Line[];
  readonly #reading: Reading;
  readonly #part: CodePart | OutputPart | ProsePart;
  readonly #text: string;

  constructor(reading: Reading, part: CodePart | OutputPart | ProsePart) {
    this.#reading = reading;
    this.#part = part;
    this.#text = reading.source(part.range).slice(0, longest);
    this.lines = linesOf(this.#text);
  }

  /** The name written at an offset. */
  name(text: string, at: number): Expression {
    const { file, start } = this.#part.range;
    const range = { file, start: start + at, end: start + at + text.length };
    const written = { text, notation: 'plain', range } as const;
    return withIndices(this.#reading.parse(written).tree, written, this.#reading.symbols);
  }

  /** Whether the assignment knows the letter that a name begins with. */
  isKnown(text: string): boolean {
    return this.#reading.symbols.known.has(text.match(/^\p{L}\p{M}?/u)?.[0] ?? '');
  }

  /** How many components the given starting points have; nothing where they differ or are one number. */
  get width(): number | undefined {
    const [first, ...others] = this.#reading.symbols.starts;
    const isSame = first && first.length > 1 && others.every(({ length }) => length === first.length);
    return isSame ? first.length : undefined;
  }

  /** The value printed at an offset. */
  value(at: number): Printed | undefined {
    return printedValue(this.#text, at, this.#part.range.start);
  }

  /** Whether nothing stands before it in its line. */
  beginsLine({ start }: Range): boolean {
    return /(?:^|\n)[ \t]*$/.test(this.#text.slice(0, start - this.#part.range.start));
  }

  /** Whether another bracket stands in the line below: rows of one matrix, each in brackets of its own. */
  goesOn(end: number): boolean {
    return /^[ \t]*\n[ \t]*[[(]/.test(this.#text.slice(end));
  }

  /** The claim that a name has a value; `at` is where it stands. */
  claim(name: Expression, value: Expression, at: number): Found<ChainClaim> {
    const { section, kind } = this.#part;
    const { file, start } = this.#part.range;
    const range = { file, start: start + at, end: start + at };
    const members = [name, value].map((one) => memberOf(this.#reading, one, range));
    const claim: ChainClaim = {
      kind: 'chain',
      section,
      place: this.#reading.place(file, range),
      order: 0,
      members,
      relations: ['='],
      origin: kind === 'prose' ? 'table' : 'output',
      final: false,
    };
    return { claim, range };
  }

  /** Values printed with a step each. What is counted otherwise than its number says is doubtful. */
  claims(
    values: readonly (Counted & { readonly at: number; readonly isUnsure?: boolean })[],
  ): readonly Found<ChainClaim>[] {
    const offsetOf = offsetsIn(values, this.#reading.symbols.starts);
    return values.flatMap(({ name, value, step, at, isUnsure }) => {
      const offset = offsetOf(name);
      const counted = step >= offset ? nameAt(name, step - offset) : undefined;
      const found = counted && this.claim(counted, value, at);
      if (!found) return [];
      return [offset !== 0 || isUnsure ? { ...found, claim: { ...found.claim, doubtful: true } } : found];
    });
  }
}
