/** Decimal comma or decimal point, by what the document itself shows. */
import type { Document } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';

const point = /\d\.\d/;
/** `3{,}55`: only a number is written so; three digits after it may be thousands. */
const bracedComma = /\d\{,\}(?:\d{1,2}|\d{4,})(?!\d)/;
const bracedThousand = /\d\{,\}\d{3}(?!\d)/;
/** `= 0,05`, `≈ 3,55`: one number after a relation, outside of brackets. */
const plainComma = /(?:=|≈|\\approx|:)\s{0,20}[-−+]?\s{0,20}\d+,\d+\s{0,20}(?:$|[^\d,\s)\]])/m;
/** `(3,55; 0,2)`: the semicolon separates, so the comma does not. */
const semicolons = /[([]\s*[-−]?\d+,\d+\s*;\s*[-−]?\d+,\d+/;
const zeroComma = /(?:^|[^\d.,])0,\d+(?:$|[^\d,])/;
/** "ist 3,55", "von 4 auf 3,55": languages that write a comma, where one number stands behind a verb. */
const spokenComma =
  /(?<![\p{L}])(?:ist|beträgt|gleich|von|auf|etwa|ungefähr|rund|ca\.|vaut|est|vale|es|è)\s+[-−]?\d+,\d+(?![\d,]|\s*,?\s*\d)/iu;
/** What all of these have: most documents have none. */
const commaInside = /\d(?:,|\{,\})\d/;

/** How the numbers of a document are read. */
export interface Decimals {
  /** The separator of one formula: the document's, or its own where the document has both. */
  readonly of: (text: string) => ',' | '.';
  /** Whether a formula holds a number that could be read in two ways. */
  readonly isDoubtful: (text: string) => boolean;
  readonly notices: readonly Notice[];
}

const conflict = (document: Document): Notice => ({
  id: 'claims/decimal-separator',
  severity: 'warning',
  message:
    'Numbers are written with a decimal point in some formulas and with a decimal comma in others; those with a comma were not decided.',
  place: document.place(document.root.range),
});

const unsettled = (document: Document): Notice => ({
  id: 'claims/decimal-separator',
  severity: 'note',
  message: 'A comma before exactly three digits may separate decimals or thousands; it was read as thousands.',
  place: document.place(document.root.range),
});

const showsComma = (text: string): boolean =>
  commaInside.test(text) &&
  (bracedComma.test(text) ||
    plainComma.test(text) ||
    semicolons.test(text) ||
    (!/[([]/.test(text) && zeroComma.test(text)));

const isSpoken = ({ parts }: Document): boolean =>
  parts.some(
    (part) =>
      part.kind === 'prose' &&
      commaInside.test(part.text) &&
      (spokenComma.test(part.text) || semicolons.test(part.text)),
  );

const settled = (decimal: ',' | '.'): Decimals => ({ of: () => decimal, isDoubtful: () => false, notices: [] });

/** A comma between digits outside of brackets, where it separates no components. */
const hasComma = (text: string): boolean => /\d(?:\{,\}|,)\d/.test(text.replace(/[([][^()[\]]*[)\]]/g, ' '));

/**
 * Settles the separator: what the rubric says, else what the document shows. Where it shows both, each formula is read
 * by what it shows itself, with doubt about the commas; a comma before three digits alone is no evidence. `joined`: the
 * texts as lines of one.
 */
export const decimalsOf = (
  document: Document,
  texts: readonly string[],
  joined: string,
  told?: ',' | '.',
): Decimals => {
  if (told) return settled(told);
  const spoken = isSpoken(document);
  if (!spoken && !commaInside.test(joined)) return settled('.');
  const inside = texts.filter((text) => commaInside.test(text));
  const points = texts.some((text) => point.test(text));
  if (spoken || inside.some(showsComma)) {
    if (!points) return settled(',');
    const own = (text: string): ',' | '.' => (showsComma(text) && !point.test(text) ? ',' : '.');
    return { of: own, isDoubtful: hasComma, notices: [conflict(document)] };
  }
  const thousand = !points && inside.some((text) => bracedThousand.test(text));
  if (!thousand) return settled('.');
  return { of: () => '.', isDoubtful: (text) => bracedThousand.test(text), notices: [unsettled(document)] };
};
