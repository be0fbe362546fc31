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

interface Evidence {
  readonly decimal: ',' | '.';
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

const commas = (texts: readonly string[]): boolean =>
  texts.some(
    (text) => text.includes(',') && (bracedComma.test(text) || plainComma.test(text) || semicolons.test(text)),
  );

const zeros = (texts: readonly string[]): boolean =>
  texts.some((text) => text.includes(',') && !/[([]/.test(text) && zeroComma.test(text));

const never = (): boolean => false;

/** A comma between digits outside of brackets, where it separates no components. */
const hasComma = (text: string): boolean => /\d(?:\{,\}|,)\d/.test(text.replace(/[([][^()[\]]*[)\]]/g, ' '));

/**
 * Settles the separator: what the rubric says, else what the document shows. A document that shows both keeps the
 * point and is told about; a comma before three digits alone is no evidence.
 */
export const decimalSeparator = (document: Document, texts: readonly string[], told?: ',' | '.'): Evidence => {
  if (told) return { decimal: told, notices: [], isDoubtful: never };
  const points = texts.some((text) => point.test(text));
  const comma = commas(texts) || zeros(texts);
  if (comma && points) return { decimal: '.', notices: [conflict(document)], isDoubtful: hasComma };
  if (comma) return { decimal: ',', notices: [], isDoubtful: never };
  const thousand = !points && texts.some((text) => bracedThousand.test(text));
  if (!thousand) return { decimal: '.', notices: [], isDoubtful: never };
  return { decimal: '.', notices: [unsettled(document)], isDoubtful: (text) => bracedThousand.test(text) };
};
