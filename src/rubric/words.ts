import type { Expression } from '../math/expression/tree.ts';
import { nodes } from '../math/expression/walk.ts';
import type { Vocabulary } from '../model/claim.ts';
import type { Ask, Rubric, RubricSection } from '../model/rubric.ts';

const asked = (ask: Ask): readonly Expression[] => {
  switch (ask.kind) {
    case 'value':
      return [ask.target];
    case 'derivation':
      return [ask.from, ask.to];
    case 'statement':
      return [ask.statement];
    default:
      return [];
  }
};

const allSections = (sections: readonly RubricSection[]): readonly RubricSection[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections)]);

/** What stands before a bracket as a function: the f of `f(x, y)`, the σ of `σ'(z)`. */
const appliedName = (node: Expression): readonly string[] => {
  if (node.kind !== 'apply') return [];
  const operator = node.operator.kind === 'prime' ? node.operator.of : node.operator;
  return operator.kind === 'symbol' ? [operator.name] : [];
};

/** The names an assignment uses and which of them are functions: what the reading of a submission starts from. */
export const vocabularyOf = (rubric: Rubric): Vocabulary => {
  const sections = allSections(rubric.sections);
  const definitions = sections.flatMap(({ given }) => given.flatMap(({ left, right }) => [left, right]));
  const trees = [...definitions, ...rubric.items.flatMap(({ ask }) => asked(ask))].flatMap((tree) => [...nodes(tree)]);
  const activation = sections.some(({ world }) => world) ? ['σ'] : [];
  return {
    functions: new Set([...trees.flatMap(appliedName), ...activation]),
    symbols: new Set(trees.flatMap((node) => (node.kind === 'symbol' ? [node.name] : []))),
    ...(rubric.decimal && { decimal: rubric.decimal }),
  };
};
