/**
 * Values that sentences lead from and to:
 *
 *     x goes from 4 to 3.55.                                    x_1 = 3.55
 *     The second update takes us from (3.55, 0.2) to (3.19, -0.1).     p_2 = (3.19, -0.1)
 *
 * A way from the given start counts by itself, where each move goes on from the last; another move has the step that its
 * sentence tells.
 */
import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { equals } from '../../math/number/exact.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { roleNamed } from '../iterates/role-words.ts';
import { isName, nameAt } from '../iterates/step-names.ts';
import type { Reading } from '../reading.ts';
import { formulaLetter } from './flat-text.ts';
import { type Sentence, sentencesWith } from './sentences.ts';
import { smallLetters } from './small-letters.ts';
import { spokenEquation } from './spoken-equation.ts';
import { isRestricted, isUnclaimed } from './unclaimed.ts';
import { ValueReader, type WordedValue } from './worded-values.ts';

const mayMove = (text: string): boolean => /(?:from|von)\s+[^\n]{1,80}?\s(?:to|auf|nach|zu)\s/i.test(text);

const goes = String.raw`(?:goes|moves|drops|falls|decreases|increases|rises|grows|shrinks|changes|jumps|steps|goes|went|moved|dropped|fell|decreased|increased|rose|grew|changed|(?:is|was|gets|got|wird|wurde)\s+(?:then\s+|now\s+)?(?:updated|reduced|lowered|changed|moved|aktualisiert)|updates|fällt|sinkt|steigt|wächst|geht|wandert|springt|ändert\s+sich|verändert\s+sich)`;
const inStep = String.raw`(?:\s+(?:in|after|during|at|by|im|nach|beim)\s+[\p{L}\d ]{1,30}?)?`;
const takes = String.raw`(?:takes|brings|moves|leads|carries|took|brought|moved|führt|bringt)\s+(?:us|it|x|uns|the\s+(?:point|iterate|weights?|parameters?)|den\s+punkt)`;
/** In small letters: who moves, up to the value that it leaves. */
const move = new RegExp(
  String.raw`(?<![\p{L}\p{N}\\_^])(?<!\b(?:in|for|für)\s)(?<!(?<!\b(?:value|wert)\s)\b(?:of|von)\s)(?:(?<name>[\uE000-\uF8FF]|\p{L}(?:_\p{L})?|(?:the\s+)?(?:point|iterate|position)|der\s+punkt)\s+${goes}|(?<also>(?<=[,;]\s|\b(?:and|while|und)\s)(?:[\uE000-\uF8FF]|\p{L}))(?=\s+(?:from|von)\s)|${takes}|we\s+(?:go|move|step|get|went|moved)|wir\s+(?:gehen|kommen))${inStep}\s+(?:from|von)\s+`,
  'gu',
);
/** "and then to 3.19", "and then from 3.55 to 3.19": the next move of the same. */
const goesOn =
  /,?\s+(?:(?:and|und)\s+)?(?:(?:then|finally|afterwards|dann)\s+)?(?=(?:from|von|to|auf|nach|zu)\s)(?:(?:from|von)\s+)?/uy;
const arrives = /\s*,?\s+(?:to|auf|nach|zu)\s+/uy;

interface Move {
  readonly name: Expression | undefined;
  readonly start: number;
  readonly end: number;
  /** How long the name is, or the words that stand for it. */
  readonly length: number;
  readonly from: WordedValue;
  readonly to: WordedValue;
}

const numbersOf = (e: Expression): readonly Expression[] => (e.kind === 'list' ? e.items : [e]);

const sameValue = (a: Expression, b: Expression): boolean => {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return (
    left.length === right.length &&
    left.every((one, i) => {
      const [x, y] = [writtenNumber(one), right[i] && writtenNumber(right[i])];
      return x !== undefined && y !== undefined && equals(x.value, y.value);
    })
  );
};

const keyOf = (name: Expression | undefined): string => (name?.kind === 'symbol' ? name.name : '');

class MoveReader {
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

