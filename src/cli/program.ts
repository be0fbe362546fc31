import { Command, CommanderError } from 'commander';
import { Unusable } from '../batch/unusable.ts';
import { complaint } from '../report/complaint.ts';
import { engine } from '../report/engine.ts';
import { coloured, plain } from '../report/text/paint.ts';
import { visible } from '../report/visible.ts';
import { commands } from './commands/commands.ts';
import type { Door } from './door.ts';
import { type ExitStatus, exit } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

const about = `Reads worked homework, re-derives every claimed result exactly, and says which claims hold,
which follow from an earlier slip, and why a wrong one is wrong.`;

const after = `
Examples:
  rederive grade rubrics/ecs289.yaml submissions/ecs289 --out reports
  rederive check rubrics/ecs289.yaml homework.md
  rederive solve rubrics/ecs289.yaml --digits 30

Exit status: 0 done; 1 done, and something you asked to fail on was found; 2 bad usage, rubric or input.`;

const helpColumns = 100;

const build = (door: Door): Command => {
  const program = new Command('rederive')
    .description(about)
    .version(engine)
    .addHelpText('after', after)
    .showHelpAfterError('(add --help for what it takes)')
    .configureOutput({
      writeOut: door.terminal.out,
      writeErr: door.terminal.err,
      getOutHelpWidth: () => helpColumns,
      getErrHelpWidth: () => helpColumns,
    })
    .exitOverride();
  for (const addTo of commands) addTo(program, door);
  return program;
};

const explain = (error: unknown, terminal: Terminal): void => {
  if (error instanceof Unusable) {
    const paint = terminal.colours ? coloured : plain;
    for (const notice of error.notices) terminal.err(`${complaint(notice, error.sources, paint)}\n`);
    terminal.err(`rederive: ${visible(error.message)}\n`);
    return;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`rederive: this is a mistake in rederive, not in your input; please report it.\n${message}\n`);
};

/** Runs one command line (without node and script) and returns its exit status; throws nothing. */
export const runProgram = async (argv: readonly string[], terminal: Terminal): Promise<ExitStatus> => {
  let status: ExitStatus = exit.done;
  try {
    const settle = (settled: ExitStatus): void => {
      status = settled;
    };
    await build({ terminal, settle }).parseAsync(argv, { from: 'user' });
  } catch (error) {
    // commander has already written its help or its complaint
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.unusable;
    explain(error, terminal);
    return exit.unusable;
  }
  return status;
};
