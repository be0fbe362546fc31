import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Notice } from '../model/notice.ts';
import type { Submission, SubmittedFile } from '../model/submission.ts';
import type { Taken } from './folder.ts';
import { bytesOf, guarded, lostFile, namesIn, statOf, takeFolder } from './folder.ts';
import { intakeLimits } from './limits.ts';
import { remark } from './remarks.ts';
import { stem, worksOf } from './works.ts';

/** What was found under some paths. */
export interface Intake {
  /** In a stable order: paths as given, names by code units. */
  readonly submissions: readonly Submission[];
  /** What was refused and why, with the path as its place. */
  readonly notices: readonly Notice[];
}

interface Gathered {
  readonly submissions: Submission[];
  readonly notices: Notice[];
}

/** One student's folder: all its files together. One who handed nothing in is a submission all the same. */
const takeStudentFolder = async (path: string, student: string, into: Gathered): Promise<void> => {
  const taken: Taken = { files: [], notices: into.notices };
  await guarded(
    path,
    into.notices,
    () => takeFolder(path, '', 0, taken),
    () => taken.files.push(lostFile(student)),
  );
  if (taken.files.length === 0) into.notices.push(remark('empty-folder', path));
  into.submissions.push({ student, files: taken.files, folder: path });
};

/**
 * A class folder: a submission a subfolder, and one for the loose files of one name (`ada.tex` and `ada.pdf`) with what
 * they show or input.
 */
const takeClassFolder = async (folder: string, into: Gathered): Promise<void> => {
  const loose: SubmittedFile[] = [];
  const found: Gathered = { submissions: [], notices: into.notices };
  const takeEntry = async (path: string, name: string): Promise<void> => {
    const stats = await statOf(path);
    if (stats?.isDirectory()) await takeStudentFolder(path, name, found);
    else if (stats?.isFile()) loose.push({ name, bytes: await bytesOf(path) });
    else into.notices.push(remark(stats?.isSymbolicLink() ? 'symlink' : 'not-a-file', path));
  };
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    await guarded(
      path,
      into.notices,
      () => takeEntry(path, name),
      () => loose.push(lostFile(name)),
    );
  }
  const works = worksOf(loose);
  const isOneStudents = found.submissions.length === 0 && works.length === 1 && works[0]?.isNamedAfterTask;
  const ownName = basename(resolve(folder));
  for (const { name, files } of works)
    found.submissions.push({ student: isOneStudents ? ownName : name, files, folder });
  found.submissions.sort((a, b) => (a.student < b.student ? -1 : a.student > b.student ? 1 : 0));
  if (found.submissions.length === 0) into.notices.push(remark('empty-folder', folder));
  for (const one of found.submissions) into.submissions.push(one);
};

type TakeFolder = (path: string, into: Gathered) => Promise<void>;

/** A path as the caller gives it; a link given by the caller is the caller's choice and is followed. */
const takePath = async (path: string, into: Gathered, takeDirectory: TakeFolder): Promise<void> => {
  try {
    const stats = await stat(path);
    const name = basename(path);
    if (stats.isDirectory()) await takeDirectory(path, into);
    else if (!stats.isFile()) into.notices.push(remark('not-a-file', path));
    else
      into.submissions.push({
        student: stem(name),
        files: [{ name, bytes: await bytesOf(path) }],
        folder: dirname(path),
      });
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    into.notices.push(remark(missing ? 'not-found' : 'not-readable', path));
  }
};

const takeOwnFolder: TakeFolder = (folder, into) =>
  takeStudentFolder(folder, basename(resolve(folder)).normalize('NFC'), into);

/** Two students of one name are told apart by their files' names, then by a count. */
const withOwnNames = (submissions: readonly Submission[]): readonly Submission[] => {
  const used = new Set<string>();
  return submissions.map((submission) => {
    const { student, files } = submission;
    const plain = student.normalize('NFC');
    const names = [plain, files.length === 1 ? (files[0]?.name ?? plain) : plain];
    let own = names.find((name) => !used.has(name));
    for (let count = 2; own === undefined; count += 1)
      if (!used.has(`${plain} (${count})`)) own = `${plain} (${count})`;
    used.add(own);
    return { ...submission, student: own };
  });
};

/**
 * The submissions under some paths: a file is one; a folder holds one a subfolder or file, named after it, or is one
 * student's itself where that is asked for. Hidden files are passed over, symbolic links refused. Never throws on what
 * stands on the disk.
 */
export const takeIn = async (paths: readonly string[], folders: 'class' | 'student' = 'class'): Promise<Intake> => {
  const gathered: Gathered = { submissions: [], notices: [] };
  const takeDirectory = folders === 'class' ? takeClassFolder : takeOwnFolder;
  for (const path of paths) await takePath(path, gathered, takeDirectory);
  const within = gathered.submissions.slice(0, intakeLimits.submissions);
  if (within.length < gathered.submissions.length)
    gathered.notices.push(remark('too-many-submissions', paths.join(', ')));
  return { submissions: withOwnNames(within), notices: gathered.notices };
};

/** One student's own work: a file, or a folder whose files belong together. Never throws on what stands on the disk. */
export const takeOne = async (path: string): Promise<Intake> => {
  const gathered: Gathered = { submissions: [], notices: [] };
  await takePath(path, gathered, takeOwnFolder);
  return gathered;
};
