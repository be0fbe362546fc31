/**
 * What a console answers: MATLAB and Octave above the value, R behind the index of its first entry.
 *
 *     >> z = A*u          > x                        > solve(A)
 *     z =                 [1] 3.550 3.185 2.871             [,1]  [,2]
 *         7                                          [1,]  0.667 -0.333
 *         8                                          [2,] -0.333  0.667
 *
 * `ans` and what R prints have the name that was typed at the prompt.
 */
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { isName } from '../iterates/step-names.ts';
import { namedBy } from './names-in-code.ts';
import type { Line, PrintedText } from './text.ts';

const prompt = /^\s*>{1,3}\s*(?<code>[^\s>].*)$/;
const echo = /^\s*(?<name>[A-Za-z]\w{0,20})\s*=\s*$/;
const numbers = /^\s*[-−+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(?:\s+[-−+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)*\s*$/i;
const indexed = /^\s*\[(?<row>\d+)(?<comma>,?)\]\s+(?=[-−+]?[\d.])/;
const columnNames = /^\s*(?:\[,\d+\]\s*)+$/;

/** Whether a text may be such a transcript. */
export const mayBeTranscript = (text: string): boolean =>
  /^[ \t]*(?:\w{1,20}\s*=[ \t]*\n(?:[ \t]*\n)?[ \t]+[-−]?[\d.]|\[1,?\][ \t]+[-−\d])/m.test(text);

const assigns = /^[A-Za-z][\w.]*\s*(?:=(?!=)|<-)/;

interface Row {
  readonly values: readonly Expression[];
  readonly at: number;
}

class Transcript {
  readonly #printed: PrintedText;
  readonly #lines: readonly Line[];
  #command: string | undefined;

  constructor(printed: PrintedText) {
    this.#printed = printed;
    this.#lines = printed.lines;
  }

  claims(): readonly Found<ChainClaim>[] {
    const found: Found<ChainClaim>[] = [];
    for (let i = 0; i < this.#lines.length; ) {
      const text = this.#lines[i]?.text ?? '';
      const typed = prompt.exec(text)?.groups?.['code'];
      if (typed !== undefined)
        this.#command = assigns.test(typed) ? undefined : typed.replace(/\s*(?:[#%].*|;\s*)$/, '');
      const name = echo.exec(text)?.groups?.['name'];
      const [rows, next] = name === undefined ? this.#indexed(i) : this.#rows(i + 1);
      const claim =
        rows.length > 0 ? this.#claim(name === 'ans' ? undefined : name, this.#lines[i]?.start ?? 0, rows) : undefined;
      if (claim) found.push(claim);
      i = Math.max(i + 1, next);
    }
    return found;
  }

  /** Rows of numbers behind a blank line. */
  #rows(from: number): readonly [readonly Row[], number] {
    let at = from;
    while (at < from + 2 && this.#lines[at]?.text.trim() === '') at += 1;
    const rows: Row[] = [];
    for (; numbers.test(this.#lines[at]?.text ?? ''); at += 1) rows.push(this.#row(this.#lines[at], 0));
    return [rows, at];
  }

  /** `[1] 3.55 3.19`, or the rows `[1,]` of a matrix below the numbers of its columns. */
  #indexed(from: number): readonly [readonly Row[], number] {
    let at = columnNames.test(this.#lines[from]?.text ?? '') ? from + 1 : from;
    const [first] = [indexed.exec(this.#lines[at]?.text ?? '')];
    if (first?.groups?.['row'] !== '1') return [[], from];
    const rows: Row[] = [];
    for (let match: RegExpExecArray | null = first; match; match = indexed.exec(this.#lines[at]?.text ?? '')) {
      if (match.groups?.['comma'] !== first.groups['comma'] || (rows.length > 0 && match.groups?.['row'] === '1'))
        break;
      rows.push(this.#row(this.#lines[at], match[0].length));
      at += 1;
    }
    // A vector goes on over lines.
    const [row] = rows;
    const isVector = first.groups['comma'] === '' && row;
    return [isVector ? [{ at: row.at, values: rows.flatMap(({ values }) => values) }] : rows, at];
  }

  #row(line: Line | undefined, from: number): Row {
    if (!line) return { values: [], at: 0 };
    const words = [...line.text.slice(from).matchAll(/\S+/g)];
    const values = words.flatMap(({ index }) => this.#printed.value(line.start + from + index)?.value ?? []);
    return { values: values.length === words.length ? values : [], at: line.start + from };
  }

  #claim(echoed: string | undefined, at: number, rows: readonly Row[]): Found<ChainClaim> | undefined {
    const value = valueIn(rows);
    const name = echoed === undefined ? this.#typed() : this.#printed.name(echoed, at);
    if (!value || !name || (echoed !== undefined && !isName(name))) return undefined;
    const found = this.#printed.claim(name, value, rows[0]?.at ?? at);
    return echoed === undefined ? { ...found, claim: { ...found.claim, doubtful: true } } : found;
  }

  #typed(): Expression | undefined {
    return this.#command === undefined ? undefined : namedBy(this.#printed, this.#command);
  }
}

/** One number, a vector written across or down, or a matrix. */
const valueIn = (rows: readonly Row[]): Expression | undefined => {
  const width = rows[0]?.values.length ?? 0;
  if (width === 0 || rows.some(({ values }) => values.length !== width)) return undefined;
  const all = rows.flatMap(({ values }) => values);
  const [only] = all;
  if (all.length === 1) return only;
  if (rows.length > 1 && width > 1) return { kind: 'matrix', rows: rows.map(({ values }) => values) };
  return { kind: 'list', open: '(', close: ')', items: all };
};

/** The results of a console's transcript. */
export const transcribed = (printed: PrintedText): readonly Found<ChainClaim>[] => new Transcript(printed).claims();
