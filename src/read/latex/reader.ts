import type { Document } from '../../model/document.ts';
import type { SubmittedFile } from '../../model/submission.ts';
import type { Draft } from '../draft/draft.ts';
import { draft, exceeded, finish } from '../draft/draft.ts';
import { limits } from '../limits.ts';
import type { Source, TextReader } from '../reader.ts';
import { mathAtBackslash, mathAtDollar } from '../scan/math-span.ts';
import type { Taken } from '../scan/walk.ts';
import { hide, takeMath, walkOver } from '../scan/walk.ts';
import { decode } from '../source/decode.ts';
import { commands } from './commands.ts';
import { closeGroup, endOfParagraph, openGroup } from './groups.ts';
import { withoutComments } from './hidden.ts';
import { resolveInput } from './input.ts';
import { lineStart } from './line-starts.ts';
import { useMacro } from './macro-use.ts';
import { collectMacros } from './macros.ts';
import { countersFor } from './numbering.ts';
import type { LatexDocument, LatexWalk } from './state.ts';
import { usualTheorems } from './theorems.ts';

const commandName = /\\([A-Za-z@]+|[\s\S]|$)/y;

/** Commands that only mathematics has: outside dollars they belong to what `mathLike` finds. */
const keptInText =
  /^(?:alpha|beta|gamma|delta|epsilon|varepsilon|eta|theta|lambda|mu|nu|rho|sigma|tau|phi|varphi|psi|omega|nabla|partial|frac|sqrt|mathbf|mathrm|boldsymbol|vec|hat|approx|le|leq|ge|geq|ne|neq|cdot|times|to|infty|sum|prod|num|SI|qty)$/;

/** Commands whose meaning stays, also where a document defines them anew. */
const structural =
  /^(?:begin|end|item|(?:sub)*section|chapter|(?:sub)?paragraph|input|include|.*newcommand|def|caption)$/;

