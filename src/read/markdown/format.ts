import { draft, finish } from '../draft/draft.ts';
import type { TextReader } from '../reader.ts';
import { walkOver } from '../scan/walk.ts';
import { readMarkdown } from './reader.ts';

const marks: readonly (readonly [RegExp, number])[] = [
  [/^#{1,6} \S/m, 0.6],
  [/\$\$|\\\[|\\\(/, 0.5],
  [/\$[^$\n]{1,200}\$/, 0.4],
  [/\*\*[^*\n]+\*\*/, 0.3],
  [/^(?:```|~~~)/m, 0.4],
  [/^\|?[ \t]*:?-{2,}:?[ \t]*\|/m, 0.4],
  [/!\[[^\]]*\]\(|\]\(https?:/, 0.3],
  [/^---\r?\n/, 0.2],
];

/** Markdown in the dialects seen: CommonMark with tables and every delimiter of mathematics. */
export const markdownReader: TextReader = {
  name: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.rmd', '.qmd'],
  recognises: ({ decoded }) => {
    const head = decoded.text.slice(0, 50_000);
    const sum = marks.reduce((total, [mark, weight]) => total + (mark.test(head) ? weight : 0), 0.2);
    return Math.min(0.9, sum);
  },
  read: ({ name, decoded }) => {
    const into = draft(name, decoded.encoding);
    into.sources.push({ file: name, text: decoded.text });
    readMarkdown(walkOver(into, name, decoded.text, 'markdown'));
    return finish(into, 'markdown');
  },
};
