import { draft, finish } from '../draft/draft.ts';
import { readMarkdown } from '../markdown/reader.ts';
import type { TextReader } from '../reader.ts';
import { walkOver } from '../scan/walk.ts';

/**
 * Plain text. Its headings, lists and the formulas between its words are found as in Markdown, whose signs it does not
 * have; what has them is Markdown.
 */
export const textReader: TextReader = {
  name: 'text',
  extensions: ['.txt', '.text', ''],
  recognises: () => 0.3,
  read: ({ name, decoded }) => {
    const into = draft(name, decoded.encoding);
    into.sources.push({ file: name, text: decoded.text });
    readMarkdown(walkOver(into, name, decoded.text, 'markdown'));
    return finish(into, 'text');
  },
};
