import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/report/csv-cell.ts';
import { visible } from '../../src/report/visible.ts';

describe('student text on a terminal or a page', () => {
  it('cannot move the cursor, ring or recolour', () => {
    expect(visible('a\u001b[2Jb\u0007\u009b31m')).toBe('a⟨U+001B⟩[2Jb⟨U+0007⟩⟨U+009B⟩31m');
  });

  it('cannot turn a line around or hide characters', () => {
    expect(visible('x = \u202e88.2\u202c \u2066y\u200b')).toBe('x = ⟨U+202E⟩88.2⟨U+202C⟩ ⟨U+2066⟩y⟨U+200B⟩');
  });

  it('stays on one line', () => {
    expect(visible('a\r\nb\tc\nd\re\u2028f')).toBe('a b c d e⟨U+2028⟩f');
  });

  it('keeps what is only unusual: Greek, combining marks, emoji, right-to-left letters', () => {
    const unusual = 'λ_max → 0, ŵ, e\u0301, שלום, 👩';
    expect(visible(unusual)).toBe(unusual);
  });

  it('shows half a surrogate pair instead of writing broken Unicode', () => {
    expect(visible('a\ud83d b')).toBe('a⟨U+D83D⟩ b');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => encodeURIComponent(visible(text))).not.toThrow();
      }),
    );
  });
});

describe('a cell of CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['Möller, Ada', '"Möller, Ada"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['a;b', '"a;b"'],
  ])('%j becomes %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
    'that a spreadsheet would run, %j, starts with an apostrophe',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );
});
