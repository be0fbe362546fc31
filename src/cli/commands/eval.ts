import { num } from '../../math/expression/build.ts';
import { equalExpressions } from '../../math/expression/equality.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { printValue } from '../../math/expression/print-value.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { parseLatex } from '../../math/notation/latex.ts';
import { parsePlain } from '../../math/notation/plain.ts';
import type { Parsed } from '../../math/notation/problem.ts';
import { complaint } from '../../report/complaint.ts';
import type { AddCommand } from '../door.ts';
import { exit } from '../exit-status.ts';
import { digitCount } from '../numbers.ts';

/** A backslash before a letter is LaTeX; everything else is what people type. */
const parse = (text: string): Parsed => (/\\[A-Za-z]/.test(text) ? parseLatex(text, {}) : parsePlain(text, {}));

const problems = ({ problems: found }: Parsed, text: string): string[] =>
  found
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, at }) => {
      const place = { file: 'expression', line: 1, column: at.start + 1 };
      return complaint({ id: code, severity: 'error', message, place }, [{ file: 'expression', text }]);
    });

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
    .option('-d, --digits <count>', 'significant digits', digitCount, 20)
    .action((text: string, options: { readonly digits: number }) => {
      const parsed = parse(text);
      const broken = problems(parsed, text);
      for (const line of broken) terminal.err(`${line}\n`);
      if (broken.length > 0) return settle(exit.unusable);
      const { text: value, missing } = printValue((more) => evaluate(parsed.tree, emptyScope, more), options.digits);
      if (!missing) return terminal.out(`${value}\n`);
      if (isZeroByAlgebra(parsed.tree)) return terminal.out('0\n');
      terminal.err(`rederive: ${value}\n`);
      return settle(exit.failed);
    });
};
