import { readRubric } from '../../batch/rubric-file.ts';
import { complaint } from '../../report/complaint.ts';
import { coloured, plain } from '../../report/text/paint.ts';
import type { AddCommand } from '../door.ts';
import { exit } from '../exit-status.ts';

/** `rederive lint RUBRIC` */
export const lint: AddCommand = (program, { terminal, settle }) => {
  program
    .command('lint')
    .summary('check a rubric: every mistake with its line, and what was expected')
    .description('Checks a rubric and tells every mistake with file, line and column, and what was expected there.')
    .argument('<rubric>', 'the rubric, a YAML file')
    .action(async (path: string) => {
      const { rubric, notices, sources } = await readRubric(path);
      const paint = terminal.colours ? coloured : plain;
      for (const notice of notices) terminal.out(`${complaint(notice, sources, paint)}\n`);
      const errors = notices.filter(({ severity }) => severity === 'error').length;
      if (!rubric || errors > 0) return settle(exit.unusable);
      const warnings = notices.length === 0 ? '' : `, ${notices.length} to look at`;
      terminal.out(
        `${path}: ${rubric.items.length} items in ${rubric.sections.length} sections, no errors${warnings}\n`,
      );
    });
};
