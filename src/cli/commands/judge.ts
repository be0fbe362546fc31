import { judgeLine } from '../../judge/protocol.ts';
import type { AddCommand } from '../door.ts';

const details = `Reads JSON lines on standard input and answers each with one, in order:
  {"id", "answer", "reference", "notation": "plain" | "latex" | "auto", "rule": {…}}
  {"id", "verdict": "correct" | "wrong" | "undecided" | "unreadable", "decided", "message"}`;

/** `rederive judge` */
export const judge: AddCommand = (program, { terminal }) => {
  program
    .command('judge')
    .summary('judge single answers, JSON lines in and out')
    .description(details)
    .action(async () => {
      for await (const line of terminal.lines()) terminal.out(`${judgeLine(line)}\n`);
    });
};
