import { readFile } from 'node:fs/promises';
import type { SourceText } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import type { Rubric } from '../model/rubric.ts';
import { loadRubric } from '../rubric/load.ts';
import { lintDefinitions } from '../solve/solve.ts';
import { Unusable } from './unusable.ts';

/** A rubric file as read: whole, or with what is wrong in it. */
export interface RubricFile {
  readonly rubric?: Rubric;
  readonly notices: readonly Notice[];
  readonly sources: readonly SourceText[];
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reads and checks a rubric, its definitions too. Throws Unusable where there is no such file. */
export const readRubric = async (path: string): Promise<RubricFile> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Unusable(`cannot read the rubric ${path} (${reasonOf(error)}); give the path of a YAML file`);
  });
  const { rubric, notices } = loadRubric(text, path);
  const sources = [{ file: path, text }];
  return rubric ? { rubric, notices: [...notices, ...lintDefinitions(rubric)], sources } : { notices, sources };
};

/** A rubric fit to grade by. Throws Unusable with every complaint where it is broken: nothing is graded by half of it. */
export const usableRubric = async (path: string): Promise<Rubric> => {
  const { rubric, notices, sources } = await readRubric(path);
  if (rubric && !notices.some(({ severity }) => severity === 'error')) return rubric;
  const errors = notices.filter(({ severity }) => severity === 'error');
  throw new Unusable(`${path} cannot be used until the errors above are mended`, errors, sources);
};
