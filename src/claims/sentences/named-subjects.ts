/**
 * Letters that a document gives to what its sentences speak about:
 *
 *     Let $\lambda$ be the largest eigenvalue of W.      the largest eigenvalue $\mu$ of W
 *         ^^^^^^^^^        ^^^^^^^^^^^^^^^^^^                ^^^^^^^^^^^^^^^^^^ ^^^^^
 */
import type { Expression } from '../../math/expression/tree.ts';
import { substitute, treeKey } from '../../math/expression/walk.ts';
import type { Reading } from '../reading.ts';
import { formulasIn } from './flat-text.ts';
import type { Sentence } from './sentences.ts';
import { canonicalSubject, isSpectral, mentions } from './subjects.ts';

/** What letters stand for, by the key of their trees. */
export type NamedSubjects = ReadonlyMap<string, Expression>;

/** Letters that eigenvalues and singular values are given; 1/γ behind "the largest eigenvalue is" is a value. */
const given = /^[λΛμνρs]$/u;

const isLetter = (e: Expression): boolean =>
  e.kind === 'symbol' ? given.test(e.name) : e.kind === 'index' && isLetter(e.base);

const before =
  /^\s*(?:be|is|denotes?|to\s+be|stands\s+for|as)\s+(?:the\s+|its\s+)?(?:absolute\s+value\s+of\s+the\s+)?$/iu;
const behind = /^\s*(?:\(|,|(?:of\s+(?:the\s+)?[\p{L}\s-]{0,30}[\uE000-\uF8FF]?\s+)?(?:be|is|as|by)\s)?\s*$/iu;

/** The letters that a sentence gives to the subjects it names. */
export const namedSubjects = (
  reading: Reading,
  { text, formula }: Sentence,
  known: ReadonlySet<string>,
): readonly (readonly [key: string, subject: Expression])[] =>
  mentions(text, known)
    .filter(({ subject, of }) => of === undefined && isSpectral(subject))
    .flatMap(({ start, end, subject }) =>
      formulasIn(text).flatMap((at) => {
        const isNamed = at < start ? before.test(text.slice(at + 1, start)) : behind.test(text.slice(end, at));
        const part = isNamed ? formula(text.charAt(at)) : undefined;
        const tree = part && reading.formula(part).tree;
        return tree && isLetter(tree) && !isSpectral(canonicalSubject(tree)) ? [[treeKey(tree), subject] as const] : [];
      }),
    );

/** The expression with every letter that was given to a subject replaced by it. */
export const withSubjects = (e: Expression, named: NamedSubjects): Expression =>
  named.size === 0 ? e : substitute(e, (node) => named.get(treeKey(node)));
