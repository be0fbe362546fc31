import { differentiate } from '../math/calculus/differentiate.ts';
import { by, derivative, quotient, sum, sym } from '../math/expression/build.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols, mapTree } from '../math/expression/walk.ts';
import type { Misconception } from '../model/world.ts';
import type { Defined } from './definitions/rule.ts';
import type { DefinitionTable } from './definitions/table.ts';
import type { Assignment } from './method.ts';

/** `∂f/∂x: 2 x + y`, as a definition that carrying and mutations can start from. */
export const gradientDefinitions = (
  { objective, variables }: Assignment,
  table: DefinitionTable,
): readonly Defined[] => {
  const parameters = table.definition(objective)?.parameters ?? [];
  return variables.flatMap((variable) => {
    const right = table.partial(objective, parameters.indexOf(variable));
    return right ? [{ left: derivative(sym(objective), [by(sym(variable))]), right }] : [];
  });
};

const termsOf = (e: Expression): readonly Expression[] => (e.kind === 'sum' ? e.terms : [e]);

const speaksOf = (e: Expression, variable: string): boolean =>
  freeSymbols(e).some((name) => name.kind === 'symbol' && name.name === variable);

const variableOf = ({ left }: Defined): string =>
  left.kind === 'derivative' && left.by[0]?.variable.kind === 'symbol' ? left.by[0].variable.name : '';

/** `2 x + y` by x → `2 x`: the derivative of the mixed term is taken for zero. */
const withoutCrossTerms = (definition: Defined): Defined => {
  const variable = variableOf(definition);
  const kept = termsOf(definition.right).filter((term) => speaksOf(term, variable));
  return { left: definition.left, right: sum(kept) };
};

/** `6 y²` by y → `6 y`: the exponent goes down, but does not come down as a factor. */
const withoutExponentFactor = (body: Expression, variable: string): Expression => {
  const terms = termsOf(body).map((term) => {
    const slope = differentiate(term, variable);
    const power = exponentOf(term, variable);
    return power === undefined ? slope : differentiate(quotient(term, power), variable);
  });
  return sum(terms);
};

/** The exponent 2 of `6 y^2` where the variable stands in the term once, as a power. */
const exponentOf = (term: Expression, variable: string): Expression | undefined => {
  let [found, times]: [Expression | undefined, number] = [undefined, 0];
  mapTree(term, (node) => {
    if (node.kind === 'symbol' && node.name === variable) times += 1;
    if (node.kind === 'power' && node.base.kind === 'symbol' && node.base.name === variable) found = node.exponent;
    return node;
  });
  return times === 1 ? found : undefined;
};

/** ∂f/∂x taken for ∂f/∂y and the other way round. */
const exchanged = (gradient: readonly Defined[], objective: string): readonly Misconception[] => {
  const [first, second, ...more] = gradient;
  if (!first || !second || more.length > 0 || !changed(first, second)) return [];
  const message = `The partial derivatives are swapped: what was used for ∂${objective}/∂${variableOf(first)} is ∂${objective}/∂${variableOf(second)}, and the other way round.`;
  const replace = [
    { left: first.left, right: second.right },
    { left: second.left, right: first.right },
  ];
  return [{ id: 'partials-swapped', message, replace }];
};

const changed = (before: Defined, after: Defined): boolean =>
  JSON.stringify(before.right) !== JSON.stringify(after.right);

/** Slips in the gradient, which every method that uses it inherits. */
export const gradientSlips = (assignment: Assignment, table: DefinitionTable): readonly Misconception[] => {
  const gradient = gradientDefinitions(assignment, table);
  const body = table.definition(assignment.objective)?.body;
  if (!body) return [];
  const crossless = gradient.map(withoutCrossTerms);
  const cross: readonly Misconception[] = crossless.some((each, i) => changed(gradient[i] ?? each, each))
    ? [
        {
          id: 'cross-term-lost',
          message:
            'Your gradient leaves out the mixed term: it contributes to the derivative by each of its variables.',
          replace: crossless,
        },
      ]
    : [];
  const factors = gradient.flatMap((definition): readonly Misconception[] => {
    const variable = variableOf(definition);
    const slipped = { left: definition.left, right: withoutExponentFactor(body, variable) };
    const message = `In ∂${assignment.objective}/∂${variable} the exponent did not come down as a factor: the derivative of ${variable}^n is n ${variable}^(n − 1).`;
    return changed(definition, slipped)
      ? [{ id: `exponent-factor-lost-${variable}`, message, replace: [slipped] }]
      : [];
  });
  return [...cross, ...factors, ...exchanged(gradient, assignment.objective)];
};
