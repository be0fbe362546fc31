import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function* linesOf(text: string): AsyncGenerator<string> {
  for (const line of text.split('\n')) yield line;
}

/** Runs one command line as a person would type it, with what stands on its standard input. */
export const rederive = async (argv: readonly string[], input = ''): Promise<Ran> => {
  const written = { out: '', err: '' };
  const status = await runProgram(argv, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    lines: () => linesOf(input),
    colours: false,
    watched: false,
  });
  return { status, ...written };
};

/** A folder of its own for one test file, gone afterwards. */
export const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rederive-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes a text into a folder and returns its path. */
export const put = (folder: string, name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** A rubric with one function, two steps of gradient descent: x = 2, 1.6, 1.28 for f = x² and α = 0.1. */
export const rubricText = (students = 'full'): string => `rederive: 1
title: Two steps
tolerance: {shown: {decimals: 2}}
carry: 1/2
students: ${students}
sections:
  - id: "1"
    heading: Gradient descent
    given:
      f(x): x^2
      x_0: 2
      α: 0.1
    method: gradient-descent
    items:
      - {id: x1, ask: x_1, points: 1}
      - {id: x2, ask: x_2, points: 2}
examples:
  - answer: {x1: "1.60"}
    expect: {x1: correct, x2: missing}
`;

export const rightWork = '# Gradient descent\n\n$x_1 = 1.60$\n\n$x_2 = 1.28$\n';
export const wrongWork = '# Gradient descent\n\n$x_1 = 1.60$\n\n$x_2 = 1.92$\n';