  moves(): readonly Move[] {
    const moves: Move[] = [];
    for (const { index: start, 0: words, groups } of this.#text.matchAll(move)) {
      if (groups?.['also'] !== undefined && moves.length === 0) continue;
      const written = groups?.['name'] ?? groups?.['also'];
      const name = written === undefined ? undefined : this.#name(start, written.length);
      const first = this.#move({ name, start, end: start + words.length, length: written?.length ?? words.length });
      for (let next = first; next; next = this.#next(next)) moves.push(next);
    }
    return moves;
  }

  #move(who: Omit<Move, 'from' | 'to'>, left?: WordedValue): Move | undefined {
    const from = left ?? this.#values.value(who.end, 'number');
    arrives.lastIndex = from?.end ?? this.#text.length;
    const to = from && arrives.test(this.#text) ? this.#values.value(arrives.lastIndex, 'number') : undefined;
    if (!from || !to || from.members.length > 1 || !this.#isClaimed(who.start, to)) return undefined;
    return who.name || to.members[0]?.kind === 'list' ? { ...who, from, to } : undefined;
  }

  #next({ name, start, length, to }: Move): Move | undefined {
    goesOn.lastIndex = to.end;
    const words = goesOn.exec(this.#text)?.[0];
    if (words === undefined) return undefined;
    const isFrom = /(?:from|von)\s+$/.test(words);
    // A value that is left without being said again ends before the space in front of "to".
    const end = to.end + words.length;
    return this.#move({ name, start, length, end }, isFrom ? undefined : { ...to, end: end - 1 });
  }

  #isClaimed(start: number, { end }: WordedValue): boolean {
    const behind = this.#text.slice(end, end + 60);
    return !isUnclaimed(this.#text.slice(0, start), 'to', this.#sentence.stop) && !isRestricted(behind);
  }

  #name(start: number, length: number): Expression | undefined {
    const written = this.#sentence.text.slice(start, start + length);
    if (formulaLetter.test(written)) {
      const part = this.#sentence.formula(written);
      const tree = part && this.#reading.formula(part).tree;
      return tree && isName(tree) ? tree : undefined;
    }
    if (!this.#reading.symbols.known.has(written.charAt(0)) || written.length > 3) return undefined;
    const range = this.#sentence.range(start, start + length);
    return this.#reading.parse({ text: written, notation: 'plain', range }).tree;
  }
}

/** Where a way may begin: the point that the assignment gives, or one component of it. */
const isStart = ({ symbols }: Reading, { name, from }: Move): boolean => {
  const [value] = from.members;
  if (!value) return false;
  return symbols.starts.some((start) =>
    name
      ? start.some((one) => one.name === keyOf(name) && sameValue(one.value, value))
      : value.kind === 'list' &&
        value.items.length === start.length &&
        start.every((one, i) => value.items[i] && sameValue(one.value, value.items[i])),
  );
};

/** How far a name has come from the given start. */
interface Way {
  readonly step: number;
  readonly at: Expression;
}

/** The way with one move more; nothing where the move begins elsewhere. */
const gone = (reading: Reading, way: Way | undefined, one: Move): Way | undefined => {
  const [from, to] = [one.from.members[0], one.to.members.at(-1)];
  if (!from || !to) return undefined;
  if (way && sameValue(way.at, from)) return { step: way.step + 1, at: to };
  return isStart(reading, one) ? { step: 1, at: to } : undefined;
};

/** The values that a document's sentences lead to. */
export const moveClaims = (reading: Reading): readonly Found<ChainClaim>[] => {
  const found: Found<ChainClaim>[] = [];
  const ways = new Map<string, Way>();
  let section: Sentence['section'] | undefined;
  for (const sentence of sentencesWith(reading, mayMove, () => false)) {
    if (sentence.section !== section) ways.clear();
    section = sentence.section;
    if (!mayMove(sentence.text)) continue;
    for (const one of new MoveReader(reading, sentence).moves()) {
      const key = keyOf(one.name);
      const way = gone(reading, ways.get(key), one);
      if (way) ways.set(key, way);
      const bare = one.name ?? roleNamed('point');
      const name = bare && way ? nameAt(bare, way.step) : bare;
      const word = { start: one.start, end: one.start + one.length };
      const told = { relation: '=', value: one.to, isDoubtful: true } as const;
      if (name) found.push(spokenEquation(reading, sentence, { ...word, name }, told));
    }
  }
  return found;
};
