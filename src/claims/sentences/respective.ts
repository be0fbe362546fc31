/**
 * Values told side by side, each of its own name or of its own step:
 *
 *     The determinant and the trace of A are 3 and 4, respectively.      det(A) = 3, tr(A) = 4
 *     After one and two steps x is 3.55 and 3.19, respectively.          x_1 = 3.55, x_2 = 3.19
 */
import { sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { cardinalWords, countedWords, countOf, ordinalWords } from '../iterates/count-words.ts';
import { roleNamed } from '../iterates/role-words.ts';
import { isName, nameAt } from '../iterates/step-names.ts';
import type { Reading } from '../reading.ts';
import { formulaLetter } from './flat-text.ts';
import { type Quantity, quantitiesIn } from './quantity-words.ts';
import { type Sentence, sentencesWith } from './sentences.ts';
import { smallLetters } from './small-letters.ts';
import { type Spoken, spokenEquation } from './spoken-equation.ts';
import { isRestricted, isUnclaimed } from './unclaimed.ts';
import { ValueReader, type WordedValue } from './worded-values.ts';

/** What tells that values go with names in order. In small letters; the English word is needed in no other sense. */
const inOrder = /(?<![\p{L}])(?:respectively|resp\.|jeweils|bzw\.|beziehungsweise)(?![\p{L}])/u;
const moreBehind =
  /^[\s\d.,;()[\]&$\uE000-\uF8FF−-]*(?:(?:and|und)\s[\s\d.,;()[\]$\uE000-\uF8FF−-]*)?(?:respectively|resp\.|jeweils|bzw\.|beziehungsweise)/u;
/** Whether the value that ends before these words is one of several, each of a name or step of its own. */
export const isOneOfSeveral = (behind: string): boolean => moreBehind.test(behind);

const mayBeInOrder = (text: string): boolean => /respectively|resp\.|jeweils|bzw\.|beziehungsweise/i.test(text);
/** "x_1 and y_1 are 3.55 and 0.2": as many names as values need no word for their order. */
const mayBeNamed = (text: string): boolean =>
  /\s(?:and|und|&)\s[^.]{1,60}\s(?:are|were|become|equal|sind|lauten)\s.{0,80}\s(?:and|und|&)\s/i.test(text);
const mayBeSideBySide = (text: string): boolean => mayBeInOrder(text) || mayBeNamed(text);

const verb =
  /(?:\s+(?:are|were|is|become|becomes|equals?|sind|ist|lauten|betragen)|\s*[=:])(?:\s+(?:now|then|approximately|about|equal\s+to|given\s+by|respectively|jeweils|gleich|etwa)(?![\p{L}]))*,?\s+/gu;
const object = String.raw`(?<of>[\uE000-\uF8FF]|\p{L}(?![\p{L}]))`;
const ofObject = String.raw`(?:\s+(?:of|for|von)\s+(?:(?:the|matrix|vector)\s+)*${object})?`;
/** What may stand between a name and its verb, or the next name. */
const beforeVerb = new RegExp(String.raw`^${ofObject}(?:,?\s+(?:after|in|at|nach|im)\s+[^,.;]{1,40})?\s*$`, 'iu');
const beforeNext = new RegExp(
  String.raw`^${ofObject}\s*(?:,|,?\s*(?:and|und)|&)\s*(?:(?:the|its|their|die|der|das)\s+){0,2}(?:values?\s+of\s+)?$`,
  'iu',
);
const name =
  /(?<!\b(?:of|for|to|by|than|von|with|in|at)\s+(?:(?:the|matrix|vector)\s+){0,2})(?:[\uE000-\uF8FF]|(?<![\p{L}\p{N}\\_^*/+.−-])\p{L}\p{M}?(?:_?\d{1,2})?(?![\p{L}\p{N}_]))|(?<=\bvalues?\s+of\s+)[\uE000-\uF8FF]/gu;
const count = String.raw`(?:${cardinalWords}|${ordinalWords}|\d{1,3}(?:st|nd|rd|th)?)`;
const listed = String.raw`${count}(?:\s*,\s*(?:and\s+|und\s+)?(?:the\s+)?${count}|\s+(?:and|und|bzw\.)\s+(?:the\s+)?${count})+`;
/** "after one and two steps", "in steps 1, 2 and 3", "in the first and second iteration" */
const steps = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:after|in|at|nach|im)\s+(?:the\s+|dem\s+|der\s+)?(?<before>${listed})\s+${countedWords}|(?:after|in|at|nach|for)\s+(?:the\s+)?${countedWords}\s+(?<behind>${listed})|(?:after|in|at|nach)\s+(?<each>${countedWords}\s+\d{1,3}(?:\s*,?\s*(?:and|und|,)\s+${countedWords}\s+\d{1,3})+))(?![\p{L}])`,
  'u',
);
/** "we have": of points that are told without a name. */
const weHave = /\b(?:we\s+(?:have|get|obtain|find|reach|are\s+at|arrive\s+at)|erhalten\s+wir|sind\s+wir\s+bei)\s+/u;

interface Token {
  readonly start: number;
  readonly end: number;
  readonly quantity?: Quantity;
  readonly trees: readonly Expression[];
}

const matched = (tokens: readonly Token[], values: readonly WordedValue[]): readonly (readonly WordedValue[])[] => {
  const sets = tokens.filter(({ quantity }) => quantity?.kind === 'set').length;
  const extra = values.length - tokens.length;
  if (sets === 0) return extra === 0 ? values.map((value) => [value]) : [];
  if (sets > 1 || extra < 1) return [];
  let at = 0;
  return tokens.map(({ quantity }) => {
    const taken = quantity?.kind === 'set' ? extra + 1 : 1;
    at += taken;
    return values.slice(at - taken, at);
  });
};

/** Several values of one name as a set. */
const together = (values: readonly WordedValue[]): WordedValue | undefined => {
  const [first] = values;
  const items = values.flatMap(({ members }) => members);
  if (!first || values.length === 1) return first;
  return { ...first, members: [{ kind: 'list', open: '{', close: '}', items }] };
};

class SideBySide {
  readonly #reading: Reading;
  readonly #sentence: Sentence;
  readonly #text: string;
  readonly #values: ValueReader;
  /** Whether a word says that values go with names in order. */
  readonly #isInOrder: boolean;

  constructor(reading: Reading, sentence: Sentence) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#text = smallLetters(sentence.text);
    this.#values = new ValueReader(reading, sentence);
    this.#isInOrder = inOrder.test(this.#text);
  }

  claims(): readonly Found<ChainClaim>[] {
    for (const { index, 0: by } of this.#text.matchAll(verb)) {
      const found = this.#claimed(this.#run(index), index, by, this.#values.values(index + by.length));
      if (found.length > 0) return found;
    }
    if (!this.#isInOrder) return [];
    return [...this.#afterEquation(), ...this.#points()];
  }

  /** `$x = 3.55$, $3.19$ and $2.88$`: the name and the first value in one formula. */
  #afterEquation(): readonly Found<ChainClaim>[] {
    return this.#tokens().flatMap(({ start, end }) => {
      const part = this.#sentence.formula(this.#sentence.text[start] ?? '');
      const [strand, ...others] = part ? this.#reading.formula(part).strands : [];
      const [first, value] = strand?.members ?? [];
      if (!part || !first || !value || others.length > 0 || strand?.members.length !== 2 || !isName(first)) return [];
      const own = { members: [value], relations: [], problems: [], range: part.range, end };
      const values = [own, ...this.#values.valuesBehind(end)];
      return this.#claimed([{ start, end, trees: [first] }], start, '=', values);
    });
  }

  #points(): readonly Found<ChainClaim>[] {
    const said = weHave.exec(this.#text);
    const point = roleNamed('point');
    if (!said || !point) return [];
    const end = said.index + said[0].length;
    const values = this.#values.values(end);
    const isPoints = values.every(({ members: [value] }) => value?.kind === 'list' && value.items.length > 1);
    return isPoints ? this.#claimed([{ start: said.index, end, trees: [point] }], said.index, 'is', values) : [];
  }

  #claimed(
    run: readonly Token[],
    at: number,
    by: string,
    values: readonly WordedValue[],
  ): readonly Found<ChainClaim>[] {
    const end = values.at(-1)?.end;
    if (values.length < 2 || end === undefined || run.length === 0) return [];
    const behind = this.#text
      .slice(end, end + 60)
      .replace(inOrder, ' ')
      .replace(/^[\s,]+(?=$)/, '');
    const before = this.#text.slice(0, Math.min(at, run[0]?.start ?? at));
    if (isUnclaimed(before, by, this.#sentence.stop) || isRestricted(behind)) return [];
    const spoken = this.#spoken(run, values);
    return spoken.flatMap(([one, its, isDoubtful]) => {
      const value = together(its);
      return value ? [spokenEquation(this.#reading, this.#sentence, one, { relation: '=', value, isDoubtful })] : [];
    });
  }

  /** Each name with its values: of its own, or of one name the steps. */
  #spoken(
    run: readonly Token[],
    values: readonly WordedValue[],
  ): readonly (readonly [Spoken, readonly WordedValue[], boolean])[] {
    const [only, ...others] = run;
    const counted = steps.exec(this.#text)?.groups;
    const numbers = this.#counts(counted?.['before'] ?? counted?.['behind'] ?? counted?.['each'] ?? '');
    if (only && others.length === 0) {
      if (!this.#isInOrder) return [];
      const [tree] = only.trees;
      if (!tree || numbers.length !== values.length) return [];
      return numbers.flatMap((step, i) => {
        const [named, value] = [nameAt(tree, step), values[i]];
        return named && value ? [[{ start: only.start, end: only.end, name: named }, [value], true] as const] : [];
      });
    }
    if (numbers.length > 0) return [];
    if (!this.#isInOrder && run.some(({ quantity }) => quantity !== undefined)) return [];
    const taken = matched(run, values);
    return run.flatMap(({ start, end, trees: [tree] }, i) => {
      const its = taken[i];
      return tree && its ? [[{ start, end, name: tree }, its, !this.#isInOrder] as const] : [];
    });
  }

  #counts(words: string): readonly number[] {
    return words
      .split(/\s*,\s*(?:and\s+|und\s+)?|\s+(?:and|und|bzw\.)\s+/)
      .flatMap((word) => countOf(word.replace(/^(?:the|\p{L}{4,})\s+(?=\S)/u, '')) ?? []);
  }

  /** The names right before a verb, joined by commas and "and". */
  #run(verbAt: number): readonly Token[] {
    const tokens = this.#tokens().filter(({ end }) => end <= verbAt);
    const run: Token[] = [];
    let of: Expression | undefined;
    let next = verbAt;
    for (const token of tokens.toReversed()) {
      if (token.end > next) continue;
      const gap = this.#sentence.text.slice(token.end, next);
      const fits = (run.length === 0 ? beforeVerb : beforeNext).exec(gap);
      if (!fits) break;
      of = this.#tree(fits.groups?.['of'], token.end + gap.indexOf(fits.groups?.['of'] ?? '')) ?? of;
      run.unshift(this.#named(token, of));
      next = token.start;
    }
    return run.flatMap((token) => token.trees.map((tree) => ({ ...token, trees: [tree] })));
  }

  #named(token: Token, of: Expression | undefined): Token {
    const { start, end, quantity } = token;
    const tree = quantity?.name({ by: [], word: this.#text.slice(start, end), ...(of && { of }) });
    return tree ? { ...token, trees: [tree] } : token;
  }

  #tokens(): readonly Token[] {
    const words = quantitiesIn(this.#text)
      .filter(({ quantity }) => !quantity.leads && !quantity.isFunction && !quantity.isLoose)
      .map(({ start, end, quantity }) => ({ start, end, quantity, trees: [] }));
    const letters = [...this.#sentence.text.matchAll(name)].flatMap(({ index: start, 0: written }) => {
      const trees = this.#names(written, start);
      return trees.length > 0 ? [{ start, end: start + written.length, trees }] : [];
    });
    return [...words, ...letters].sort((a, b) => a.start - b.start);
  }

  #names(written: string, start: number): readonly Expression[] {
    const part = formulaLetter.test(written) ? this.#sentence.formula(written) : undefined;
    if (!part) {
      const tree = this.#tree(written, start);
      const letter = written.match(/^\p{L}\p{M}?/u)?.[0] ?? '';
      return tree && this.#reading.symbols.known.has(letter) ? [tree] : [];
    }
    const { strands } = this.#reading.formula(part);
    return strands.flatMap(({ members: [first] }) => (first && isName(first) ? [first] : []));
  }

  #tree(written: string | undefined, start: number): Expression | undefined {
    if (written === undefined || /^[aAI]$/.test(written)) return written === 'A' ? sym('A') : undefined;
    const part = formulaLetter.test(written) ? this.#sentence.formula(written) : undefined;
    if (part) return this.#reading.formula(part).tree;
    const range = this.#sentence.range(start, start + written.length);
    return this.#reading.parse({ text: written, notation: 'plain', range }).tree;
  }
}

/** The values that the document's sentences tell side by side. */
export const respectiveClaims = (reading: Reading): readonly Found<ChainClaim>[] =>
  sentencesWith(reading, mayBeSideBySide, () => false)
    .filter(({ text }) => mayBeSideBySide(text))
    .flatMap((sentence) => new SideBySide(reading, sentence).claims());
