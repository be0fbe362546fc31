import { formulaName, headSpellings } from '../math/expression/formula-names.ts';
import type { Expression } from '../math/expression/tree.ts';
import { nodes } from '../math/expression/walk.ts';
import type { Start, Vocabulary } from '../model/claim.ts';
import type { Definition, Rubric, RubricSection } from '../model/rubric.ts';

const sectionsOf = (sections: readonly RubricSection[]): readonly RubricSection[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections)]);

/** Applied names: the f of `f(x, y)` and of `∂f/∂x`, the σ of `σ'(z)`. */
const functionIn = (e: Expression): string | undefined => {
  if (e.kind === 'apply' && e.operator.kind === 'symbol') return e.operator.name;
  if (e.kind === 'apply' && e.operator.kind === 'index') return formulaName(e.operator);
  if (e.kind === 'gradient' || e.kind === 'prime') return e.of.kind === 'symbol' ? e.of.name : undefined;
  return undefined;
};

/** `s^2`, `P(A ∪ B)` and the parameter `x_1`: symbols that are written as formulas. */
const isFormula = (name: string): boolean => /[(^]|_(?:\d+|\p{L})$/u.test(name);

/** The `x` of `x_{k+1}`: where one section counts its steps, an `x_1` of a student is one of them. */
const stepOf = (e: Expression): string | undefined =>
  e.kind === 'index' && e.position === 'sub' && e.base.kind === 'symbol' ? e.base.name : undefined;

const itemsOf = (e: Expression): readonly Expression[] => (e.kind === 'list' ? e.items : [e]);

/** The components of `(x_0, y_0): (4, 1)`, or of `x_0: 2`. */
const startOf = ({ left, right }: Definition): Start => {
  const values = itemsOf(right);
  return itemsOf(left).flatMap((one, i) => {
    const name = stepOf(one);
    const value = values[i];
    const [step] = one.kind === 'index' ? one.indices : [];
    return name && value && step?.kind === 'number' && step.text === '0' ? [{ name, value }] : [];
  });
};

const headsOf = (name: string): readonly string[] => {
  const head = /^[^(]+(?=\()/.exec(name)?.[0];
  return head === undefined ? [] : headSpellings(head);
};

/**
 * The rubric's names, for the reading of submissions: which are functions and which stand for numbers. A model's
 * activation σ is a function.
 */
export const vocabularyOf = (rubric: Rubric): Vocabulary => {
  const sections = sectionsOf(rubric.sections);
  const definitions = sections.flatMap((section) => section.given);
  const given = definitions.flatMap(({ left, right }) => [left, right]);
  const trees = [...given, ...rubric.items.flatMap(({ about }) => about)];
  const all = trees.flatMap((tree) => [...nodes(tree)]);
  const functions = new Set(all.flatMap((node) => functionIn(node) ?? []));
  if (sections.some((section) => section.world)) functions.add('σ');
  const symbols = new Set(all.flatMap((node) => (node.kind === 'symbol' ? [node.name] : [])));
  const indexed = new Set(
    all.flatMap((node) => (node.kind === 'index' && node.base.kind === 'symbol' ? [node.base.name] : [])),
  );
  const counted = new Set(all.flatMap((node) => stepOf(node) ?? []));
  const formulas = new Set([...symbols].filter((name) => isFormula(name) && !counted.has(name.replace(/_\d+$/, ''))));
  for (const name of formulas) for (const head of headsOf(name)) functions.add(head);
  const own = new Set([...symbols].filter((name) => !functions.has(name) && !isFormula(name)));
  const starts = definitions.map(startOf).filter((start) => start.length > 0);
  return { functions, symbols: own, formulas, indexed, starts, ...(rubric.decimal && { decimal: rubric.decimal }) };
};
