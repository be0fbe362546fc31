const isBlank = (text: string, at: number): boolean => at < 0 || at >= text.length || ' \t\n'.includes(text.charAt(at));

/** `A.*B` and `A .* B` of MATLAB; in `*x = 3.55.* Then` a full stop stands before the end of an emphasis. */
export const isComponentwise = (text: string, point: number): boolean =>
  text.startsWith('.*', point) &&
  text.charAt(point + 2) !== '*' &&
  text.slice(point + 2).trim() !== '' &&
  isBlank(text, point - 1) === isBlank(text, point + 2);
