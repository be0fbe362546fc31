import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/report/annotations.ts';
import { github } from '../../src/report/github.ts';
import { markdownText } from '../../src/report/markdown-text.ts';
import { type ShownGrade, shownTo } from '../../src/report/shown.ts';
import { failed, graded } from './handmade.ts';

const ada = shownTo('full', graded());

const repeated = (times: number): ShownGrade => ({
  ...ada,
  items: Array.from({ length: times }, (_, k) => ({ ...ada.items[3], id: `q${k}` })) as ShownGrade['items'],
});

describe('student text in Markdown', () => {
  it('is text: no link, image, mention, tag, table cell or entity', () => {
    const text = '![x](http://a) <b>@me</b> | `c` &lt; *d*\n# e';
    expect(markdownText(text)).toMatch(/^[A-Za-z0-9 &#;]*$/);
    const decoded = markdownText(text).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(decoded).toBe(text.replace('\n', ' '));
  });
});

describe('the job summary', () => {
  it('has a row a submission, and a row for each answer that is not right', () => {
    const summary = github.report([ada, shownTo('full', failed())]);
    expect(summary).toContain('| ada | 1 1/6 of 6 1/3 | 1 correct');
    expect(summary).toContain('| zoe | not graded | The grader ran out of steps');
    expect(summary).toContain('| x2 | ✗ wrong | <code>3&#46;20</code> | main&#46;md&#58;4&#58;8 |');
    expect(summary).not.toContain('| x1 |');
  });

  it('stays under what GitHub takes, and says how many it left out', () => {
    const many = Array.from({ length: 4000 }, () => repeated(20));
    const summary = github.report(many);
    expect(new TextEncoder().encode(summary).length).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/\d+ more in the report\./);
  });
});

describe('annotations', () => {
  it('stand at the answers, the loudest first', () => {
    expect(annotations([ada]).map(({ level, title, place }) => [level, title, place?.line])).toEqual([
      ['error', 'x2: wrong', 4],
      ['warning', 'x3: carried', 5],
    ]);
  });

  it('of one level are at most ten, the tenth saying how many more there are', () => {
    const said = annotations([repeated(25)]);
    expect(said).toHaveLength(10);
    expect(said[9]?.title).toBe('16 more in the report');
    expect(annotations([repeated(10)]).at(-1)?.title).toBe('q9: wrong');
  });

  it('give away nothing the audience may not see', () => {
    const texts = JSON.stringify(annotations([shownTo('hints', graded())]));
    expect(texts).not.toMatch(/3\.185|2\.871375/);
    expect(annotations([shownTo('presence', graded())])).toEqual([]);
  });
});