const backslash = (walk: LatexWalk): Taken => {
  commandName.lastIndex = walk.at;
  const name = commandName.exec(walk.text)?.[1] ?? '';
  const after = walk.at + 1 + name.length;
  const command = commands.get(name);
  const macro = walk.latex.macros.get(name);
  if (macro && !structural.test(name)) return useMacro(walk, macro, after);
  if (command) return command(walk, after, name);
  const found = /[[(]/.test(name) ? mathAtBackslash(walk.math, walk.at) : undefined;
  if (found) return takeMath(walk, found);
  if (keptInText.test(name)) {
    walk.at = after;
    return true;
  }
  if (/^[%$&#_]$/.test(name)) {
    hide(walk, walk.at + 1);
    walk.at += 1;
    return true;
  }
  return hide(walk, after);
};

const dollar = (walk: LatexWalk): void => {
  const found = mathAtDollar(walk.math, walk.at);
  if (found) takeMath(walk, found);
  else walk.at += 1;
};

/** `_{rec}` outside dollars: its braces are the name's. */
const scriptBrace = (walk: LatexWalk): boolean =>
  /[_^]$|\\[A-Za-z]+$/.test(walk.text.slice(Math.max(0, walk.at - 14), walk.at)) ||
  (walk.text.charAt(walk.at - 1) === '}' && walk.kept.has(walk.at - 1));

const openBrace = (walk: LatexWalk): void => {
  const close = scriptBrace(walk) ? walk.text.indexOf('}', walk.at) : -1;
  if (close >= 0 && close - walk.at < 60 && !walk.text.slice(walk.at + 1, close).includes('{')) {
    walk.kept.add(close);
    walk.at = close + 1;
  } else openGroup(walk, walk.at + 1);
};

const newline = (walk: LatexWalk): void => {
  if (walk.find.blankLine(walk.at) === walk.at) endOfParagraph(walk, walk.at + 1);
  else walk.at += 1;
  lineStart(walk);
};

const signs: Readonly<Record<string, (walk: LatexWalk) => unknown>> = {
  '\\': backslash,
  $: dollar,
  '{': openBrace,
  '}': closeGroup,
  '~': (walk) => hide(walk, walk.at + 1),
  '&': (walk) => hide(walk, walk.at + 1),
  '\n': newline,
};

const special = /[\\${}~&\n]/g;

const readText = (walk: LatexWalk): void => {
  lineStart(walk);
  while (walk.at < walk.text.length) {
    special.lastIndex = walk.at;
    walk.at = special.exec(walk.text)?.index ?? walk.text.length;
    signs[walk.text.charAt(walk.at)]?.(walk);
  }
  endOfParagraph(walk, walk.text.length);
};

const documentBegin = /\\begin[ \t]*\{document\}/;

/** Reads one file into the draft, those it inputs in their places. */
const readFile = (into: Draft, latex: LatexDocument, file: string, source: string): void => {
  into.sources.push({ file, text: source });
  const text = withoutComments(source);
  latex.macros = collectMacros(text, latex.macros);
  const walk: LatexWalk = {
    ...walkOver(into, file, text, 'latex'),
    latex,
    groups: [],
    lists: [],
    kept: new Set(),
    caption: '',
  };
  const body = documentBegin.exec(text);
  if (body) readPreamble(walk, body.index);
  if (body) walk.paragraph.start = walk.at = body.index + body[0].length;
  readText(walk);
};

const preambleCommand = /\\(newtheorem|numberwithin|setcounter|renewcommand|addtocounter)(?![A-Za-z])/g;

/** Of the preamble only what numbers headings and problems is read. */
const readPreamble = (walk: LatexWalk, end: number): void => {
  preambleCommand.lastIndex = 0;
  for (
    let match = preambleCommand.exec(walk.text);
    match && match.index < end;
    match = preambleCommand.exec(walk.text)
  ) {
    walk.at = match.index;
    commands.get(match[1] ?? '')?.(walk, match.index + match[0].length, match[1] ?? '');
  }
  walk.paragraph.blanks.length = 0;
};

/** Macros of packages and classes handed in beside the document. */
const styleMacros = (beside: ReadonlyMap<string, SubmittedFile>): LatexDocument['macros'] =>
  [...beside.values()]
    .filter(({ name, bytes }) => /\.(?:sty|cls)$/i.test(name) && bytes.length < limits.textBytes.value)
    .reduce((known, { bytes }) => collectMacros(withoutComments(decode(bytes).text), known), new Map());

const shared = (into: Draft, text: string, beside: ReadonlyMap<string, SubmittedFile>): LatexDocument => {
  let depth = 0;
  const latex: LatexDocument = {
    macros: styleMacros(beside),
    counters: countersFor(
      /\\documentclass[^{]*\{(?:report|book|scrreprt|scrbook|memoir)\}/.test(text.slice(0, 20_000)),
    ),
    theorems: usualTheorems(),
    files: new Set(),
    input: (name, from) => {
      const found = resolveInput(name, from, beside);
      if (typeof found === 'string') return found;
      if (latex.files.has(found.name)) return 'cyclic';
      if (depth >= limits.inputDepth.value) {
        exceeded(into, limits.inputDepth);
        return 'too-deep';
      }
      latex.files.add(found.name);
      depth += 1;
      readFile(into, latex, found.name, decode(found.bytes).text);
      depth -= 1;
      return 'read';
    },
  };
  return latex;
};

const read = ({ name, decoded, beside }: Source): Document => {
  const into = draft(name, decoded.encoding);
  const latex = shared(into, decoded.text, beside);
  latex.files.add(name);
  readFile(into, latex, name, decoded.text);
  into.macros.push(...latex.macros.values());
  return finish(into, 'latex');
};

const sure = /\\documentclass|\\begin\s*\{document\}/;
/** A command at the beginning of a line, looked for by its backslash. */
const likely =
  /\\(?<=^[ \t]*\\)(?:(?:sub)*section|chapter|item|newcommand|usepackage|input|includegraphics|begin\s*\{(?:enumerate|itemize|problem|solution|tab|table|figure|questions|center|lstlisting|verbatim))/m;
const markdownHeading = /^#{1,6} /m;

/** LaTeX source files, whole documents or pieces. */
export const latexReader: TextReader = {
  name: 'latex',
  extensions: ['.tex', '.ltx', '.latex'],
  recognises: ({ name, decoded }) => {
    const head = decoded.text.slice(0, 50_000);
    if (sure.test(head)) return 1;
    if (markdownHeading.test(head)) return 0.1;
    return likely.test(head) ? 0.8 : /\.(?:tex|ltx|latex)$/i.test(name) && head.includes('\\') ? 0.7 : 0.1;
  },
  read,
};
