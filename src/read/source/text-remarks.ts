import type { Draft } from '../draft/draft.ts';
import { note } from '../draft/draft.ts';
import type { RemarkName } from '../draft/remarks.ts';
import type { Decoded } from './decode.ts';

const names: Readonly<Record<Decoded['oddities'][number], RemarkName>> = {
  'not-utf-8': 'not-utf-8',
  'nul-bytes': 'nul-bytes',
  'direction-override': 'direction-override',
};

/** Puts down what was odd about a file's bytes, at the place where it begins. */
export const noteOddities = (draft: Draft, file: string, decoded: Decoded): void => {
  for (const oddity of decoded.oddities) {
    const name = names[oddity];
    const start = oddity === 'direction-override' ? decoded.text.search(/[\u202a-\u202e\u2066-\u2069]/) : 0;
    if (name) note(draft, name, { file, start: Math.max(0, start), end: Math.max(0, start) });
  }
};
