import { limits } from '../limits.ts';
import type { MacroDefinition, ParseOptions } from '../problem.ts';
import { characterSigns } from './characters.ts';
import { CommonScanner } from './common-scanner.ts';
import { isComponentwise } from './componentwise.ts';
import { letterName } from './letters.ts';
import { macrosByName, substituteArguments } from './macros.ts';
import { scanNumber, startsNumber } from './number.ts';
import type { ProblemList } from './problem-list.ts';
import { commandEnd, optionalArgument, rawArgument } from './raw-argument.ts';
import { Kind, type Sign } from './token.ts';
import { typedWordAt } from './typed-words.ts';

/** Reads a command that is more than a sign; `scanner.position` stands behind its name, `start` on the backslash. */
export type ScanRule = (scanner: LatexScanner, start: number, name: string) => void;

/** What a command is: a sign, or a rule that scans on. */
export interface Command {
  readonly sign?: Sign;
  readonly scan?: ScanRule;
}

/**
 * LaTeX source to tokens, macros replaced on the way. The source is never rewritten; tokens of a macro's output all
 * have the place of its use.
 */
export class LatexScanner extends CommonScanner {
  private readonly commands: ReadonlyMap<string, Command>;
  private readonly vocabulary: ParseOptions;
  private macros: ReadonlyMap<string, MacroDefinition>;

  constructor(text: string, options: ParseOptions, commands: ReadonlyMap<string, Command>, problems: ProblemList) {
    super(text, options, problems);
    this.commands = commands;
    this.macros = macrosByName(options.macros);
    this.vocabulary = options;
  }

  protected step(text: string): void {
    const start = this.position;
    const code = text.charCodeAt(start);
    if (code === 32 || (code >= 9 && code <= 13) || code === 126) this.skipBlank(start + 1);
    else if (isLetter(code)) this.letter(text, start);
    else if (code === 92) this.command(text, start);
    else if (startsNumber(text, start, this.decimal)) this.readNumber(text, start);
    else if (code < 128) this.ascii(text, start, code);
    else this.unicode(text, start);
  }

  /** `sin`, `diag`, `max` typed without a backslash, names of the document, units behind a number. */
  private typedWord(text: string, start: number): boolean {
    const word = typedWordAt(text, start, this.vocabulary, this.list.last?.kind === Kind.number);
    if (word === undefined) return false;
    if (word.kind !== Kind.name) {
      const message = `“${word.text}” is read as the word, not as a product of letters`;
      this.problems.note('typed-word', message, this.at(start), this.endAt(start + word.length));
    }
    this.sign(word, start, start + word.length);
    return true;
  }

  /** A Latin letter, with the accents that stand behind it as combining characters. */
  private letter(text: string, start: number): void {
    const next = text.charCodeAt(start + 1);
    if (isLetter(next) && !this.list.opensSubscript && this.typedWord(text, start)) return;
    const accented = next >= 0x300 && next <= 0x20ff ? letterName(text, start) : undefined;
    this.push(Kind.name, accented?.name ?? text[start] ?? '', start, accented?.end ?? start + 1);
  }

  private ascii(text: string, start: number, code: number): void {
    const end = start + 1;
    if (code === 94) this.push(Kind.superscript, '^', start, end);
    else if (code === 95) this.push(Kind.subscript, '_', start, end);
    else if (code === 123) this.openGroup(start);
    else if (code === 125) this.closeGroup(start);
    else if (code === 40 || code === 91) this.openBracket(code === 40 ? '(' : '[', start, end);
    else if (code === 41 || code === 93) this.closeBracket(code === 41 ? ')' : ']', start, end);
    else if (code === 38) this.sign(cell, start, end);
    else if (code === 37) this.position = commentEnd(text, start);
    else if (code === 36) this.skipBlank(end);
    else if (code === 46) this.point(text, start);
    else if (code === 124) this.bar(text, start);
    else this.punctuation(text, start, code);
  }

  private openGroup(start: number): void {
    this.list.openGroup(this.at(start), this.endAt(start + 1), this.spaced);
    this.position = start + 1;
  }

  private closeGroup(start: number): void {
    this.list.closeGroup(this.at(start), this.endAt(start + 1), this.spaced);
    this.position = start + 1;
  }

