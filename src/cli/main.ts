#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { runProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** https://no-color.org: any value of NO_COLOR turns colours off. */
const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  colours: process.stdout.isTTY === true && !process.env['NO_COLOR'],
  watched: process.stderr.isTTY === true,
};

// a reader that stops early (`| head`) is no error of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runProgram(process.argv.slice(2), terminal);
