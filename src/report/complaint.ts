import type { SourceText } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import { excerpt } from './excerpt.ts';
import { placeText } from './place-text.ts';
import { width } from './text/columns.ts';
import { type Paint, plain, type Tone } from './text/paint.ts';
import { visible } from './visible.ts';

const tones: Readonly<Record<Notice['severity'], Tone>> = { error: 'bad', warning: 'open', note: 'faint' };

/** The source line with a caret under the place. */
const picture = (notice: Notice, sources: readonly SourceText[], paint: Paint): string[] => {
  const shown = notice.place && excerpt(sources, notice.place);
  if (!shown) return [];
  const margin = `${String(shown.line).padStart(6)} | `;
  const caret = `${' '.repeat(margin.length + width(shown.before))}^`;
  return [paint('faint', margin) + shown.before + shown.marked + shown.after, paint('bad', caret)];
};

/**
 * A notice for a terminal, with the place an editor jumps to and a caret in the line:
 *
 *     ecs289.yaml:12:7: error: unknown key "pionts"; did you mean "points"?
 *         12 |       pionts: 2
 *                    ^
 */
export const complaint = (notice: Notice, sources: readonly SourceText[] = [], paint: Paint = plain): string => {
  const place = notice.place ? `${visible(placeText(notice.place))}: ` : '';
  const head = `${place}${paint(tones[notice.severity], notice.severity)}: ${visible(notice.message)}`;
  return [head, ...picture(notice, sources, paint)].join('\n');
};
