import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Builds one door as `npm run build` does, where its packages can be found, and returns the path of the script. */
export const built = async (name: string, entry: string): Promise<string> => {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'rederive-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const bundle = await rolldown({
    input: { [name]: join(root, entry) },
    platform: 'node',
    external: (id) => !/^[./]/.test(id),
    cwd: root,
  });
  await bundle.write({ dir: folder, format: 'esm' });
  await bundle.close();
  chmodSync(folder, 0o755);
  return join(folder, `${name}.js`);
};

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script in a process of its own, with these environment variables beside PATH, as another user where one is given. */
export const run = (
  script: string,
  argv: readonly string[],
  env: Record<string, string> = {},
  user: { readonly uid?: number } = {},
): Ended => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
    ...user,
  });
  return { status, out: stdout, err: stderr };
};
