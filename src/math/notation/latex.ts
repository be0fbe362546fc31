import { commands } from './commands/commands.ts';
import { readFormula } from './grammar/formula.ts';
import { grammar } from './grammar/grammar.ts';
import type { Parsed, ParseOptions } from './problem.ts';
import { LatexScanner } from './scan/latex-scanner.ts';
import { ProblemList } from './scan/problem-list.ts';

/**
 * Reads a LaTeX formula, without its delimiters: `\frac{\partial f}{\partial x} = 2x + y`.
 *
 * Never throws and always ends. What cannot be read becomes an `error` node and a problem; its neighbours are whole.
 * Letters side by side are a product, `xy`; a subscript of several letters belongs to its name, `W_{rec}`.
 * When a bracket after a name is an application is told in grammar/applications.ts.
 */
export const parseLatex = (text: string, options: ParseOptions = {}): Parsed => {
  const problems = new ProblemList();
  const scanner = new LatexScanner(text, options, commands, problems);
  return { tree: readFormula(scanner.read(), grammar, options, problems), problems: problems.items };
};
