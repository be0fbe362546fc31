import { collectMacros } from '../latex/macros.ts';
import type { Walk } from '../scan/walk.ts';
import { breakParagraph } from '../scan/walk.ts';
import type { Block } from './blocks.ts';
import { afterLine, lineAt } from './blocks.ts';
import { fencedBlock } from './code.ts';
import { frontMatter } from './front-matter.ts';
import { atxHeading, bareHeadingLine, boldHeading, boldNumberBefore, itemHeading, setextHeading } from './headings.ts';
import { inline } from './inline.ts';
import { listItem, skipIndent, thematicBreak } from './lines.ts';
import { pipeTable } from './table.ts';

const any = /./s;

/** What a line may begin, tried in this order, each with the signs that it begins with. */
const blocks: readonly (readonly [RegExp, Block])[] = [
  [/[`~]/, fencedBlock],
  [/#/, atxHeading],
  [any, setextHeading],
  [/[-*_]/, thematicBreak],
  [any, pipeTable],
  [/[*_]/, boldHeading],
  [/[*_]/, boldNumberBefore],
  [/[\p{L}\d§]/u, bareHeadingLine],
  [/[*_(a-z]/, itemHeading],
  [/[-*+•◦–\d]/, listItem],
];

const all: readonly Block[] = blocks.map(([, block]) => block);

/** Those that a line with this ASCII sign in front may be. */
const blocksOf: readonly (readonly Block[])[] = Array.from({ length: 128 }, (_, code) =>
  blocks.filter(([first]) => first.test(String.fromCharCode(code))).map(([, block]) => block),
);

const blankLine = (walk: Walk, line: string): boolean => {
  if (line.trim() !== '') return false;
  breakParagraph(walk, afterLine(walk.text, walk.at));
  return true;
};

const beginsLine = (walk: Walk): boolean => {
  skipIndent(walk);
  const line = lineAt(walk.text, walk.at);
  if (blankLine(walk, line)) return true;
  for (const block of blocksOf[line.charCodeAt(0)] ?? all) if (block(walk, line)) return true;
  return false;
};

const defines = /\\(?:(?:re)?newcommand|def|DeclareMathOperator)(?![A-Za-z])/;

/** Macros that a text defines, in dollars or between paragraphs. */
const addMacros = ({ draft, text }: Walk): void => {
  if (!defines.test(text)) return;
  const known = new Map(draft.macros.map((macro) => [macro.name, macro]));
  draft.macros.splice(0, draft.macros.length, ...collectMacros(text, known).values());
};

/** Reads Markdown from the cursor to the end of the walk's text. */
export const readMarkdown = (walk: Walk): void => {
  if (walk.at === 0) frontMatter(walk);
  addMacros(walk);
  let lineStart = true;
  while (walk.at < walk.text.length) {
    if (lineStart) {
      const before = walk.at;
      lineStart = beginsLine(walk) && walk.text.charCodeAt(walk.at - 1) === 10;
      if (lineStart && walk.at > before) continue;
    }
    inline(walk);
    lineStart = walk.text.charCodeAt(walk.at) === 10;
    if (lineStart) walk.at += 1;
  }
  breakParagraph(walk, walk.text.length);
};
