import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Grade } from '../model/grade.ts';
import type { Audience } from '../model/rubric.ts';
import { reporters } from '../report/reporters.ts';
import { type ShownGrade, shownTo } from '../report/shown.ts';
import { pageNames } from './page-names.ts';
import { Unusable } from './unusable.ts';

/** Who reads what: the pages are for students, the records for whoever asked for the grading. */
export interface Readers {
  readonly pages: Audience;
  readonly records: Audience;
}

export interface Reports {
  /** Writes the submission's own files and keeps its line for the records. */
  readonly add: (grade: Grade) => Promise<void>;
  /** Writes `results.jsonl`, `summary.json` and the other records of the whole run. */
  readonly finish: () => Promise<void>;
}

/** The record of a grade without the texts it was read from, which only its page shows. */
const recorded = (grade: Grade, audience: Audience): ShownGrade => ({ ...shownTo(audience, grade), sources: [] });

/** A folder that cannot be written is the caller's to mend, not a mistake of ours. */
const unwritable = (error: unknown): never => {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Unusable(`the reports cannot be written (${reason}); give another folder`);
};

const write = (folder: string, name: string, text: string): Promise<void> =>
  writeFile(join(folder, name), text).catch(unwritable);

const errorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Makes a folder and those it stands in. Node's own way tries forever where a file system takes no folders (/proc). */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    if (errorCode(error) !== 'ENOENT' || above === path || (await exists(above))) throw error;
    await makeFolder(above);
    await mkdir(path);
  }
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Opens a folder for the reports of one run, making it where it is not there. Pages are written as grades come. Throws
 * Unusable where the folder cannot be written.
 */
export const openReports = async (folder: string, readers: Readers): Promise<Reports> => {
  await makeFolder(resolve(folder)).catch(unwritable);
  const pageName = pageNames();
  const records: ShownGrade[] = [];
  return {
    add: async (grade) => {
      records.push(recorded(grade, readers.records));
      const page = shownTo(readers.pages, grade);
      const name = pageName(grade.student);
      for (const { each, report } of reporters) if (each) await write(folder, name, report([page]));
    },
    finish: async () => {
      for (const { each, file, report } of reporters) if (!each) await write(folder, file, report(records));
    },
  };
};
