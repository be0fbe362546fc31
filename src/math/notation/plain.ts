import { commands } from './commands/commands.ts';
import { readFormula } from './grammar/formula.ts';
import { grammar } from './grammar/grammar.ts';
import type { Parsed, ParseOptions } from './problem.ts';
import { PlainScanner } from './scan/plain-scanner.ts';
import { ProblemList } from './scan/problem-list.ts';

/**
 * Reads plain or Unicode text as a formula: `x^2 + x y + 6 y^2`, `∂f/∂x`, `λ_max < 1/γ`, `matrix([1,2],[3,4])`.
 *
 * Never throws and always ends, as `parseLatex`. A word of several letters is one name, `loss`, unless the document's
 * names or lone letters of the same formula spell it out: in `x^2 + xy + y^2` the `xy` is a product.
 */
export const parsePlain = (text: string, options: ParseOptions = {}): Parsed => {
  const problems = new ProblemList();
  const scanner = new PlainScanner(text, options, commands, problems);
  return { tree: readFormula(scanner.read(), grammar, options, problems), problems: problems.items };
};
