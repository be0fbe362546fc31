/**
 * Conditions stated in sentences: subject, relation, value.
 *
 *     The vanishing gradient requires the largest eigenvalue of W to be smaller than 1/γ.
 *                                     ^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^ ^^^
 */
import type { Expression, Relation } from '../math/expression/tree.ts';
import type { StatementClaim } from '../model/claim.ts';
import type { FormulaPart } from '../model/document.ts';
import { type Comparison, comparisons, complement, flipped } from './comparisons.ts';
import { formulaLetter } from './flat-text.ts';
import type { Found } from './found.ts';
import { deniedWords, isException, isNegated, modalityOf } from './modality.ts';
import type { Reading } from './reading.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { isEmpty, type Strand } from './strand.ts';
import { canonicalSubject, isSpectral, type Mention, mentions } from './subjects.ts';

/** A condition and the stretch of its sentence that states it. */
interface Condition {
  readonly subject: Expression;
  readonly relation: Relation;
  readonly value: Expression;
  readonly start: number;
  readonly end: number;
}

const orders: ReadonlySet<Relation> = new Set(['<', '≤', '>', '≥', '≪', '≫']);

/** `1/γ > λ_max` speaks about λ_max. */
const aboutSubject = (condition: Condition): Condition => {
  const [subject, value] = [canonicalSubject(condition.subject), canonicalSubject(condition.value)];
  if (!isSpectral(value) || isSpectral(subject)) return { ...condition, subject, value };
  return { ...condition, subject: value, relation: flipped(condition.relation), value: subject };
};

const plainMath =
  /^(?:\s|\bto\b|\bthe\b|\bvalue\b|\bof\b|,)*(\\[dt]?frac\s*\{[^{}]*\}\s*\{[^{}]*\}|[\d.]+\s*\/\s*(?:[\p{L}\p{M}]+(?:_\{?\w+\}?)?|\\[a-z]+|\d+)|-?\d+(?:\.\d+)?|(?:alpha|beta|gamma|delta|eta|theta|kappa|lambda|mu|rho|sigma|tau)\b|[α-ωΑ-Ω](?:_\{?\w+\}?|\^\{?-1\}?|⁻¹)?|\\[a-z]+(?:_\{?\w+\}?|\^\{?-1\}?)?)/u;
const inverse = /^(?:\s|\bto\b|\bthe\b|\ba\b)*(?:inverse|reciprocal)\s+of\s+(?:the\s+)?/iu;
const overWords = /^(?:\s|\bto\b|\bthe\b)*(?:1|one)\s+(?:over|divided\s+by)\s+(?:the\s+)?/iu;
const one = /^(?:\s|\bto\b|\bthe\b|\bvalue\b|\bof\b)*(?:one|unity)\b/iu;
const pronoun = /\b(?:it|this|that|they|these)\b/giu;
/** Words between a comparison and its value. */
const reach = 48;

const reciprocal = (of: Expression): Expression => ({
  kind: 'quotient',
  over: { kind: 'number', text: '1' },
  under: of,
});

class SentenceReader {
  readonly #reading: Reading;
  readonly #sentence: Sentence;
  readonly #known: ReadonlySet<string>;
  #named: readonly Mention[] | undefined;
  readonly #before: Condition | undefined;

