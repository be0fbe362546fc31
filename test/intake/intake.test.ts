import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeIn } from '../../src/intake/intake.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rederive-intake-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
};

const shape = async (...paths: string[]): Promise<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (await takeIn(paths)).submissions.map(({ student, files }) => [student, files.map(({ name }) => name)]),
  );

const ids = async (...paths: string[]): Promise<readonly string[]> => (await takeIn(paths)).notices.map(({ id }) => id);

describe('taking submissions in', () => {
  it('takes one file as one submission, named after it', async () => {
    const path = await put('ada.lovelace.md', '$x = 1$');
    const { submissions } = await takeIn([path]);
    expect(submissions).toHaveLength(1);
    expect(submissions[0]?.student).toBe('ada.lovelace');
    expect(new TextDecoder().decode(submissions[0]?.files[0]?.bytes)).toBe('$x = 1$');
  });

  it('takes a class folder as a submission a subfolder or loose file, in an order of its own', async () => {
    await put('class/zoe/main.tex', 'a');
    await put('class/zoe/parts/two.tex', 'b');
    await put('class/bert.md', 'c');
    await put('class/Änne.txt', 'd');
    await put('class/ada.tex', 'e');
    await put('class/ada.pdf', '%PDF-1.5');
    expect(await shape(join(folder, 'class'))).toEqual({
      ada: ['ada.pdf', 'ada.tex'],
      bert: ['bert.md'],
      zoe: ['main.tex', 'parts/two.tex'],
      Änne: ['Änne.txt'],
    });
    expect(Object.keys(await shape(join(folder, 'class')))).toEqual(['ada', 'bert', 'zoe', 'Änne']);
  });

  it('passes over hidden files and what operating systems leave behind', async () => {
    await put('class/.DS_Store', 'x');
    await put('class/__MACOSX/ada.md', 'x');
    await put('class/ada/.git/config', 'x');
    await put('class/ada/work.md', 'x');
    expect(await shape(join(folder, 'class'))).toEqual({ ada: ['work.md'] });
  });

  it('refuses links that may lead out, and goes on with the rest', async () => {
    const secret = await put('secret.txt', 'key');
    await put('class/ada/work.md', 'x');
    await symlink(secret, join(folder, 'class/ada/stolen.md'));
    await symlink(folder, join(folder, 'class/up'));
    expect(await shape(join(folder, 'class'))).toEqual({ ada: ['work.md'] });
    expect(await ids(join(folder, 'class'))).toEqual(['intake/symlink', 'intake/symlink']);
  });

  it('says what is not there, and what is empty', async () => {
    await mkdir(join(folder, 'class/nobody'), { recursive: true });
    expect(await ids(join(folder, 'nowhere'), join(folder, 'class'))).toEqual([
      'intake/not-found',
      'intake/empty-folder',
    ]);
    expect(await shape(join(folder, 'class'))).toEqual({ nobody: [] });
  });

  it('keeps what a file inputs or shows with it', async () => {
    await put('class/ada.tex', '\\documentclass{article} \\input{chapters} \\includegraphics[width=3cm]{contour}');
    await put('class/chapters.tex', 'x');
    await put('class/contour.png', 'x');
    await put('class/bert.md', '![the plot](./plot.png)');
    await put('class/plot.png', 'x');
    expect(await shape(join(folder, 'class'))).toEqual({
      ada: ['ada.tex', 'chapters.tex', 'contour.png'],
      bert: ['bert.md', 'plot.png'],
    });
  });

  it('names a folder with one work in it after the folder, where the file is called after the task', async () => {
    await put('ada/homework 3.tex', '\\includegraphics{plot}');
    await put('ada/plot.png', 'x');
    await put('class/bert.md', 'x');
    expect(Object.keys(await shape(join(folder, 'ada')))).toEqual(['ada']);
    expect(Object.keys(await shape(join(folder, 'class')))).toEqual(['bert']);
  });

  it('takes a folder as one student’s work where it is told to', async () => {
    await put('ada/one.md', 'x');
    await put('ada/two.md', 'x');
    const { submissions } = await takeIn([join(folder, 'ada')], 'student');
    expect(submissions.map(({ student, files }) => [student, files.length])).toEqual([['ada', 2]]);
  });

  it('tells two students of one name apart', async () => {
    const first = await put('monday/ada.md', 'x');
    const second = await put('friday/ada.md', 'y');
    const third = await put('sunday/ada.md', 'z');
    expect(Object.keys(await shape(first, second, third))).toEqual(['ada', 'ada.md', 'ada (2)']);
  });

  it('takes no more of a huge file than any reader accepts', async () => {
    const path = await put('huge.md', '');
    await truncate(path, 80_000_000);
    const { submissions } = await takeIn([path]);
    expect(submissions[0]?.files[0]?.bytes.length).toBe(50_000_001);
  });

  it('stops following folders inside folders', async () => {
    await put(`class/ada/${'deeper/'.repeat(30)}work.md`, 'x');
    expect(await ids(join(folder, 'class'))).toEqual(['intake/too-many-entries', 'intake/empty-folder']);
  });
});
