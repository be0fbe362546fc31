import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** `src/judge/tolerances/shown.ts` */
  readonly path: string;
  /** `judge`; `` for files directly in src. */
  readonly room: string;
  readonly text: string;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

const asSource = (path: string): SourceFile => {
  const parts = path.split('/');
  return { path, room: parts.length > 2 ? (parts[1] ?? '') : '', text: readFileSync(join(root, path), 'utf8') };
};

/** Every TypeScript file under a folder of the repository. */
export const sourceFiles = (folder: string): SourceFile[] => filesUnder(folder).map(asSource);

/** The rooms: folders directly in src that hold a file. */
export const rooms = (): string[] => [...new Set(sourceFiles('src').map(({ room }) => room))].filter(Boolean).sort();

export interface Import {
  /** As written: `../model/place.ts`, `node:fs`, `yaml`. */
  readonly target: string;
  /** `import type`, or only names marked `type`. */
  readonly typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^;'"]*?from\s*)?['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const onlyTypes = (names: string): boolean => {
  const inBraces = /^\{([\s\S]*)\}\s*from\s*$/.exec(names.trim())?.[1];
  if (inBraces === undefined) return false;
  return inBraces
    .split(',')
    .map((name) => name.trim())
    .every((name) => name === '' || name.startsWith('type '));
};

/** Every import and re-export of a file, static or dynamic. */
export const importsOf = (text: string): Import[] => [
  ...[...text.matchAll(statement)].map(([, type, names, target]) => ({
    target: target ?? '',
    typeOnly: type !== undefined || onlyTypes(names ?? ''),
  })),
  ...[...text.matchAll(dynamic)].map(([, target]) => ({ target: target ?? '', typeOnly: false })),
];

/** The room an import of a file leads to, `` for files directly in src; `undefined` for packages, `node:` and data. */
export const roomOf = (file: SourceFile, target: string): string | undefined => {
  if (!target.startsWith('.') || target.endsWith('.json')) return undefined;
  const parts = join(file.path, '..', target).split('/');
  return parts[0] === 'src' && parts.length > 2 ? parts[1] : '';
};
