import type { Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notice } from '../model/notice.ts';
import type { SubmittedFile } from '../model/submission.ts';
import { intakeLimits } from './limits.ts';
import { remark } from './remarks.ts';

const junk: ReadonlySet<string> = new Set(['__MACOSX', 'Thumbs.db', 'desktop.ini', 'node_modules']);

/** Hidden files and what operating systems leave behind. */
const isHidden = (name: string): boolean => name.startsWith('.') || junk.has(name);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The names in a folder, hidden ones left out, in an order no machine or language changes. */
export const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => !isHidden(name)).sort(byCodeUnits);

/** What stands at a path; links are not followed. */
export const statOf = async (path: string): Promise<Stats | undefined> => {
  try {
    return await lstat(path);
  } catch {
    return undefined;
  }
};

/** The first bytes of a file, as many as any reader could want. */
export const bytesOf = async (path: string): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, intakeLimits.fileBytes));
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await file.read(bytes, read, bytes.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  } finally {
    await file.close();
  }
};

/** The files of one submission's folder, with what had to be refused. */
export interface Taken {
  readonly files: SubmittedFile[];
  readonly notices: Notice[];
}

/** A file that is there and cannot be opened. */
export const lostFile = (name: string): SubmittedFile => ({ name, bytes: new Uint8Array(), lost: true });

const takeEntry = async (path: string, name: string, depth: number, into: Taken): Promise<void> => {
  const stats = await statOf(path);
  if (!stats) throw new Error('no entry of the folder any more');
  if (stats.isSymbolicLink()) into.notices.push(remark('symlink', path));
  else if (stats.isDirectory()) await takeFolder(path, name, depth + 1, into);
  else if (stats.isFile()) into.files.push({ name, bytes: await bytesOf(path) });
  else into.notices.push(remark('not-a-file', path));
};

/** Does something with a path; where that cannot be opened, this is noted, and everything else goes on. */
export const guarded = async (
  path: string,
  notices: Notice[],
  take: () => Promise<void>,
  lose: () => void,
): Promise<void> => {
  try {
    await take();
  } catch {
    notices.push(remark('lost', path));
    lose();
  }
};

/** Takes every file below a folder, named by its path from there with `/` between. */
export const takeFolder = async (folder: string, prefix: string, depth: number, into: Taken): Promise<void> => {
  for (const name of await namesIn(folder)) {
    if (into.files.length >= intakeLimits.entries || depth > intakeLimits.depth) {
      into.notices.push(remark('too-many-entries', folder));
      return;
    }
    const path = join(folder, name);
    const inside = prefix === '' ? name : `${prefix}/${name}`;
    await guarded(
      path,
      into.notices,
      () => takeEntry(path, inside, depth, into),
      () => into.files.push(lostFile(inside)),
    );
  }
};
