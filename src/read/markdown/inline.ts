import { afterDefinition, definerNames } from '../latex/macros.ts';
import type { MathSpan } from '../scan/math-span.ts';
import { mathAtBackslash, mathAtDollar } from '../scan/math-span.ts';
import type { Walk } from '../scan/walk.ts';
import { hide, rangeIn, takeMath } from '../scan/walk.ts';
import { codeSpan } from './code.ts';
import { emphasis } from './emphasis.ts';
import { html } from './html.ts';

const image = /!\[([^\]\n]{0,500})\]\(\s*<?([^)\s>]{0,500})>?[^)\n]{0,500}\)/y;
const link =
  /\[([^\]\n[]{0,300})\]\(([^)\s]{1,500}[./#][^)\s]{0,500}|#?[^)\s]{1,100}\.[a-z]{2,5})(?:\s[^)\n]{0,300})?\)/y;

const imageAt = (walk: Walk): boolean => {
  image.lastIndex = walk.at;
  const match = image.exec(walk.text);
  if (!match) return false;
  const [whole, caption = '', source = ''] = match;
  walk.paragraph.figures.push({ source, caption, range: rangeIn(walk, walk.at, walk.at + whole.length) });
  hide(walk, walk.at + whole.length);
  return true;
};

/** A link keeps its words, which are read on; where it leads is hidden. */
const linkAt = (walk: Walk): boolean => {
  link.lastIndex = walk.at;
  const match = link.exec(walk.text);
  if (!match) return false;
  const [whole, words = ''] = match;
  walk.tails.set(walk.at + 1 + words.length, walk.at + whole.length);
  return hide(walk, walk.at + 1);
};

const linkTail = (walk: Walk): boolean => {
  const end = walk.tails.get(walk.at);
  return end !== undefined && hide(walk, end);
};

const lineBegin = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const quoteMarks = /\n[ \t]*>[> \t]*/g;

/** A display inside a quotation: the marks at its lines' beginnings are not its own. */
const takeQuoted = (walk: Walk, found: MathSpan): true => {
  const { start, end, outer } = found;
  takeMath(walk, found);
  const inner = walk.text.slice(start, end);
  if (!inner.includes('\n') || !/^[ \t]*>/.test(walk.text.slice(lineBegin(walk.text, outer.start), outer.start)))
    return true;
  for (const { index, 0: whole } of inner.matchAll(quoteMarks))
    walk.paragraph.blanks.push({ start: start + index + 1, end: start + index + whole.length });
  return true;
};

const definition = new RegExp(`\\\\(${definerNames.join('|')})\\*?(?![A-Za-z])`, 'y');

/** `\newcommand…` between paragraphs: its body is no text. */
const definitionAt = (walk: Walk): boolean => {
  definition.lastIndex = walk.at;
  const match = definition.exec(walk.text);
  if (!match) return false;
  return hide(walk, afterDefinition(walk.text, match[1] ?? '', walk.at + match[0].length));
};

const backslash = (walk: Walk): boolean => {
  const found = mathAtBackslash(walk.math, walk.at);
  if (found) return takeQuoted(walk, found);
  if (definitionAt(walk)) return true;
  if (/[$*_~`#|]/.test(walk.text.charAt(walk.at + 1))) {
    hide(walk, walk.at + 1);
    walk.at += 1;
  } else walk.at += 2;
  return true;
};

const dollar = (walk: Walk): boolean => {
  const found = mathAtDollar(walk.math, walk.at);
  return found !== undefined && takeQuoted(walk, found);
};

/** What a sign inside a line may begin; `false` where it is only itself. */
const signs: Readonly<Record<string, (walk: Walk) => boolean>> = {
  '\\': backslash,
  $: dollar,
  '`': (walk) => {
    codeSpan(walk);
    return true;
  },
  '*': emphasis,
  _: emphasis,
  '~': emphasis,
  '<': html,
  '!': imageAt,
  '[': linkAt,
  ']': linkTail,
};

const special = /[\\$`*_~<![\]\n]/g;

/** Reads on to the next line end or sign, and what begins there. */
export const inline = (walk: Walk): void => {
  special.lastIndex = walk.at;
  const at = special.test(walk.text) ? special.lastIndex - 1 : walk.text.length;
  walk.at = at;
  const sign = walk.text.charAt(at);
  if (sign === '' || sign === '\n') return;
  if (!signs[sign]?.(walk)) walk.at += 1;
};
