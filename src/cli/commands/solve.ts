import { usableRubric } from '../../batch/rubric-file.ts';
import { visible } from '../../report/visible.ts';
import { referenceAnswers } from '../../solve/solve.ts';
import type { AddCommand } from '../door.ts';
import { digitCount } from '../numbers.ts';

interface SolveOptions {
  readonly digits: number;
  readonly json?: boolean;
}

/** `rederive solve RUBRIC --digits N` */
export const solve: AddCommand = (program, { terminal }) => {
  program
    .command('solve')
    .summary('print the reference answers of a rubric')
    .description('Prints the reference answer of every item, derived from the rubric’s own definitions.')
    .argument('<rubric>', 'the rubric, a YAML file')
    .option('-d, --digits <count>', 'significant digits of answers that are not exact', digitCount, 20)
    .option('--json', 'a line an item: {"id", "value", "exact"}')
    .action(async (path: string, options: SolveOptions) => {
      const answers = referenceAnswers(await usableRubric(path), options.digits);
      const widest = Math.max(...answers.map(({ id }) => id.length));
      for (const { id, value, exact, kind } of answers) {
        const text = kind === 'none' ? `no value: ${value}` : value;
        const line = options.json ? JSON.stringify({ id, value, exact }) : `${id.padEnd(widest)}  ${visible(text)}`;
        terminal.out(`${line}\n`);
      }
    });
};
