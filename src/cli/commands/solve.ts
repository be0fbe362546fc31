import { usableRubric } from '../../batch/rubric-file.ts';
import { askedQuantity } from '../../judge/compare-reference.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { printValue } from '../../math/expression/print-value.ts';
import { exact as exactNumber } from '../../math/number/exact.ts';
import { digitsOf } from '../../math/number/print.ts';
import type { Item, Rubric } from '../../model/rubric.ts';
import type { World } from '../../model/world.ts';
import { visible } from '../../report/visible.ts';
import { eachReferenceAnswer, type ReferenceAnswer, solve as worldsOf } from '../../solve/solve.ts';
import type { AddCommand } from '../door.ts';
import { digitCount } from '../numbers.ts';
import { lateProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** Decimals beside a fraction. */
const mostDecimals = 12;

interface SolveOptions {
  readonly digits: number;
  readonly json?: boolean;
}

/** `240000 J` for 1/2 (1200 kg) (72 km/h)²: the solver works out definitions, the judge what units come to. */
const withUnit = (answer: ReferenceAnswer, item: Item, world: World, digits: number): ReferenceAnswer => {
  if (item.ask.kind !== 'value' || !item.ask.units) return answer;
  const quantity = askedQuantity(item.ask, world.answer(item.ask.target, digits), world);
  if (!quantity) return answer;
  const { text, exact, missing } = printValue((more) => evaluate(quantity.number, world, more), digits);
  return missing ? answer : { ...answer, value: `${text} ${quantity.unit}`, exact };
};

/** `35/23 ≈ 1.5217391304` where answers come in decimals: so a solution sheet has it. */
const besideDecimals = (text: string, item: Item | undefined, digits: number): string => {
  if (!/^-?\d+\/\d+$/.test(text) || item?.tolerance.kind === 'exact') return text;
  const printed = digitsOf(() => exactNumber(text), Math.min(digits, mostDecimals));
  return printed.kind === 'digits' ? `${text} ≈ ${printed.text}` : text;
};

const answersOf = (rubric: Rubric, digits: number, terminal: Terminal): readonly ReferenceAnswer[] => {
  const worldOf = worldsOf(rubric);
  const { step, end } = lateProgress(terminal, rubric.items.length);
  const answers = new Map<string, ReferenceAnswer>();
  for (const answer of eachReferenceAnswer(rubric, digits)) {
    answers.set(answer.id, answer);
    step(answer.id);
  }
  end();
  return rubric.items.flatMap((item) => {
    const answer = answers.get(item.id);
    return answer ? [withUnit(answer, item, worldOf(item.section), digits)] : [];
  });
};

/** `rederive solve RUBRIC --digits N` */
export const solve: AddCommand = (program, { terminal }) => {
  program
    .command('solve')
    .summary('print the reference answers of a rubric')
    .description('Prints the reference answer of every item, derived from the rubric’s own definitions.')
    .argument('<rubric>', 'the rubric, a YAML file')
    .option('-d, --digits <count>', 'significant digits of answers that are not exact', digitCount, 20)
    .option('--json', 'a line an item: {"id", "value", "exact"}')
    .action(async (path: string, options: SolveOptions) => {
      const rubric = await usableRubric(path);
      const answers = answersOf(rubric, options.digits, terminal);
      const items = new Map(rubric.items.map((item) => [item.id, item]));
      const widest = Math.max(...answers.map(({ id }) => id.length));
      for (const { id, value, exact, kind } of answers) {
        const decimal = besideDecimals(value, items.get(id), options.digits);
        const text = kind === 'none' ? `no value: ${value}` : decimal;
        const line = options.json ? JSON.stringify({ id, value, exact }) : `${id.padEnd(widest)}  ${visible(text)}`;
        terminal.out(`${line}\n`);
      }
    });
};
