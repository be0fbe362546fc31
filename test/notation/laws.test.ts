import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseLatex } from '../../src/math/notation/latex.ts';
import { parsePlain } from '../../src/math/notation/plain.ts';
import type { Parsed } from '../../src/math/notation/problem.ts';
import { everyNode, heightOf, placeFault } from './places.ts';
import { treeText } from './tree-text.ts';

const folder = fileURLToPath(new URL('./conformance/', import.meta.url));
const formulas = readdirSync(folder).flatMap((file) =>
  (parse(readFileSync(`${folder}${file}`, 'utf8')) as { formulas: Record<string, unknown> }[]).flatMap((group) =>
    Object.keys(group.formulas),
  ),
);

const readers = [parseLatex, parsePlain];
const offset = 1000;

/** What must hold of every reading, whatever the text. */
const lawfulFault = (text: string, parsed: Parsed): string | undefined => {
  const end = offset + text.length;
  const outside = parsed.problems.find(({ at }) => at.start < offset || at.end > end || at.start > at.end);
  if (outside !== undefined) return `the problem ${outside.code} lies outside`;
  return placeFault(parsed.tree, offset, end);
};

const checkLaws = (text: string): void => {
  for (const read of readers) {
    const fault = lawfulFault(text, read(text, { offset }));
    if (fault !== undefined) throw new Error(`${JSON.stringify(text)}: ${fault}`);
  }
};

test('any text is read, with every place inside its parent and the source', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), checkLaws), { numRuns: 2000 });
});

const piece = fc.constantFrom(
  ...['{', '}', '(', ')', '[', ']', '\\frac', '^', '_', '\\left(', '\\right)', '|', '&', '\\\\', '=', '+', '-', ','],
  ...['\\begin{pmatrix}', '\\end{pmatrix}', '\\sum', '\\int', 'd', 'x', '2', '.5', '\\partial', '/', '\\sin', "'", '!'],
  ...['\\text{if }', '\\boxed', '\\hat', '\\quad', '²', 'Σ', '∂', '∇', '\\color{red}', '\\SI{3}{m}', '0.333...'],
  ...['1\\frac12', '|_', '\\max', '^T', '\\def\\a{\\a}', '\\a', ' ', '%', '1,234', 'df', ':', '‖', '√', '\\overline'],
);

test('so is anything made of the pieces formulas are made of', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => checkLaws(pieces.join(''))),
    { numRuns: 4000 },
  );
});

type Slip = readonly [kind: number, place: number, length: number];

/** Deletes, doubles or swaps characters, or puts the end of another formula in the place of the own. */
const slipped = (text: string, other: string, [kind, place, length]: Slip): string => {
  const at = place % (text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (kind === 0) return before + after.slice(length);
  if (kind === 1) return before + after.slice(0, length) + after;
  if (kind === 2) return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
  return before + other.slice(length);
};

test('so are 20,000 formulas with slips in them', () => {
  const slip = fc.tuple(fc.nat(3), fc.nat(200), fc.integer({ min: 1, max: 5 }));
  const formula = fc.constantFrom(...formulas);
  fc.assert(
    fc.property(formula, formula, fc.array(slip, { minLength: 1, maxLength: 4 }), (text, other, slips) =>
      checkLaws(slips.reduce((now, one) => slipped(now, other, one), text)),
    ),
    { numRuns: 10_000 },
  );
});

test('reading twice gives the same', () => {
  for (const text of formulas) expect(parseLatex(text)).toEqual(parseLatex(text));
});

test('an offset moves every place and changes nothing else', () => {
  for (const text of formulas) {
    const [here, there] = [parseLatex(text).tree, parseLatex(text, { offset }).tree];
    expect(treeText(there)).toBe(treeText(here));
    const starts = (tree: typeof here): number[] => {
      const found: number[] = [];
      everyNode(tree, (node) => found.push(node.at?.start ?? Number.NaN));
      return found;
    };
    expect(starts(there)).toEqual(starts(here).map((start) => start + offset));
  }
});

test('a broken cell leaves the cells around it as they are', () => {
  const broken = formulas.filter((text) => !/[&\\]\\|\\(?:begin|end|def|newcommand|let|Declare|color)|&|%/.test(text));
  fc.assert(
    fc.property(fc.constantFrom(...broken), fc.nat(200), (text, place) => {
      // a command at the end would take what follows as its argument
      const cut = text.slice(0, place % (text.length + 1)).replace(/\\[a-zA-Z]*\*?(?:\[[^\]]*\]?)?\s*$/, '');
      // a brace left open would take in the rows behind it, as it does in LaTeX
      if (/\{/.test(cut)) return;
      const { tree } = parseLatex(`x = 1 \\\\ ${cut} \\\\ y = 2`);
      expect(tree.kind).toBe('rows');
      if (tree.kind !== 'rows') return;
      expect(tree.rows[0]?.map(treeText)).toEqual(['(= x 1)']);
      expect(tree.rows.at(-1)?.map(treeText)).toEqual(['(= y 2)']);
    }),
    { numRuns: 2000 },
  );
});

test('every literal stands in the source as it was written', () => {
  const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,5})\.\d{1,8}$/);
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const text = `x = ${a} - ${b}`;
      everyNode(parseLatex(text).tree, (node) => {
        if (node.kind === 'number') expect(text.slice(node.at?.start, node.at?.end)).toBe(node.text);
      });
    }),
  );
});

test('trees stay low enough to walk by recursion', () => {
  const nests = ['(', '{', '-', '\\frac{1}{', '\\sqrt', 'x^', 'a/', 'x!', '\\left(', '\\sin', '|', 'd/dx ', '\\hat{'];
  for (const nest of nests) {
    for (const read of readers) expect(heightOf(read(nest.repeat(20_000)).tree)).toBeLessThan(1600);
  }
});
