import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as rederive from '../../src/index.ts';

it('the library has these public names and no others', () => {
  expect(Object.keys(rederive).sort()).toEqual([
    'engine',
    'grade',
    'judgeLine',
    'loadRubric',
    'referenceAnswers',
    'reporters',
    'shownTo',
  ]);
});

it('the version written into reports is that of the package', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  expect(rederive.engine).toBe(JSON.parse(text).version);
});
