import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

const roomsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}/`);

const rooms = [...roomsIn('src'), ...roomsIn('src/math'), ...roomsIn('src/judge')];

it.each(rooms.filter((room) => room !== 'src/math/' && room !== 'src/judge/'))('the map names %s', (room) => {
  expect(readFileSync(join(root, 'docs/architecture.md'), 'utf8')).toContain(`\`${room}`);
});
