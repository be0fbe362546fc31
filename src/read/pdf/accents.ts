import type { Box } from './box.ts';
import { around, middle, width } from './box.ts';

/** Accents that are signs of their own in a PDF, with the command that sets them. */
const commands: Readonly<Record<string, string>> = {
  ˆ: 'hat',
  '^': 'hat',
  '̂': 'hat',
  '˜': 'tilde',
  '~': 'tilde',
  '̃': 'tilde',
  '¯': 'bar',
  '̄': 'bar',
  '˙': 'dot',
  '̇': 'dot',
  '¨': 'ddot',
  '⃗': 'vec',
  '→': 'vec',
};

const isLetterNear = (accent: Box, box: Box): boolean =>
  box !== accent && /^\p{L}$/u.test(box.text) && Math.abs(box.baseline - accent.baseline) < 0.6 * accent.size;

const isUnder = (accent: Box, box: Box): boolean =>
  Math.abs(middle(box) - middle(accent)) < 0.35 * accent.size &&
  Math.min(box.x1, accent.x1) - Math.max(box.x0, accent.x0) > 0.3 * Math.min(width(box), width(accent));

/** A combining mark has no width of its own: it stands at either end of its letter, or over it. */
const combining = /^\p{M}$/u;

const offset = (accent: Box, box: Box): number =>
  Math.min(...[accent.x0, accent.x1, middle(accent)].map((x) => Math.abs(x - middle(box))));

const letterFor = (accent: Box, boxes: readonly Box[]): Box | undefined => {
  const letters = boxes.filter((box) => isLetterNear(accent, box));
  if (!combining.test(accent.text)) return letters.find((box) => isUnder(accent, box));
  const [nearest] = letters.sort((a, b) => offset(accent, a) - offset(accent, b));
  return nearest && offset(accent, nearest) < 0.6 * accent.size ? nearest : undefined;
};

/** Puts accents over the letters they were drawn over. */
export const withAccents = (boxes: readonly Box[]): readonly Box[] => {
  const accents = boxes.filter(({ text }) => commands[text] !== undefined);
  const gone = new Set<Box>();
  const made: Box[] = [];
  for (const accent of accents.slice(0, 500)) {
    const letter = letterFor(
      accent,
      boxes.filter((box) => !gone.has(box)),
    );
    if (!letter) continue;
    gone.add(letter).add(accent);
    const { y0, y1 } = around([letter, accent]);
    made.push({
      ...letter,
      y0,
      y1,
      text: `\\${commands[accent.text]}{${letter.text}}`,
      kind: 'letter',
      mathematical: true,
    });
  }
  return gone.size === 0 ? boxes : [...boxes.filter((box) => !gone.has(box)), ...made];
};

const slash = '\u0338';

const mayBeCrossed = (mark: Box, box: Box): boolean =>
  !/[\p{L}\p{N}]/u.test(box.text) &&
  Math.abs(box.baseline - mark.baseline) < 0.1 * mark.size &&
  mark.x0 > box.x0 - 0.3 * mark.size &&
  mark.x1 < box.x1 + 0.3 * mark.size;

/** Puts slashes over the relations they cross out: `=` and a slash are `≠`. */
export const withNegations = (boxes: readonly Box[]): readonly Box[] => {
  const slashes = boxes.filter(({ text }) => text === slash).slice(0, 500);
  const by = new Map<Box, Box | undefined>();
  for (const mark of slashes) {
    const [crossed] = boxes
      .filter((box) => box !== mark && !by.has(box) && mayBeCrossed(mark, box))
      .sort((a, b) => Math.abs(a.x0 - mark.x0) - Math.abs(b.x0 - mark.x0));
    if (!crossed) continue;
    const text = `${crossed.text}${slash}`.normalize('NFC');
    by.set(mark, undefined).set(crossed, { ...crossed, text, doubtful: crossed.doubtful || text.length > 1 });
  }
  return by.size === 0 ? boxes : boxes.flatMap((box) => (by.has(box) ? (by.get(box) ?? []) : [box]));
};
