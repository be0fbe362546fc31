/**
 * The conditions in one sentence: subject, relation, value.
 *
 *     The vanishing gradient requires the largest eigenvalue of W to be smaller than 1/γ.
 *                                     ^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^ ^^^
 */
import type { Expression, Relation } from '../../math/expression/tree.ts';
import { isEmpty, type Strand } from '../formulas/strand.ts';
import { matches } from '../matches.ts';
import type { Reading } from '../reading.ts';
import { type Comparison, comparisons, flipped } from './comparisons.ts';
import { formulaLetter, formulasIn, isFormulaAt } from './flat-text.ts';
import { type NamedSubjects, withSubjects } from './named-subjects.ts';
import type { Sentence } from './sentences.ts';
import { plainMath, reciprocal, reciprocalWords, unityWords } from './spoken-values.ts';
import { canonicalSubject, isSpectral, type Mention, mentions, subjectOf } from './subjects.ts';

/** A condition and the stretch of its sentence that states it. */
export interface Condition {
  readonly subject: Expression;
  readonly relation: Relation;
  readonly value: Expression;
  readonly start: number;
  readonly end: number;
}

/** Relations that compare. */
export const orders: ReadonlySet<Relation> = new Set(['<', '≤', '>', '≥', '≪', '≫']);

/** What joins a condition to its consequence inside one formula: `λ < 1/γ ⇒ \text{the gradient vanishes}`. */
const implications: ReadonlySet<Relation> = new Set(['⇒', '⇐', '⇔', '→']);

const equalities: ReadonlySet<Relation> = new Set(['=', '≈']);

const downwards: ReadonlySet<Relation> = new Set(['>', '≥', '≫']);

/** The order of the ends of `a = b ≤ c < d`: strict where one of them is. */
const joined = (all: readonly Relation[]): Relation | undefined => {
  const told = all.filter((relation) => orders.has(relation));
  const [first] = told;
  if (!first || told.some((relation) => downwards.has(relation) !== downwards.has(first))) return undefined;
  return told.find((relation) => relation !== '≤' && relation !== '≥') ?? first;
};

const isZero = (e: Expression | undefined): boolean => e?.kind === 'number' && /^0*\.?0*$/.test(e.text);

/**
 * The one order that a strand states, by itself or joined to its consequence; from end to end where it takes steps,
 * `|g'(x)| = 1/3 (x + 2)^(-2/3) < 1`. A number that it starts with, or a zero that it ends in, only bounds it otherwise.
 */
export const orderedIn = ({
  members,
  relations,
}: Strand): Pick<Condition, 'subject' | 'relation' | 'value'> | undefined => {
  const isStep = (relation: Relation | undefined): boolean =>
    relation !== undefined && (orders.has(relation) || equalities.has(relation));
  const at = relations.findIndex((relation) => orders.has(relation));
  let [start, end] = [at, at + 1];
  while (start > 0 && isStep(relations[start - 1])) start -= 1;
  while (isStep(relations[end])) end += 1;
  while (start < end - 1 && members[start]?.kind === 'number') start += 1;
  while (start < end - 1 && isZero(members[end])) end -= 1;
  const others = relations.filter((relation, i) => (i < start || i >= end) && !isStep(relation));
  const [subject, relation, value] = [members[start], joined(relations.slice(Math.max(0, start), end)), members[end]];
  if (at < 0 || !subject || !relation || !value || !others.every((other) => implications.has(other))) return undefined;
  return { subject, relation, value };
};

/** `1/γ > λ_max` speaks about λ_max. */
export const aboutSubject = <C extends Condition>(condition: C): C => {
  const [subject, value] = [canonicalSubject(condition.subject), canonicalSubject(condition.value)];
  if (!isSpectral(value) || isSpectral(subject)) return { ...condition, subject, value };
  return { ...condition, subject: value, relation: flipped(condition.relation), value: subject };
};

const pronoun = /\b(?:it|this|that|they|these|er|sie|dieser|diese|dieses)\b/gi;
/** Characters between "the largest eigenvalue" and the matrix it is of. */
const farthestPart = 80;
/** Characters between a comparison and its value. */
const reach = 48;

/** Whether words name nothing new: of "λ is smaller than 1, and explodes if larger than 2" the second is about λ too. */
const goesOn = (words: string): boolean => !/\b(?:the|an?|its|their|our|this|that)\b/i.test(words);

export class SentenceReader {
  readonly #reading: Reading;
  readonly #sentence: Sentence;
  readonly #known: ReadonlySet<string>;
  readonly #letters: NamedSubjects;
  #named: readonly Mention[] | undefined;
  readonly #before: Condition | undefined;

