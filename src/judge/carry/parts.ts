/** What a student works out on the way and writes down under no name of its own: `M^T y = (9, 17)`, `∇f(x_0, y_0) = (5, -8)`. */
import { product, quotient } from '../../math/expression/build.ts';
import type { ApplyNode, Expression, PowerNode, ProductNode } from '../../math/expression/tree.ts';
import { substitute } from '../../math/expression/walk.ts';
import type { World } from '../../model/world.ts';
import { components } from '../locate/components.ts';
import type { Key } from '../locate/naming.ts';
import type { Stated } from './stated.ts';

type IsPart = (node: Expression) => boolean;

/** Products of no more factors are looked through for the products inside them. */
const mostFactors = 8;

/** `M^T y` of `(M^T M)^{-1} M^T y`: the longest run of factors first. */
const runIn = ({ factors }: ProductNode, isPart: IsPart, value: Expression): Expression | undefined => {
  if (factors.length > mostFactors) return undefined;
  for (let length = factors.length - 1; length > 1; length -= 1)
    for (let start = 0; start + length <= factors.length; start += 1)
      if (isPart(product(factors.slice(start, start + length))))
        return product([...factors.slice(0, start), value, ...factors.slice(start + length)]);
  return undefined;
};

const isInverse = ({ exponent }: PowerNode): boolean =>
  exponent.kind === 'negative' && exponent.of.kind === 'number' && exponent.of.text === '1';

const determinant = (of: Expression): ApplyNode => ({
  kind: 'apply',
  operator: { kind: 'symbol', name: 'det' },
  arguments: [of],
});

/** An inverse by way of its determinant: `B^{-1} = adj(B)/det(B)`, the adjugate being `det(B) B^{-1}`. */
const byDeterminant = (node: PowerNode, isPart: IsPart, value: Expression): Expression | undefined => {
  const det = determinant(node.base);
  return isInverse(node) && isPart(det) ? product([quotient(det, value), node]) : undefined;
};

const named: ReadonlySet<Expression['kind']> = new Set(['symbol', 'index', 'number', 'list', 'matrix']);

/** A formula with a value in the place of every part that it is the value of; the formula itself where there is none. */
const withPart = (formula: Expression, isPart: IsPart, value: Expression): Expression =>
  substitute(formula, (node) => {
    if (named.has(node.kind)) return undefined;
    if (isPart(node)) return value;
    if (node.kind === 'product') return runIn(node, isPart, value);
    return node.kind === 'power' ? byDeterminant(node, isPart, value) : undefined;
  });

/** Whether a quantity is a formula: names and derivatives are carried as what they are. */
const isFormula = ({ quantity, kind }: Stated): boolean =>
  kind === 'value' && !named.has(quantity.kind) && quantity.kind !== 'derivative' && quantity.kind !== 'gradient';

/** Quantities behind an answer whose formulas are looked through. */
const mostFormulas = 60;

/** What was stated as the value of a part of the target, or of a formula behind it. */
export const partsOf = (target: Expression, before: readonly Stated[], world: World, key: Key): readonly Stated[] => {
  const formulas = before.filter((one) => isFormula(one) && one.key !== key(target));
  if (formulas.length === 0) return [];
  const asked = components(target) ?? [target];
  const behind = [...asked, ...world.dependencies(target).slice(0, mostFormulas)].flatMap((quantity) => {
    const formula = world.formula(quantity);
    return formula ? [{ quantity, right: formula.right }] : [];
  });
  const latest = [...new Map(formulas.map((one) => [one.key, one])).values()];
  return latest.flatMap((one) => {
    const put = (formula: Expression, value: Expression) => withPart(formula, (node) => key(node) === one.key, value);
    const within = behind.filter(({ right }) => put(right, one.value) !== right).map(({ quantity }) => quantity);
    const isPart = within.length > 0 || put(target, one.value) !== target;
    return isPart ? [{ ...one, kind: 'part' as const, part: { within, put } }] : [];
  });
};

/** What an item asks for with the stated parts of it put in: `u/‖u‖` with an own ‖u‖ = 5 is `u/5`. */
export const askedWith = (target: Expression, values: readonly Stated[]): Expression =>
  values.reduce((asked, { part, value }) => part?.put(asked, value) ?? asked, target);

/** The definitions of a world that change where a part of them has this value. */
export const definitionsWith = ({ part, value }: Stated, world: World): World['definitions'] =>
  (part?.within ?? []).flatMap((quantity) => {
    const formula = world.formula(quantity);
    return part && formula ? [{ left: formula.left, right: part.put(formula.right, value) }] : [];
  });
