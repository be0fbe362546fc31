/** The symbol table of one document: functions, names of several letters, iterates, the decimal separator. */
import type { FormulaNames } from '../math/expression/formula-names.ts';
import { letters } from '../math/notation/commands/letters.ts';
import type { ParseOptions } from '../math/notation/problem.ts';
import type { Start, Vocabulary } from '../model/claim.ts';
import type { Document, Part } from '../model/document.ts';
import { type Decimals, decimalsOf } from './decimal.ts';
import { matches } from './matches.ts';

export interface Symbols {
  readonly options: Required<Pick<ParseOptions, 'functions' | 'names'>>;
  readonly decimals: Decimals;
  /** Quantities that the assignment names by a formula; `s^2` only where it stands alone, elsewhere it may be a square. */
  readonly formulas: { readonly anywhere: FormulaNames; readonly alone: FormulaNames };
  /** Names whose superscripts count steps: `x` where the document writes `x^{k+1} = x^k - …`. */
  readonly iterates: ReadonlySet<string>;
  /** The symbols of the assignment. */
  readonly known: ReadonlySet<string>;
  /** Those that count steps, by the assignment or by the document's own `x_0`. */
  readonly counted: ReadonlySet<string>;
  /** The points that the assignment gives to start from. */
  readonly starts: readonly Start[];
}

/** The mathematics of a part as text. */
const formulaTexts = (parts: readonly Part[]): readonly string[] => {
  const texts: string[] = [];
  for (const part of parts) {
    if (part.kind === 'formula' || part.kind === 'answer') texts.push(part.text);
    else if (part.kind === 'table') for (const { text } of part.rows.flat()) texts.push(text);
  }
  return texts;
};

const letter = String.raw`(?:\\[a-zA-Z]+|\p{L})`;
/** Room and what takes none; bounded, so that pages of blanks cost what they are. */
const spaces = String.raw`(?:\s|\\[,;!]|\\left|\\right|&){0,24}`;
/** `f(x, y) =`, `\sigma(z) :=` at the start of a formula or a row; arguments are plain letters. */
const declaration = new RegExp(
  String.raw`(?:^|\\\\|\n|,|;|:)${spaces}(${letter})${spaces}\(${spaces}${letter}(?:${spaces},${spaces}${letter})*${spaces}\)${spaces}(?::?=|\\coloneqq|\\equiv)`,
  'gu',
);
/** `\nabla f(`, `\partial f(`: what is differentiated and applied is a function. */
const differentiated = new RegExp(String.raw`(?:\\nabla|∇|\\partial|∂)${spaces}\{?(${letter})\}?${spaces}\(`, 'gu');
const prime = String.raw`(?:'|′|\^\{?\\prime\}?)`;
/** `\sigma'(z)`, looked for by its prime, which is rarer than a letter. */
const primed = new RegExp(String.raw`${prime}(?<=(${letter})${prime})${spaces}\(`, 'gu');

/** `\\sigma` is σ; commands that are no letter of a name name nothing. */
const named = (written: string): string | undefined => {
  const name = written.startsWith('\\') ? letters[written.slice(1)] : written;
  return name !== undefined && /^\p{L}$/u.test(name) ? name : undefined;
};

/** The names that patterns find in a text. */
const found = (text: string, patterns: readonly RegExp[]): ReadonlySet<string> => {
  const written = new Set<string>();
  for (const pattern of patterns) for (const match of matches(pattern, text)) written.add(match[1] ?? '');
  return new Set([...written].flatMap((one) => named(one) ?? []));
};

/** The functions of the assignment, and what the document declares or uses as one. */
const functionsIn = (text: string, { functions, symbols }: Vocabulary): ReadonlySet<string> => {
  if (!text.includes('(')) return functions;
  const used = found(text, [declaration, differentiated, primed]);
  const more = [...used].filter((name) => !symbols.has(name) && !functions.has(name));
  return more.length === 0 ? functions : new Set([...functions, ...more]);
};

/** `x^{k+1} =` or `\mathbf{x}^{t} =`: a whole left side with a counting superscript. */
const superscript = new RegExp(
  String.raw`(?:^|\\\\|[\n,;(\[])${spaces}(?:\\(?:mathbf|boldsymbol|bm|vec)\s*)?\{?(${letter})\}?${spaces}\^${spaces}(?:\{${spaces}([a-z](?:${spaces}[+-]${spaces}1)?|\d+)${spaces}\}|\(${spaces}([a-z](?:${spaces}[+-]${spaces}1)?|\d+)${spaces}\)|([a-z]|\d))${spaces}(?:[,)\]]|(?::?=|\\approx|\\leftarrow|≈|←))`,
  'gu',
);

const noNames: ReadonlySet<string> = new Set();

/** A base counts steps if some left side has a letter with ±1, or the steps 1 and 2 both stand to the left. */
const iteratesIn = (text: string): ReadonlySet<string> => {
  const steps = new Map<string, Set<string>>();
  if (!text.includes('^')) return noNames;
  for (const [, base, long, bracketed, short] of matches(superscript, text)) {
    const name = base && named(base);
    if (!name) continue;
    const seen = steps.get(name) ?? new Set();
    seen.add((long ?? bracketed ?? short ?? '').replace(/\s|\\[,;!]/g, ''));
    steps.set(name, seen);
  }
  const counts = (seen: ReadonlySet<string>): boolean =>
    [...seen].some((step) => /^[a-z][+-]1$/.test(step)) || (seen.has('1') && (seen.has('2') || seen.has('0')));
  return new Set([...steps].filter(([, seen]) => counts(seen)).map(([name]) => name));
};

/** Symbols with an index: the assignment's own, else those the document gives one. */
const countedIn = (text: string, { symbols, indexed }: Vocabulary): ReadonlySet<string> => {
  if (indexed) return indexed;
  const shown = [...text.matchAll(/(\p{L})\}?_\{?(?:\d|[ktn]\b)/gu)].map(([, name]) => name ?? '');
  return new Set(shown.filter((name) => symbols.has(name)));
};

/** Reads the symbol table from the document's own evidence; what the assignment says goes first. */
export const readSymbols = (document: Document, vocabulary: Vocabulary): Symbols => {
  const texts = formulaTexts(document.parts);
  // One text for the patterns: each formula begins a line.
  const text = texts.join('\n');
  const names = [...vocabulary.symbols, ...vocabulary.functions].filter(
    (name) => name.length > 1 && [...name].length > 1,
  );
  const formulas = [...(vocabulary.formulas ?? [])];
  return {
    options: { functions: functionsIn(text, vocabulary), names: new Set(names) },
    formulas: {
      anywhere: new Set(formulas.filter((name) => !name.includes('^'))),
      alone: new Set(formulas.filter((name) => name.includes('^'))),
    },
    decimals: decimalsOf(document, texts, text, vocabulary.decimal),
    iterates: iteratesIn(text),
    known: vocabulary.symbols,
    counted: countedIn(text, vocabulary),
    starts: vocabulary.starts ?? [],
  };
};
