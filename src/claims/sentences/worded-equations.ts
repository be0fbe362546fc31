/**
 * Equations that sentences state in words:
 *
 *     The eigenvalues of A are 1, 2 and 11.       A has determinant 22.       eigenvalues: 1, 2, 11
 *         ^^^^^^^^^^^      ^ ^^^ ^^^^^^^^^^^
 *
 * Sentences that suppose, ask, deny or set a task claim nothing.
 */
import { sym } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import type { Reading } from '../reading.ts';
import { formulaLetter } from './flat-text.ts';
import { lettersIn, mayGiveValue, namesIn, pointsIn } from './named-in-sentences.ts';
import { mayNameQuantity, type QuantityMention, quantitiesIn, type Said } from './quantity-words.ts';
import { isOneOfSeveral } from './respective.ts';
import { type Sentence, sentencesWith } from './sentences.ts';
import { smallLetters } from './small-letters.ts';
import { spokenEquation } from './spoken-equation.ts';
import { isRestricted, isUnclaimed } from './unclaimed.ts';
import { ValueReader, type WordedValue } from './worded-values.ts';

const object = String.raw`(?<object>[\uE000-\uF8FF]|\p{L}\p{M}?(?:_?\d{1,2})?(?:\([^()\n]{1,20}\))?(?![\p{L}]))`;
const ofObject = new RegExp(
  String.raw`\s+(?:of|for|von|de|di)\s+(?:(?:the|this|our|matrix|vector|function|loss|product|symmetric|der|la)\s+){0,4}${object}`,
  'uy',
);
const byVariable = new RegExp(
  String.raw`\s+(?:with\s+respect\s+to|w\.?\s?r\.?\s?t\.?|in|along)\s+${object}(?:\s+and\s+(?<second>[\uE000-\uF8FF]|\p{L}(?![\p{L}])))?`,
  'uy',
);
const atPoint =
  /\s+(?:at|in)\s+(?:the\s+)?(?:(?:point|start|starting\s+point)\s+)?(?<object>[\uE000-\uF8FF]|\([^()\n]{1,60}\)|\p{L}_?\d\b|[-−]?\d+(?:\.\d+)?\b)/uy;
/** "after the first step", "in iteration 2": read where steps are counted. */
const atStep = /\s+(?:after|at|in|of|for)\s+(?:the\s+)?(?:\w+\s+)?(?:steps?|iterations?|updates?|epochs?)(?:\s+\d+)?/uy;
const aside = /\s*\([^()\n]{1,40}\)(?=\s*(?:is|are|=|:|equals))/uy;

const verb =
  /\s*(?:(?:is|are|equals?|becomes?|gives|yields|was|ist|sind|beträgt|est|sont|vaut|es|son)(?![\p{L}])|(?:comes?\s+(?:out\s+)?(?:to|as|at)|turns?\s+out\s+(?:to\s+be|as)|works?\s+out\s+(?:to\s+be|to|as|at)|evaluates?\s+to|amounts?\s+to|has\s+the\s+values?)\b|[:=≈]|->|→)(?:\s*(?:approximately|about|roughly|around|ca\.?|≈))?/uy;
/** "the determinant, their product, equals": what stands between a word and its verb in commas. */
const apposed = /\s*,(?:[^,.;:=\n\uE000-\uF8FF]{2,30},)?(?=\s*(?:is|are|equals?)\b)/uy;
/** "1, 2 and 11 are the": values before their word. */
const before =
  /(?<values>(?:[\uE000-\uF8FF]|[-−]?\d+(?:\.\d+)?)(?:\s*,\s*(?:and\s+)?(?:[\uE000-\uF8FF]|[-−]?\d+(?:\.\d+)?)|\s+and\s+(?:[\uE000-\uF8FF]|[-−]?\d+(?:\.\d+)?))*)\s+(?<by>(?:is|are)\s+(?:(?:the|all|its|indeed|exactly)\s+)*)$/u;
/** "At $(4, 1)$, the", "At the minimum the" */
const pointBefore =
  /\b(?:at|in)\s+(?:(?:the\s+)?(?:starting\s+|initial\s+)?(?:point|start|minimum|maximum|origin|optimum|solution)\s*)?(?<object>[\uE000-\uF8FF]|\([^()\n]{1,60}\)|\p{L}_?\d\b)?\s*,?\s*(?:we\s+(?:get|have|find)\s+(?:that\s+)?)?(?:the\s+|its\s+|this\s+)?$/iu;
