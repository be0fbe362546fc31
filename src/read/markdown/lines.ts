import type { Walk } from '../scan/walk.ts';
import { breakParagraph, hide } from '../scan/walk.ts';
import type { Block } from './blocks.ts';
import { afterLine } from './blocks.ts';

/** `---`, `***`, `___`: ends a paragraph. */
export const thematicBreak: Block = (walk, line) => {
  if (!/^(?:-[ \t]*){3,}[\r]?$|^(?:\*[ \t]*){3,}[\r]?$|^(?:_[ \t]*){3,}[\r]?$/.test(line)) return false;
  breakParagraph(walk, afterLine(walk.text, walk.at));
  return true;
};

const listMark = /^(?:[-*+•◦–][ \t]+|\d{1,9}[.)][ \t]+)(?:\[[ xX]\][ \t]+)?/;

/** `- `, `* `, `1. `: every item is a paragraph of its own; the mark is no part of it. */
export const listItem: Block = (walk, line) => {
  const match = listMark.exec(line);
  if (!match) return false;
  breakParagraph(walk, walk.at);
  hide(walk, walk.at + match[0].length);
  return true;
};

const indentAndQuote = /[ \t]*(?:>[ \t]?)*[ \t]*/y;

/** Passes over indentation and quote marks at the beginning of a line. */
export const skipIndent = (walk: Walk): void => {
  const first = walk.text.charCodeAt(walk.at);
  if (first !== 32 && first !== 9 && first !== 62) return;
  indentAndQuote.lastIndex = walk.at;
  const length = indentAndQuote.exec(walk.text)?.[0].length ?? 0;
  if (length > 0) hide(walk, walk.at + length);
};
