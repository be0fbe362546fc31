import type { SubmittedFile } from '../../model/submission.ts';

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** A path without `.` and `..`; `undefined` where it climbs out. */
const plainPath = (path: string): string | undefined => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/**
 * The file that `\input{name}` means: beside the file that says so or at the top of the submission, with or without
 * `.tex`. Absolute paths, `..`, drives and home folders are outside.
 */
export const resolveInput = (
  name: string,
  from: string,
  beside: ReadonlyMap<string, SubmittedFile>,
): SubmittedFile | 'missing' | 'outside' => {
  if (/^[/\\~|]|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\0/.test(name)) return 'outside';
  for (const folder of [folderOf(from), '']) {
    const path = plainPath(folder + name);
    if (path === undefined) return 'outside';
    const found = beside.get(path) ?? beside.get(`${path}.tex`);
    if (found) return found;
  }
  return 'missing';
};
