/**
 * What sentences speak about, each in one symbol that rubrics use as well:
 *
 *     λ_max   the largest (maximum, leading, dominant, biggest) eigenvalue, in absolute value or not; the spectral radius;
 *             also written λ_{max}, |λ_max|, λ_1, \max_i |λ_i|, ρ(W)
 *     λ_min   the smallest eigenvalue
 *     σ_max   the largest singular value, the spectral norm; also σ_{max}, σ_1
 *     σ_min   the smallest singular value
 *     κ       the condition number
 *     α, η    the learning rate or step size, as the assignment names it
 *     γ, β, μ the momentum, as the assignment names it
 */
import { sym } from '../../math/expression/build.ts';
import type { Expression, Relation } from '../../math/expression/tree.ts';
import { matches } from '../matches.ts';

interface Subject {
  readonly words: RegExp;
  /** The first of these that the assignment knows; the first of all where it knows none. */
  readonly symbols: readonly string[];
  /** What is said of all of them, or of some: which one it comes to hangs on the comparison. */
  readonly of?: Quantifier;
}

type Quantifier = 'all' | 'some';

const large = '(?:largest|biggest|maxim(?:um|al)|greatest|highest|dominant|leading|principal|top|max)';
const small = '(?:smallest|minim(?:um|al)|least|lowest|min)';
const magnitude = '(?:absolute|in magnitude|in absolute value|magnitude of (?:the|its) )?';

const quantified = (words: string): RegExp => new RegExp(`\\b(?:${words})\\s+eigen[\\s-]?values?\\b`, 'gi');

const subjects: readonly Subject[] = [
  {
    words: new RegExp(
      String.raw`\b${large}[\s-]{1,20}${magnitude}\s{0,20}eigen[\s-]?values?\b|\bspectral radius\b`,
      'gi',
    ),
    symbols: ['λ_max'],
  },
  { words: new RegExp(String.raw`\b${small}[\s-]{1,20}eigen[\s-]?values?\b`, 'gi'), symbols: ['λ_min'] },
  {
    words: new RegExp(String.raw`\b${large}[\s-]{1,20}singular[\s-]{1,20}values?\b|\bspectral norm\b`, 'gi'),
    symbols: ['σ_max'],
  },
  { words: new RegExp(String.raw`\b${small}[\s-]{1,20}singular[\s-]{1,20}values?\b`, 'gi'), symbols: ['σ_min'] },
  { words: /\bcondition number\b/gi, symbols: ['κ'] },
  { words: /\blearning[\s-]{1,20}rate\b|\bstep[\s-]{1,20}size\b/gi, symbols: ['α', 'η', 'ε', 'h'] },
  { words: /\bmomentum(?:\s+(?:coefficient|parameter|term))?\b/gi, symbols: ['γ', 'β', 'μ'] },
  { words: quantified('all(?:\\s+(?:of\\s+)?(?:the|its))?|every|each'), symbols: ['λ_max'], of: 'all' },
  {
    words: quantified('(?:at\\s+least\\s+)?(?:one|some)(?:\\s+of\\s+(?:the|its))?|an'),
    symbols: ['λ_max'],
    of: 'some',
  },
];

const größte = '(?:betragsmäßig\\s+|betrags)?(?:größte|groesste|maximale|dominante)[rsn]?';
const kleinste = '(?:betragsmäßig\\s+|betrags)?(?:kleinste|minimale)[rsn]?';

const inGerman = (words: string): RegExp => new RegExp(`\\b(?:${words})`, 'gi');

/** The same in German. */
const german: readonly Subject[] = [
  { words: inGerman(`${größte}\\s+eigenwert(?:e?s)?\\b|spektralradius\\b`), symbols: ['λ_max'] },
  { words: inGerman(`${kleinste}\\s+eigenwert(?:e?s)?\\b`), symbols: ['λ_min'] },
  { words: inGerman(`${größte}\\s+singulärwert(?:e?s)?\\b|spektralnorm\\b`), symbols: ['σ_max'] },
  { words: inGerman(`${kleinste}\\s+singulärwert(?:e?s)?\\b`), symbols: ['σ_min'] },
  { words: inGerman('konditionszahl\\b'), symbols: ['κ'] },
  { words: inGerman('lernrate\\b|schrittweite\\b'), symbols: ['α', 'η', 'ε', 'h'] },
  { words: inGerman('(?:alle|jeder)\\s+(?:der\\s+)?eigenwerte?\\b'), symbols: ['λ_max'], of: 'all' },
  { words: inGerman('(?:mindestens\\s+)?ein(?:er\\s+der)?\\s+eigenwerte?\\b'), symbols: ['λ_max'], of: 'some' },
];

