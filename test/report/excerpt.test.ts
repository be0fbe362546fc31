import { describe, expect, it } from 'vitest';
import { complaint } from '../../src/report/complaint.ts';
import { excerpt } from '../../src/report/excerpt.ts';
import { placeText } from '../../src/report/place-text.ts';

const sources = [
  { file: 'a.md', text: 'one\r\ntwo = 2\nπ ≈ 3' },
  { file: 'b.ipynb#cell3', text: 'x = 1', cell: 3 },
];

describe('the line a verdict is about', () => {
  it('is cut at what was found', () => {
    expect(excerpt(sources, { file: 'a.md', line: 2, column: 7 }, '2')).toEqual({
      line: 2,
      before: 'two = ',
      marked: '2',
      after: '',
    });
  });

  it('is found in a cell', () => {
    expect(excerpt(sources, { file: 'b.ipynb', line: 1, column: 1, cell: 3 })?.after).toBe('x = 1');
    expect(placeText({ file: 'b.ipynb', line: 1, column: 1, cell: 3 })).toBe('b.ipynb cell 3:1:1');
  });

  it('is shortened on both sides where it is long', () => {
    const long = { file: 'l', text: `${'a'.repeat(900)}3.55${'b'.repeat(900)}` };
    const shown = excerpt([long], { file: 'l', line: 1, column: 901 }, '3.55');
    expect(shown?.marked).toBe('3.55');
    expect(`${shown?.before}${shown?.after}`.length).toBeLessThan(200);
    expect([shown?.before[0], shown?.after.at(-1)]).toEqual(['…', '…']);
  });

  it('is nothing where the source does not have it', () => {
    expect(excerpt(sources, { file: 'a.md', line: 99, column: 1 })).toBeUndefined();
    expect(excerpt(sources, { file: 'c.md', line: 1, column: 1 })).toBeUndefined();
  });
});

it('a complaint points at its place with a caret', () => {
  const place = { file: 'a.md', line: 3, column: 5 };
  const notice = { id: 'x', severity: 'error', message: 'no such name "x"; did you mean "y"?', place } as const;
  expect(complaint(notice, sources)).toBe(
    ['a.md:3:5: error: no such name "x"; did you mean "y"?', '     3 | π ≈ 3', '             ^'].join('\n'),
  );
});
