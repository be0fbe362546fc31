import { describe, expect, it } from 'vitest';
import { num, sym } from '../../src/math/expression/build.ts';
import { html } from '../../src/report/html/page.tsx';
import { type ShownGrade, shownTo } from '../../src/report/shown.ts';
import { failed, graded } from './handmade.ts';

const page = (change: (grade: ShownGrade) => ShownGrade = (same) => same): string =>
  html.report([change(shownTo('full', graded()))]);

/** The names of all elements a page has, as a browser's parser would meet them. */
const elements = (text: string): Set<string> =>
  new Set([...text.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => (name ?? '').toLowerCase()));

const mathElements = ['mo', 'mi', 'mn', 'mtext', 'mrow', 'msub', 'msup', 'mspace', 'mstyle', 'mfrac', 'msubsup'];

const attack = '"><img src=x onerror=alert(1)><script>alert(1)</script><style>*{display:none}</style>';

/** A grade with student text that attacks wherever a student's text can stand. */
const attacked = (grade: ShownGrade): ShownGrade => ({
  ...grade,
  student: attack,
  files: [attack],
  items: grade.items.map((item) => ({
    ...item,
    found: attack,
    read: sym(attack),
    reason: attack,
    reference: attack,
    findings: [{ id: attack, message: attack }],
    place: { file: attack, line: 1, column: 1 },
  })),
  notices: [{ id: attack, severity: 'error', message: attack }],
  sources: [{ file: attack, text: attack }],
});

describe('the page of a submission', () => {
  it('allows itself no script and no network', () => {
    expect(page()).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`.replaceAll(
        '&#39;',
        "'",
      ),
    );
    expect(page()).not.toMatch(/<script[^>]*>alert|https?:\/\/(?!www\.w3\.org)/);
  });

  it('shows what a student wrote and never runs it: no element but our own and MathML’s', () => {
    const hostile = page(attacked);
    const known = new Set([...elements(page()), ...mathElements]);
    expect([...elements(hostile)].filter((name) => !known.has(name))).toEqual([]);
    expect(hostile).not.toMatch(/<(script|img|svg|iframe|a|link|form)\b/i);
    expect(hostile).not.toMatch(/<[^>]*\son\w+\s*=/i);
    expect(hostile).toContain('&lt;script');
  });

  it('shows the line of the source with the answer marked', () => {
    expect(page()).toContain('so $x_3 = <mark>2.88</mark>$ &lt;script');
  });

  it('typesets found and reference as MathML', () => {
    expect(page()).toMatch(/<math[^>]*>.*<mn>2.871375<\/mn>/);
  });

  it('names every verdict in words', () => {
    for (const word of ['correct', 'wrong', 'carried', 'missing', 'review']) expect(page()).toContain(`${word}</span>`);
  });

  it('has one first heading, and language and title for those who listen', () => {
    expect(page().match(/<h1/g)).toHaveLength(1);
    expect(page()).toMatch(/<html lang="en">.*<title>ada: Optimizers<\/title>/s);
  });

  it('shows a formula nobody can typeset as its text', () => {
    const broken = page((grade) => ({
      ...grade,
      items: grade.items.map((item) => ({ ...item, read: sym('\\frac{') })),
    }));
    expect(broken).toContain('<code>');
    const long = page((grade) => ({
      ...grade,
      items: grade.items.map((item) => ({ ...item, read: num('7'.repeat(5000)) })),
    }));
    expect(long).toContain('777');
  });

  it('says once of a section that nobody answered that nothing is there', () => {
    const empty = page((grade) => ({
      ...grade,
      items: grade.items.map((item) => (item.section === '2.2.1' ? { ...item, status: 'missing' } : item)),
    }));
    expect(empty).toContain('Nothing answers 2.1, x1, x2, x3.');
    expect(empty).not.toContain('id="item-x1"');
    expect(page()).not.toContain('Nothing answers');
  });

  it('says of a submission that could not be graded why, and that nothing is lost', () => {
    const apart = html.report([shownTo('full', failed())]);
    expect(apart).toContain('The grader ran out of steps.');
    expect(apart).not.toContain('0 of');
  });
});
