import { addPart } from '../draft/draft.ts';
import type { Mark } from '../draft/paragraph.ts';
import { headingWords } from '../scan/heading.ts';
import { strongLevel } from '../scan/heading-level.ts';
import type { Walk } from '../scan/walk.ts';
import { breakParagraph, hide, rangeIn, remarkAt, takeCode, takeHeading } from '../scan/walk.ts';
import { shownWords } from './headings.ts';
import { htmlTable } from './html-table.ts';

const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,20})((?:\s[^<>]{0,2000})?)\/?>/y;

/** Elements whose content is never read: it is program text or a drawing. */
const inert: ReadonlySet<string> = new Set(
  'script style iframe object svg textarea pre code template noscript'.split(' '),
);
const struck: ReadonlySet<string> = new Set(['del', 's', 'strike']);
const strong: ReadonlySet<string> = new Set(['b', 'strong', 'mark', 'u']);

/** Lowered and raised text is written as in a formula: `x<sub>1</sub>` is `x_{1}`. */
const scripts: Readonly<Record<string, string>> = { sub: '_{', sup: '^{' };

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

const meaning = (name: string, attributes: string): Mark['mark'] | undefined => {
  if (struck.has(name) || /line-through/i.test(attributes)) return 'struck';
  return strong.has(name) || /colou?r|font-weight:\s*bold/i.test(attributes) ? 'final' : undefined;
};

/** The end of an element's content and of its closing tag; where that is missing, the end of the paragraph. */
const contentEnd = (walk: Walk, name: string, from: number): readonly [number, number] => {
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = from;
  const match = walk.exhausted.has(name) ? null : close.exec(walk.text);
  if (match) return [match.index, match.index + match[0].length];
  walk.exhausted.add(name);
  const end = walk.find.blankLine(from);
  return [end, end];
};

const comment = (walk: Walk): void => {
  const end = walk.find.next('-->', walk.at + 4);
  if (end < walk.text.length) hide(walk, end + 3);
  else {
    remarkAt(walk, 'unclosed-comment', walk.at, walk.at + 4);
    hide(walk, walk.at + 4);
  }
};

/** A pair of tags that says something about what stands between them, inside one paragraph. */
const markPair = (walk: Walk, name: string, attributes: string, end: number): void => {
  const mark = meaning(name, attributes);
  const start = walk.at;
  hide(walk, end);
  if (!mark) return;
  const [contentStop] = contentEnd(walk, name, end);
  walk.paragraph.marks.push({ start, end: contentStop, mark });
};

const image = (walk: Walk, attributes: string, end: number): void => {
  const range = rangeIn(walk, walk.at, end);
  hide(walk, end);
  walk.paragraph.figures.push({ source: attribute(attributes, 'src'), caption: attribute(attributes, 'alt'), range });
};

const headingElement = (walk: Walk, name: string, end: number): void => {
  const [stop, after] = contentEnd(walk, name, end);
  const words = headingWords(shownWords(walk.text.slice(end, Math.min(stop, end + 500))));
  takeHeading(walk, { ...words, level: strongLevel(Number(name[1])) }, stop, after);
};

const element = (walk: Walk, name: string, attributes: string, end: number): void => {
  if (inert.has(name)) {
    const [stop, after] = contentEnd(walk, name, end);
    if (name !== 'code') takeCode(walk, end, stop, after);
    else hide(walk, after);
  } else if (name === 'img') image(walk, attributes, end);
  else if (/^h[1-6]$/.test(name)) headingElement(walk, name, end);
  else if (name === 'table') {
    const [stop, after] = contentEnd(walk, name, end);
    const rows = htmlTable(walk, end, stop);
    const range = rangeIn(walk, walk.at, after);
    breakParagraph(walk, after);
    addPart(walk.draft, { kind: 'table', rows, range });
  } else markPair(walk, name, attributes, end);
};

/** HTML at a `<`: comments and tags are passed over, what they mean is kept; a bare `<` is a relation. */
export const html = (walk: Walk): boolean => {
  if (walk.text.startsWith('<!--', walk.at)) {
    comment(walk);
    return true;
  }
  tag.lastIndex = walk.at;
  const match = tag.exec(walk.text);
  if (!match) return false;
  const [whole, closing, name = '', attributes = ''] = match;
  const end = walk.at + whole.length;
  const script = scripts[name.toLowerCase()];
  if (script !== undefined) return hide(walk, end, closing ? '}' : script);
  if (closing) hide(walk, end);
  else element(walk, name.toLowerCase(), attributes, end);
  return true;
};