const approximate = /≈|approximately|about|roughly|around|ca\.?$/;
/** "A has", "we get": before a word whose value follows without a verb. */
const gives =
  /(?:(?<!\b(?:of|for|to|in|by|and)\s+(?:the\s+)?(?:matrix\s+)?)(?<object>[\uE000-\uF8FF]|(?<![\p{L}\\])\p{L})\s+)?(?:(?:has|have|had|having|with|gets?|obtains?|finds?|found|yields?|gives?)\s+)(?:(?:as|the|a|its|two|three|real|distinct|simple)\s+)*$/u;
/** "has determinant 22 and": a second thing that is had. */
const alsoHas = /\b(?:has|have)\b[^,.;]{1,50}\band\s+(?:the\s+)?$/u;
const possessive = /(?<object>[\uE000-\uF8FF]|(?<![\p{L}])\p{L})['’]s\s+$/u;
/** "the determinant and the trace are …": of each its own value, which is not told apart. */
const coordinated = /(?:and|or|,)\s+(?:the\s+|its\s+)?$/;

class EquationReader {
  readonly #reading: Reading;
  readonly #sentence: Sentence;
  readonly #text: string;
  readonly #values: ValueReader;

  constructor(reading: Reading, sentence: Sentence) {
    this.#reading = reading;
    this.#sentence = sentence;
    this.#text = smallLetters(sentence.text);
    this.#values = new ValueReader(reading, sentence);
  }

  claims(): readonly Found<ChainClaim>[] {
    const mentions = [
      ...quantitiesIn(this.#text),
      ...namesIn(this.#reading, this.#sentence),
      ...pointsIn(this.#reading, this.#sentence),
      ...lettersIn(this.#reading, this.#sentence),
    ];
    return mentions.flatMap((mention) => this.#claim(mention) ?? []);
  }

  /** The assignment's function, where it has but one: "the derivative with respect to x" is of it. */
  get #only(): Expression | undefined {
    const [first, ...others] = this.#reading.symbols.options.functions;
    return first !== undefined && others.length === 0 ? sym(first) : undefined;
  }

  #claim(mention: QuantityMention): Found<ChainClaim> | undefined {
    const { said, end } = this.#said(mention);
    const by = this.#led(mention, end);
    const value = by === undefined ? undefined : this.#values.value(end + by.length, mention.quantity.kind);
    if (by === undefined || !value) return this.#reversed(mention, said);
    if (isOneOfSeveral(this.#text.slice(value.end, value.end + 80))) return undefined;
    const { at, after, isElsewhere } = this.#place(mention, said, value);
    const only = said.of ? undefined : this.#only;
    const word = this.#text.slice(mention.start, mention.end);
    if (mention.quantity.isPoint && !isPoint(value)) return undefined;
    const name = mention.quantity.name({
      ...said,
      ...(at && { at }),
      ...(only && { only }),
      known: this.#reading.symbols.known,
      word,
    });
    if (!name || (isElsewhere && mention.quantity.isFunction) || !this.#isClaimed(mention, by, after)) return undefined;
    const isOfNumbers = value.members.every((member) => freeSymbols(member).length === 0);
    const isOpen = mention.quantity.isFunction === true && (!said.of || (isOfNumbers && !at));
    const isDoubtful = isOpen || mention.quantity.isLoose === true;
    return this.#equation(mention, name, by, value, isDoubtful);
  }

  /** The point that is said beside the word, behind the value, or before: "At $(4, 1)$ the gradient is …". */
  #place(
    { start }: QuantityMention,
    said: Said,
    value: WordedValue,
  ): { readonly at?: Expression; readonly after: number; readonly isElsewhere: boolean } {
    if (said.at) return { at: said.at, after: value.end, isElsewhere: false };
    const behind = matchAt(atPoint, this.#sentence.text, value.end);
    const at = behind ? this.#object(behind) : undefined;
    if (behind) return { ...(at && { at }), after: value.end + behind[0].length, isElsewhere: !at };
    const words = this.#sentence.text.slice(Math.max(0, start - 80), start);
    const before = pointBefore.exec(words);
    const point = before ? this.#object(before, 'object', start - words.length) : undefined;
    return { ...(point && { at: point }), after: value.end, isElsewhere: before !== null && !point };
  }

  /** "1, 2 and 11 are the eigenvalues of A" */
  #reversed(mention: QuantityMention, said: Said): Found<ChainClaim> | undefined {
    const match = before.exec(this.#sentence.text.slice(0, mention.start));
    const value = match ? this.#values.value(match.index, mention.quantity.kind) : undefined;
    const name = value && mention.quantity.name(said);
    const values = match?.groups?.['values'] ?? '';
    if (!match || !name || !value || value.end !== match.index + values.length) return undefined;
    if (mention.quantity.kind === 'set' ? value.members[0]?.kind !== 'list' : value.members[0]?.kind === 'list')
      return undefined;
    const isUnsaid = isUnclaimed(this.#text.slice(0, match.index), 'is', this.#sentence.stop);
    return isUnsaid ? undefined : this.#equation(mention, name, 'is', value);
  }

  /** What follows the word up to the verb, and what stands before it. */
  #said({ start, end }: QuantityMention): { readonly said: Said; readonly end: number } {
    let [of, at]: (Expression | undefined)[] = [this.#before(start), undefined];
    const by: Expression[] = [];
    let position = end;
    for (let i = 0; i < 5; i += 1) {
      const from = position;
      const ofMatch = matchAt(ofObject, this.#sentence.text, position);
      if (ofMatch) [of, position] = [this.#object(ofMatch) ?? of, position + ofMatch[0].length];
      const byMatch = matchAt(byVariable, this.#sentence.text, position);
      if (byMatch) {
        by.push(...[this.#object(byMatch), this.#object(byMatch, 'second')].flatMap((one) => one ?? []));
        position += byMatch[0].length;
      }
      const atMatch = byMatch ? null : matchAt(atPoint, this.#sentence.text, position);
      if (atMatch) [at, position] = [this.#object(atMatch), position + atMatch[0].length];
      for (const skipped of [atStep, aside]) position += matchAt(skipped, this.#text, position)?.[0].length ?? 0;
      if (position === from) break;
    }
    return { said: { by, ...(of && { of }), ...(at && { at }) }, end: position };
  }

  #before(start: number): Expression | undefined {
    const before = this.#sentence.text.slice(Math.max(0, start - 60), start);
    const match = possessive.exec(before) ?? gives.exec(before);
    const word = match?.groups?.['object'];
    if (!match || word === undefined || /^[aiI]$/.test(word)) return undefined;
    return this.#object(match, 'object', start - before.length);
  }

  /** What a group of a match names, read as mathematics. */
  #object(match: RegExpExecArray, group = 'object', base = 0): Expression | undefined {
    const written = match.groups?.[group];
    if (written === undefined) return undefined;
    if (formulaLetter.test(written)) {
      const part = this.#sentence.formula(written);
      const tree = part && this.#reading.formula(part).tree;
      return tree && tree.kind !== 'relation' && tree.kind !== 'sequence' ? tree : undefined;
    }
    const start = base + match.index + match[0].lastIndexOf(written);
    const range = this.#sentence.range(start, start + written.length);
    return this.#reading.parse({ text: written, notation: 'plain', range }).tree;
  }

  /** The words or signs that lead to the value; none behind "A has", and before a formula that begins with `=`. */
  #led({ start, quantity }: QuantityMention, end: number): string | undefined {
    if (quantity.leads) return '';
    const words = this.#text.slice(Math.max(0, start - 60), start);
    if (coordinated.test(words) && /^\s*are\b/.test(this.#text.slice(end))) return undefined;
    const aside = matchAt(apposed, this.#text, end)?.[0] ?? '';
    const verbAt = matchAt(verb, this.#text, end + aside.length)?.[0];
    const led = verbAt === undefined ? undefined : aside + verbAt;
    if (led !== undefined) return quantity.kind !== 'set' && /^\s*are\b/.test(verbAt ?? '') ? undefined : led;
    return gives.test(words) || alsoHas.test(words) || this.#beginsWithRelation(end) ? '' : undefined;
  }

  #beginsWithRelation(end: number): boolean {
    const letter = /^\s*([\uE000-\uF8FF])/u.exec(this.#sentence.text.slice(end, end + 8))?.[1];
    const part = letter && this.#sentence.formula(letter);
    return part ? /^\s*(?:&\s*)?(?:=|\\approx|≈)/.test(part.text) : false;
  }

  #isClaimed({ start }: QuantityMention, by: string, end: number): boolean {
    const behind = this.#text.slice(end, end + 40);
    return !isUnclaimed(this.#text.slice(0, start), by, this.#sentence.stop) && !isRestricted(behind);
  }

  #equation(
    { start, end }: QuantityMention,
    name: Expression,
    by: string,
    value: WordedValue,
    isDoubtful = false,
  ): Found<ChainClaim> {
    const relation = approximate.test(by) ? '≈' : '=';
    return spokenEquation(this.#reading, this.#sentence, { start, end, name }, { relation, value, isDoubtful });
  }
}

const isPoint = ({ members: [value] }: WordedValue): boolean =>
  value?.kind === 'matrix' || (value?.kind === 'list' && value.open !== '{' && value.items.length > 1);

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const mayState = (text: string): boolean => mayNameQuantity(text) || mayGiveValue(text);

/** The equations that the document's sentences state in words. */
export const wordedEquations = (reading: Reading): readonly Found<ChainClaim>[] =>
  sentencesWith(reading, mayState, () => false)
    .filter(({ text }) => mayState(text))
    .flatMap((sentence) => new EquationReader(reading, sentence).claims());
