import type { Range } from '../model/place.ts';

/** A piece of mathematics and where it stands; `range` covers exactly `text`. */
export interface Written {
  readonly text: string;
  readonly notation: 'latex' | 'plain';
  readonly range: Range;
}
