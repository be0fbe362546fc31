import type { Expression, Span } from '../expression/tree.ts';

/** Something the parser had to say about a formula; parsing went on. */
export interface Problem {
  /** `unclosed-group`, `unexpected-token`, `too-deep`, `expansion-budget`, `unknown-command` … */
  readonly code: string;
  readonly message: string;
  readonly at: Span;
  /** `note` where the tree is whole all the same (an unknown command read as a name). */
  readonly severity: 'error' | 'note';
}

/** A formula as read: always a tree, never an exception. */
export interface Parsed {
  readonly tree: Expression;
  readonly problems: readonly Problem[];
}

/** A user's macro; `body` is LaTeX with `#1` … `#9`. */
export interface MacroDefinition {
  readonly name: string;
  readonly parameters: number;
  readonly optional?: string;
  readonly body: string;
}

export interface ParseOptions {
  /** Added to every offset, so that places are those of the whole source. */
  readonly offset?: number;
  /** Names applied, not multiplied, when a bracket follows: `f`, `σ`. Known functions (sin, exp …) always are. */
  readonly functions?: ReadonlySet<string>;
  /** Names of one quantity with several letters, where the assignment or document has them: `net`, `loss`. */
  readonly names?: ReadonlySet<string>;
  readonly macros?: readonly MacroDefinition[];
  /** The decimal separator where it is settled; a point where it is not given. */
  readonly decimal?: ',' | '.';
}
