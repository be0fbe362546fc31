import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sym } from '../../src/math/expression/build.ts';
import { add, compare, exact, toText } from '../../src/math/number/exact.ts';
import type { Verdict, VerdictName } from '../../src/model/verdict.ts';
import { score } from '../../src/score/score.ts';
import { rubricOf } from '../report/handmade.ts';

const items = (...points: string[]) =>
  points.map((each, k) => ({ id: `q${k + 1}`, ask: { kind: 'value', target: sym('x') } as const, points: each }));

const rubric = rubricOf([
  { id: '1', heading: 'One', items: items('2/3'), sections: [{ id: '1.1', heading: 'Inner', items: [] }] },
  {
    id: '2',
    heading: 'Two',
    sections: [{ id: '2.1', heading: 'Two one', items: items('1', '3').map((i) => ({ ...i, id: `r${i.id}` })) }],
  },
]);

const verdict = (id: string, name: VerdictName, share?: string): Verdict => {
  const item = rubric.items.find((each) => each.id === id);
  if (!item) throw new Error(id);
  return { item, verdict: name, findings: [], ...(share === undefined ? {} : { share: exact(share) }) };
};

describe('points', () => {
  it('are exact: half of two thirds is a third', () => {
    const { points } = score(rubric, [verdict('q1', 'carried'), verdict('rq1', 'missing'), verdict('rq2', 'wrong')]);
    expect(toText(points)).toBe('1/3');
  });

  it('follow the share of a partial credit, whatever the verdict is called', () => {
    const { points } = score(rubric, [
      verdict('q1', 'missing'),
      verdict('rq1', 'missing'),
      verdict('rq2', 'wrong', '1/3'),
    ]);
    expect(toText(points)).toBe('1');
  });

  it('of an outer section are those of its inner ones too', () => {
    const { sections } = score(rubric, [verdict('q1', 'correct'), verdict('rq1', 'correct'), verdict('rq2', 'wrong')]);
    expect(sections.map(({ id, level, points, max }) => [id, level, toText(points), toText(max)])).toEqual([
      ['1', 1, '2/3', '2/3'],
      ['1.1', 2, '0', '0'],
      ['2', 1, '1', '4'],
      ['2.1', 2, '1', '4'],
    ]);
  });

  it('wait for a person where nothing is decided, and are never lost by that', () => {
    const { points, open } = score(rubric, [
      verdict('q1', 'unreadable'),
      verdict('rq1', 'review'),
      verdict('rq2', 'review', '1/3'),
    ]);
    expect([toText(points), toText(open)]).toEqual(['1', '5/3']);
  });
});

describe('a grade', () => {
  it('has every item once, in the order of the rubric, whatever order the verdicts come in', () => {
    const graded = score(rubric, [verdict('rq2', 'correct'), verdict('q1', 'correct'), verdict('rq1', 'correct')]);
    expect(graded.items.map(({ item }) => item.id)).toEqual(['q1', 'rq1', 'rq2']);
  });

  it('is refused where an item has no verdict, or two', () => {
    expect(() => score(rubric, [verdict('q1', 'correct')])).toThrow('rq1 has no verdict');
    expect(() => score(rubric, [verdict('q1', 'correct'), verdict('q1', 'wrong')])).toThrow('two verdicts');
  });

  it('never gives more than there is, and points with open ones stay within the most', () => {
    const name = fc.constantFrom<VerdictName>('correct', 'carried', 'wrong', 'missing', 'unreadable', 'review');
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        const { points, open, max } = score(rubric, [verdict('q1', a), verdict('rq1', b), verdict('rq2', c)]);
        expect(compare(add(points, open), max)).toBeLessThanOrEqual(0);
        expect(toText(max)).toBe('14/3');
      }),
    );
  });
});
