/** Names that sentences give a value with a verb: "x becomes 3.55", "$x_1$ is 3.55", "(x, y) is now (3.55, 0.2)". */
import type { Expression } from '../../math/expression/tree.ts';
import { isName } from '../iterates/step-names.ts';
import { matches } from '../matches.ts';
import type { Reading } from '../reading.ts';
import { formulaLetter } from './flat-text.ts';
import type { QuantityMention } from './quantity-words.ts';
import type { Sentence } from './sentences.ts';

const giving =
  /\b(?:steps?|iterations?|updates?)(?:\s+\d+)?\s*[:=]\s*[-−([\d$]|\b(?:is|equals|becomes)\s+(?:(?:now|then|equal\s+to|approximately|about)\s+)*(?:\$|\\\(|[\uE000-\uF8FF]|[-−([.]{0,3}\d)/;

/** `p1: (` */
const labelled = /\d\s*:\s*[([]\s*[-−\d.]/;

/** `New $x$: ` and `- (x, y): ` at the beginning of a line. */
const lettered = /(?:^|\n)[ \t>*_•+-]*(?:(?:new|updated|next)\s+)?\$?\(?\p{L}(?:\s*,\s*\p{L}\))?\$?[^:\n\d]{0,14}:/iu;

/** Whether a text may give a name its value with a verb or a colon. */
export const mayGiveValue = (text: string): boolean => giving.test(text) || labelled.test(text) || lettered.test(text);

/** A formula for a value: behind a formula, chains are joined elsewhere. */
const formulaBehind = /^\s+\S+\s+(?:(?:now|then|equal\s+to|approximately|about|roughly)\s+)*[\uE000-\uF8FF]/u;

/** A formula, a letter or a bracket of letters before "is", "becomes", "equals". */
const subject =
  /(?<before>\b(?:(?<!\b(?:values?|that)\s+)of|to|in|at|by|over|than|von|de)\s+(?:the\s+)?(?:matrix\s+|vector\s+)?)?(?<name>[\uE000-\uF8FF]|(?<![\p{L}\p{N}\\_^*/+.−-])(?:\p{L}\p{M}?(?:_?\d{1,2})?|\(\s*\p{L}(?:_?\d{1,2})?(?:\s*,\s*\p{L}(?:_?\d{1,2})?){1,3}\s*\)))(?=\s+(?:(?:after|at|in)\s+(?:the\s+)?[\p{L}\d]+\s+(?:steps?|iterations?|updates?)(?:\s+\d+)?\s*(?:[:=]|(?:is|equals)\s)|(?:is|equals|becomes)\s))/gu;

/** `p1: (3.55, 0.2)` on a line of its own. */
const pointLine = /(?<=^|\n)[ \t]*(?<name>[a-zA-Zθ]_?\d{1,3})(?=\s*:\s*[([]\s*[-−\d.])/gu;

/** `New $x$: $4 - 0.45 = 3.55$`, `x: 3.55`, `y-coordinate: 0.2` at the beginning of a line. */
const letterLine =
  /(?<=^|\n)[ \t>*_•+-]*(?:(?:new|updated|next)\s+)?(?<name>[\uE000-\uF8FF]|\p{L}(?![\p{L}])|\(\s*\p{L}(?:\s*,\s*\p{L}){1,3}\s*\))(?:[\s-](?:coordinate|component|value|position))?[*_]*(?=[*_]*\s*:[*_]*\s*(?:[\uE000-\uF8FF]|[-−([.\d]))/giu;

/** The letters of an iterate that a line begins with, a colon behind: the step is what the lines above count. */
export const lettersIn = (reading: Reading, sentence: Sentence): readonly QuantityMention[] =>
  matches(letterLine, sentence.text).flatMap(({ index, 0: whole, groups }) => {
    const name = groups?.['name'] ?? '';
    const at = index + whole.indexOf(name);
    const tree = treeOf(reading, sentence, name, at);
    const letters = tree?.kind === 'list' ? tree.items : tree ? [tree] : [];
    const isIterate = letters.every((one) => one.kind === 'symbol' && reading.symbols.counted.has(one.name));
    if (!tree || !isIterate) return [];
    const quantity = { kind: 'expression', name: () => tree } as const;
    return [{ start: at, end: index + whole.length, quantity }];
  });

const isArticle = (name: string): boolean => /^[aAI]$/.test(name);

/** The first letters of a typed name, all of which the assignment must know. */
const isKnown = (name: string, known: ReadonlySet<string>): boolean =>
  (name.match(/\p{L}\p{M}?/gu) ?? []).every((letter) => known.has(letter));

/** "the product $AB$ is …": letters side by side, and inverses. */
const isProduct = (e: Expression): boolean =>
  (e.kind === 'product' && e.factors.every((factor) => isName(factor) || factor.kind === 'power')) ||
  e.kind === 'power';

const treeOf = (reading: Reading, sentence: Sentence, name: string, start: number): Expression | undefined => {
  if (formulaLetter.test(name)) {
    const part = sentence.formula(name);
    const tree = part && reading.formula(part).tree;
    return tree && (isName(tree) || isProduct(tree)) ? tree : undefined;
  }
  if (isArticle(name) || !isKnown(name, reading.symbols.known)) return undefined;
  const range = sentence.range(start, start + name.length);
  return reading.parse({ text: name, notation: 'plain', range }).tree;
};

const isUpdated = (before: string): boolean => /\b(?:updated|new|next)\s+$/i.test(before);

/** "the updated U" is `U_new`. */
const updated = (e: Expression): Expression => (e.kind === 'symbol' ? { ...e, name: `${e.name}_new` } : e);

/** Points named at the beginning of a line, a colon behind. */
export const pointsIn = (reading: Reading, sentence: Sentence): readonly QuantityMention[] =>
  matches(pointLine, sentence.text).map(({ index, 0: whole, groups }) => {
    const end = index + whole.length;
    const start = end - (groups?.['name'] ?? '').length;
    const range = sentence.range(start, end);
    const { tree } = reading.parse({ text: sentence.text.slice(start, end), notation: 'plain', range });
    return { start, end, quantity: { kind: 'vector', isPoint: true, name: () => tree } };
  });

/** The names of a sentence that a verb follows; "the trace of A is 3" gives A no value. */
export const namesIn = (reading: Reading, sentence: Sentence): readonly QuantityMention[] => {
  if (!mayGiveValue(sentence.text)) return [];
  return matches(subject, sentence.text).flatMap(({ index, 0: whole, groups }) => {
    const name = groups?.['name'] ?? '';
    const end = index + whole.length;
    const isJoined = formulaLetter.test(name) && formulaBehind.test(sentence.text.slice(end, end + 60));
    const tree = groups?.['before'] === undefined ? treeOf(reading, sentence, name, end - name.length) : undefined;
    if (isJoined && tree && isName(tree)) return [];
    const meant = tree && isUpdated(sentence.text.slice(0, end - name.length)) ? updated(tree) : tree;
    return meant ? [{ start: end - name.length, end, quantity: { kind: 'expression', name: () => meant } }] : [];
  });
};
