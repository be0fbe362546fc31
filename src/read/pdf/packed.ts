/** A list, or nothing in it. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A number, or 0. */
export const amount = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

/** Whether a value is a list of numbers, packed or not. */
export const isNumbers = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);
