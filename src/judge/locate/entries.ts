/** The entries of a vector or a matrix named by their numbers: `z_1`, `∂L/∂s_2`, `U_{21}`, `θ_0`. */

/** The shape of an answer: `[2]` for a vector of two entries, `[2, 3]` for a matrix. */
export type Shape = readonly number[];

/** `z` and `1` make `z_1`, `∂L/∂U` and `21` make `∂L/∂U_{21}`, `v_1` and `2` make `v_{1,2}`. */
const entryKey = (key: string, number: string): string => {
  const [, of, by] = /^(D\[[^;]*;)([^,\]]+)\]$/.exec(key) ?? [];
  const name = by ?? key;
  const entry = name.includes('_') ? `${name},${number}` : `${name}_${number}`;
  return of ? `${of}${entry}]` : entry;
};

/** `x_1^{(2)}`: the first entry of `x^{(2)}`. */
const entryAtStep = (key: string, number: number): readonly string[] => {
  const [, letter, step] = /^(\p{L}[\p{L}\p{M}]*)_(\d+)$/u.exec(key) ?? [];
  return letter && step ? [`${letter}_${number}^${step}`] : [];
};

const counted = (length: number, first: number): readonly number[] => Array.from({ length }, (_, i) => first + i);

/** The ways to name every entry, in rows; a vector is one row. Counted from `first`. */
export const entryKeys = (key: string, [rows = 0, columns]: Shape, first: number): readonly (readonly string[][])[] => {
  if (columns === undefined)
    return [counted(rows, first).map((i) => [entryKey(key, String(i)), ...entryAtStep(key, i)])];
  return counted(rows, first).map((i) =>
    counted(columns, first).map((j) => [entryKey(key, `${i}${j}`), entryKey(key, `${i},${j}`)]),
  );
};
