import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { printLatex } from '../../src/math/expression/print-latex.ts';
import { printPlain } from '../../src/math/expression/print-plain.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import { everyNode } from './places.ts';
import { treeText } from './tree-text.ts';

interface Group {
  readonly notation: 'latex' | 'plain';
  readonly options?: unknown;
  readonly broken?: unknown;
  readonly formulas: Readonly<Record<string, string>>;
}

const folder = fileURLToPath(new URL('./conformance/', import.meta.url));
const groups = readdirSync(folder).flatMap(
  (file) => parse(readFileSync(`${folder}${file}`, 'utf8'), { schema: 'failsafe' }) as readonly Group[],
);

/** Layout, marks and words: a display has them, one line of mathematics has not. */
const onlyInDisplays = new Set<Expression['kind']>(['rows', 'cases', 'text', 'marked', 'empty', 'error']);

/** Notation that the printers write as an ordinary call, or leave out: these trees do not come back. */
const printedOtherwise = (node: Expression): boolean => {
  if (node.kind === 'apply' && node.operator.kind === 'symbol') {
    return /^[^\p{L}]/u.test(node.operator.name) || node.operator.name === 'conjugate';
  }
  if (node.kind === 'big')
    return node.condition !== undefined && (node.operator === 'integral' || node.from !== undefined);
  // a sign as an index, `x^*`; a row alone; digits in a name
  if (node.kind === 'index') return node.indices.some((one) => one.kind === 'symbol' && /^[+*]$/.test(one.name));
  if (node.kind === 'matrix') return node.rows.length === 1;
  return node.kind === 'symbol' && /\p{L}\d|[‖⊥⟂]/u.test(node.name);
};

const isOneLine = (tree: Expression): boolean => {
  let plain = true;
  everyNode(tree, (node) => {
    if (onlyInDisplays.has(node.kind) || printedOtherwise(node)) plain = false;
  });
  return plain;
};

const trees = groups
  .filter((group) => group.options === undefined && group.broken === undefined)
  .flatMap(({ notation, formulas }) =>
    Object.keys(formulas).map((formula) => (notation === 'latex' ? parseLatex : parsePlain)(formula).tree),
  )
  .filter(isOneLine);

/** Trees by the text that a person writes for them, so that each is tried once. */
const cases = [...new Map(trees.map((tree) => [treeText(tree), tree]))];

describe('a tree printed and read again is the same tree', () => {
  test.each(cases)('in LaTeX: %s', (text, tree) => {
    expect(treeText(parseLatex(printLatex(tree)).tree)).toBe(text);
  });

  test.each(cases)('in plain text: %s', (text, tree) => {
    expect(treeText(parsePlain(printPlain(tree)).tree)).toBe(text);
  });
});
