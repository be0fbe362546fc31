import { addPart } from '../draft/draft.ts';
import type { RemarkName } from '../draft/remarks.ts';
import { levelOf, strongLevel } from '../scan/heading-level.ts';
import type { Taken } from '../scan/walk.ts';
import { hide, rangeIn, remarkAt, takeHeading } from '../scan/walk.ts';
import { afterArguments, braced, bracketed } from './arguments.ts';
import { begin, end } from './environments.ts';
import { takeGraphics } from './figures.ts';
import { endOfParagraph, markRest, openGroup } from './groups.ts';
import { takeItem } from './lists.ts';
import { afterDefinition, definerNames } from './macros.ts';
import { beginAppendix, headingDepths, headingNumber } from './numbering.ts';
import type { LatexWalk } from './state.ts';
import { declareTheorem, numberWithin } from './theorems.ts';
import { latexHeading } from './title.ts';

/** Takes a command whose name ends at `from`; the cursor stands at its backslash. */
export type Command = (walk: LatexWalk, from: number, name: string) => Taken;

const longestTitle = 2_000;

/** `\section*[short]{Title}` */
const heading: Command = (walk, from, name) => {
  const starred = walk.text.charAt(from) === '*';
  const option = bracketed(walk.text, starred ? from + 1 : from);
  const title = braced(walk.text, option?.after ?? (starred ? from + 1 : from), longestTitle);
  if (!title) return hide(walk, from);
  const counted = starred ? undefined : headingNumber(walk.latex.counters, name);
  const words = latexHeading(walk.text.slice(title.start, title.end), walk.latex.macros, counted);
  const level = levelOf(walk.draft.section, words, strongLevel(headingDepths.get(name) ?? 1));
  return takeHeading(walk, { ...words, level }, title.after, title.after);
};

/** `\part` is a heading, but an item of the exam class's parts. */
const part: Command = (walk, from, name) =>
  walk.lists.at(-1)?.environment === 'parts' ? takeItem(walk, from) : heading(walk, from, name);

/** Hides a command with its optional and so many braced arguments. */
const hiding =
  (count: number): Command =>
  (walk, from) =>
    hide(walk, afterArguments(walk.text, walk.text.charAt(from) === '*' ? from + 1 : from, count));

