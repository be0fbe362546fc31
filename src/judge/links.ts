import { evaluate } from '../math/expression/evaluate.ts';
import { type FormulaNames, withFormulaNames } from '../math/expression/formula-names.ts';
import { isName } from '../math/expression/names.ts';
import { printPlain } from '../math/expression/print-plain.ts';
import type { Scope } from '../math/expression/scope.ts';
import type { ApplyNode, Expression } from '../math/expression/tree.ts';
import type { Value } from '../math/expression/value.ts';
import { nodes, substitute } from '../math/expression/walk.ts';
import { writtenNumber } from '../math/expression/written-number.ts';
import { compareReal } from '../math/number/real.ts';
import type { ChainClaim, Member } from '../model/claim.ts';
import type { BrokenLink } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import type { Stated } from './carry/stated.ts';
import { agrees } from './findings/agreement.ts';
import { components } from './locate/components.ts';
import { valueText } from './reference-text.ts';
import { mayBeRounded, type StepSide } from './rounded-inputs.ts';

/** Digits that both sides of a link are computed to. */
const digits = 30;

const isLiteral = (e: Expression): boolean =>
  writtenNumber(e)?.isDecimal ?? components(e)?.every((part) => isLiteral(part)) ?? false;

const isReal = (value: Value) => value.kind === 'exact' || value.kind === 'enclosure';

const hasDerivative = (e: Expression): boolean => {
  for (const { kind } of nodes(e)) if (kind === 'derivative' || kind === 'gradient' || kind === 'prime') return true;
  return false;
};

/** Whether two values are equal, `undefined` where that cannot be told. */
const sameValue = (a: Value, b: Value): boolean | undefined => {
  if (a.kind === 'vector' && b.kind === 'vector') {
    if (a.items.length !== b.items.length) return undefined;
    const each = a.items.map((item, i) => sameValue(item, b.items[i] ?? item));
    return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
  }
  if (!isReal(a) || !isReal(b)) return undefined;
  const order = compareReal(a, b);
  return order === undefined ? undefined : order === 0;
};

const none: FormulaNames = new Set();

/** Squares that have a value of the student's own: the `s^2` in `√(s^2)`. */
const isSquare = ({ quantity }: Stated): boolean => quantity.kind === 'symbol' && quantity.name.includes('^');

const namesOf = (squares: readonly Stated[]): FormulaNames =>
  new Set(squares.flatMap(({ quantity }) => (quantity.kind === 'symbol' ? [quantity.name] : [])));

/** A member with its value, worked out when something asks for it: what a literal says is seen without. */
type Side = StepSide;

const sideOf = ({ expression: written, broken }: Member, own: Scope, names: FormulaNames = none): Side | undefined => {
  const expression = withFormulaNames(written, names);
  if (broken || expression.kind === 'empty') return undefined;
  let value: Value | undefined;
  return {
    expression,
    value: () => {
      value ??= evaluate(expression, own, digits);
      return value;
    },
  };
};

/** A literal claims the digits it shows; anything else claims to be equal. */
const linkHolds = (left: Side, right: Side): boolean | undefined => {
  if (isLiteral(right.expression)) return agrees(right.expression, left.value());
  if (isLiteral(left.expression)) return agrees(left.expression, right.value());
  return sameValue(left.value(), right.value());
};

const isAlike = (a: Value, b: Value): boolean => {
  if (a.kind === 'vector' && b.kind === 'vector')
    return a.items.length === b.items.length && a.items.every((item, i) => isAlike(item, b.items[i] ?? item));
  return isReal(a) && isReal(b) && (compareReal(a, b) ?? 0) === 0;
};

/** What the definitions make of a member; derivatives of quantities are theirs to work out. */
const definedSide = (member: Member, world: World): Side | undefined => {
  const side = sideOf(member, world);
  if (!side || !hasDerivative(member.expression)) return side;
  const answer = world.answer(member.expression, digits);
  return answer.kind === 'value' ? { ...side, value: () => answer.value } : undefined;
};

