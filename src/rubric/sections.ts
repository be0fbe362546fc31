import { type Exact, one } from '../math/number/exact.ts';
import type { Definition, Item, PartialCredit, RubricSection, ToleranceRule } from '../model/rubric.ts';
import { amount, share } from './amounts.ts';
import { askOf, formulasIn } from './asks.ts';
import { definition, type FormulaContext, formula } from './formulas.ts';
import { type BoundItem, filledIn, unrolled } from './loops.ts';
import { partialCredit, toleranceRule } from './tolerance.ts';
import { withActivation, withNames } from './vocabulary.ts';
import { field, type YamlNode } from './yaml-tree.ts';

/** How items are scored where they do not say so themselves: the section's word, or that of what is around it. */
export interface Scoring {
  readonly tolerance: ToleranceRule;
  readonly carry: Exact;
  readonly partial: readonly PartialCredit[];
}

export const plainScoring: Scoring = { tolerance: { kind: 'shown' }, carry: one, partial: [] };

const textOf = (node: YamlNode | undefined): string =>
  node && node.kind !== 'map' && node.kind !== 'list' ? node.text : '';

/** The scoring around, changed by what the node says. */
export const scoringIn = (node: YamlNode, around: Scoring, { complaints }: FormulaContext): Scoring => {
  const [tolerance, carry, partial] = ['tolerance', 'carry', 'partial'].map((key) => field(node, key));
  return {
    tolerance: (tolerance && toleranceRule(tolerance, complaints)) ?? around.tolerance,
    carry: (carry && share(carry, complaints)) ?? around.carry,
    partial: partial ? partialCredit(partial, complaints) : around.partial,
  };
};

const itemOf = (
  bound: BoundItem,
  section: RubricSection,
  around: Scoring,
  context: FormulaContext,
): Item | undefined => {
  const { node, bindings } = bound;
  const [id, worth] = [field(node, 'id'), field(node, 'points')];
  const points = worth && amount(worth, context.complaints);
  const scoring = scoringIn(node, around, context);
  const ask = askOf(bound, context);
  const place = context.complaints.place((id ?? node).start);
  return (
    ask &&
    points && { id: filledIn(textOf(id), bindings), ask, about: formulasIn(ask), points, ...scoring, section, place }
  );
};

type Named = NonNullable<RubricSection['method']>;

/** `nesterov`, or `{name: adam, with: {β_1: 0.9}}`. */
const named = (node: YamlNode | undefined, context: FormulaContext): Named | undefined => {
  if (!node) return undefined;
  const given = field(node, 'with');
  const source = (value: YamlNode): string =>
    value.kind === 'list' ? context.source.slice(value.start, value.end) : textOf(value);
  const entries = given?.kind === 'map' ? given.entries : [];
  // Read here only to complain at the right place; the solver reads them again in its own terms.
  for (const { key, value } of entries) for (const side of [key, value]) formula(side, context);
  const parameters = entries.map(({ key, value }) => [key.text, source(value)]);
  const name = node.kind === 'map' ? textOf(field(node, 'name')) : textOf(node);
  const schedule = textOf(field(node, 'schedule'));
  return {
    name,
    ...(schedule === '' ? {} : { schedule }),
    parameters: Object.fromEntries(parameters),
    place: context.complaints.place(node.start),
  };
};

const definitionsIn = (node: YamlNode | undefined, context: FormulaContext): readonly Definition[] =>
  (node?.kind === 'map' ? node.entries : []).flatMap((entry) => definition(entry, context) ?? []);

const contextIn = (node: YamlNode, around: FormulaContext): FormulaContext => {
  const names = withNames(around.names, field(node, 'given'));
  const [method, world] = [field(node, 'method'), field(node, 'world')];
  const known = [method, world].reduce((all, each) => withNames(all, each && field(each, 'with')), names);
  return { ...around, names: world ? withActivation(known) : known };
};

/** A section with its items and the sections inside it. */
export const sectionOf = (
  node: YamlNode,
  outer: { readonly context: FormulaContext; readonly scoring: Scoring; readonly parent?: RubricSection },
): RubricSection => {
  const context = contextIn(node, outer.context);
  const scoring = scoringIn(node, outer.scoring, context);
  const [method, world] = [named(field(node, 'method'), context), named(field(node, 'world'), context)];
  // Items and inner sections point back to their section, so both lists are filled after it exists.
  const items: Item[] = [];
  const sections: RubricSection[] = [];
  const section: RubricSection = {
    id: textOf(field(node, 'id')),
    heading: textOf(field(node, 'heading')),
    given: definitionsIn(field(node, 'given'), context),
    ...(method ? { method } : {}),
    ...(world ? { world } : {}),
    ...(outer.parent ? { parent: outer.parent } : {}),
    sections,
    items,
    place: context.complaints.place(node.start),
  };
  const bound = unrolled(field(node, 'items') ?? { kind: 'nothing', text: '', start: 0, end: 0 }, context.complaints);
  items.push(...bound.flatMap((each) => itemOf(each, section, scoring, context) ?? []));
  sections.push(...sectionsIn(node, { context, scoring, parent: section }));
  return section;
};

/** The sections under the node's `sections:` key, in order. */
export const sectionsIn = (node: YamlNode, outer: Parameters<typeof sectionOf>[1]): readonly RubricSection[] => {
  const inner = field(node, 'sections');
  return inner?.kind === 'list' ? inner.items.map((each) => sectionOf(each, outer)) : [];
};
