import { refine } from '../math/expression/evaluate.ts';
import type { Scope } from '../math/expression/scope.ts';
import { bitsFor } from '../math/number/budget.ts';
import type { Misconception, World } from '../model/world.ts';
import { referenceOf } from './answer.ts';
import { type Defined, rulesOf } from './definitions/rule.ts';
import { byCoordinate, type DefinitionTable, tableOf } from './definitions/table.ts';
import { dependenciesOf } from './dependencies.ts';
import { evaluatorOf } from './evaluation.ts';
import { gradientDefinitions, gradientSlips } from './gradient-slips.ts';
import { readDefinitions } from './parse-definitions.ts';
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
      const first = at(bitsFor(digits))(name, digits);
      return first && refine(digits, (bits) => at(bits)(name, digits) ?? first);
    },
  };
};

const methodSlips = (section: SectionDefinitions): readonly Misconception[] =>
  (section.method?.misconceptions ?? []).flatMap(({ id, message, replace }) => {
    const definitions = typeof replace === 'function' ? replace(section.assignment) : replace;
    return definitions ? [{ id, message, replace: section.translate(readDefinitions(definitions)) }] : [];
  });

/** Computed when it is first asked for, and kept: a search makes hundreds of worlds and asks few of them everything. */
const once = <T>(compute: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
};

/** What a world and those changed from it share. */
interface Origin {
  readonly definitions: () => readonly Defined[];
  readonly misconceptions: () => readonly Misconception[];
}

const worldOf = (table: () => DefinitionTable, origin: Origin): World => {
  const scope = once(() => scopeOf(table()));
  const changed = (added: readonly Defined[]): World => {
    const next = once(() => {
      const before = table();
      const rules = added.flatMap(rulesOf).flatMap((rule) => byCoordinate(rule, before.iterate));
      return tableOf([...rules, ...before.rules], before.iterate, { table: before, added: rules });
    });
    return worldOf(next, { ...origin, definitions: () => [...added, ...origin.definitions()] });
  };
  return {
    value: (name, digits) => scope().value(name, digits),
    function: (name) => table().definition(name),
    answer: (target, digits) => referenceOf(target, table(), scope(), digits),
    assume: (quantity, value) => changed([{ left: quantity, right: value }]),
    mutate: changed,
    dependencies: (target) => dependenciesOf(target, table()),
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
