import { letters } from '../commands/letters.ts';
import type { LatexScanner } from './latex-scanner.ts';
import { letterName } from './letters.ts';
import { commandEnd, skipBlanks } from './raw-argument.ts';

/** One letter that is the whole argument of a command, and where the argument ends. */
export interface Letter {
  readonly name: string;
  readonly end: number;
}

/** The letter that is the next argument: `{x}`, `x`, `{\theta}`, `\theta`; `undefined` for anything longer. */
export const letterOf = (scanner: LatexScanner): Letter | undefined => {
  const { text } = scanner;
  const start = skipBlanks(text, scanner.position);
  if (text.charCodeAt(start) !== 123) return oneLetter(text, start);
  const letter = oneLetter(text, skipBlanks(text, start + 1));
  if (letter === undefined) return undefined;
  const close = skipBlanks(text, letter.end);
  return text.charCodeAt(close) === 125 ? { name: letter.name, end: close + 1 } : undefined;
};

const letterNames: Readonly<Record<string, string>> = { ...letters, Sigma: 'Σ', Pi: 'Π' };

const oneLetter = (text: string, start: number): Letter | undefined => {
  if (start >= text.length) return undefined;
  if (text.charCodeAt(start) !== 92) return letterName(text, start);
  const end = commandEnd(text, start);
  const name = letterNames[text.slice(start + 1, end)];
  return name === undefined ? undefined : { name, end };
};
