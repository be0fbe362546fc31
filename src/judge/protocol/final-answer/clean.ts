/** `\\frac` in a text where every command has two backslashes is `\frac` in a wrapper. */
const unwrapped = (text: string): string =>
  /\\\\[a-zA-Z]/.test(text) && !/(?<!\\)\\(?:frac|sqrt|left|boxed|text|le|ge|pi)\b/.test(text)
    ? text.replace(/\\\\(?=[a-zA-Z])/g, '\\')
    : text;

/** Thousands: `11,\! 111`, `14{,}916`, `1,000.99`; two numbers with a blank between stay two. */
const withoutThousands = (text: string): string =>
  text
    .replace(/^\d{1,3}(?: \d{3})+$/, (digits) => digits.replaceAll(' ', ''))
    .replace(/,\\!\s*/g, '')
    .replace(/(\d)\{,\}(?=\d{3})/g, '$1')
    .replace(
      /(?<![\d.,(])(\d{1,3})((?:,\d{3})+)(?=\.\d|(?![\d,)]))/g,
      (_, head: string, tail: string) => head + tail.replaceAll(',', ''),
    );

const relations: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\d)\]}])\s*(?:or|and)(?=\s*[\w(\\])/g, ' \\text{ or } '],
  [/(?:\\\s+|\s)*\b(?:or|and)\b\s+(?=[\w(\\-])/g, ' , '],
];

/** A piece of running text as LaTeX to parse: no dollars, percent signs as commands, no stop at its end. */
export const cleaned = (piece: string): string => {
  const plain = unwrapped(piece)
    .replace(/^#+/, '')
    .replace(/\\?\$/g, ' ')
    .replace(/\s*(?<!\\)%|\s*\b(?:percent|pct)\b/g, '\\%')
    .replace(/\\n(?![a-zA-Z])/g, ' ')
    .trim()
    .replace(/[.;,\s]+$/, '');
  return relations.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    withoutThousands(plain),
  );
};

/** `1,22` with a decimal comma, where nothing but a number stands there. */
export const withDecimalComma = (text: string): string | undefined =>
  /^[-−]?\d+,\d+$/.test(text) ? text.replace(',', '.') : undefined;
