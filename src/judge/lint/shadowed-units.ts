import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression } from '../../math/expression/tree.ts';
import type { Notice } from '../../model/notice.ts';
import type { Definition, RubricSection } from '../../model/rubric.ts';
import { findUnit } from '../units/find-unit.ts';

const factorsOf = (e: Expression): readonly Expression[] => (e.kind === 'product' ? e.factors : [e]);

const unitName = (factor: Expression): string | undefined => {
  const base = factor.kind === 'power' ? factor.base : factor;
  return base.kind === 'symbol' && findUnit(base.name) ? base.name : undefined;
};

/**
 * The unit names of a quantity as rubrics give it, number first: `m` and `s` of `9.81 m/s^2`. None for a formula such as
 * `2 m v`, where not all behind the number are units.
 */
const unitsIn = (right: Expression): readonly string[] => {
  const [over, under] = right.kind === 'quotient' ? [right.over, factorsOf(right.under)] : [right, []];
  const [number, ...rest] = [...factorsOf(over), ...under];
  const names = rest.flatMap((factor) => unitName(factor) ?? []);
  return number?.kind === 'number' && names.length === rest.length ? names : [];
};

const givenIn = (section: RubricSection): readonly Definition[] => [
  ...section.given,
  ...(section.parent ? givenIn(section.parent) : []),
];

const isAskedInUnits = ({ items, sections }: RubricSection): boolean =>
  items.some(({ ask }) => ask.kind === 'value' && ask.units !== undefined) || sections.some(isAskedInUnits);

/** `m: 1200 kg` makes of `s: 50 m` fifty times the mass: a warning to name one of them otherwise. */
export const shadowedUnits = (section: RubricSection): readonly Notice[] => {
  if (!isAskedInUnits(section)) return [];
  const given = givenIn(section);
  return section.given.flatMap(({ left, right, place }) => {
    const units = unitsIn(right);
    const owner = given.find((each) => each.left.kind === 'symbol' && units.includes(each.left.name));
    if (!owner) return [];
    const name = printPlain(owner.left);
    const message = `In ${printPlain(left)}, the ${name} of ${printPlain(right)} is the ${name} defined here (${printPlain(owner.right)}), not the unit; give the definition another name.`;
    return [{ id: 'rubric/shadowed-unit', severity: 'warning' as const, message, place }];
  });
};
