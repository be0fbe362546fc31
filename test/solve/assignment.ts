import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import type { Value } from '../../src/math/expression/value.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import { toText } from '../../src/math/number/exact.ts';
import { digitsOf } from '../../src/math/number/print.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import type { World } from '../../src/model/world.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { solve } from '../../src/solve/solve.ts';

/** A rubric of one section; `body` holds its keys besides id and heading. */
export const rubricWith = (body: string): Rubric => {
  const lines = body.trim().split('\n');
  const text = `rederive: 1\ntitle: T\nsections:\n  - id: "1"\n    heading: H\n${lines.map((line) => `    ${line}`).join('\n')}\n`;
  const { rubric, notices } = loadRubric(text, 'test.yaml');
  if (!rubric) throw new Error(notices.map(({ message, place }) => `${place?.line}: ${message}`).join('\n'));
  return rubric;
};

export const worldWith = (body: string): World => {
  const rubric = rubricWith(body);
  const [section] = rubric.sections;
  if (!section) throw new Error('no section');
  return solve(rubric)(section);
};

export const formula = (text: string): Expression =>
  parsePlain(text, { functions: new Set(['f', 'g', 'h', 'σ']) }).tree;

/** A value as text: exact ones whole, others to 20 proven digits. */
export const shown = (value: Value | undefined): string => {
  if (!value) return 'nothing';
  switch (value.kind) {
    case 'exact':
      return toText(value);
    case 'enclosure': {
      const printed = digitsOf(() => value, 20);
      return printed.kind === 'digits' ? printed.text : printed.reason;
    }
    case 'vector':
      return `(${value.items.map(shown).join(', ')})`;
    case 'matrix':
      return `[${value.rows.map((row) => row.map(shown).join(', ')).join('; ')}]`;
    case 'complex':
      return `${shown(value.re)} + ${shown(value.im)} i`;
    case 'truth':
      return String(value.holds);
    case 'undefined':
      return `${value.cause}: ${value.reason}`;
  }
};

/** What the world answers, as text. */
export const answer = (world: World, target: string): string => {
  const reference = world.answer(formula(target), 30);
  return reference.kind === 'value'
    ? shown(reference.value)
    : `${printPlain(reference.expression)} in ${reference.parameters.join(', ')}`;
};
