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

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const whyNot = (error: unknown): string => {
  if (codeOf(error) === 'ENOENT') return 'there is no such file';
  if (codeOf(error) === 'EISDIR') return 'it is a folder';
  if (codeOf(error) === 'EACCES') return 'reading it is not allowed';
  return error instanceof Error ? error.message : String(error);
};

/** The text of a file; a letter that another encoding spoilt would be another symbol than students write. */
const textOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Unusable(`cannot read the rubric ${path}: ${whyNot(error)}; give the path of a YAML file`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unusable(`the rubric ${path} is not UTF-8; save it as UTF-8 in your editor`);
  }
};

/** Reads and checks a rubric, its definitions too. Throws Unusable where there is no such file or it is not UTF-8. */
export const readRubric = async (path: string): Promise<RubricFile> => {
  const text = await textOf(path);
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
