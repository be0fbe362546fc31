/**
 * Printed results:
 *
 *     x_1 = [3.55 0.2 ]                    k      x      y
 *     x1: 3.55, y1: 0.2                    1   3.55    0.2
 *     Iteration 1: x = 3.55, y = 0.2       2  3.185   -0.1
 */
import type { Expression } from '../math/expression/tree.ts';
import type { ChainClaim } from '../model/claim.ts';
import type { OutputPart } from '../model/document.ts';
import type { Found } from './found.ts';
import { isCounter, isName, nameAt } from './iterates.ts';
import { printedValue } from './printed-values.ts';
import { memberOf, type Reading } from './reading.ts';

/** Longer outputs are logs of a training run; what comes first is read. */
const longestOutput = 20_000;

const step = /(?:^|[\s([])(?:iteration|iter|step|epoch|k|t|n|i)\b\s*[:=#]?\s*(\d{1,6})\b\s*[:,|)\]-]*/iu;
/** `x_1 = `, `(x1, y1): `, `df/dx = `, `f(x1, y1) -> ` right before a value. */
const field =
  /(?<name>\([\p{L}\w\s,^{}]+\)|[\p{L}∂∇][\p{L}\p{M}\w^{}'′/∂∇₀-₉⁰-⁹]*(?:\[\d+\]|\([\p{L}\w\s,.[\]-]*\))?)\s*(?:=|:|≈|->|→)\s*(?=[-−+.\d[(]|(?:np\.|numpy\.|torch\.)?(?:array|tensor|float))/gu;

interface Line {
  readonly text: string;
  readonly start: number;
}

const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, start });
    start += line.length + 1;
  }
  return lines;
};

class Output {
  readonly #reading: Reading;
  readonly #part: OutputPart;
  readonly #text: string;

  constructor(reading: Reading, part: OutputPart) {
    this.#reading = reading;
    this.#part = part;
    this.#text = reading.source(part.range).slice(0, longestOutput);
  }

  claims(): readonly Found<ChainClaim>[] {
    const table = this.#table();
    return table.length > 0 ? table : this.#fields();
  }

  #name(text: string, start: number): Expression {
    const offset = this.#part.range.start + start;
    const range = { file: this.#part.range.file, start: offset, end: offset + text.length };
    return this.#reading.parse({ text, notation: 'plain', range }).tree;
  }

  #fields(): readonly Found<ChainClaim>[] {
    let read = 0;
    return linesOf(this.#text).flatMap((line) => {
      const found: Found<ChainClaim>[] = [];
      const lead = step.exec(line.text);
      for (const match of line.text.matchAll(field)) {
        const at = line.start + match.index;
        if (at < read) continue;
        const value = printedValue(this.#text, at + match[0].length, this.#part.range.start);
        const name = value && this.#fieldName(match.groups?.['name'] ?? '', at, lead?.[1]);
        if (!value || !name) continue;
        read = value.end;
        found.push(this.#claim(name, value.value, at));
      }
      return found;
    });
  }

  #fieldName(text: string, at: number, lead: string | undefined): Expression | undefined {
    if (/^(?:iteration|iter|step|epoch)$/i.test(text)) return undefined;
    const name = this.#name(text, at);
    if (!isName(name) || (lead !== undefined && isCounter(name))) return undefined;
    const bare = name.kind === 'symbol' || (name.kind === 'list' && name.items.every(({ kind }) => kind === 'symbol'));
    const hasStep = name.kind === 'symbol' && /\d$/.test(name.name);
    return lead !== undefined && bare && !hasStep ? nameAt(name, Number(lead)) : name;
  }

  /** A header line of names, lines of numbers below; a data frame has a column more than its header. */
  #table(): readonly Found<ChainClaim>[] {
    const lines = linesOf(this.#text).filter(({ text }) => text.trim() !== '' && !/^[\s\-=+|_]+$/.test(text));
    const at = lines.findIndex(({ text }) => /[\p{L}]/u.test(text) && !/[=:]/.test(text) && words(text).length >= 2);
    const header = lines[at];
    if (!header) return [];
    const heads = words(header.text).map((one) => ({ ...one, tree: this.#name(one.text, header.start + one.start) }));
    const counter = heads.findIndex(({ text, tree }) => isCounter(tree) || /^(?:iter\w*|step|epoch|#)$/i.test(text));
    const rows = lines.slice(at + 1).map((line) => ({ line, cells: words(line.text) }));
    return rows.flatMap(({ line, cells }) => {
      const extra = cells.length - heads.length;
      const stepCell = counter >= 0 ? cells[counter + extra] : extra === 1 ? cells[0] : undefined;
      if (extra < 0 || extra > 1 || !stepCell || !/^\d{1,6}[.:]?$/.test(stepCell.text)) return [];
      return heads.flatMap((head, i) => {
        const cell = cells[i + extra];
        const name =
          i === counter || !isShort(head.text) ? undefined : nameAt(head.tree, Number.parseInt(stepCell.text, 10));
        const value = cell && printedValue(this.#text, line.start + cell.start, this.#part.range.start);
        return name && value && cell ? [this.#claim(name, value.value, line.start + cell.start)] : [];
      });
    });
  }

  #claim(name: Expression, value: Expression, at: number): Found<ChainClaim> {
    const { file, start } = this.#part.range;
    const range = { file, start: start + at, end: start + at };
    const members = [name, value].map((one) => memberOf(this.#reading, one, range));
    const claim: ChainClaim = {
      kind: 'chain',
      section: this.#part.section,
      place: this.#reading.place(file, range),
      order: 0,
      members,
      relations: ['='],
      origin: 'output',
      final: false,
    };
    return { claim, range };
  }
}

const isShort = (text: string): boolean => text.length <= 3 || /[_^({]/.test(text);

const words = (text: string): readonly { readonly text: string; readonly start: number }[] =>
  [...text.matchAll(/\[[^\]]*\]|\([^)]*\)|[^\s|,]+/g)].map((match) => ({ text: match[0], start: match.index }));

/** The results that programs of the document printed. */
export const outputClaims = (reading: Reading): readonly Found<ChainClaim>[] =>
  reading.document.parts.flatMap((part) => (part.kind === 'output' ? new Output(reading, part).claims() : []));
