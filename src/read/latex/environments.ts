import { isMathEnvironment } from '../scan/environments.ts';
import { levelAround } from '../scan/heading-level.ts';
import { mathAtBackslash } from '../scan/math-span.ts';
import type { Taken } from '../scan/walk.ts';
import { breakParagraph, hide, remarkAt, takeCode, takeHeading, takeMath } from '../scan/walk.ts';
import { afterArguments, braced, bracketed } from './arguments.ts';
import { captionAhead, isDrawing, takeDrawing } from './figures.ts';
import { endOfParagraph } from './groups.ts';
import { listings } from './hidden.ts';
import { beginList, endList, isList } from './lists.ts';
import type { LatexWalk } from './state.ts';
import { tables, takeTable } from './tabular.ts';
import type { Theorem } from './theorems.ts';
import { theoremNumber } from './theorems.ts';
import { latexHeading } from './title.ts';

/** `\begin{problem}[Gradients]`, `\begin{exercise}{2.1}`: a heading that lasts until the next one. */
const beginTheorem = (walk: LatexWalk, theorem: Theorem, from: number): Taken => {
  const option = bracketed(walk.text, from);
  const counted = theoremNumber(theorem, walk.latex.counters);
  const words = option ? walk.text.slice(option.start, option.end) : '';
  const heading = latexHeading(words === '' ? theorem.shown : words, walk.latex.macros, counted);
  const end = option?.after ?? from;
  return takeHeading(walk, { ...heading, level: levelAround(walk.draft.section) }, end, end);
};

const takeListing = (walk: LatexWalk, name: string, from: number): Taken => {
  const end = walk.find.next(`\\end{${name}}`, from);
  if (end < walk.text.length) return takeCode(walk, from, end, end);
  remarkAt(walk, 'unclosed-code', walk.at, from);
  return breakParagraph(walk, from);
};

/** Environments that leave the paragraph as it is. */
const transparent: ReadonlySet<string> = new Set(['small', 'footnotesize', 'large', 'bf', 'it', 'emph']);

const beginOther = (walk: LatexWalk, name: string, from: number): Taken => {
  if (transparent.has(name)) return hide(walk, from);
  if (/^(?:wrap|sub)?(?:figure|table)\*?$|^center$|^minipage$/.test(name)) {
    const caption = captionAhead(walk, name, from);
    if (caption !== '') walk.caption = caption;
  }
  const option = bracketed(walk.text, from)?.after ?? from;
  return endOfParagraph(walk, name === 'minipage' ? afterArguments(walk.text, from, 1) : option);
};

/** `\begin{…}` */
export const begin = (walk: LatexWalk, from: number): Taken => {
  const argument = braced(walk.text, from, 60);
  if (!argument) return hide(walk, from);
  const name = walk.text.slice(argument.start, argument.end).trim();
  const { after } = argument;
  if (isMathEnvironment(name)) {
    const found = mathAtBackslash(walk.math, walk.at);
    return found ? takeMath(walk, found) : hide(walk, after);
  }
  const theorem = walk.latex.theorems.get(name);
  if (listings.has(name)) return takeListing(walk, name, after);
  if (tables.has(name) && takeTable(walk, name, after)) return true;
  if (isDrawing(name)) return takeDrawing(walk, name, after);
  if (isList(name)) return beginList(walk, name, after);
  return theorem ? beginTheorem(walk, theorem, after) : beginOther(walk, name, after);
};

/** `\end{…}`: a paragraph ends, perhaps a list with it. */
export const end = (walk: LatexWalk, from: number): Taken => {
  const argument = braced(walk.text, from, 60);
  if (!argument) return hide(walk, from);
  const name = walk.text.slice(argument.start, argument.end).trim();
  if (isMathEnvironment(name) || transparent.has(name)) return hide(walk, argument.after);
  if (/figure|table|center|minipage/.test(name)) {
    endOfParagraph(walk, argument.after);
    walk.caption = '';
    return true;
  }
  if (isList(name) && walk.lists.at(-1)?.environment === name) return endList(walk, argument.after);
  return endOfParagraph(walk, argument.after);
};
