/** Environments that are displays by themselves; their body is the formula. The value: how many braced arguments. */
export const displayEnvironments: ReadonlyMap<string, number> = new Map(
  Object.entries({
    equation: 0,
    displaymath: 0,
    math: 0,
    align: 0,
    alignat: 1,
    xalignat: 1,
    xxalignat: 1,
    flalign: 0,
    gather: 0,
    multline: 0,
    eqnarray: 0,
    dmath: 0,
    IEEEeqnarray: 1,
  }).flatMap(([name, count]) => [
    [name, count],
    [`${name}*`, count],
  ]),
);

/** Environments that shape a formula from inside; where one stands without dollars it is the formula, name included. */
const innerEnvironments: ReadonlySet<string> = new Set(
  'aligned alignedat split gathered cases dcases rcases array matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix subarray'
    .split(' ')
    .flatMap((name) => [name, `${name}*`]),
);

/** Whether `\begin{name}` begins mathematics. */
export const isMathEnvironment = (name: string): boolean =>
  displayEnvironments.has(name) || innerEnvironments.has(name);

const bounds = /\\(begin|end)[ \t]*\{([A-Za-z]{1,20}\*?)\}|\\(?:section|subsection|chapter|question)\b|\n#{1,6} /g;

/**
 * The end (offset after `\end{name}`) of every math environment, by the offset of its `\begin`; one that is never
 * closed is not there. No formula reaches over a heading. One pass, a stack.
 */
export const environmentEnds = (text: string): ReadonlyMap<number, number> => {
  const ends = new Map<number, number>();
  let stack: { readonly name: string; readonly start: number }[] = [];
  const open = new Map<string, number>();
  const forget = (name: string): unknown => open.set(name, (open.get(name) ?? 1) - 1);
  for (const match of text.matchAll(bounds)) {
    const [whole, bound, name = ''] = match;
    if (bound === undefined) {
      stack = [];
      open.clear();
    } else if (!isMathEnvironment(name)) continue;
    else if (bound === 'begin') {
      stack.push({ name, start: match.index });
      open.set(name, (open.get(name) ?? 0) + 1);
    } else if ((open.get(name) ?? 0) > 0) {
      for (let top = stack.pop(); top; top = stack.pop()) {
        forget(top.name);
        if (top.name !== name) continue;
        ends.set(top.start, match.index + whole.length);
        break;
      }
    }
  }
  return ends;
};
