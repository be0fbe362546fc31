import { describe, expect, test } from 'vitest';
import { rubricFrom, sheet } from './rubric-grading.ts';

/** f = x² + 3y² from (2, 1) with α = 0.1: (1.6, 0.4), then (1.28, 0.16). */
const rubric = rubricFrom(`tolerance: {shown: {decimals: 2}}
carry: 1/2
sections:
- id: "1"
  heading: h
  given: {"f(x, y)": x^2 + 3 y^2, "(x_0, y_0)": "(2, 1)", α: 0.1}
  method: gradient-descent
  items:
  - {id: p1, ask: "(x_1, y_1)", points: 1}
  - {id: x2, ask: "x_2", points: 1}
`);

const hintsOf = async (answers: Record<string, string>): Promise<Record<string, readonly (string | undefined)[]>> => {
  const verdicts = await sheet(rubric, answers);
  return Object.fromEntries(
    Object.entries(verdicts).map(([id, { findings }]) => [id, findings.map(({ hint }) => hint)]),
  );
};

describe('what a student who may see hints is told', () => {
  test('is a sentence, without a value of the reference', async () => {
    const swapped = await hintsOf({ p1: '(0.40, 1.60)' });
    expect(swapped['p1']).toEqual(['The components are in the wrong order.']);
    const uphill = await hintsOf({ p1: '(2.40, 1.60)' });
    expect(uphill['p1']?.[0]).toMatch(/^Your numbers go up the gradient/);
  });

  test('names the earlier value that an answer follows from, not what it should be', async () => {
    // 1.7 − 0.1 · 2 · 1.7 = 1.36
    const carried = await hintsOf({ p1: '(1.70, 0.40)', x2: '1.36' });
    expect(carried['x2']?.[0]).toMatch(/^It follows from an earlier slip in x_1\.$/);
  });
});
