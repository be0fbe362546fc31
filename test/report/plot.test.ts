import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Audience, Item, Rubric } from '../../src/model/rubric.ts';
import { levelCurves } from '../../src/report/plot/level-curves.ts';
import { type Picture, pictureOf } from '../../src/report/plot/picture.ts';
import { shownTo } from '../../src/report/shown.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { score } from '../../src/score/score.ts';

const assignment = (f: string, caption = 'contour of f'): Rubric => {
  const text = `rederive: 1
title: Plot
sections:
  - id: "1"
    heading: Plots
    given: {"f(x, y)": "${f}", a: 6, "(x_0, y_0)": "(4, 1)"}
    items: [{id: "1", figure: ${caption}, points: 1}]
    sections:
      - id: "1.1"
        heading: Steps
        items: [{id: x1, ask: x_1, points: 1}, {id: y1, ask: y_1, points: 1}, {id: p2, ask: "(x_2, y_2)", points: 1}]
`;
  const { rubric, notices } = loadRubric(text, 'rubric.yaml');
  if (!rubric) throw new Error(notices.map(({ message }) => message).join('\n'));
  return rubric;
};

const references: Readonly<Record<string, string>> = { x1: '3.55', y1: '0.2', p2: '(3.185, -0.0975)' };

const picture = ({ items }: Rubric): Picture | undefined => {
  const answered = items.map((item) => ({ item, reference: references[item.id] }));
  return pictureOf(items[0] as Item, answered);
};

const drawn = (f: string): Picture => {
  const found = picture(assignment(f));
  if (!found) throw new Error('no picture');
  return found;
};

describe('the picture of a contour plot', () => {
  it('joins the start and the iterates, given by coordinate or as a pair', () => {
    const { paths, reach } = drawn('x^2 + x y + a y^2');
    expect(paths).toEqual([
      {
        name: '1.1 Steps',
        points: [
          [4, 1],
          [3.55, 0.2],
          [3.185, -0.0975],
        ],
      },
    ]);
    expect(reach).toBe(5);
  });

  it('has level curves on which the function has that level, constants of the assignment included', () => {
    const curves = levelCurves(drawn('x^2 + x y + a y^2'));
    expect(curves.length).toBeGreaterThan(8);
    // inside the frame; linear interpolation between grid points 0.25 apart errs by at most |f''| h²/8 per direction
    for (const { value, rings } of curves)
      for (const [x, y] of rings.flat().filter((point) => point.every((c) => Math.abs(c) < 5)))
        expect(Math.abs(x * x + x * y + 6 * y * y - value)).toBeLessThan(0.2);
  });

  it('leaves out where the function has no value, and draws nothing where it never has one', () => {
    const curves = levelCurves(drawn('ln(x) + y^2'));
    expect(curves.length).toBeGreaterThan(0);
    expect(levelCurves(drawn('ln(-1 - x^2) + y'))).toEqual([]);
    expect(levelCurves(drawn('z + x + y'))).toEqual([]);
  });

  it('is only for figures that ask for the contour of a function of two variables', () => {
    expect(picture(assignment('x^2 + y^2', 'the architecture of the network'))).toBeUndefined();
    expect(picture(assignment('x^2 + y^2', 'contour of g'))).toBeUndefined();
  });

  it('is shown to those alone who may see the reference: the iterates are in it', () => {
    const rubric = assignment('x^2 + y^2');
    const verdicts = rubric.items.map((item) => ({ item, verdict: 'missing', findings: [] }) as const);
    const grade = { student: 'ada', files: [], rubric, notices: [], ...score(rubric, verdicts) };
    const shown = (audience: Audience) => shownTo(audience, grade).items.filter((item) => item.picture).length;
    expect((['presence', 'verdicts', 'hints', 'full'] as const).map(shown)).toEqual([0, 0, 0, 1]);
  });

  it('is found for the shipped assignment', () => {
    const path = join(import.meta.dirname, '..', '..', 'rubrics', 'ecs289.yaml');
    const { rubric } = loadRubric(readFileSync(path, 'utf8'), path);
    const figure = rubric?.items.find(({ ask }) => ask.kind === 'figure');
    expect(figure && pictureOf(figure, [])?.name).toBe('f');
  });
});
