import { readAnswers } from '../answers/answers.ts';
import type { Walk } from '../scan/walk.ts';
import { breakParagraph, hide } from '../scan/walk.ts';

const fence = /^---[ \t\r]*\n([\s\S]{0,100000}?)^(?:---|\.\.\.)[ \t\r]*$\n?/my;

/** YAML between `---` lines at the very beginning: answers filed under items are read, the rest is passed over. */
export const frontMatter = (walk: Walk): void => {
  fence.lastIndex = 0;
  const match = fence.exec(walk.text);
  if (!match || !/^[ \t]*[\p{L}\d"'_.-]+[ \t]*:/mu.test(match[1] ?? '')) return;
  const start = walk.text.indexOf('\n') + 1;
  hide(walk, match[0].length);
  breakParagraph(walk, match[0].length);
  readAnswers(walk, start, start + (match[1]?.length ?? 0), 'answers');
};