/**
 * A step that the definitions give is no false step, whatever was written down before: `x_3 = x_2 − α ∂f/∂x`. Values that
 * agree to all digits they were computed to are taken for equal here; a derivative that the definitions do not know of
 * may be anything.
 */
const mayBeDefined = (left: Member, right: Member, world: World): boolean => {
  const [a, b] = [definedSide(left, world), definedSide(right, world)];
  if (!a || !b) return true;
  return linkHolds(a, b) ?? isAlike(a.value(), b.value());
};

/** What a student's steps are held against. */
export interface Around {
  /** What names stand for there: what was written down before, else what the definitions give. */
  readonly own: Scope;
  /** What the student states anywhere. */
  readonly stated: readonly Stated[];
  /** What the student had written down last for a name. */
  readonly latest: (name: Expression) => Expression | undefined;
  /** Of that, what the student had stated before. */
  readonly before: () => readonly Stated[];
  /** The definitions. */
  readonly world: World;
  /** The definitions with all that the asked answer follows from as the student had it. */
  readonly assumed: () => World;
}

/** `‖y - Xθ‖` with the student's own θ in its place: its decimals are rounded as those in a formula are. */
const withOwn = (e: Expression, { latest }: Around): Expression =>
  substitute(e, (node) => (isName(node) && node !== e ? latest(node) : undefined));

const hasOpenLog = (e: Expression): boolean => {
  for (const node of nodes(e)) if (isOpenLog(node)) return true;
  return false;
};

const isOpenLog = (e: Expression): e is ApplyNode =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && e.operator.name === 'log' && e.arguments.length === 1;

const ten: Expression = { kind: 'number', text: '10' };

/** A `log` without its base is to the base ten for some: `pH = -log(1.34·10⁻³) = 2.87`. */
const inDecadic = ({ expression }: Side, own: Scope): Side => {
  const e = substitute(expression, (node) =>
    isOpenLog(node) ? { ...node, arguments: [...node.arguments, ten] } : undefined,
  );
  return { expression: e, value: () => evaluate(e, own, digits) };
};

const isFalse = (chain: ChainClaim, i: number, [left, right]: readonly [Side, Side], around: Around): boolean => {
  const [before, member] = [chain.members[i], chain.members[i + 1]];
  if (chain.relations[i] !== '=' || !before || !member || linkHolds(left, right) !== false) return false;
  const { own, world, assumed } = around;
  if (mayBeDefined(before, member, world) || mayBeDefined(before, member, assumed())) return false;
  const [a, b] = [left, right].map((side) => ({ ...side, expression: withOwn(side.expression, around) }));
  if (!a || !b || mayBeRounded(a, b, own, around.before(), world)) return false;
  if (!hasOpenLog(left.expression) && !hasOpenLog(right.expression)) return true;
  const [c, d] = [inDecadic(left, own), inDecadic(right, own)];
  return linkHolds(c, d) === false && !mayBeRounded(c, d, own, around.before(), world);
};

/**
 * The first `=` of a chain that certainly does not hold: neither with what the student had written down before, nor as
 * the definitions have it, nor by what the decimals in it may hide. `≈` claims less and is not held to it.
 */
export const brokenLink = (chain: ChainClaim, around: Around): BrokenLink | undefined => {
  const names = around.stated.some(isSquare) ? namesOf(around.before().filter(isSquare)) : none;
  const sides = chain.members.map((member) => sideOf(member, around.own, names));
  for (const [i, relation] of chain.relations.entries()) {
    const [left, right, member] = [sides[i], sides[i + 1], chain.members[i + 1]];
    if (!left || !right || !member || !isFalse(chain, i, [left, right], around)) continue;
    return {
      left: printPlain(left.expression),
      relation,
      right: printPlain(right.expression),
      leftValue: valueText(left.value()),
      rightValue: valueText(right.value()),
      place: member.place,
    };
  }
  return undefined;
};
