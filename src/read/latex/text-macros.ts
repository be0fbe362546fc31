import type { MacroDefinition } from '../../math/notation/problem.ts';
import { limits } from '../limits.ts';
import { isMathEnvironment } from '../scan/environments.ts';

/**
 * What a user's macro does where it stands in text:
 * `opens` an environment or display (`\beq`), `closes` one (`\eeq`), `heads` a section with its argument, holds
 * mathematics (`formula`), or is words.
 */
export type TextUse =
  | { readonly kind: 'opens'; readonly environment: string }
  | { readonly kind: 'closes'; readonly environment: string }
  | { readonly kind: 'heads'; readonly command: string; readonly starred: boolean; readonly title: string }
  | { readonly kind: 'formula' }
  | { readonly kind: 'words' };

const begins = /^\s*\\begin\s*\{([A-Za-z]+\*?)\}\s*$/;
const ends = /^\s*\\end\s*\{([A-Za-z]+\*?)\}\s*$/;
const heads = /\\((?:sub){0,2}section|chapter|paragraph)(\*?)\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/;
const mathematics = /\$|\\\(|\\\[|\\begin\s*\{([A-Za-z]+\*?)\}|\\ensuremath/;

const holdsMath = (body: string, macros: ReadonlyMap<string, MacroDefinition>, left: { steps: number }): boolean => {
  const direct = mathematics.exec(body);
  if (direct) return direct[1] === undefined || isMathEnvironment(direct[1]);
  for (const [, name = ''] of body.matchAll(/\\([A-Za-z@]+)/g)) {
    const inner = macros.get(name);
    left.steps -= 1;
    if (inner && left.steps > 0 && holdsMath(inner.body, macros, left)) return true;
  }
  return false;
};

/** How deep `\def\beq{\bequ}` is followed. */
const aliases = 10;

const bodyOf = (macro: MacroDefinition, macros: ReadonlyMap<string, MacroDefinition>): string => {
  let body = macro.body;
  for (let left = aliases; left > 0; left -= 1) {
    const alias = /^\s*\\([A-Za-z@]+)\s*$/.exec(body)?.[1];
    const next = alias === undefined ? undefined : macros.get(alias);
    if (!next) break;
    body = next.body;
  }
  return body;
};

/** What a macro means in text; the search through macros of macros is bounded. */
export const textUse = (macro: MacroDefinition, macros: ReadonlyMap<string, MacroDefinition>): TextUse => {
  const body = bodyOf(macro, macros);
  const [opened, closed, head] = [begins.exec(body)?.[1], ends.exec(body)?.[1], heads.exec(body)];
  if (opened !== undefined) return { kind: 'opens', environment: opened };
  if (closed !== undefined) return { kind: 'closes', environment: closed };
  if (head) return { kind: 'heads', command: head[1] ?? 'section', starred: head[2] === '*', title: head[3] ?? '' };
  const steps = Math.min(200, limits.macroSteps.value);
  return { kind: holdsMath(body, macros, { steps }) ? 'formula' : 'words' };
};
