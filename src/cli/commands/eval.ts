import { num } from '../../math/expression/build.ts';
import { equalExpressions } from '../../math/expression/equality.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { printValue } from '../../math/expression/print-value.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression, Span } from '../../math/expression/tree.ts';
import { parseLatex } from '../../math/notation/latex.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import type { Parsed } from '../../math/notation/problem.ts';
import { complaint } from '../../report/complaint.ts';
import { visible } from '../../report/visible.ts';
import type { AddCommand } from '../door.ts';
import { exit } from '../exit-status.ts';
import { digitCount } from '../numbers.ts';
import { hintOf } from './eval-hints.ts';

/** A backslash before a letter is LaTeX; everything else is what people type. */
const parse = (text: string): Parsed => (/\\[A-Za-z]/.test(text) ? parseLatex(text, {}) : parsePlain(text, {}));

/** A complaint with a caret under its place. */
const pointing = (id: string, message: string, at: Span, text: string): string => {
  const place = { file: 'expression', line: 1, column: at.start + 1 };
  return complaint({ id, severity: 'error', message, place }, [{ file: 'expression', text }]);
};

const problems = ({ problems: found }: Parsed, text: string): string[] =>
  found
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, at }) => pointing(code, message, at, text));

/** √2·√3 − √6 is zero, which no number of digits shows. */
const isZeroByAlgebra = (tree: Expression): boolean => {
  const { equal, decided } = equalExpressions(tree, num(0));
  return equal === true && decided !== 'sampled';
};

/** `rederive eval EXPRESSION --digits N` */
export const evaluation: AddCommand = (program, { terminal, settle }) => {
  program
    .command('eval')
    .summary('evaluate one expression, every printed digit proven')
    .description(
      'Prints the value of an expression, plain or LaTeX. Every printed digit is proven; where there\n' +
        'is no value, or no digit can be proven, the reason is printed and the exit status is 1.',
    )
    .argument('<expression>', 'such as "exp(1)", "√2 + 1/3" or "\\frac{1}{3}"')
    // `-2 + 3` is no option
    .allowUnknownOption()
    .option('-d, --digits <count>', 'significant digits', digitCount, 20)
    .action((text: string, options: { readonly digits: number }) => {
      if (/^--[a-z]/.test(text)) {
        terminal.err(`rederive: there is no option ${visible(text)}; eval takes --digits\n`);
        return settle(exit.unusable);
      }
      const parsed = parse(text);
      const broken = problems(parsed, text);
      for (const line of broken) terminal.err(`${line}\n`);
      if (broken.length > 0) return settle(exit.unusable);
      const { text: value, missing } = printValue((more) => evaluate(parsed.tree, emptyScope, more), options.digits);
      if (!missing) return terminal.out(`${value}\n`);
      if (isZeroByAlgebra(parsed.tree)) return terminal.out('0\n');
      const hint = hintOf(parsed.tree, text);
      terminal.err(hint ? `${pointing('no-value', hint.message, hint.at, text)}\n` : `rederive: ${value}\n`);
      return settle(exit.failed);
    });
};
