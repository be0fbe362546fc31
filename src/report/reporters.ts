import { csv } from './csv.ts';
import { html } from './html/page.tsx';
import { jsonLines } from './json-lines.ts';
import type { Reporter } from './reporter.ts';
import { summary } from './summary.ts';
import { text } from './text/text.ts';

/** Every report a run writes into its folder; a new one is a file and a line here. */
export const reporters: readonly Reporter[] = [jsonLines, summary, csv, text, html];
