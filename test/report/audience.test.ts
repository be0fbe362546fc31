import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/model/rubric.ts';
import { reporters } from '../../src/report/reporters.ts';
import { shownTo } from '../../src/report/shown.ts';
import { graded } from './handmade.ts';

const everything = (audience: Audience): string =>
  reporters
    .map((reporter) => reporter.report([shownTo(audience, graded())]))
    .join('\n')
    .replace(/<style>.*<\/style>/s, '');

/** Values of the reference that the student did not write. */
const secrets = ['3.185', '2.871375', 'SECRET'];

describe.each<Audience>(['presence', 'verdicts', 'hints'])('to an audience of %s', (audience) => {
  it.each(secrets)('no report of any kind gives %s away', (secret) => {
    expect(everything(audience)).not.toContain(secret);
  });
});

describe('what is shown', () => {
  it('of presence is what was found, not whether it is right', () => {
    const { items, points, open } = shownTo('presence', graded());
    expect(items.map(({ status }) => status)).toEqual(['answered', 'missing', 'answered', 'answered', 'answered']);
    expect(items.map((item) => [item.points, item.findings.length])).toEqual(items.map(() => [undefined, 0]));
    expect([points, open]).toEqual([undefined, undefined]);
    expect(everything('presence')).not.toMatch(/wrong|carried|1 1\/6/);
  });

  it('of verdicts has points and no reasons', () => {
    expect(shownTo('verdicts', graded()).items.map(({ status }) => status)).toContain('carried');
    expect(everything('verdicts')).not.toMatch(/a sign|rounded/i);
  });

  it('of hints says why in words: the hint of the finding, or its name', () => {
    const notes = shownTo('hints', graded()).items.flatMap((item) => item.findings.map(({ message }) => message));
    expect(notes).toEqual(['A sign is lost.', 'Rounded early.']);
    expect(everything('hints')).toContain('x_2 = 3.20 does not hold');
  });

  it('of everything has the reference', () => {
    expect(everything('full')).toContain('2.871375');
  });

  it('never tells the right side of a derivation that is asked for', () => {
    expect(everything('full')).not.toContain('SECRET');
  });
});
