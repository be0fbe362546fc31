import type { MacroDefinition } from '../../math/notation/problem.ts';
import { displayEnvironments, isMathEnvironment } from '../scan/environments.ts';
import { strongLevel } from '../scan/heading-level.ts';
import type { Taken } from '../scan/walk.ts';
import { hide, takeHeading, takeMath } from '../scan/walk.ts';
import { braced, bracketed } from './arguments.ts';
import { headingDepths, headingNumber } from './numbering.ts';
import type { LatexWalk } from './state.ts';
import { textUse } from './text-macros.ts';
import { latexHeading } from './title.ts';

/** The arguments of a macro's use and where the text goes on. */
const argumentsOf = (
  walk: LatexWalk,
  macro: MacroDefinition,
  from: number,
): { readonly values: readonly string[]; readonly after: number } => {
  const option = macro.optional === undefined ? undefined : bracketed(walk.text, from);
  const values: string[] = [];
  if (macro.optional !== undefined) values.push(option ? walk.text.slice(option.start, option.end) : macro.optional);
  let after = option?.after ?? from;
  while (values.length < macro.parameters) {
    const next = braced(walk.text, after);
    if (!next) break;
    values.push(walk.text.slice(next.start, next.end));
    after = next.after;
  }
  return { values, after };
};

/** `\beq x = 3 \eeq`: the display between a macro that begins an environment and the one that ends it. */
const takeOpened = (walk: LatexWalk, environment: string, from: number): Taken => {
  if (!isMathEnvironment(environment) || !displayEnvironments.has(environment)) return hide(walk, from);
  const stop = walk.find.blankLine(walk.at);
  const closers = [...walk.latex.macros.values()].filter((macro) => {
    const use = textUse(macro, walk.latex.macros);
    return use.kind === 'closes' && use.environment === environment;
  });
  const ends = [`\\end{${environment}}`, ...closers.map(({ name }) => `\\${name}`)].map(
    (needle) => [walk.find.next(needle, from), needle.length] as const,
  );
  const [end, length] = ends.reduce((nearest, one) => (one[0] < nearest[0] ? one : nearest), [stop, 0] as const);
  const outer = { start: walk.at, end: end + length };
  return takeMath(walk, { outer, start: from, end, display: true, environment, closed: length > 0 });
};

/** Takes the use of a user's macro in text. */
export const useMacro = (walk: LatexWalk, macro: MacroDefinition, from: number): Taken => {
  const use = textUse(macro, walk.latex.macros);
  const { values, after } = argumentsOf(walk, macro, from);
  switch (use.kind) {
    case 'opens':
      return takeOpened(walk, use.environment, from);
    case 'heads': {
      const title = use.title.replace(/#([1-9])/g, (_, index: string) => values[Number(index) - 1] ?? '');
      const counted = use.starred ? undefined : headingNumber(walk.latex.counters, use.command);
      const words = latexHeading(title, walk.latex.macros, counted);
      return takeHeading(walk, { ...words, level: strongLevel(headingDepths.get(use.command) ?? 3) }, after, after);
    }
    case 'formula': {
      const outer = { start: walk.at, end: after };
      return takeMath(walk, { outer, ...outer, display: false, closed: true });
    }
    default:
      return hide(walk, from);
  }
};
