import type { VNode } from 'preact';
import type { Status } from '../shown.ts';
import { statusWords } from '../status-words.ts';

/** A verdict as a sign and a word; the colour only repeats them. */
export const Badge = ({ status }: { readonly status: Status }): VNode => (
  <span class={`badge ${status}`}>
    <span aria-hidden="true">{statusWords[status].sign}</span>
    {statusWords[status].word}
  </span>
);
