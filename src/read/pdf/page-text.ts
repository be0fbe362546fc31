import { bareHeading, namedHeading } from '../scan/heading.ts';
import type { Stretch as Offsets } from '../source/blank.ts';
import type { PageContent, Rectangle } from './content.ts';
import { outlinesOf, plotsOf } from './drawings.ts';
import type { ReadLine } from './page.ts';
import type { Stretch } from './words.ts';
import { isFormulaAlone } from './words.ts';

/** A doubtful stretch of a page's text, with its heights on the page in points from below. */
interface Doubt extends Offsets {
  readonly top: number;
  readonly bottom: number;
}

/** A page in the dialect of Markdown with LaTeX, and the stretches of it that were put together with doubt. */
export interface PageText {
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

const wordsOf = ({ stretches }: ReadLine): string => stretches.map(({ text }) => text).join(' ');

/** A heading's number may stand right before its words. */
const spaced = (words: string): string => words.replace(/^(\d+(?:\.\d+)*\.?)(?=\p{Lu}\p{Ll})/u, '$1 ');

const isBold = ({ stretches }: ReadLine): boolean =>
  stretches.every(({ bold, kind }) => bold || kind === 'formula') && stretches.some(({ bold }) => bold);

/** The size most signs of the page have. */
const bodySize = (lines: readonly ReadLine[]): number => {
  const counts = new Map<number, number>();
  for (const { boxes, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + boxes.length);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [10, 0])[0];
};

/** A formula with a relation: what it says is no title. */
const claims = ({ stretches }: ReadLine): boolean =>
  stretches.some(({ kind, text }) => kind === 'formula' && /[=<>≈≤≥≠→]/.test(text));

/** `2.2.1 Descent with $α = 0.05$`: a section's number and a word, before any formula. */
const isNumberedTitle = ({ stretches }: ReadLine, large: boolean): boolean => {
  const end = stretches.findIndex(({ kind }) => kind === 'formula');
  const begin = end < 0 ? stretches : stretches.slice(0, end);
  const words = begin.map(({ text }) => text).join(' ');
  return (large || begin.every(({ bold }) => bold)) && /^\d{1,3}(?:\.\d{1,3})*\.?\s*\p{L}{2}/u.test(words);
};

/** Depth of a heading: by the dots of its number, else by its size. */
const headingDepth = (line: ReadLine, body: number): number | undefined => {
  const words = spaced(wordsOf(line));
  const size = line.boxes.reduce((most, box) => (box.kind === 'word' ? Math.max(most, box.size) : most), 0);
  const large = size > 1.15 * body;
  const spoken = line.stretches.some(({ kind, text }) => kind === 'words' && /\p{L}{2}/u.test(text));
  if ((!large && !isBold(line)) || words.length > 120 || !spoken) return undefined;
  if (claims(line) && !isNumberedTitle(line, large)) return undefined;
  const number = (bareHeading(words) ?? namedHeading(words))?.number;
  if (number !== undefined && /^\d/.test(number)) return Math.min(6, number.split('.').length);
  if (!large && /[.:,]$/.test(words)) return undefined;
  return large ? (size > 1.3 * body ? 1 : 2) : 3;
};

/** An item's number as a mark that opens a part: what a list of Markdown numbers is no part of its own. */
const marked = ({ text, label }: Stretch): string => (label ? text.replace(/^(\d{1,2})[.)]/, '($1)') : text);

const lineText = ({ stretches }: ReadLine): string =>
  stretches
    .map((stretch) => (stretch.kind === 'formula' ? `$${stretch.text}$` : marked(stretch)))
    .join(' ')
    .replace(/ ([.,;:!?])/g, '$1');

/** A heading's words keep their number as it stands. */
const titleText = ({ stretches }: ReadLine): string =>
  stretches.map(({ kind, text }) => (kind === 'formula' ? `$${text}$` : text)).join(' ');

const tableText = ([header = [], ...rows]: readonly (readonly string[])[]): string => {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => (cell === '' ? '' : `$${cell}$`)).join(' | ')} |`;
  return [row(header), `|${'---|'.repeat(header.length)}`, ...rows.map(row)].join('\n');
};

const programText =
  /^\s*(?:#|\/\/|def |import |from |for |while |if |return |print|class |function |end\b|var |let |const )|[;{}]\s*$|:\s*$|\w\(.*\)\s*$/;

/** Typed lines under each other as one block: printed output, where no line looks like program text. */
const typedBlocks = (lines: readonly ReadLine[]): readonly ReadLine[] => {
  const joined: ReadLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last?.typed !== undefined && line.typed !== undefined)
      joined[joined.length - 1] = { ...last, y0: line.y0, typed: `${last.typed}\n${line.typed}` };
    else joined.push(line);
  }
  return joined;
};

const typedText = (typed: string): string => {
  const program = typed.split('\n').some((line) => programText.test(line));
  return `\`\`\`${program ? 'code' : 'output'}\n${typed.replace(/`/g, "'")}\n\`\`\``;
};

