import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Unusable } from '../../batch/unusable.ts';
import type { AddCommand } from '../door.ts';
import { starter } from '../starter.ts';

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Writes a file that is not there yet; never over one that is. */
const writeNew = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
    if (isTaken(error)) throw new Unusable(`${path} is there already; give another folder`);
    throw error;
  });
};

/** `rederive init [DIR]` */
export const init: AddCommand = (program, { terminal }) => {
  program
    .command('init')
    .summary('write a small rubric and a submission to start from')
    .description(
      'Writes a small rubric, a submission that it grades, and the schema by which editors complete a rubric’s keys.\n' +
        'Overwrites nothing.',
    )
    .argument('[dir]', 'the folder to write them into', '.')
    .action(async (dir: string) => {
      for (const [name, text] of Object.entries(starter)) {
        await writeNew(join(dir, name), text);
        terminal.out(`wrote ${join(dir, name)}\n`);
      }
      terminal.out(`try: rederive grade ${join(dir, 'rubric.yaml')} ${join(dir, 'submissions')}\n`);
    });
};
