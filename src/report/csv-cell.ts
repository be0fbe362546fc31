/** What a spreadsheet would run as a formula, plain or full-width. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text as one cell of CSV. A name such as `=HYPERLINK(…)` gets an apostrophe before it; quoting alone does not
 * stop a spreadsheet from running it. Numbers are written as they are, not through here.
 */
export const csvCell = (text: string): string => {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$|'/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
