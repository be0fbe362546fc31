/**
 * Characters that act instead of showing: C0 and C1 controls, the bidirectional overrides and isolates (which can make
 * a line read as another one), zero-width marks, line and paragraph separators, lone surrogates.
 */
const acting =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const codePoint = (character: string): string => {
  const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${hex}⟩`;
};

const spaces = new Set(['\t', '\n', '\r']);

/**
 * Text of a student's on one line with nothing left in it that could act on a terminal or turn a line around:
 * `\u202e` becomes `⟨U+202E⟩`, line ends and tabs become a space.
 */
export const visible = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(acting, (character) => (spaces.has(character) ? ' ' : codePoint(character)));
