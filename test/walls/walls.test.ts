/** The walls of docs/architecture.md, read from every import of src. */
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, roomOf, rooms, type SourceFile, sourceFiles } from './source-files.ts';

/** Each room and the rooms it may import, itself always. `types` are those of which it may import types alone. */
interface Wall {
  readonly imports: readonly string[];
  readonly types?: readonly string[];
}

const core = ['model', 'math'];
const stage: Wall = { imports: core };

/** Beside the doors stand `grade.ts`, where the stages meet, and `index.ts`, the library's names. */
const everything = [...core, 'rubric', 'intake', 'read', 'claims', 'solve', 'judge', 'score', 'report', 'batch', ''];

const walls: Readonly<Record<string, Wall>> = {
  math: { imports: [] },
  model: { imports: [], types: ['math'] },
  rubric: stage,
  intake: stage,
  read: stage,
  claims: stage,
  solve: stage,
  judge: stage,
  score: stage,
  report: stage,
  batch: { imports: everything },
  cli: { imports: everything },
  action: { imports: everything },
};

/** The only rooms that may touch files, the clock or the process. */
const onTheGround = ['intake', 'batch', 'cli', 'action'];

/** Each outside library and the one room it enters through. */
const libraries: Readonly<Record<string, string>> = {
  yaml: 'rubric',
  ajv: 'rubric',
  'decimal.js': 'math',
  katex: 'report',
  preact: 'report',
  'preact-render-to-string': 'report',
  'd3-contour': 'report',
  commander: 'cli',
  '@actions/core': 'action',
  'pdfjs-dist': 'read',
};

const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

const files = sourceFiles('src');

const everyImport: [SourceFile, Import][] = files.flatMap((file) =>
  importsOf(file.text).map((each): [SourceFile, Import] => [file, each]),
);

const breaks = (rule: (file: SourceFile, imported: Import) => boolean): string[] =>
  everyImport.filter(([file, each]) => rule(file, each)).map(([file, { target }]) => `${file.path} imports ${target}`);

describe('the walls', () => {
  it('name every room there is, and no room that is gone', () => {
    expect(Object.keys(walls).sort()).toEqual(rooms());
  });

  it('let no room import one it has no business with', () => {
    const forbidden = breaks((file, { target, typeOnly }) => {
      const to = roomOf(file, target);
      const wall = walls[file.room];
      if (to === undefined || to === file.room || !wall) return false;
      return !wall.imports.includes(to) && !(typeOnly && wall.types?.includes(to));
    });
    expect(forbidden).toEqual([]);
  });

  it('keep node: in the rooms on the ground: everything else runs in a browser unchanged', () => {
    expect(breaks((file, { target }) => target.startsWith('node:') && !onTheGround.includes(file.room))).toEqual([]);
  });

  it('let each outside library in through one room', () => {
    const outside = (target: string): boolean => !target.startsWith('.') && !target.startsWith('node:');
    expect(breaks((file, { target }) => outside(target) && libraries[packageOf(target)] !== file.room)).toEqual([]);
  });

  it('name no library that nobody imports any more', () => {
    const used = new Set(everyImport.map(([, { target }]) => packageOf(target)));
    expect(Object.keys(libraries).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('reading imports', () => {
  it('sees them static, re-exported, dynamic, over several lines and of types alone', () => {
    const text = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "import {\n  type C,\n  type D,\n} from 'c';",
      "import { type E, f } from 'd';",
      "export * from 'e';",
      "import 'f';",
      "const g = await import('g');",
    ].join('\n');
    expect(importsOf(text).map(({ target, typeOnly }) => [target, typeOnly])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', false],
      ['e', false],
      ['f', false],
      ['g', false],
    ]);
  });
});
