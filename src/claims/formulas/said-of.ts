/**
 * What is said of the name that a formula begins with:
 *
 *     the norm of $u = 3.61$        ‖u‖ = 3.61
 *     ^^^^^^^^^^^
 */
import { isName } from '../iterates/step-names.ts';
import { quantitiesIn } from '../sentences/quantity-words.ts';
import { smallLetters } from '../sentences/small-letters.ts';
import type { Strand } from './strand.ts';

const ofName =
  /\s+(?:of|von|de|di)\s+(?:(?:the|our|this|matrix|vector|function|der|des|dem)\s+){0,3}(?:\$+|\\\()?\s*$/iu;

/** The words "of the …" have room in so many letters, and those for a quantity with them in so many. */
const [roomForOf, roomForQuantity] = [60, 160];

/** What makes another quantity of the one behind it. */
const changes =
  /(?:\b(?:squared?|inverse|half|twice|root|log\w*|reciprocal|absolute|negative|change|error)\s+(?:(?:of|in|value)\s+)*(?:the\s+|its\s+)?)$/u;

/** The strand with its first name as what the words right before it make of it. */
export const withQuantityBefore = (strand: Strand, before: string): Strand => {
  const [first, ...values] = strand.members;
  const of = values.length > 0 && first && isName(first) ? ofName.exec(before.slice(-roomForOf)) : null;
  if (!of || !first) return strand;
  const end = before.length - (of.input.length - of.index);
  const text = smallLetters(before.slice(Math.max(0, end - roomForQuantity), end));
  const mention = quantitiesIn(text).at(-1);
  const isWhole =
    mention?.end === text.length && mention.quantity.kind !== 'set' && !changes.test(text.slice(0, mention.start));
  const word = isWhole ? text.slice(mention.start, mention.end) : '';
  const name = isWhole ? mention.quantity.name({ of: first, by: [], word }) : undefined;
  return name ? { ...strand, members: [{ ...name, ...(first.at && { at: first.at }) }, ...values] } : strand;
};
