import { exceeded } from '../draft/draft.ts';
import { limits } from '../limits.ts';
import type { Taken } from '../scan/walk.ts';
import { breakParagraph, hide, rangeIn } from '../scan/walk.ts';
import type { LatexWalk, OpenGroup } from './state.ts';

/** Opens a group at the brace before `after`. */
export const openGroup = (walk: LatexWalk, after: number, mark?: OpenGroup['mark']): Taken => {
  if (walk.groups.length === limits.groupDepth.value)
    exceeded(walk.draft, limits.groupDepth, rangeIn(walk, walk.at, after));
  if (walk.groups.length <= limits.groupDepth.value)
    walk.groups.push({ start: after, ...(mark ? { mark, markedFrom: after } : {}) });
  return hide(walk, after);
};

const markStretch = (walk: LatexWalk, { mark, markedFrom }: OpenGroup, end: number): void => {
  if (!mark || markedFrom === undefined) return;
  const start = Math.max(walk.paragraph.start, markedFrom);
  // \sout reaches over no blank line: where its brace is missing, nothing is struck.
  if (mark === 'struck' && start > markedFrom) return;
  if (end > start) walk.paragraph.marks.push({ start, end, mark });
};

/** Closes the innermost group, saying of its content what its command said. */
export const closeGroup = (walk: LatexWalk): Taken => {
  const group = walk.groups.pop();
  if (group) markStretch(walk, group, walk.at);
  return hide(walk, walk.at + 1);
};

/** `\color{red}` and the like: the rest of the group is meant. */
export const markRest = (walk: LatexWalk): Taken => {
  const group = walk.groups.at(-1);
  if (group && group.mark === undefined) {
    group.mark = 'final';
    group.markedFrom = walk.at;
  }
  return true;
};

/** Ends the paragraph at the cursor; what open groups say holds up to there and goes on. */
export const endOfParagraph = (walk: LatexWalk, to: number): Taken => {
  for (const group of walk.groups) if (group.mark === 'final') markStretch(walk, group, walk.at);
  return breakParagraph(walk, to);
};
