/** Code points that take no column (marks that combine), and those that take two (CJK, full-width, emoji). */
const narrow = /\p{Mark}/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;

const columnsOf = (character: string): number => {
  if (narrow.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
};

/** How many terminal columns a text fills. */
export const width = (text: string): number => [...text].reduce((sum, character) => sum + columnsOf(character), 0);

/** Fills up with spaces on the right. */
export const fill = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** Cuts a text that is too wide and says so: `x_1 = x_0 - \alp…`. */
export const cut = (text: string, columns: number): string => {
  if (width(text) <= columns) return text;
  const kept: string[] = [];
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept.push(character);
  }
  return `${kept.join('')}…`;
};

/** Breaks a text at spaces into lines of at most so many columns; a longer word stands alone. */
export const wrap = (text: string, columns: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};