/** Hides the first so many braced arguments and reads the next one, marked. */
const marking =
  (mark: 'final' | 'struck' | undefined, before = 0): Command =>
  (walk, from) => {
    const after = before === 0 ? from : afterArguments(walk.text, from, before);
    const option = bracketed(walk.text, after);
    const brace = /^\s*\{/.exec(walk.text.slice(option?.after ?? after, (option?.after ?? after) + 20));
    return brace ? openGroup(walk, (option?.after ?? after) + brace[0].length, mark) : hide(walk, after);
  };

const declaration =
  (count: number): Command =>
  (walk, from) => {
    hide(walk, afterArguments(walk.text, from, count));
    return markRest(walk);
  };

const definition: Command = (walk, from, name) => {
  const after = afterDefinition(walk.text, name, walk.text.charAt(from) === '*' ? from + 1 : from);
  const the = /\\the([A-Za-z]+)\}?\s*\{/.exec(walk.text.slice(from, Math.min(after, from + 60)));
  if (the?.[1] !== undefined)
    walk.latex.counters.formats.set(the[1], walk.latex.macros.get(`the${the[1]}`)?.body ?? '');
  return hide(walk, after);
};

const counter =
  (adds: boolean): Command =>
  (walk, from) => {
    const name = braced(walk.text, from, 60);
    const value = name && braced(walk.text, name.after, 20);
    if (!name || !value) return hide(walk, from);
    const key = walk.text.slice(name.start, name.end).trim();
    const amount = Number.parseInt(walk.text.slice(value.start, value.end), 10) || 0;
    const { values } = walk.latex.counters;
    values.set(key, Math.max(-999, Math.min(999, amount + (adds ? (values.get(key) ?? 0) : 0))));
    return hide(walk, value.after);
  };

const bareName = /\s*\{?\s*([^\s{}\\]{1,300})\s*\}?/y;

const inputRemarks: Readonly<Record<string, RemarkName>> = {
  missing: 'input-missing',
  outside: 'input-outside',
  cyclic: 'cyclic-input',
};

/** `\input{file}`, `\include{file}`, `\input file`: read in place, if it was handed in. */
const input: Command = (walk, from) => {
  bareName.lastIndex = from;
  const match = bareName.exec(walk.text);
  const name = match?.[1];
  if (!match || name === undefined) return hide(walk, from);
  const [start, after] = [walk.at, from + match[0].length];
  endOfParagraph(walk, after);
  const remark = inputRemarks[walk.latex.input(name, walk.file)];
  if (remark) remarkAt(walk, remark, start, after, name);
  // What is missing may hold the answers of this section: a person asks for it.
  if (remark === 'input-missing') {
    const reason = `The file ${name} was not handed in.`;
    addPart(walk.draft, { kind: 'unreadable', reason, range: rangeIn(walk, start, after) });
  }
  return true;
};

const theorem: Command = (walk, from) => {
  const starred = walk.text.charAt(from) === '*' ? from + 1 : from;
  return hide(walk, declareTheorem(walk.text, starred, walk.latex.theorems, walk.latex.counters));
};

const within: Command = (walk, from) => {
  const inner = braced(walk.text, from, 60);
  const outer = inner && braced(walk.text, inner.after, 60);
  if (!inner || !outer) return hide(walk, from);
  numberWithin(walk.latex.counters, walk.text.slice(inner.start, inner.end), walk.text.slice(outer.start, outer.end));
  return hide(walk, outer.after);
};

/** `\ensuremath{…}`: a formula in the middle of text. */
const ensuredMath: Command = (walk, from) => {
  const body = braced(walk.text, from);
  if (!body) return hide(walk, from);
  const { start, end: stop, after } = body;
  walk.paragraph.formulas.push({
    start,
    end: stop,
    outer: { start: walk.at, end: after },
    notation: 'latex',
    display: false,
  });
  walk.at = after;
  return true;
};

const each = (names: string, command: Command): readonly (readonly [string, Command])[] =>
  names.split(' ').map((name) => [name, command]);

/** What commands in text mean to a reader. One that is not here is hidden, its arguments stay words. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ...each('chapter section subsection subsubsection paragraph subparagraph', heading),
  ['part', part],
  ['begin', begin],
  ['end', end],
  ...each('item question titledquestion subpart subsubpart task', takeItem),
  ...each('textbf fbox framebox boxed underline hl uline uwave ul', marking('final')),
  ...each('textcolor colorbox', marking('final', 1)),
  ['fcolorbox', marking('final', 2)],
  ...each('sout st xout cancel bcancel xcancel', marking('struck')),
  ...each(
    'emph textit textrm textsf texttt textsc text mbox textup footnote caption title author date centerline',
    marking(undefined),
  ),
  ['href', marking(undefined, 1)],
  ['color', declaration(1)],
  ...each('bf bfseries', declaration(0)),
  ['includegraphics', takeGraphics],
  ...each('input include subfile', input),
  ...each(definerNames.join(' '), definition),
  ['newtheorem', theorem],
  ['numberwithin', within],
  ['setcounter', counter(false)],
  ['addtocounter', counter(true)],
  ['ensuremath', ensuredMath],
  [
    'appendix',
    (walk: LatexWalk, from: number) => {
      beginAppendix(walk.latex.counters);
      return hide(walk, from);
    },
  ],
  ...each('par newpage clearpage pagebreak bigskip medskip smallskip maketitle', (walk, from) =>
    endOfParagraph(walk, from),
  ),
  ...each(
    'label ref eqref pageref autoref cref Cref cite citep citet vspace hspace url graphicspath usepackage documentclass bibliography bibliographystyle pagestyle thispagestyle definecolor setlength addtolength newcounter lstset hypersetup geometry theoremstyle newenvironment renewenvironment tikzset pagenumbering input@path',
    hiding(1),
  ),
  ...each('newenvironment renewenvironment', hiding(3)),
  ...each('definecolor', hiding(3)),
  ...each('setlength addtolength', hiding(2)),
]);
