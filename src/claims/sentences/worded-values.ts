/**
 * Values as sentences give them behind "is" or a colon: a formula, `(2x + y, x + 12y)` without dollars, "1, 2 and 11".
 */
import type { Expression, Relation } from '../../math/expression/tree.ts';
import type { Problem } from '../../math/notation/problem.ts';
import type { Range } from '../../model/place.ts';
import { isEmpty, spanning } from '../formulas/strand.ts';
import { isName } from '../iterates/step-names.ts';
import type { Reading } from '../reading.ts';
import { formulaLetter } from './flat-text.ts';
import type { Kind } from './quantity-words.ts';
import type { Sentence } from './sentences.ts';

/** A value: the members of a chain from the first on, and the end of its words. */
export interface WordedValue {
  readonly members: readonly Expression[];
  readonly relations: readonly Relation[];
  readonly problems: readonly Problem[];
  readonly range: Range;
  /** As written, where it was put together from several formulas. */
  readonly text?: string;
  readonly end: number;
}

const filler =
  /(?:\s|(?:the|a|an|equal\s+to|given\s+by|exactly|then|therefore|thus|also|just|simply|now|hence|numbers?|values?|vector|point|matrix|as|to|be)(?![\p{L}])|[=≈:])*/uy;

const number = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-−+]?\d+)?%?`;
const functionName = '(?:exp|sin|cos|tan|ln|log|sqrt|pi|alpha|beta|gamma|lambda|sigma|theta|eta)(?![\\p{L}])';
const letterName = String.raw`\p{L}\p{M}?(?:[_^]\{[^{}\n]{1,12}\}|[_^]?\d+|[₀-₉⁰-⁹²³'′])*(?!\.?[\p{L}])`;
const bracket = String.raw`[([{⟨<](?:[^()[\]{}⟨⟩<>\n]|[([{][^()[\]{}\n]{0,80}[)\]}]){1,200}[)\]}⟩>]`;
const sign = '[-−–+*/^=≈·×√]';
/** One piece of typed mathematics. */
const piece = new RegExp(
  String.raw`[^\S\n]*(?:${number}|${bracket}|${functionName}|(?!(?:and|so|a|is|as)\b)${letterName}|${sign})`,
  'uy',
);
/** The same where only a number will do. */
const numberPiece = new RegExp(
  String.raw`[^\S\n]*(?:${number}|\([-−+*/^\d.√\s]{1,80}\)|√|sqrt\([^()\n]{1,40}\)|(?:pi|π|i|e)(?!\.?[\p{L}])|${sign})`,
  'uy',
);

/** A number with a decimal comma. */
const commaPiece = /[^\S\n]*[-−+]?[^\S\n]?\d+,\d+(?![\d,]|\.\d)%?/uy;

const separator = /\s*(?:,\s*(?:and\s+|und\s+)?|;\s*|\s(?:and|und|et|bzw\.|&)\s+)/uy;

const lengthOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** Where typed mathematics that begins at `at` ends; without a sign that nothing follows. */
const mathEnd = (text: string, at: number, pattern: RegExp): number => {
  let end = at;
  for (let length = lengthOf(pattern, text, end); length > 0; length = lengthOf(pattern, text, end)) end += length;
  return at + text.slice(at, end).replace(/[\s*/^=≈·×+−–-]+$/u, '').length;
};

export class ValueReader {
  readonly #reading: Reading;
  readonly #sentence: Sentence;

  constructor(reading: Reading, sentence: Sentence) {
    this.#reading = reading;
    this.#sentence = sentence;
  }

  /** The value that begins at `at`, behind words that do not change it. */
  value(at: number, kind: Kind): WordedValue | undefined {
    const start = at + lengthOf(filler, this.#sentence.text, at);
    const first = this.#item(start, kind);
    if (!first || kind === 'number' || kind === 'expression' || first.members.length > 1) return first;
    return this.#more(first, start, kind);
  }

  /** The values listed from `at` on, each by itself: `3.55, $3.19$ and 2.88`. */
  values(at: number): readonly WordedValue[] {
    const values: WordedValue[] = [];
    const start = at + lengthOf(filler, this.#sentence.text, at);
    for (let next = this.#item(start, 'number'); next; next = this.#next(next.end, 'number')) values.push(next);
    return values.flatMap(apart);
  }

  /** The values that go on behind one: `, 3.19 and 2.88`. */
  valuesBehind(at: number): readonly WordedValue[] {
    const gap = lengthOf(separator, this.#sentence.text, at);
    return gap > 0 ? this.values(at + gap) : [];
  }

  /** `1, 2 and 11`: further values, which with the first are a set; of expressions, a vector. */
  #more(first: WordedValue, start: number, kind: Kind): WordedValue {
    const items = [first];
    let end = first.end;
    for (let next = this.#next(end, kind); next; next = this.#next(end, kind)) {
      items.push(next);
      end = next.end;
    }
    const parts = items.flatMap(({ members }) => members);
    if (parts.length === 1 || parts.some(isBracketed)) return first;
    const brackets = kind === 'set' ? ({ open: '{', close: '}' } as const) : ({ open: '(', close: ')' } as const);
    const listed: Expression = { kind: 'list', ...brackets, items: parts, ...spanning(parts) };
    const range = { ...first.range, end: items.at(-1)?.range.end ?? first.range.end };
    const text = this.#sentence.written(start, end).replace(/\$/g, '');
    return { members: [listed], relations: [], problems: items.flatMap(({ problems }) => problems), range, text, end };
  }

  #next(at: number, kind: Kind): WordedValue | undefined {
    const gap = lengthOf(separator, this.#sentence.text, at);
    const item = gap > 0 ? this.#item(at + gap, kind) : undefined;
    return item?.members.length === 1 ? item : undefined;
  }

  #item(at: number, kind: Kind): WordedValue | undefined {
    return formulaLetter.test(this.#sentence.text[at] ?? '') ? this.#formula(at) : this.#typed(at, kind);
  }

  /** A formula that is a value, or a value with the steps that lead to it; one with a name of its own claims for itself. */
  #formula(at: number): WordedValue | undefined {
    const part = this.#sentence.formula(this.#sentence.text[at] ?? '');
    const { strands, problems } = part ? this.#reading.formula(part) : { strands: [], problems: [] };
    const [strand] = strands;
    if (!part || !strand) return undefined;
    const rest = { problems, range: part.range, end: at + 1 };
    if (strands.length > 1) {
      const members = strands.flatMap((one) => one.members);
      return strands.every(({ relations }) => relations.length === 0) ? listOf(members, rest) : undefined;
    }
    const starts = isEmpty(strand.members[0]);
    const [members, relations] = starts
      ? [strand.members.slice(1), strand.relations.slice(1)]
      : [strand.members, strand.relations];
    const [value] = members;
    if (!value || (relations.length > 0 && !starts && isName(value) && value.kind !== 'list')) return undefined;
    return { members, relations, ...rest };
  }

  /** `3,606`: where one number is due, or where the document writes its decimals so. */
  #comma(at: number, kind: Kind): WordedValue | undefined {
    const { text } = this.#sentence;
    const length = lengthOf(commaPiece, text, at);
    const written = text.slice(at, at + length);
    if (length === 0 || /[\p{L}\d]/u.test(text[at + length] ?? '')) return undefined;
    const { decimals } = this.#reading.symbols;
    if (kind !== 'number' && decimals.of(`= ${written}`) !== ',') return undefined;
    const range = this.#sentence.range(at, at + length);
    const number = decimals.of(written) === ',' ? written : written.replace(',', '.');
    const { tree, problems } = this.#reading.parse({ text: number, notation: 'plain', range });
    return { members: [tree], relations: [], problems, range, end: at + length };
  }

  #typed(at: number, kind: Kind): WordedValue | undefined {
    const { text } = this.#sentence;
    const comma = this.#comma(at, kind);
    if (comma) return comma;
    const isBracket = /[([{⟨<]/u.test(text[at] ?? '');
    const end = mathEnd(text, at, kind === 'expression' || kind === 'vector' || isBracket ? piece : numberPiece);
    if (end === at || /[\p{L}\d]/u.test(text[end] ?? '')) return undefined;
    const range = this.#sentence.range(at, end);
    const { tree, problems } = this.#reading.parse({ text: text.slice(at, end), notation: 'plain', range });
    if (tree.kind === 'empty' || tree.kind === 'error') return undefined;
    const [members, relations] = tree.kind === 'relation' ? [tree.members, tree.relations] : [[tree], []];
    return { members, relations, problems, range, end };
  }
}

const isBracketed = ({ kind }: Expression): boolean => kind === 'list' || kind === 'matrix' || kind === 'text';

/** One formula of several values is as many. */
const apart = (value: WordedValue): readonly WordedValue[] => {
  const [first] = value.members;
  if (value.members.length !== 1 || first?.kind !== 'list' || first.open !== '{') return [value];
  return first.items.map((item) => ({ ...value, members: [item] }));
};

const listOf = (items: readonly Expression[], rest: Pick<WordedValue, 'problems' | 'range' | 'end'>): WordedValue => ({
  members: [{ kind: 'list', open: '{', close: '}', items, ...spanning(items) }],
  relations: [],
  ...rest,
});
