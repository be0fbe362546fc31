/** Statements that one quantity is below or above another, compared with the one asked for. */
import { negative, num, product, quotient, sum, sym } from '../../math/expression/build.ts';
import { equalExpressions } from '../../math/expression/equality.ts';
import { printPlain } from '../../math/expression/print-plain.ts';
import type { Expression, Relation } from '../../math/expression/tree.ts';
import { freeSymbols, nodes, substitute } from '../../math/expression/walk.ts';
import type { StatementClaim } from '../../model/claim.ts';
import { isNorm } from '../derivation/roles.ts';

/** A relation with its larger and smaller side told apart, and whether they may be equal. */
export interface Comparison {
  readonly subject: Expression;
  readonly value: Expression;
  readonly direction: 'below' | 'above' | 'equal';
  readonly strict: boolean;
}

const directions: Partial<Record<Relation, { direction: Comparison['direction']; strict: boolean }>> = {
  '<': { direction: 'below', strict: true },
  '≪': { direction: 'below', strict: true },
  '≤': { direction: 'below', strict: false },
  '>': { direction: 'above', strict: true },
  '≫': { direction: 'above', strict: true },
  '≥': { direction: 'above', strict: false },
  '=': { direction: 'equal', strict: false },
};

const flipped = { below: 'above', above: 'below', equal: 'equal' } as const;

const comparison = (subject: Expression, relation: Relation, value: Expression): Comparison | undefined => {
  const told = directions[relation];
  return told && { subject, value, ...told };
};

/** λ < 1/γ read from the other side: 1/γ > λ. */
const turned = ({ subject, value, direction, strict }: Comparison): Comparison => ({
  subject: value,
  value: subject,
  direction: flipped[direction],
  strict,
});

/** "not smaller than" is "at least". */
const negated = (c: Comparison): Comparison =>
  c.direction === 'equal' ? c : { ...c, direction: flipped[c.direction], strict: !c.strict };

/** `λ_max < 1/γ` as a comparison; nothing for other statements. */
export const comparisonOf = (statement: Expression): Comparison | undefined => {
  const [subject, value] = statement.kind === 'relation' ? statement.members : [];
  const relation = statement.kind === 'relation' ? statement.relations[0] : undefined;
  return subject && value && relation && comparison(subject, relation, value);
};

const minus = (a: Expression, b: Expression): Expression => sum([a, negative(b)]);
const same = (a: Expression, b: Expression): boolean => equalExpressions(a, b).equal === true;

/** Built of symbols, positive numbers, products and quotients alone: positive where its symbols are. */
const isPositive = (e: Expression): boolean => {
  if (freeSymbols(e).length === 0 && e.kind !== 'number') return false;
  for (const { kind } of nodes(e)) {
    if (!['symbol', 'index', 'number', 'product', 'quotient', 'power'].includes(kind)) return false;
  }
  return true;
};

const factorsOf = (e: Expression): readonly Expression[] => (e.kind === 'product' ? e.factors : []);

/**
 * What λ < 1/γ may be multiplied by without another meaning, sizes being positive: λγ < 1, 1 < 1/(λγ), γ < 1/λ; and
 * what λγ < 1 may, that it says λ < 1/γ.
 */
const factors = ({ subject, value }: Comparison): readonly Expression[] =>
  isPositive(subject) && isPositive(value)
    ? [
        num(1),
        ...[value, subject, product([subject, value]), ...factorsOf(subject)].map((under) => quotient(num(1), under)),
      ]
    : [num(1)];

/** Whether a comparison says something of the same two quantities, in this order of its sides. */
const isAbout = (stated: Comparison, wanted: Comparison): boolean => {
  if (same(stated.subject, wanted.subject) && same(stated.value, wanted.value)) return true;
  const [own, difference] = [minus(stated.subject, stated.value), minus(wanted.subject, wanted.value)];
  return factors(wanted).some((factor) => same(own, product([factor, difference])));
};

/** What is stated of two quantities, in a sentence or a formula. */
export type Stated = Pick<StatementClaim, 'subject' | 'relation' | 'value' | 'negated'>;

/** ‖W‖, ‖W‖_2 and ‖Wᵀ‖ as one name of a size: a positive quantity like any other. */
const sizeName = (node: Expression): Expression | undefined => {
  const [of, index] = isNorm(node) ? node.arguments : [];
  if (!of) return undefined;
  const isTransposed = of.kind === 'apply' && of.operator.kind === 'symbol' && of.operator.name === 'transpose';
  const [inner = of] = isTransposed ? of.arguments : [];
  const kind = index && !(index.kind === 'number' && index.text === '2') ? printPlain(index) : '';
  return sym(`‖${printPlain(inner)}‖${kind}`);
};

const withSizes = (c: Comparison): Comparison => ({
  ...c,
  subject: substitute(c.subject, sizeName),
  value: substitute(c.value, sizeName),
});

/** The claim as a comparison of the same two things as the wanted one, `undefined` where it is about others. */
export const aligned = (claim: Stated, wanted: Comparison): Comparison | undefined => {
  const stated = comparison(claim.subject, claim.relation, claim.value);
  const meant = stated && (claim.negated ? negated(stated) : stated);
  return meant && [meant, turned(meant)].find((one) => isAbout(withSizes(one), withSizes(wanted)));
};
