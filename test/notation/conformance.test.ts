import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import type { MacroDefinition, ParseOptions } from '../../src/math/notation/problem.ts';
import { treeText } from './tree-text.ts';

interface Group {
  readonly notation: 'latex' | 'plain';
  readonly options?: {
    readonly decimal?: ',' | '.';
    readonly names?: readonly string[];
    readonly functions?: readonly string[];
    readonly macros?: readonly MacroDefinition[];
  };
  /** These formulas must be reported as errors. */
  readonly broken?: boolean;
  readonly formulas: Readonly<Record<string, string | number>>;
}

const folder = fileURLToPath(new URL('./conformance/', import.meta.url));

const groupsOf = (file: string): readonly Group[] =>
  parse(readFileSync(`${folder}${file}`, 'utf8'), { schema: 'failsafe' }) as readonly Group[];

const optionsOf = ({ options }: Group): ParseOptions => ({
  ...(options?.decimal && { decimal: options.decimal }),
  ...(options?.names && { names: new Set(options.names) }),
  ...(options?.functions && { functions: new Set(options.functions) }),
  ...(options?.macros && {
    macros: options.macros.map((macro) => ({ ...macro, parameters: Number(macro.parameters) })),
  }),
});

const files = readdirSync(folder).sort();
let formulas = 0;

describe.each(files)('%s', (file) => {
  for (const group of groupsOf(file)) {
    const read = group.notation === 'latex' ? parseLatex : parsePlain;
    const options = optionsOf(group);
    const cases = Object.entries(group.formulas);
    formulas += cases.length;
    test.each(cases)(`${group.notation}: %s`, (formula, tree) => {
      const parsed = read(formula, options);
      expect(treeText(parsed.tree)).toBe(tree);
      const errors = parsed.problems.filter((problem) => problem.severity === 'error');
      expect(errors.length > 0).toBe(String(group.broken) === 'true');
    });
  }
});

test('the folder holds more than 300 formulas', () => {
  expect(formulas).toBeGreaterThan(300);
});