  constructor(reading: Reading, sentence: Sentence, before: Condition | undefined, known: ReadonlySet<string>) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#before = before;
    this.#known = known;
  }

  get #mentions(): readonly Mention[] {
    this.#named ??= mentions(this.#sentence.text, this.#known);
    return this.#named;
  }

  conditions(): readonly Condition[] {
    const found: Condition[] = [...this.#written()];
    for (const comparison of comparisons(this.#sentence.text)) {
      if (found.some(({ start, end }) => start <= comparison.start && comparison.end <= end)) continue;
      const before = found.filter(({ end }) => end <= comparison.start).sort((a, b) => a.end - b.end);
      const condition = this.#said(comparison, before.at(-1) ?? this.#before);
      if (condition) found.push(condition);
    }
    if (found.length === 0) return found;
    return found.map(aboutSubject).sort((a, b) => a.start - b.start);
  }

  /** Formulas that state an order by themselves: `$\lambda_{max} < \frac{1}{\gamma}$`. */
  #written(): readonly Condition[] {
    return [...this.#sentence.text.matchAll(/[\uE000-\uF8FF]/g)].flatMap(({ 0: letter, index }) => {
      const part = this.#sentence.formula(letter);
      const strands = part ? this.#reading.formula(part).strands : [];
      return strands.flatMap((strand) => this.#ordered(strand, index, part?.display === true) ?? []);
    });
  }

  #ordered({ members, relations }: Strand, at: number, isDisplay: boolean): Condition | undefined {
    const [subject, value] = members;
    const [relation] = relations;
    if (members.length !== 2 || !subject || !value || !relation || !orders.has(relation)) return undefined;
    if (isEmpty(value) || (isEmpty(subject) && isDisplay)) return undefined;
    const spoken = isEmpty(subject) ? this.#subject(at, undefined) : { subject, start: at };
    return spoken && { ...spoken, relation, value, end: at + 1 };
  }

  #tree(letter: string): Expression | undefined {
    const part = formulaLetter.test(letter) ? this.#sentence.formula(letter) : undefined;
    return part && this.#reading.formula(part).tree;
  }

  #said(comparison: Comparison, before: Condition | undefined): Condition | undefined {
    const spoken = this.#subject(comparison.start, before);
    const value = comparison.bare
      ? before && { value: before.value, end: comparison.end }
      : (this.#value(comparison.end) ?? this.#thatValue(comparison.end, before));
    if (!spoken || !value) return undefined;
    return { ...spoken, relation: comparison.relation, ...value };
  }

  /** The nearest subject before a comparison: named in words, written as a formula, or "it". */
  #subject(end: number, before: Condition | undefined): { subject: Expression; start: number } | undefined {
    const text = this.#sentence.text.slice(0, end);
    const named = this.#mentions.findLast((mention) => mention.end <= end);
    for (let at = text.length - 1; at >= 0 && at >= (named?.end ?? 0); at -= 1) {
      const tree = this.#tree(text[at] ?? '');
      // "the largest eigenvalue of $W$": the formula belongs to the words before it.
      const isPart =
        named &&
        /^\s*(?:\([^)]*\)\s*)?(?:of|for|,|\()?\s*(?:the\s+)?[\p{L}\s-]{0,40}$/u.test(text.slice(named.end, at));
      if (tree && !isPart && isSubject(tree)) return { subject: tree, start: at };
    }
    const last = [...text.matchAll(pronoun)].pop();
    const isSaidBefore = before && last && last.index > (named?.end ?? 0);
    if (isSaidBefore && (!named || before.end > named.end)) return { subject: before.subject, start: last.index };
    return named && { subject: named.subject, start: named.start };
  }

  #value(start: number): { value: Expression; end: number } | undefined {
    const text = this.#sentence.text.slice(start);
    const over = inverse.exec(text) ?? overWords.exec(text);
    if (over) {
      const inner = this.#value(start + over[0].length);
      return inner && { value: reciprocal(inner.value), end: inner.end };
    }
    const unity = one.exec(text);
    if (unity) return { value: { kind: 'number', text: '1' }, end: start + unity[0].length };
    const plain = plainMath.exec(text);
    if (plain?.[1]) return this.#plain(plain[1], start + plain[0].length);
    const at = text.search(formulaLetter);
    const tree = at >= 0 && at <= reach ? this.#tree(text[at] ?? '') : undefined;
    if (tree && isSubject(tree)) return { value: tree, end: start + at + 1 };
    const named = this.#mentions.find((mention) => mention.start >= start && mention.start - start <= reach);
    return named && { value: named.subject, end: named.end };
  }

  #plain(text: string, end: number): { value: Expression; end: number } {
    const range = this.#sentence.range(end - text.length, end);
    const notation = text.includes('\\') ? 'latex' : 'plain';
    return { value: this.#reading.parse({ text, notation, range }).tree, end };
  }

  /** "larger than that", "than this value". */
  #thatValue(start: number, before: Condition | undefined): { value: Expression; end: number } | undefined {
    const match = /^\s*(?:that|this|it)(?:\s+(?:value|bound|number|threshold))?\b/iu.exec(
      this.#sentence.text.slice(start),
    );
    return match && before ? { value: before.value, end: start + match[0].length } : undefined;
  }
}

/** A quantity, not a relation between two. */
const isSubject = (tree: Expression): boolean =>
  !['relation', 'rows', 'sequence', 'text', 'empty', 'error', 'logic', 'ellipsis'].includes(tree.kind);

const breaks: readonly RegExp[] = [
  /;/gu,
  /\b(?:while|whereas|but|conversely|otherwise)\b/giu,
  /,?\s+\band\b/giu,
  /,/gu,
];

/** Where the clause of one condition ends and that of the next begins. */
const breakBetween = (text: string, start: number, end: number): number => {
  const gap = text.slice(start, end);
  for (const pattern of breaks) {
    const last = [...gap.matchAll(pattern)].pop();
    if (last) return start + last.index;
  }
  return start;
};

const clauseOf = (text: string, conditions: readonly Condition[], i: number): readonly [number, number] => {
  const [before, own, after] = [conditions[i - 1], conditions[i], conditions[i + 1]];
  if (!own) return [0, text.length];
  const start = before && before.end <= own.start ? breakBetween(text, before.end, own.start) : 0;
  return [start, after && own.end <= after.start ? breakBetween(text, own.end, after.start) : text.length];
};

const claimsOf = (
  reading: Reading,
  sentence: Sentence,
  conditions: readonly Condition[],
): readonly Found<StatementClaim>[] =>
  conditions.map((condition, i) => {
    const [start, end] = clauseOf(sentence.text, conditions, i);
    const clause = sentence.text.slice(start, end);
    const around = sentence.text.slice(start, condition.start) + sentence.text.slice(condition.end, end);
    const range = sentence.range(condition.start, condition.end);
    const denied = deniedWords(around);
    const relation = isException(around) ? complement(condition.relation) : condition.relation;
    const claim: StatementClaim = {
      kind: 'statement',
      section: sentence.section,
      place: reading.place(range.file, range),
      order: 0,
      subject: condition.subject,
      relation,
      value: condition.value,
      modality: modalityOf(clause),
      text: sentence.written(start, end),
      negated: isNegated(around, denied),
      ...(denied.length > 0 && { denied }),
    };
    return { claim, range };
  });

/** The conditions that the document's sentences state. */
export const statementClaims = (reading: Reading): readonly Found<StatementClaim>[] => {
  let before: Condition | undefined;
  let section: Sentence['section'] | undefined;
  const found: Found<StatementClaim>[] = [];
  const states = (part: FormulaPart): boolean =>
    reading.formula(part).strands.some(({ relations }) => relations.some((relation) => orders.has(relation)));
  for (const sentence of sentencesOf(reading, states)) {
    if (sentence.section !== section) before = undefined;
    section = sentence.section;
    const conditions = new SentenceReader(reading, sentence, before, reading.symbols.known).conditions();
    const last = conditions.at(-1);
    // Offsets are those of its own sentence; for the next one it lies before everything.
    before = last ? { ...last, start: -1, end: -1 } : before;
    found.push(...claimsOf(reading, sentence, conditions));
  }
  return found;
};
