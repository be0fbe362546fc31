import type { Box } from './box.ts';

const relation = /^[=≈≤≥<>]$/;
const numeral = /^[-−–+\d.]$/;

/** Gaps that TeX does not set between the factors of a product, and those that keep formulas apart, in sizes. */
const tight = 0.05;
const apart = 0.9;

/** From a sign back to a relation over nothing but a number, or over what a bracket closes. */
const followsValue = (mains: readonly Box[], at: number): boolean => {
  const before = mains[at - 1];
  if (before?.kind === 'close' || /^\\begin/.test(before?.text ?? '')) return true;
  let start = at - 1;
  while (start >= 0 && numeral.test(mains[start]?.text ?? '')) start -= 1;
  return start < at - 1 && relation.test(mains[start]?.text ?? '');
};

/**
 * `x = 3.55 y = 0.2`: converters lose the space between two equations, and a product is left. Where a value is followed by
 * a letter and a relation, and is not set tight as a product is, nobody knows.
 */
export const mayHaveLostSpace = (boxes: readonly Box[], size: number): boolean => {
  const mains = boxes.filter((box) => box.size > 0.85 * size);
  return mains.some((box, at) => {
    const before = mains[at - 1];
    const isLetter = box.kind === 'letter' || box.kind === 'word';
    return (
      isLetter &&
      !box.composite &&
      before !== undefined &&
      box.x0 - before.x1 > tight * size &&
      box.x0 - before.x1 < apart * size &&
      relation.test(mains[at + 1]?.text ?? '') &&
      followsValue(mains, at)
    );
  });
};
