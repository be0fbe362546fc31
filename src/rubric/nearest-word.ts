/** The optimal string alignment distance: insertions, deletions, replacements and neighbours swapped. */
const distance = (a: string, b: string): number => {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const shifted = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(Math.min(replaced, shifted, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
};

/** The word that was probably meant, `undefined` where none is near (more than a third of the letters differ). */
export const nearestWord = (word: string, words: readonly string[]): string | undefined => {
  // A hostile key of a megabyte is near nothing, and must not cost its square.
  if (word.length > 64) return undefined;
  const ranked = words
    .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0];
  return best && best.away <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
};
