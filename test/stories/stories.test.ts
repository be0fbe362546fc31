/**
 * One folder a story: what was handed in, what it must get, and a rubric where the common one does not do.
 *
 *     sign-of-one-answer/submission.md
 *                        expected.yaml      y2: {verdict: wrong, finding: sign-of-answer}
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { grade } from '../../src/grade.ts';
import { toText } from '../../src/math/number/exact.ts';
import type { ScoredVerdict } from '../../src/model/grade.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { loadRubric } from '../../src/rubric/load.ts';

interface Expected {
  readonly verdict: string;
  readonly finding?: string;
  readonly broken?: number | 'none';
  readonly points?: number;
}

const here = import.meta.dirname;
const stories = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const rubricOf = (story: string): Rubric => {
  const own = join(here, story, 'rubric.yaml');
  const file = existsSync(own) ? own : join(here, 'descent.yaml');
  const { rubric, notices } = loadRubric(readFileSync(file, 'utf8'), file);
  if (!rubric) throw new Error(notices.map(({ message }) => message).join('\n'));
  return rubric;
};

const submitted = (story: string) =>
  readdirSync(join(here, story))
    .filter((name) => name.startsWith('submission'))
    .map((name) => ({ name, bytes: readFileSync(join(here, story, name)) }));

const expectedOf = (story: string): ReadonlyMap<string, Expected> => {
  const written: Record<string, string | Expected> = parse(readFileSync(join(here, story, 'expected.yaml'), 'utf8'));
  return new Map(Object.entries(written).map(([id, one]) => [id, typeof one === 'string' ? { verdict: one } : one]));
};

const told = (item: ScoredVerdict, { finding, broken, points }: Expected): Expected => ({
  verdict: item.verdict,
  ...(finding !== undefined && { finding: item.findings[0]?.id ?? 'none' }),
  ...(broken !== undefined && { broken: item.broken ? Number(item.broken.rightValue) : 'none' }),
  ...(points !== undefined && { points: Number(toText(item.points)) }),
});

describe.each(stories.map(({ name }) => name))('%s', (story) => {
  it('gets what it must', async () => {
    const expected = expectedOf(story);
    const { items } = await grade(rubricOf(story), { student: story, files: submitted(story) });
    expect(items.map(({ item }) => item.id)).toEqual([...expected.keys()]);
    for (const item of items) {
      const wanted = expected.get(item.item.id) ?? { verdict: 'nothing' };
      expect({ id: item.item.id, ...told(item, wanted) }).toEqual({ id: item.item.id, ...wanted });
    }
  });
});
