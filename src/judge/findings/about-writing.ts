/** What is told of the writing of an answer alone: its unit, as in `missing-unit`, or its form, as in `not-factored`. */
const ofUnits: ReadonlySet<string> = new Set([
  'missing-unit',
  'needless-unit',
  'incompatible-unit',
  'other-unit',
  'wrong-case',
  'only-a-unit',
]);

/** Whether a finding is about form or unit: then no slip in the calculation has to be looked for. */
export const isAboutWriting = (id: string): boolean => ofUnits.has(id) || id.startsWith('not-');
