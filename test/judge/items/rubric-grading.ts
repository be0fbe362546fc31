import { expect } from 'vitest';
import { grade } from '../../../src/grade.ts';
import type { ScoredVerdict } from '../../../src/model/grade.ts';
import type { Rubric } from '../../../src/model/rubric.ts';
import { loadRubric } from '../../../src/rubric/load.ts';

/** A rubric from YAML that must be sound. */
export const rubricFrom = (yaml: string): Rubric => {
  const { rubric, notices } = loadRubric(`rederive: 1\ntitle: t\n${yaml}`, 'r.yaml');
  expect(notices).toEqual([]);
  if (!rubric) throw new Error('no rubric');
  return rubric;
};

/** The verdicts that an answer sheet gets, by item. */
export const sheet = async (
  rubric: Rubric,
  answers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, ScoredVerdict>>> => {
  const lines = Object.entries(answers).map(([id, answer]) => `  "${id}": ${answer}`);
  const bytes = new TextEncoder().encode(`---\nanswers:\n${lines.join('\n')}\n---\n`);
  const { items } = await grade(rubric, { student: 's', files: [{ name: 'a.md', bytes }] });
  return Object.fromEntries(items.map((verdict) => [verdict.item.id, verdict]));
};
