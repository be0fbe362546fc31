import type { MacroDefinition } from '../../math/notation/problem.ts';
import type { Walk } from '../scan/walk.ts';
import type { Counters } from './numbering.ts';
import type { Theorems } from './theorems.ts';

/** A list that is open: how its items are numbered. */
export interface OpenList {
  readonly environment: string;
  /** Numbered items open a section each. */
  readonly numbered: boolean;
  readonly level: number;
  readonly style: string;
  count: number;
}

/** A group in braces that is open. */
export interface OpenGroup {
  readonly start: number;
  mark?: 'final' | 'struck';
  markedFrom?: number;
}

/** What the files of one LaTeX document share. */
export interface LatexDocument {
  macros: Map<string, MacroDefinition>;
  readonly counters: Counters;
  readonly theorems: Theorems;
  /** Files read so far, and those that are being read. */
  readonly files: Set<string>;
  readonly input: (name: string, from: string) => 'missing' | 'outside' | 'cyclic' | 'too-deep' | 'read';
}

/** A walk through one LaTeX file. */
export interface LatexWalk extends Walk {
  readonly latex: LatexDocument;
  readonly groups: OpenGroup[];
  readonly lists: OpenList[];
  /** Closing braces that belong to a name outside dollars (`W_{rec}`). */
  readonly kept: Set<number>;
  /** The caption of the figure environment that is open. */
  caption: string;
}
