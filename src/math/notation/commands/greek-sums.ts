import type { ScanRule } from '../scan/latex-scanner.ts';
import { Kind } from '../scan/token.ts';

const lowerLimit = /\s*(?:\^(?:\{[^{}]*\}|\w))?\s*_\{[^{}]*(?:=|\\in\b)/y;

/** `\Sigma_{i=1}^n` is a sum typed with the letter; elsewhere the letter is a name. */
const letterOrSum =
  (letter: string, operator: string): ScanRule =>
  (scanner, start) => {
    lowerLimit.lastIndex = scanner.position;
    const isSum = lowerLimit.test(scanner.text);
    scanner.push(isSum ? Kind.big : Kind.name, isSum ? operator : letter, start, scanner.position);
  };

/** Greek capitals that people also use as big operators. */
export const greekSums: Readonly<Record<string, ScanRule>> = {
  Sigma: letterOrSum('Σ', 'sum'),
  Pi: letterOrSum('Π', 'product'),
};
