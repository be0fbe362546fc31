import type { Box } from './box.ts';
import { around, middle, width } from './box.ts';

/** Accents that are signs of their own in a PDF, with the command that sets them. */
const commands: Readonly<Record<string, string>> = {
  ˆ: 'hat',
  '^': 'hat',
  '̂': 'hat',
  '˜': 'tilde',
  '̃': 'tilde',
  '¯': 'bar',
  '̄': 'bar',
  '˙': 'dot',
  '̇': 'dot',
  '¨': 'ddot',
  '⃗': 'vec',
  '→': 'vec',
};

const isUnder = (accent: Box, box: Box): boolean =>
  box !== accent &&
  /^\p{L}$/u.test(box.text) &&
  Math.abs(middle(box) - middle(accent)) < 0.35 * accent.size &&
  Math.abs(box.baseline - accent.baseline) < 0.6 * accent.size &&
  Math.min(box.x1, accent.x1) - Math.max(box.x0, accent.x0) > 0.3 * Math.min(width(box), width(accent));

/** Puts accents over the letters they were drawn over. */
export const withAccents = (boxes: readonly Box[]): readonly Box[] => {
  const accents = boxes.filter(({ text }) => commands[text] !== undefined);
  const gone = new Set<Box>();
  const made: Box[] = [];
  for (const accent of accents.slice(0, 500)) {
    const letter = boxes.find((box) => !gone.has(box) && isUnder(accent, box));
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
