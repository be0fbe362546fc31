import type { Command } from 'commander';
import type { ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/** What a command is given: where to read and write, and where to say how it ended. */
export interface Door {
  readonly terminal: Terminal;
  readonly settle: (status: ExitStatus) => void;
}

/** Adds one command to the program: its words, its help and what it does. */
export type AddCommand = (program: Command, door: Door) => void;
