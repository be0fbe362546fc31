import type { Relation } from '../../expression/tree.ts';
import { characterSigns } from '../scan/characters.ts';
import type { ScanRule } from '../scan/latex-scanner.ts';
import { commandEnd, skipBlanks } from '../scan/raw-argument.ts';
import { Kind } from '../scan/token.ts';
import { negations, relations } from './relations.ts';

/** The relation that a command or character is. */
const relationOf = (written: string): Relation | undefined => {
  if (written.startsWith('\\')) return relations[written.slice(1)];
  const sign = characterSigns.get(written);
  return sign?.kind === Kind.relation ? (sign.text as Relation) : undefined;
};

/** `\not=` is `≠`; before what is no relation the logical not. */
const not: ScanRule = (scanner, start) => {
  const { text } = scanner;
  const from = skipBlanks(text, scanner.position);
  const end = text.charCodeAt(from) === 92 ? commandEnd(text, from) : from + 1;
  const relation = relationOf(text.slice(from, end));
  const opposite = relation === undefined ? undefined : negations[relation];
  if (opposite === undefined) scanner.sign({ kind: Kind.not, text: 'not' }, start, scanner.position);
  else scanner.sign({ kind: Kind.relation, text: opposite }, start, end);
};

export const negation: Readonly<Record<string, ScanRule>> = { not };