  /** `...`, the `.*` of MATLAB, or the full stop of a sentence. */
  private point(text: string, start: number): void {
    if (text.startsWith('...', start)) this.push(Kind.ellipsis, '…', start, start + 3);
    else if (isComponentwise(text, start)) this.push(Kind.factorOperator, '⊙', start, start + 2);
    else this.push(Kind.gap, '.', start, start + 1);
  }

  private punctuation(text: string, start: number, code: number): void {
    const next = text.charCodeAt(start + 1);
    const two = (next === 61 || next === 62) && code !== 44 ? twoSigns.get(text.slice(start, start + 2)) : undefined;
    const sign = two ?? asciiSigns[code];
    if (sign === undefined) this.unknown(text[start] ?? '', start, start + 1);
    else this.sign(sign, start, start + (two === undefined ? 1 : 2));
  }

  protected grouped(content: string): string {
    return `{${content}}`;
  }

  private readNumber(text: string, start: number): void {
    const last = this.list.last?.kind;
    if (last === Kind.superscript || last === Kind.subscript) this.scriptDigit(text, start);
    else {
      const { insideBrackets } = this.list;
      this.literal(text, start, scanNumber(text, start, { decimal: this.decimal, insideBrackets }));
    }
  }

  /** Without braces a script is one digit: `x^23` is `x^2` times 3. */
  private scriptDigit(text: string, start: number): void {
    const code = text.charCodeAt(start + 1);
    if (code >= 48 && code <= 57) {
      const message = 'only the first digit is raised or lowered: braces are missing';
      this.problems.note('digits-split', message, this.at(start), this.endAt(start + 2));
    }
    this.push(Kind.number, text[start] ?? '', start, start + 1);
  }

  private command(text: string, start: number): void {
    const end = commandEnd(text, start);
    const written = text.slice(start + 1, end);
    const name = this.macros.size === 0 ? written : this.meant(written);
    const macro = this.macros.size === 0 ? undefined : this.macros.get(name);
    const command = macro === undefined ? this.commands.get(name) : undefined;
    this.position = end;
    if (macro !== undefined) this.expand(macro, start);
    else if (command === undefined) this.unknownCommand(`\\${name}`, start, end);
    else if (command.sign !== undefined) this.sign(command.sign, start, end);
    else command.scan?.(this, start, name);
  }

  /** The command that a macro is only another name for: its arguments stand behind the macro. */
  private meant(written: string): string {
    let name = written;
    for (let steps = 0; steps < limits.aliases; steps += 1) {
      const macro = this.macros.get(name);
      const other = macro?.parameters === 0 ? /^\s*\\([a-zA-Z]+)\s*$/.exec(macro.body)?.[1] : undefined;
      if (other === undefined || other === name) return name;
      name = other;
    }
    return name;
  }

  /** The next argument as text. */
  argument(): string {
    const argument = rawArgument(this.text, this.position);
    this.position = argument.end;
    return argument.text;
  }

  /** The next `[…]` as text, if one stands here. */
  optional(): string | undefined {
    const argument = optionalArgument(this.text, this.position);
    if (argument !== undefined) this.position = argument.end;
    return argument?.text;
  }

  /** A definition inside the formula. */
  define(macro: MacroDefinition): void {
    this.macros = new Map([...this.macros, [macro.name, macro]]);
  }

  private expand(macro: MacroDefinition, start: number): void {
    const args = this.macroArguments(macro);
    this.insert(substituteArguments(macro.body, args), start, this.position);
  }

  private macroArguments(macro: MacroDefinition): readonly string[] {
    const args: string[] = [];
    if (macro.optional !== undefined) args.push(this.optional() ?? macro.optional);
    while (args.length < macro.parameters) args.push(this.argument());
    return args;
  }
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const cell: Sign = { kind: Kind.cell, text: '&' };

const asciiSigns: readonly (Sign | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  characterSigns.get(String.fromCharCode(code)),
);

/** Signs of two characters that people type in LaTeX too. */
const twoSigns: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  [':=', { kind: Kind.relation, text: '≔' }],
  ['<=', { kind: Kind.relation, text: '≤' }],
  ['>=', { kind: Kind.relation, text: '≥' }],
  ['!=', { kind: Kind.relation, text: '≠' }],
  ['==', { kind: Kind.relation, text: '=' }],
  ['->', { kind: Kind.relation, text: '→' }],
  ['=>', { kind: Kind.implication, text: '⇒' }],
]);

/** `%` begins a comment, which ends with its line. */
const commentEnd = (text: string, start: number): number => {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end + 1;
};
