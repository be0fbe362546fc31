/**
 * Lines that hold a section's number and nothing else, as in hand-ins typed in a hurry:
 *
 *     2.2.1
 *     x1 = 3.55
 *
 * `3.55` on a line of its own is as often a result. So the numbers of a text are headings only together: two or more,
 * each behind the one before in the order of sections, with something between (but below `2.2` may stand `2.2.1`), some
 * two of one family, and none behind a sign that still wants its value, `x_1 =`.
 */
const loneNumber = /^[ \t]*([1-9]\d?(?:\.[1-9]\d?){1,4})[.):]?[ \t\r]*$/gm;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

const inOrder = (before: string, after: string): boolean => {
  const [a, b] = [before.split('.').map(Number), after.split('.').map(Number)];
  const at = b.findIndex((part, i) => part !== a[i]);
  return at >= 0 && (b[at] ?? 0) > (a[at] ?? 0);
};

const parentOf = (number: string): string => number.slice(0, number.lastIndexOf('.'));

/** `2.2` and `2.2.1`, or `2.2.1` and `2.2.2`. */
const ofOneFamily = (before: string, after: string): boolean =>
  parentOf(after) === before || parentOf(after) === parentOf(before);

const haveRoom = (text: string, before: Line, after: Line): boolean =>
  text.slice(before.end, after.start).trim() !== '';

/** Behind `x_1 =`, or right below "the value:", a number is what was announced; `====` only underlines. */
const isAnnounced = (text: string, { start }: Line): boolean =>
  /(?<!=)[=≈→]\s*$|:[ \t\r]*\n[ \t]*$/.test(text.slice(Math.max(0, start - 40), start));

/** Where section numbers that stand alone on their lines begin; none unless they tell that they are sections'. */
export const loneNumbers = (text: string): ReadonlySet<number> => {
  const lines: readonly Line[] = [...text.matchAll(loneNumber)].map(({ 0: line, 1: number = '', index }) => ({
    start: index + line.indexOf(number),
    end: index + line.length,
    number,
  }));
  const pairs = lines.slice(1).flatMap((after, i) => (lines[i] ? [[lines[i], after] as const] : []));
  const areSections =
    pairs.length > 0 &&
    !lines.some((line) => isAnnounced(text, line)) &&
    pairs.every(([before, after]) => inOrder(before.number, after.number)) &&
    pairs.every(([before, after]) => haveRoom(text, before, after) || parentOf(after.number) === before.number) &&
    pairs.some(([before, after]) => ofOneFamily(before.number, after.number));
  return new Set(areSections ? lines.map(({ start }) => start) : []);
};
