import { refine } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { Expression } from '../math/expression/tree.ts';
import { freeSymbols } from '../math/expression/walk.ts';
import { bitsFor, budget } from '../math/number/budget.ts';
import { zero } from '../math/number/exact.ts';
import type { Misconception, Reference, World } from '../model/world.ts';
import { referenceOf } from './answer.ts';
import { type Defined, type Rule, rulesOf } from './definitions/rule.ts';
import { byCoordinate, type DefinitionTable, tableOf } from './definitions/table.ts';
import { dependenciesOf } from './dependencies.ts';
import { evaluatorOf } from './evaluation.ts';
import { formulaOf } from './formula.ts';
import { gradientDefinitions, gradientSlips } from './gradient-slips.ts';
import { once } from './once.ts';
import { readDefinitions } from './parse-definitions.ts';
import { prepared } from './prepared.ts';
import type { SectionDefinitions } from './section-definitions.ts';

/** Values to any number of digits: everything is computed anew where the working precision was not enough. */
const scopeOf = (table: DefinitionTable): Scope => {
  const evaluators = new Map<number, Scope['value']>();
  const at = (bits: number): Scope['value'] => {
    const known = evaluators.get(bits) ?? evaluatorOf(table, bits);
    evaluators.set(bits, known);
    return known;
  };
  return {
    function: table.definition,
    value: (name, digits) => {
      if (digits > budget.digits) return refine(digits, () => zero);
      const first = at(bitsFor(digits))(name, digits);
      if (first?.kind === 'exact' && digits >= 1) return first;
      return first && refine(digits, (bits) => at(bits)(name, digits) ?? first);
    },
  };
};

const methodSlips = (section: SectionDefinitions): readonly Misconception[] =>
  (section.method?.misconceptions ?? []).flatMap(({ replace, ...slip }) => {
    const definitions = typeof replace === 'function' ? replace(section.assignment) : replace;
    return definitions ? [{ ...slip, replace: section.translate(readDefinitions(definitions)) }] : [];
  });

const markedWhereValue = (rule: Rule): Rule =>
  rule.kind === 'name' && freeSymbols(rule.right).length === 0 ? { ...rule, isAssumed: true } : rule;

/** What a world and those changed from it share. */
interface Origin {
  readonly definitions: () => readonly Defined[];
  readonly misconceptions: () => readonly Misconception[];
}

/** References by target and digits: an item asks the same of every submission. */
const remembered = (answer: (target: Expression, digits: number) => Reference): World['answer'] => {
  const known = new WeakMap<Expression, Map<number, Reference>>();
  return (target, digits) => {
    const answers = known.get(target) ?? new Map<number, Reference>();
    known.set(target, answers);
    const found = answers.get(digits) ?? answer(target, digits);
    answers.set(digits, found);
    return found;
  };
};

const worldOf = (table: () => DefinitionTable, origin: Origin): World => {
  const scope = once(() => scopeOf(table()));
  const answer = once(() => remembered((target, digits) => referenceOf(target, table(), scope(), digits)));
  const dependencies = new WeakMap<Expression, readonly Expression[]>();
  const mutated = new WeakMap<Misconception['replace'], World>();
  const changed = (added: readonly Defined[]): World => {
    const next = once(() =>
      table().with(
        added
          .flatMap(rulesOf)
          .flatMap((rule) => byCoordinate(rule, table().iterate))
          .map(markedWhereValue),
      ),
    );
    return worldOf(next, { ...origin, definitions: () => [...added, ...origin.definitions()] });
  };
  return {
    value: (name, digits) => scope().value(name, digits),
    get function() {
      return table().definition;
    },
    answer: (target, digits) => answer()(target, digits),
    assume: (quantity, value) => changed([{ left: quantity, right: value }]),
    mutate: (replace) => {
      const known = mutated.get(replace) ?? changed(replace);
      mutated.set(replace, known);
      return known;
    },
    dependencies: (target) => {
      const known = dependencies.get(target) ?? dependenciesOf(target, table());
      dependencies.set(target, known);
      return known;
    },
    formula: (quantity) => formulaOf(quantity, table()),
    prepare: (formula) => prepared(formula, table()),
    get definitions() {
      return origin.definitions();
    },
    get misconceptions() {
      return origin.misconceptions();
    },
  };
};

/** The world of a section. */
export const sectionWorld = (section: SectionDefinitions): World => {
  const written = section.layers.flat();
  const table = once(() =>
    tableOf(
      written.flatMap(rulesOf).flatMap((rule) => byCoordinate(rule, section.iterate)),
      section.iterate,
    ),
  );
  return worldOf(table, {
    definitions: once(() => [...written, ...gradientDefinitions(section.assignment, table())]),
    misconceptions: once(() => [...methodSlips(section), ...gradientSlips(section.assignment, table())]),
  });
};
