import type { Place } from '../model/place.ts';

/** `main.tex:41:9`, `work.ipynb cell 3:2:1`, `main.pdf page 2:7:1`: where an editor jumps, and a person looks. */
export const placeText = ({ file, line, column, cell, page }: Place): string => {
  const inside = cell === undefined ? (page === undefined ? '' : ` page ${page}`) : ` cell ${cell}`;
  return `${file.replace(/#(cell|page)\d+$/, '')}${inside}:${line}:${column}`;
};
