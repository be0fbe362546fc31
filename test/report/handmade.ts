/** A small class graded by hand: what reports are tested with. */
import { index, num, sym } from '../../src/math/expression/build.ts';
import { exact } from '../../src/math/number/exact.ts';
import type { Grade } from '../../src/model/grade.ts';
import type { Item, Rubric, RubricSection } from '../../src/model/rubric.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { score } from '../../src/score/score.ts';

const place = { file: 'rubric.yaml', line: 1, column: 1 };

interface SectionDraft {
  readonly id: string;
  readonly heading: string;
  readonly items?: readonly (Pick<Item, 'id' | 'ask'> & { readonly points: string })[];
  readonly sections?: readonly SectionDraft[];
}

const section = (draft: SectionDraft, parent?: RubricSection): RubricSection => {
  const items: Item[] = [];
  const sections: RubricSection[] = [];
  const made: RubricSection = {
    id: draft.id,
    heading: draft.heading,
    given: [],
    ...(parent ? { parent } : {}),
    items,
    sections,
    place,
  };
  for (const { id, ask, points } of draft.items ?? [])
    items.push({
      id,
      ask,
      about: [],
      points: exact(points),
      tolerance: { kind: 'shown' },
      partial: [],
      carry: exact('1/2'),
      section: made,
      place,
    });
  sections.push(...(draft.sections ?? []).map((inner) => section(inner, made)));
  return made;
};

const allItems = (sections: readonly RubricSection[]): Item[] =>
  sections.flatMap((each) => [...each.items, ...allItems(each.sections)]);

/** A rubric from its sections, nested, each with its items. */
export const rubricOf = (drafts: readonly SectionDraft[], students: Rubric['students'] = 'full'): Rubric => {
  const sections = drafts.map((draft) => section(draft));
  return { title: 'Optimizers', digest: 'c0ffee', sections, items: allItems(sections), examples: [], students };
};

const x = (k: number) => index(sym('x'), [num(k)]);

const optimizers = (students: Rubric['students'] = 'full'): Rubric =>
  rubricOf(
    [
      {
        id: '1',
        heading: 'Vanishing Gradients',
        items: [
          { id: '1.1', ask: { kind: 'derivation', from: sym('ε'), relation: '=', to: sym('SECRET') }, points: '2' },
        ],
      },
      {
        id: '2',
        heading: 'Optimizers',
        sections: [
          {
            id: '2.1',
            heading: 'Contour Plot',
            items: [{ id: '2.1', ask: { kind: 'figure', caption: 'contour of f' }, points: '2' }],
          },
          {
            id: '2.2.1',
            heading: 'Gradient Descent',
            items: [
              { id: 'x1', ask: { kind: 'value', target: x(1) }, points: '1' },
              { id: 'x2', ask: { kind: 'value', target: x(2) }, points: '1' },
              { id: 'x3', ask: { kind: 'value', target: x(3) }, points: '1/3' },
            ],
          },
        ],
      },
    ],
    students,
  );

const source = ['# Work', '', '$x_1 = 3.55$', '$x_2 = 3.20$', 'so $x_3 = 2.88$ <script>alert(1)</script>'].join('\n');

const verdicts = (rubric: Rubric): Verdict[] => {
  const item = (id: string): Item => {
    const found = rubric.items.find((each) => each.id === id);
    if (!found) throw new Error(`no item ${id}`);
    return found;
  };
  const at = (line: number, column: number) => ({ file: 'main.md', line, column });
  return [
    { item: item('1.1'), verdict: 'review', findings: [], reason: 'Derivations are for a person.' },
    { item: item('2.1'), verdict: 'missing', findings: [], share: exact(0) },
    {
      item: item('x1'),
      verdict: 'correct',
      share: exact(1),
      found: '3.55',
      read: num('3.55'),
      reference: '3.55',
      place: at(3, 8),
      decided: 'exact',
      findings: [],
    },
    {
      item: item('x2'),
      verdict: 'wrong',
      share: exact(0),
      found: '3.20',
      read: num('3.20'),
      reference: '3.185',
      place: at(4, 8),
      decided: 'exact',
      findings: [{ id: 'sign', message: 'With 3.185 the sign is lost.', hint: 'A sign is lost.' }],
      broken: { left: 'x_2', relation: '=', right: '3.20', leftValue: '3.185', rightValue: '3.20', place: at(4, 2) },
    },
    {
      item: item('x3'),
      verdict: 'carried',
      share: exact('1/2'),
      found: '2.88',
      read: num('2.88'),
      reference: '2.871375',
      place: at(5, 11),
      decided: 'exact',
      findings: [{ id: 'rounded-early', message: 'x_2 was carried as 3.19; with 3.185 this is 2.871375.' }],
    },
  ];
};

/** Of 5 1/3 points: 1 for x1, 1/6 for x3; 2 open. */
export const graded = (student = 'ada', students: Rubric['students'] = 'full'): Grade => {
  const rubric = optimizers(students);
  return {
    student,
    files: ['main.md'],
    rubric,
    ...score(rubric, verdicts(rubric)),
    notices: [
      {
        id: 'read/unclosed-math',
        severity: 'warning',
        message: 'This formula is never closed.',
        place: { file: 'main.md', line: 9, column: 1 },
      },
    ],
    sources: [{ file: 'main.md', text: source }],
  };
};

export const failed = (student = 'zoe'): Grade => ({
  ...graded(student),
  items: [],
  sections: [],
  points: exact(0),
  open: exact(0),
  notices: [],
  sources: [],
  failure: 'The grader ran out of steps.',
});
