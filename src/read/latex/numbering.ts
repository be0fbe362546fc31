import { headingWords } from '../scan/heading.ts';

/** LaTeX's own counters, as far as headings show them. */
export interface Counters {
  readonly values: Map<string, number>;
  /** What `\thesection` prints, as the user set it: `\Roman{section}.\alph{subsection}`. */
  readonly formats: Map<string, string>;
  /** Counters that a step of this one puts back to zero. */
  readonly within: Map<string, string[]>;
}

/** The names of headings from the widest to the narrowest, with their depth. */
export const headingDepths: ReadonlyMap<string, number> = new Map([
  ['part', 1],
  ['chapter', 2],
  ['section', 3],
  ['subsection', 4],
  ['subsubsection', 5],
  ['paragraph', 6],
  ['subparagraph', 7],
]);

/** article: headings deeper than \subsubsection carry no number. */
const deepestNumbered = 5;

const chain = ['chapter', 'section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const;

/** Counters of a document class; `book` and `report` number chapters, and sections within them. */
export const countersFor = (hasChapters: boolean): Counters => {
  const within = new Map<string, string[]>();
  const formats = new Map<string, string>([['part', '\\Roman{part}']]);
  const names = hasChapters ? chain : chain.slice(1);
  names.forEach((name, index) => {
    const outer = names[index - 1];
    formats.set(name, outer === undefined ? `\\arabic{${name}}` : `\\the${outer}.\\arabic{${name}}`);
    if (outer !== undefined) within.set(outer, [name]);
  });
  return { values: new Map(), formats, within };
};

const resetWithin = (counters: Counters, name: string, depth: number): void => {
  for (const inner of counters.within.get(name) ?? []) {
    counters.values.set(inner, 0);
    if (depth < 10) resetWithin(counters, inner, depth + 1);
  }
};

/** Adds one to a counter and puts those within it back to zero. */
export const step = (counters: Counters, name: string): void => {
  counters.values.set(name, (counters.values.get(name) ?? 0) + 1);
  resetWithin(counters, name, 0);
};

const roman = (value: number): string => {
  const parts: readonly (readonly [number, string])[] = [
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let [rest, text] = [Math.max(0, Math.min(value, 100)), ''];
  for (const [size, sign] of parts) for (; rest >= size; rest -= size) text += sign;
  return text;
};

const alphabetic = (value: number): string =>
  value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : String(value);

/** A number in one of LaTeX's five styles. */
export const inStyle = (style: string, value: number): string => {
  switch (style) {
    case 'roman':
      return roman(value);
    case 'Roman':
      return roman(value).toUpperCase();
    case 'alph':
      return alphabetic(value);
    case 'Alph':
      return alphabetic(value).toUpperCase();
    default:
      return String(value);
  }
};

const reference = /\\the([A-Za-z]+)|\\(arabic|roman|Roman|alph|Alph)\s*\{([A-Za-z]+)\}/g;

/** What a counter prints; formats that name each other without end stop at a depth of 10. */
export const shownNumber = (counters: Counters, name: string, depth = 0): string => {
  const format = counters.formats.get(name) ?? `\\arabic{${name}}`;
  if (depth > 10) return '';
  return format
    .slice(0, 500)
    .replace(reference, (_, inner?: string, style?: string, counter?: string) =>
      inner !== undefined
        ? shownNumber(counters, inner, depth + 1)
        : inStyle(style ?? 'arabic', counters.values.get(counter ?? '') ?? 0),
    );
};

/** `Problem 2(a).` → `2.a` */
export const bareNumber = (printed: string): string | undefined => {
  const shown = printed.replace(/\\[A-Za-z]+|[{}]/g, '').trim();
  return headingWords(shown).number ?? (shown.replace(/[\s.:)]+$/, '') || undefined);
};

/** The number a heading of this name prints after its step; `undefined` where the class prints none. */
export const headingNumber = (counters: Counters, name: string): string | undefined => {
  step(counters, name);
  const depth = headingDepths.get(name) ?? 0;
  if (depth > deepestNumbered) return undefined;
  return bareNumber(shownNumber(counters, name));
};

/** `\appendix`: the outermost heading counts in capital letters from now on. */
export const beginAppendix = (counters: Counters): void => {
  const outermost = counters.within.has('chapter') ? 'chapter' : 'section';
  counters.values.set(outermost, 0);
  counters.formats.set(outermost, `\\Alph{${outermost}}`);
};