  constructor(
    reading: Reading,
    sentence: Sentence,
    before: Condition | undefined,
    known: ReadonlySet<string>,
    letters: NamedSubjects,
  ) {
    this.#letters = letters;
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
    return found
      .map(({ subject, value, ...rest }) => {
        const [about, bound] = [subject, value].map((side) => withSubjects(side, this.#letters));
        return aboutSubject({ ...rest, subject: about ?? subject, value: bound ?? value });
      })
      .sort((a, b) => a.start - b.start);
  }

  /** Formulas that state an order by themselves: `$\lambda_{max} < \frac{1}{\gamma}$`. */
  #written(): readonly Condition[] {
    return formulasIn(this.#sentence.text).flatMap((index) => {
      const part = this.#sentence.formula(this.#sentence.text.charAt(index));
      const strands = part ? this.#reading.formula(part).strands : [];
      return strands.flatMap((strand) => this.#ordered(strand, index, part?.display === true) ?? []);
    });
  }

  #ordered(strand: Strand, at: number, isDisplay: boolean): Condition | undefined {
    const ordered = orderedIn(strand);
    if (!ordered || isEmpty(ordered.value) || (isEmpty(ordered.subject) && isDisplay)) return undefined;
    const spoken = isEmpty(ordered.subject)
      ? this.#subject(at, ordered.relation, undefined)
      : { subject: ordered.subject, start: at };
    return spoken && { ...ordered, ...spoken, end: at + 1 };
  }

  #tree(letter: string): Expression | undefined {
    const part = formulaLetter.test(letter) ? this.#sentence.formula(letter) : undefined;
    return part && this.#reading.formula(part).tree;
  }

  #said(comparison: Comparison, before: Condition | undefined): Condition | undefined {
    const spoken = this.#subject(comparison.start, comparison.relation, before);
    const value = comparison.bare
      ? before && { value: before.value, end: comparison.end }
      : (this.#value(comparison.end) ?? this.#thatValue(comparison.end, before));
    if (!spoken || !value) return undefined;
    return { ...spoken, relation: comparison.relation, ...value };
  }

  /** The nearest subject before a comparison: named in words, written as a formula, or "it". */
  #subject(
    end: number,
    relation: Relation,
    before: Condition | undefined,
  ): { subject: Expression; start: number } | undefined {
    const text = this.#sentence.text.slice(0, end);
    const named = this.#mentions.findLast((mention) => mention.end <= end);
    // What the condition before ends in is its value, not what this one is about.
    for (let at = text.length - 1; at >= Math.max(named?.end ?? 0, before?.end ?? 0); at -= 1) {
      if (!isFormulaAt(text, at)) continue;
      const tree = this.#tree(text[at] ?? '');
      // "the largest eigenvalue $\lambda_1$ of $W$": the formulas belong to the words before them.
      const isPart =
        named &&
        at - named.end <= farthestPart &&
        /^\s*(?:\([^)]*\)\s*|[\uE000-\uF8FF]\s*)?(?:of|for|von|der|,|\()?\s*(?:the\s+)?[\p{L}\s-]{0,40}$/u.test(
          text.slice(named.end, at),
        );
      if (tree && !isPart && isSubject(tree)) return { subject: tree, start: at };
    }
    const last = matches(pronoun, text).at(-1);
    const isSaidBefore = before && last && last.index > (named?.end ?? 0);
    if (isSaidBefore && (!named || before.end > named.end)) return { subject: before.subject, start: last.index };
    if (named) return { subject: subjectOf(named, relation), start: named.start };
    return before && goesOn(text.slice(Math.max(0, before.end))) ? { subject: before.subject, start: end } : undefined;
  }

  #value(start: number): { value: Expression; end: number } | undefined {
    const text = this.#sentence.text.slice(start);
    const over = reciprocalWords(text);
    if (over > 0) {
      const inner = this.#value(start + over);
      return inner && { value: reciprocal(inner.value), end: inner.end };
    }
    const unity = unityWords(text);
    if (unity > 0) return { value: { kind: 'number', text: '1' }, end: start + unity };
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
    const match = /^\s*(?:that|this|it)(?:\s+(?:value|bound|number|threshold))?\b/i.exec(
      this.#sentence.text.slice(start),
    );
    return match && before ? { value: before.value, end: start + match[0].length } : undefined;
  }
}

/** A quantity, not a relation between two. */
const isSubject = (tree: Expression): boolean =>
  !['relation', 'rows', 'sequence', 'text', 'empty', 'error', 'logic', 'ellipsis'].includes(tree.kind);
