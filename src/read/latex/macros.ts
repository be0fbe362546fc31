import type { MacroDefinition } from '../../math/notation/problem.ts';
import { limits } from '../limits.ts';
import { braced, bracketed } from './arguments.ts';

/** A definition and where the text goes on behind it. */
interface Defined {
  readonly macro?: MacroDefinition;
  readonly after: number;
  /** `\providecommand` gives way to what is there. */
  readonly weak?: boolean;
}

const nameAt = /\s*(?:\{\s*\\([A-Za-z@]+|[^A-Za-z])\s*\}|\\([A-Za-z@]+|[^A-Za-z\s]))/y;

const takeName = (text: string, from: number): { readonly name: string; readonly after: number } | undefined => {
  nameAt.lastIndex = from;
  const match = nameAt.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match && name !== undefined ? { name, after: from + match[0].length } : undefined;
};

const body = (text: string, from: number): { readonly text: string; readonly after: number } | undefined => {
  const found = braced(text, from, limits.macroBody.value);
  return found && { text: text.slice(found.start, found.end).trim(), after: found.after };
};

/** `\newcommand{\d}[2][x]{\frac{#1}{#2}}` */
const newCommand = (text: string, from: number, weak: boolean): Defined | undefined => {
  const name = takeName(text, from);
  if (!name) return undefined;
  const count = bracketed(text, name.after);
  const option = count && bracketed(text, count.after);
  const content = body(text, option?.after ?? count?.after ?? name.after);
  if (!content) return undefined;
  const parameters = count ? Math.min(9, Number.parseInt(text.slice(count.start, count.end), 10) || 0) : 0;
  const optional = option ? { optional: text.slice(option.start, option.end) } : {};
  return { macro: { name: name.name, parameters, body: content.text, ...optional }, after: content.after, weak };
};

const parameterText = /((?:\s*#[1-9])*)\s*/y;

/** `\def\d#1#2{…}`; delimited parameters are not followed. */
const define = (text: string, from: number): Defined | undefined => {
  const name = takeName(text, from);
  if (!name) return undefined;
  parameterText.lastIndex = name.after;
  const parameters = parameterText.exec(text)?.[0] ?? '';
  const content = body(text, name.after + parameters.length);
  if (!content) return undefined;
  const count = parameters.split('#').length - 1;
  return { macro: { name: name.name, parameters: count, body: content.text }, after: content.after };
};

/** `\DeclareMathOperator*{\argmin}{arg\,min}` */
const mathOperator = (text: string, from: number): Defined | undefined => {
  const name = takeName(text, from);
  const content = name && body(text, name.after);
  if (!name || !content) return undefined;
  return { macro: { name: name.name, parameters: 0, body: `\\operatorname{${content.text}}` }, after: content.after };
};

/** `\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}` */
const pairedDelimiter = (text: string, from: number): Defined | undefined => {
  const name = takeName(text, from);
  const left = name && body(text, name.after);
  const right = left && body(text, left.after);
  if (!name || !left || !right) return undefined;
  const content = `\\left${left.text} #1 \\right${right.text}`;
  return { macro: { name: name.name, parameters: 1, body: content }, after: right.after };
};

/** `\let\eps\varepsilon` */
const letBe = (text: string, from: number): Defined | undefined => {
  const name = takeName(text, from);
  const other = name && takeName(text, text.charAt(name.after) === '=' ? name.after + 1 : name.after);
  if (!name || !other || name.name === other.name) return undefined;
  return { macro: { name: name.name, parameters: 0, body: `\\${other.name}` }, after: other.after };
};

const definers: Readonly<Record<string, (text: string, from: number) => Defined | undefined>> = {
  newcommand: (text, from) => newCommand(text, from, false),
  renewcommand: (text, from) => newCommand(text, from, false),
  DeclareRobustCommand: (text, from) => newCommand(text, from, false),
  NewCommand: (text, from) => newCommand(text, from, false),
  providecommand: (text, from) => newCommand(text, from, true),
  def: define,
  gdef: define,
  edef: define,
  let: letBe,
  DeclareMathOperator: mathOperator,
  DeclarePairedDelimiter: pairedDelimiter,
};

/** The names of the commands that define macros. */
export const definerNames: readonly string[] = Object.keys(definers);

const definition = new RegExp(`\\\\(${definerNames.join('|')})\\*?(?![A-Za-z])`, 'g');

/** Where the text goes on behind the definition that begins with this command. */
export const afterDefinition = (text: string, command: string, from: number): number =>
  definers[command]?.(text, from)?.after ?? from;

/** The user's macros in a text without comments; of two with one name the later counts. */
export const collectMacros = (
  text: string,
  known: ReadonlyMap<string, MacroDefinition>,
): Map<string, MacroDefinition> => {
  const macros = new Map(known);
  definition.lastIndex = 0;
  for (let match = definition.exec(text); match; match = definition.exec(text)) {
    const defined = definers[match[1] ?? '']?.(text, definition.lastIndex);
    if (!defined?.macro) continue;
    const { macro, weak } = defined;
    definition.lastIndex = defined.after;
    const isNew = !macros.has(macro.name);
    if (isNew ? macros.size < limits.macros.value : !weak) macros.set(macro.name, macro);
  }
  return macros;
};