const allSubjects = [...subjects, ...german];

/** A subject named in words, with its place in the text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly subject: Expression;
  readonly of?: Quantifier;
}

/** All of them are below a bound where the largest one is, and some above it; for the other two the smallest tells. */
export const subjectOf = ({ subject, of }: Mention, relation: Relation): Expression => {
  if (of === undefined) return subject;
  const isBelow = ['<', '≤', '≪'].includes(relation);
  return sym((of === 'all') === isBelow ? 'λ_max' : 'λ_min');
};

/** A word that every subject has one of. */
const hint = /eigen|singul|spe[ck]tral|[ck]ondition|learning|lernrate|schrittweite|step|momentum/i;

/** The subjects that a text names in words, in order. */
export const mentions = (text: string, known: ReadonlySet<string>): readonly Mention[] => {
  const found: Mention[] = [];
  if (!hint.test(text)) return found;
  for (const { words, symbols, of } of allSubjects) {
    for (const { index, 0: said } of matches(words, text)) {
      const subject = sym(symbols.find((symbol) => known.has(symbol)) ?? symbols[0] ?? '');
      found.push({ start: index, end: index + said.length, subject, ...(of && { of }) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

const indexText = (e: Expression): string => (e.kind === 'symbol' ? e.name : e.kind === 'number' ? e.text : '');

const spectral: Readonly<Record<string, string>> = {
  λ_max: 'λ_max',
  λ_1: 'λ_max',
  λ_min: 'λ_min',
  λ_n: 'λ_min',
  σ_max: 'σ_max',
  σ_1: 'σ_max',
  σ_min: 'σ_min',
  ρ: 'λ_max',
};

/** The symbol a written subject stands for: `|λ_{max}|`, `\max_i |λ_i|` and `ρ(W)` are `λ_max`; others stay as they are. */
export const canonicalSubject = (e: Expression): Expression => {
  switch (e.kind) {
    case 'symbol':
      return e.name !== 'ρ' && spectral[e.name] ? sym(spectral[e.name] ?? '') : e;
    case 'index': {
      const name = e.base.kind === 'symbol' && e.indices[0] ? `${e.base.name}_${indexText(e.indices[0])}` : '';
      return spectral[name] ? sym(spectral[name] ?? '') : e;
    }
    case 'apply': {
      if (e.operator.kind !== 'symbol' || !e.arguments[0]) return e;
      if (e.operator.name === 'ρ') return sym('λ_max');
      if (e.operator.name === 'λ_max' || e.operator.name === 'σ_max') return e.operator;
      const inner = canonicalSubject(e.arguments[0]);
      return e.operator.name === 'abs' && isSpectral(inner) ? inner : e;
    }
    case 'product': {
      const [first, second] = e.factors;
      // ρ(W) where nothing declares ρ: the letter beside a matrix.
      const isApplied = e.factors.length === 2 && first?.kind === 'symbol' && second && isMatrix(second);
      return isApplied && spectral[first.name] ? sym(spectral[first.name] ?? '') : e;
    }
    case 'big':
      return e.operator === 'max' && isEigenvalue(e.body) ? sym('λ_max') : e;
    case 'marked':
      return canonicalSubject(e.of);
    default:
      return e;
  }
};

const isMatrix = (e: Expression): boolean =>
  e.kind === 'list' || e.kind === 'matrix' || (e.kind === 'symbol' && /^\p{Lu}/u.test(e.name));

const isEigenvalue = (e: Expression): boolean => {
  if (e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'abs') {
    return e.arguments[0] !== undefined && isEigenvalue(e.arguments[0]);
  }
  const base = e.kind === 'index' ? e.base : e;
  return base.kind === 'symbol' && base.name === 'λ';
};

/** Whether a subject is one of those that sentences name in words. */
export const isSpectral = (e: Expression): boolean => e.kind === 'symbol' && /^[λσ]_(?:max|min)$/u.test(e.name);
