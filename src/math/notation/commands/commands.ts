import type { Reader } from '../grammar/reader.ts';
import type { Command, ScanRule } from '../scan/latex-scanner.ts';
import { Kind, type Sign } from '../scan/token.ts';
import { accentRule, combining } from './accents.ts';
import { boxes } from './boxes.ts';
import { definitions } from './definitions.ts';
import { delimiters } from './delimiters.ts';
import { environments } from './environments.ts';
import { fonts } from './fonts.ts';
import { fractions } from './fractions.ts';
import { functionAliases, functionNames } from './functions.ts';
import { greekSums } from './greek-sums.ts';
import { letters } from './letters.ts';
import { negation } from './negation.ts';
import { operators } from './operators.ts';
import { implications, relations } from './relations.ts';
import { shorthands } from './shorthands.ts';
import { spacing } from './spacing.ts';
import { stacks } from './stacks.ts';
import { units } from './units.ts';
import { words } from './words.ts';

const signs = <Value>(
  table: Readonly<Record<string, Value>>,
  sign: (value: Value, name: string) => Sign,
): [string, Command][] => Object.entries(table).map(([name, value]) => [name, { sign: sign(value, name) }]);

const named =
  (kind: Kind) =>
  (text: string): Sign => ({ kind, text });

const constructs = (table: Readonly<Record<string, Reader>>): [string, Command][] =>
  signs(table, (read, name) => ({ kind: Kind.construct, text: name, read }));

const rules = (table: Readonly<Record<string, ScanRule>>): [string, Command][] =>
  Object.entries(table).map(([name, scan]) => [name, { scan }]);

/** Every LaTeX command the notation knows, by its name without the backslash. A command more is a line in one of the tables. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...signs(letters, named(Kind.name)),
  ...signs(relations, named(Kind.relation)),
  ...signs(implications, named(Kind.implication)),
  ...signs(operators, (sign) => sign),
  ...functionNames.map((name): [string, Command] => [name, { sign: { kind: Kind.function, text: name } }]),
  ...signs(functionAliases, named(Kind.function)),
  ...constructs(fractions),
  ...constructs(stacks),
  ...rules(Object.fromEntries(Object.keys(combining).map((name) => [name, accentRule]))),
  ...rules(boxes),
  ...rules(definitions),
  ...rules(delimiters),
  ...rules(environments),
  ...rules(fonts),
  ...rules(greekSums),
  ...rules(negation),
  ...rules(spacing),
  ...rules(units),
  ...rules(shorthands),
  ...rules(words),
]);
