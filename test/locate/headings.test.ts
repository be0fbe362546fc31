import { describe, expect, test } from 'vitest';
import { Headings, Homes } from '../../src/judge/locate/headings.ts';
import type { Section } from '../../src/model/document.ts';
import type { RubricSection } from '../../src/model/rubric.ts';

const place = { file: 'rubric.yaml', line: 1, column: 1 };

const part = (id: string, heading: string, parent?: RubricSection): RubricSection => ({
  id,
  heading,
  given: [],
  sections: [],
  items: [],
  place,
  ...(parent && { parent }),
});

const one = part('1', 'Vanishing Gradients');
const two = part('2', 'Optimizers');
const rubric = [
  one,
  part('1.1', 'The Gradient of the Overall Loss', one),
  part('1.2', 'Chain Rule 1', one),
  part('1.3', 'Chain Rule 2', one),
  part('1.4', 'Eigenvalues and Gradient Vanishing', one),
  part('1.5', 'Eigenvalues and Gradient Vanishing 2', one),
  two,
  part('2.1', 'Contour Plot', two),
  part('2.2', 'Weight Calculation', two),
];
const weights = rubric[8] ?? two;
rubric.push(part('2.2.1', 'Stochastic Gradient Descent', weights), part('2.2.2', "SGD with Nesterov's", weights));

/** Sections from lines of an outline: two spaces a level, a number before a bar. */
const outline = (lines: string): readonly Section[] => {
  const range = { file: 'main.md', start: 0, end: 0 };
  const root: Section = { title: '', level: 0, range };
  const open: Section[] = [root];
  return [
    root,
    ...lines
      .trim()
      .split('\n')
      .map((line): Section => {
        const level = (line.length - line.trimStart().length) / 2 + 1;
        const [number, title] = line.includes('|') ? line.trim().split('|') : [undefined, line.trim()];
        const parent = open[level - 1] ?? root;
        const section: Section = {
          title: (title ?? '').trim(),
          level,
          range,
          parent,
          ...(number !== undefined && number.trim() !== '' && { number: number.trim().replace('*', '') }),
          ...(number?.includes('*') && { item: true }),
        };
        open[level] = section;
        return section;
      }),
  ];
};

const homes = (lines: string): readonly string[] => {
  const sections = outline(lines);
  const matched = new Homes(new Headings(rubric), sections);
  return sections.slice(1).map((section) => matched.ofSection(section)?.id ?? '-');
};

describe('a heading belongs to the section', () => {
  test('with its number and words, down to the number that ends two titles', () => {
    expect(
      homes(
        [
          '1|Vanishing Gradients',
          '  1.2|Chain Rule 1',
          '  1.3|Chain Rule 2',
          '  1.5|Eigenvalues and Gradient Vanishing 2',
        ].join('\n'),
      ),
    ).toEqual(['1', '1.2', '1.3', '1.5']);
  });
  test('with its words alone, in any case, with accents and slips', () => {
    expect(homes('CONTOUR PLÓT')).toEqual(['2.1']);
    expect(homes('Stochastic gradiant descent')).toEqual(['2.2.1']);
    expect(homes('SGD with Nestrov')).toEqual(['2.2.2']);
    expect(homes('Nesterov momentum')).toEqual(['2.2.2']);
    expect(homes('SGD')).toEqual(['2.2.1']);
  });
  test('with its number alone, behind "Problem" or in Roman digits and letters', () => {
    expect(homes('2.1|')).toEqual(['2.1']);
    expect(homes('Problem 2.1')).toEqual(['2.1']);
    expect(homes('Aufgabe 2.2.1')).toEqual(['2.2.1']);
    expect(homes('II|\n  II.2|')).toEqual(['2', '2.2']);
    expect(homes('2|\n  b*|\n    i*|')).toEqual(['2', '2.2', '2.2.1']);
    expect(homes('II. Optimizers\n  II.2.1')).toEqual(['2', '2.2.1']);
  });
  test('that the label of a list item spells out', () => {
    expect(homes('2|Optimizers\n  2.2*|\n  2.2.1*|')).toEqual(['2', '2.2', '2.2.1']);
  });
  test('that its words name, though the student numbered otherwise', () => {
    expect(homes('1|Contour Plot\n2|Stochastic Gradient Descent')).toEqual(['2.1', '2.2.1']);
  });
  test('around it, when it has no match of its own', () => {
    expect(homes('2.2.1|Stochastic Gradient Descent\n  Solution\n  Second step')).toEqual(['2.2.1', '2.2.1', '2.2.1']);
  });
});

test('a heading that fits two sections alike, or none, is not guessed', () => {
  expect(homes('Introduction')).toEqual(['-']);
  expect(homes('Chain Rule')).toEqual(['-']);
  expect(homes('Gradients')).toEqual(['-']);
});
