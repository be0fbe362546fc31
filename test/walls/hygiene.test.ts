/** Habits that a reader can check by eye and a test checks every time. */
import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

/** One table each, and nothing else. */
const dataTables: readonly string[] = [];

const longest = 300;

const src = sourceFiles('src');
const all = [...src, ...sourceFiles('test'), ...sourceFiles('bench')];

const where = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files
    .filter(({ path }) => path !== 'test/walls/hygiene.test.ts')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );

describe('the code', () => {
  it('is in files of one idea', () => {
    const long = src.filter(({ path, text }) => !dataTables.includes(path) && text.split('\n').length - 1 > longest);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('has no `any` and switches no check off', () => {
    expect(
      where(
        all,
        /:\s*any\s*[;,)=\]>}|]|\bas any\s*[;,)\]}]|<any>|\bany\[\]|@ts-(ignore|nocheck|expect-error)|eslint-disable|biome-ignore/,
      ),
    ).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(
      where(all, /\b(TODO|FIXME|XXX|HACK)\b|\b[Ff]or now\b|\b[Nn]ot implemented\b|\b(it|test|describe)\.(skip|only)\b/),
    ).toEqual([]);
  });

  it('computes no verdict from a clock, a locale or chance', () => {
    const pure = src.filter(({ room }) => !['cli', 'action', 'batch', 'intake'].includes(room));
    expect(
      where(
        pure,
        /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bperformance\.now\b|toLocale(?!String\('en'\))|localeCompare/,
      ),
    ).toEqual([]);
  });
});