const tagText = ({ tag }: ReadLine): string => (tag === undefined ? '' : ` \\tag{${tag}}`);

/** A line as it is written down, and whether it is a block of its own. */
const written = (line: ReadLine, body: number): { readonly text: string; readonly block: boolean } => {
  if (line.typed !== undefined) return { text: typedText(line.typed), block: true };
  if (line.table) return { text: tableText(line.table), block: true };
  const depth = headingDepth(line, body);
  if (depth !== undefined) return { text: `${'#'.repeat(depth)} ${spaced(titleText(line))}`, block: true };
  if (isFormulaAlone(line)) return { text: `$$${wordsOf(line)}${tagText(line)}$$`, block: true };
  if (line.tag !== undefined) return { text: `(${line.tag})`, block: true };
  return { text: lineText(line), block: false };
};

const folio = /^(?:(?:page|seite|p\.)\s*)?[-–]?\s*(?:\d{1,4}|[ivx]{1,6})(?:\s*(?:of|von|\/)\s*\d{1,4})?\s*[-–]?$/i;

/** The number at a page's foot or head: its last or first line, and no more than that. */
const withoutFolio = (lines: readonly ReadLine[]): readonly ReadLine[] =>
  lines.filter((line, index) => !((index === 0 || index === lines.length - 1) && folio.test(wordsOf(line))));

/** Images smaller than this, in square points, are marks and logos. */
const smallestImage = 2_000;

interface Piece {
  readonly y: number;
  readonly text: string;
  readonly block: boolean;
  readonly line?: ReadLine;
  /** What is doubtful about it stands between these heights. */
  readonly doubt?: Pick<Rectangle, 'y0' | 'y1'>;
}

const isDoubtful = (line: ReadLine): boolean => line.doubtful || line.stretches.some(({ doubtful }) => doubtful);

const linePiece = (line: ReadLine, body: number): Piece => ({
  y: line.baseline,
  line,
  ...written(line, body),
  ...(isDoubtful(line) ? { doubt: line } : {}),
});

const imagePiece = ({ y0, y1 }: Rectangle): Piece => ({ y: (y0 + y1) / 2, text: '![](image)', block: true });

/** Signs drawn as outlines: a formula of a sign without a name. */
const outlinePiece = (space: Rectangle): Piece => ({
  y: (space.y0 + space.y1) / 2,
  text: '$$\ufffd$$',
  block: true,
  doubt: space,
});

/** Lines and figures from top to bottom; a figure stands at its middle. */
const piecesOf = (content: PageContent, lines: readonly ReadLine[]): readonly Piece[] => {
  const body = bodySize(lines);
  const texts = typedBlocks(withoutFolio(lines)).map((line) => linePiece(line, body));
  const images = content.images.filter(({ x0, x1, y0, y1 }) => (x1 - x0) * (y1 - y0) > smallestImage);
  const drawn = [...[...images, ...plotsOf(content)].map(imagePiece), ...outlinesOf(content).map(outlinePiece)];
  return drawn.length === 0 ? texts : [...texts, ...drawn].sort((a, b) => b.y - a.y);
};

const captionBegin = /^(?:\*\*)?(?:figure|fig\.|abbildung|abb\.)\s*\d*\s*[.:]?\s*/i;

/** A figure's caption is the line under it, or over it, that says "Figure". */
const withCaptions = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, index) => {
    const caption = [pieces[index + 1], pieces[index - 1]].find(
      (other) => other?.line && captionBegin.test(other.text),
    );
    if (piece.line || piece.doubt || !caption) return piece;
    return { ...piece, text: `![${caption.text.replace(captionBegin, '').replace(/[\][$\n]/g, '')}](image)` };
  });

/** Lines further apart than this many sizes are paragraphs of their own. */
const paragraphGap = 1.7;

const apart = (piece: Piece, before: Piece): boolean => {
  const step = before.y - piece.y;
  return piece.block || before.block || step < 1 || step > paragraphGap * (piece.line?.size ?? 0);
};

/**
 * Writes a page down: headings with `#`, formulas in lines of words between dollars, lines that are formulas between two
 * dollars, images as images.
 */
export const pageText = (content: PageContent, lines: readonly ReadLine[]): PageText => {
  const written: string[] = [];
  const doubts: Doubt[] = [];
  let [length, before]: [number, Piece | undefined] = [0, undefined];
  const write = (text: string): void => {
    written.push(text);
    length += text.length;
  };
  for (const piece of withCaptions(piecesOf(content, lines))) {
    if (before) write(apart(piece, before) ? '\n\n' : '\n');
    const start = length;
    write(piece.text);
    if (piece.doubt) doubts.push({ start, end: length, top: piece.doubt.y1, bottom: piece.doubt.y0 });
    before = piece;
  }
  return { text: written.join(''), doubts };
};
