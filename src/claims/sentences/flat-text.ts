/**
 * Prose with each formula as one letter of the private area, so that words can be searched without its TeX and a full
 * stop inside it ends nothing:
 *
 *     vanishes if $\lambda_{max} < 1/\gamma$. It …      vanishes if ⟦0⟧. It …
 */
import type { Document, FormulaPart, ProsePart, Section } from '../../model/document.ts';
import type { Range } from '../../model/place.ts';
import type { Reading } from '../reading.ts';

interface Gathered {
  readonly section: Section;
  readonly range: Range;
  readonly formulas: readonly FormulaPart[];
  readonly prose: readonly ProsePart[];
}

/** Prose and the formulas in and between it, up to where the section or the file changes; flattened when first asked. */
export interface Stretch extends Gathered {
  readonly flat: () => FlatText;
}

type SourceOf = Reading['source'];

/** A stretch as one text. */
export interface FlatText {
  readonly section: Section;
  readonly text: string;
  readonly formula: (letter: string) => FormulaPart | undefined;
  /** Where a piece of `text` stands in the source. */
  readonly range: (start: number, end: number) => Range;
  /** A piece of `text` as written, formulas in place and markup out of it. */
  readonly written: (start: number, end: number) => string;
}

const firstLetter = 0xe000;
const lastLetter = 0xf8ff;

/** Any letter that stands for a formula. */
export const formulaLetter = /[\uE000-\uF8FF]/u;

/** Whether the sign at a place is one. */
export const isFormulaAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= firstLetter && code <= lastLetter;
};

/** The places of all of them. */
export const formulasIn = (text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (isFormulaAt(text, at)) places.push(at);
  return places;
};

const gathered = ({ parts }: Document): readonly Gathered[] => {
  const stretches: { section: Section; range: Range; formulas: FormulaPart[]; prose: ProsePart[] }[] = [];
  for (const part of parts) {
    if (part.kind !== 'prose' && part.kind !== 'formula') continue;
    const { section, range } = part;
    const last = stretches.at(-1);
    const current = last && last.section === section && last.range.file === range.file ? last : undefined;
    const target = current ?? { section, range, formulas: [], prose: [] };
    if (!current) stretches.push(target);
    if (range.end > target.range.end) target.range = { file: range.file, start: target.range.start, end: range.end };
    if (part.kind === 'formula') target.formulas.push(part);
    else target.prose.push(part);
  }
  return stretches.filter(({ prose }) => prose.length > 0);
};

/** The stretches of a document that hold words. */
export const stretchesOf = (document: Document, source: SourceOf): readonly Stretch[] =>
  gathered(document).map((stretch) => {
    let flat: FlatText | undefined;
    return {
      ...stretch,
      flat: () => {
        flat ??= flatten(source, stretch);
        return flat;
      },
    };
  });

/** The source of a stretch with the markup of its prose blanked out. */
const readable = (source: SourceOf, { range, prose }: Gathered): string => {
  let text = '';
  let at = range.start;
  for (const part of prose) {
    if (part.range.start < at) continue;
    text += source({ ...range, start: at, end: part.range.start }) + part.text;
    at = part.range.end;
  }
  return text + source({ ...range, start: at, end: range.end });
};

const opening = /(?:\${1,2}|\\\(|\\\[|`)\s*$/;
const closing = /^\s*(?:\$+|\\\)|\\\]|`)/;

/** From here on in the text, the source runs along from there. */
interface Segment {
  readonly text: number;
  readonly source: number;
}

const sourceAt = (segments: readonly Segment[], at: number): number => {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.text ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  return segment ? segment.source + at - segment.text : 0;
};

class Flattener {
  readonly letters = new Map<string, FormulaPart>();
  readonly segments: Segment[] = [];
  readonly #pieces: string[] = [];
  readonly #base: number;
  readonly #whole: string;
  #length = 0;
  #at: number;
  #afterFormula = false;

  constructor(whole: string, base: number) {
    this.#whole = whole;
    this.#base = base;
    this.#at = base;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  words(end: number): void {
    const piece = this.#whole.slice(this.#at - this.#base, end - this.#base);
    const skipped = this.#afterFormula ? (closing.exec(piece)?.[0].length ?? 0) : 0;
    this.#add(
      piece
        .slice(skipped)
        .replace(opening, '')
        .replace(/[\uE000-\uF8FF]/g, ' '),
      this.#at + skipped,
    );
  }

  formula(part: FormulaPart): void {
    if (part.range.start < this.#at || firstLetter + this.letters.size > lastLetter) return;
    this.words(part.range.start);
    const letter = String.fromCharCode(firstLetter + this.letters.size);
    this.letters.set(letter, part);
    this.#add(letter, part.range.start);
    this.#at = part.range.end;
    this.#afterFormula = true;
  }

  #add(piece: string, source: number): void {
    this.segments.push({ text: this.#length, source });
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}

const flatten = (source: SourceOf, stretch: Gathered): FlatText => {
  const { range: around, formulas, section } = stretch;
  const whole = readable(source, stretch);
  const flattener = new Flattener(whole, around.start);
  for (const formula of formulas) flattener.formula(formula);
  flattener.words(around.end);
  const { text, letters, segments } = flattener;
  const range = (start: number, end: number): Range => {
    const first = sourceAt(segments, start);
    const last = letters.get(text[end - 1] ?? '')?.range.end ?? sourceAt(segments, Math.max(start, end - 1)) + 1;
    return { file: around.file, start: first, end: Math.min(around.end, Math.max(first, last)) };
  };
  const written = (start: number, end: number): string => {
    const piece = range(start, end);
    const [first, last] = [piece.start - around.start, piece.end - around.start];
    // A formula at either end comes with its delimiters.
    const opens = letters.has(text[start] ?? '')
      ? (opening.exec(whole.slice(Math.max(0, first - 8), first))?.[0].length ?? 0)
      : 0;
    const closes = letters.has(text[end - 1] ?? '') ? (closing.exec(whole.slice(last, last + 8))?.[0].length ?? 0) : 0;
    const words = whole.slice(first - opens, last + closes);
    return words.replace(/\s+/g, ' ').trim();
  };
  return { section, text, formula: (letter) => letters.get(letter), range, written };
};

/** The running text of a document, a piece a section; only pieces with words or formulas that `matter`. */
export const flatTexts = (
  reading: Reading,
  matter: (words: string) => boolean,
  formulaMatters: (part: FormulaPart) => boolean,
): readonly FlatText[] =>
  reading.stretches
    .filter(({ prose, formulas }) => prose.some(({ text }) => matter(text)) || formulas.some(formulaMatters))
    .map((stretch) => stretch.flat());
