import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageNames } from '../../src/batch/page-names.ts';

const named = (...students: string[]): string[] => students.map(pageNames());

describe('the file of a page', () => {
  it('is called as the student is, as far as any file system takes it', () => {
    expect(named('ada', 'Möller, Jö', 'work/ada.tex', '../../etc/passwd', 'con', '', '…')).toEqual([
      'ada.html',
      'Möller-Jö.html',
      'work-ada.tex.html',
      'etc-passwd.html',
      '_con.html',
      'submission.html',
      'submission-2.html',
    ]);
  });

  it('is its own, also where capitals make no difference', () => {
    expect(named('Ada', 'ada', 'ADA', 'ada-2')).toEqual(['Ada.html', 'ada-2.html', 'ADA-3.html', 'ada-2-2.html']);
  });

  it('never leaves the folder, never hides, and never is another’s', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (students) => {
        const names = named(...students).map((name) => name.toLowerCase());
        expect(new Set(names).size).toBe(students.length);
        for (const name of names) expect(name).toMatch(/^[^./\\\0-][^/\\\0]*\.html$/);
      }),
    );
  });
});
