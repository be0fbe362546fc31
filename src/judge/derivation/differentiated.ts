import type { DerivativeNode, Expression } from '../../math/expression/tree.ts';
import { times } from './block.ts';
import { type Code, isTrouble, outside, type Place, type Trouble, troubled, unknown } from './code.ts';
import type { Compile } from './compile.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { type StepCode, stepCode } from './steps.ts';
import type { Quantity } from './unrolled.ts';

/** What is differentiated, or by what, and at which step. */
interface QuantityCode {
  readonly kind: Quantity['kind'] | undefined;
  readonly step: StepCode | undefined;
  /** What it is called; only of use where it is no quantity. */
  readonly name: string | undefined;
}

const kindOf = (role: string | undefined, hasStep: boolean): Quantity['kind'] | undefined => {
  switch (role) {
    case 'loss':
    case 'recurrent':
    case 'input-weights':
    case 'bias':
    case 'parameters':
      return role;
    default:
      return role === 'state' && hasStep ? role : undefined;
  }
};

/** The quantity named by `ε`, `ε_t`, `x_k`, `W_rec`, `θ`. */
const quantityCode = (expression: Expression, names: string[]): QuantityCode => {
  const name = nameOf(expression);
  const index = indexOf(expression);
  const kind = kindOf(roleOf(name ?? ''), index !== undefined);
  return { kind, step: index && stepCode(index, names), name };
};

const open = unknown('an index without a value');

/** `undefined` where the network does not have that step. */
const quantityAt = ({ kind, step, name }: QuantityCode, place: Place): Quantity | Trouble | undefined => {
  const value = step ? step(place.steps) + place.shift : Number.NaN;
  if (step && Number.isNaN(value)) return open;
  if (kind === undefined) return unknown(name ?? 'an expression that is differentiated');
  return place.instance.quantity(kind, kind === 'loss' || kind === 'state' ? value : Number.NaN);
};

const beyond = outside('a step the network does not have');

/** ∂of/∂by of two quantities of the network. */
const partial = ({ of, style }: DerivativeNode, by: Expression, names: string[]): Code => {
  const [over, under] = [quantityCode(of, names), quantityCode(by, names)];
  const byParameters = over.kind === 'state' && under.kind !== 'state' && under.kind !== 'loss';
  const mayBeImmediate = byParameters && style !== 'total';
  return (place) => {
    const { instance, reading } = place;
    const upper = quantityAt(over, place);
    if (upper && 'trouble' in upper) return upper;
    const lower = quantityAt(under, place);
    if (lower && 'trouble' in lower) return lower;
    if (!upper || !lower) return beyond;
    const isImmediate = style === 'immediate' || (mayBeImmediate && reading.parameters === 'immediate');
    return instance.derivative(upper, lower, isImmediate ? 'immediate' : 'total', reading.layout) ?? beyond;
  };
};

/** Differentiation is linear: ∂/∂θ Σ_t ε_t is the sum of the derivatives. */
const ofSum = (node: DerivativeNode, part: Compile): Code | undefined => {
  const { of } = node;
  if (of.kind === 'sum')
    return part({ ...of, terms: of.terms.map((term) => (term.kind === 'ellipsis' ? term : { ...node, of: term })) });
  if (of.kind !== 'big') return undefined;
  if (of.operator !== 'sum') return troubled(unknown('the derivative of this expression'));
  return part({ ...of, body: { ...node, of: of.body } });
};

/** ∂σ(x_i)/∂x_j = diag(σ′(x_i)) ∂x_i/∂x_j, or its transpose. */
const ofActivation = (node: DerivativeNode, part: Compile): Code | undefined => {
  const { of } = node;
  const [argument, more] = of.kind === 'apply' ? of.arguments : [];
  const isActivation = of.kind === 'apply' && roleOf(nameOf(of.operator) ?? '') === 'activation';
  if (of.kind !== 'apply' || !isActivation || !argument || more) return undefined;
  const slope = part({ ...of, operator: { kind: 'prime', of: of.operator, order: 1 } });
  const inner = part({ ...node, of: argument });
  return (place) => {
    const [outer, within] = [slope(place), inner(place)];
    if (isTrouble(outer)) return outer;
    if (isTrouble(within)) return within;
    const isTransposed = place.reading.layout === 'denominator';
    return (isTransposed ? times(within, outer) : times(outer, within)) ?? unknown('the derivative of the activation');
  };
};

const higher = unknown('a higher derivative');

/** The code of ∂of/∂by. */
export const derivativeCode = (node: DerivativeNode, names: string[], part: Compile): Code => {
  const by = node.by[0];
  if (!by || node.by.length > 1) return troubled(higher);
  const once = ofSum(node, part) ?? ofActivation(node, part) ?? partial(node, by.variable, names);
  if (by.order.kind === 'number') return Number(by.order.text) === 1 ? once : troubled(higher);
  const order = stepCode(by.order, names);
  return (place) => (order(place.steps) === 1 ? once(place) : higher);
};
