import type { DerivativeNode, Expression } from '../../math/expression/tree.ts';
import { type Code, outside, type Place, type Trouble, troubled, unknown } from './code.ts';
import type { Compile } from './compile.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { type StepCode, stepCode } from './steps.ts';
import type { Quantity } from './unrolled.ts';

/** What is differentiated, or by what; `undefined` where the network does not have that step. */
interface QuantityCode {
  readonly kind?: Quantity['kind'];
  readonly at: (place: Place) => Quantity | Trouble | undefined;
}

const withoutStep: StepCode = () => Number.NaN;

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
  const [name, index] = [nameOf(expression), indexOf(expression)];
  const kind = kindOf(roleOf(name ?? ''), index !== undefined);
  const nothing = unknown(name ?? 'an expression that is differentiated');
  const open = unknown('an index without a value');
  const step = index ? stepCode(index, names) : withoutStep;
  const hasSteps = kind === 'loss' || kind === 'state';
  return {
    ...(kind && { kind }),
    at: ({ instance, steps, shift }) => {
      const value = step(steps) + shift;
      if (index && Number.isNaN(value)) return open;
      return kind ? instance.quantity(kind, hasSteps ? value : Number.NaN) : nothing;
    },
  };
};

/** ∂of/∂by of two quantities of the network. */
const partial = ({ of, style }: DerivativeNode, by: Expression, names: string[]): Code => {
  const [over, under] = [quantityCode(of, names), quantityCode(by, names)];
  const beyond = outside('a step the network does not have');
  const byParameters = over.kind === 'state' && under.kind !== 'state' && under.kind !== 'loss';
  const mayBeImmediate = byParameters && style !== 'total';
  return (place) => {
    const { instance, reading } = place;
    const upper = over.at(place);
    if (upper && 'trouble' in upper) return upper;
    const lower = under.at(place);
    if (lower && 'trouble' in lower) return lower;
    if (!upper || !lower) return beyond;
    const isImmediate = style === 'immediate' || (mayBeImmediate && reading.parameters === 'immediate');
    return instance.derivative(upper, lower, isImmediate ? 'immediate' : 'total', reading.layout) ?? beyond;
  };
};

/** Differentiation is linear: ∂/∂θ Σ_t ε_t is the sum of the derivatives. */
const ofSum = (node: DerivativeNode, part: Compile): Code | undefined => {
  const { of } = node;
  if (of.kind === 'sum') return part({ ...of, terms: of.terms.map((term) => ({ ...node, of: term })) });
  if (of.kind !== 'big') return undefined;
  if (of.operator !== 'sum') return troubled(unknown('the derivative of this expression'));
  return part({ ...of, body: { ...node, of: of.body } });
};

const higher = unknown('a higher derivative');

/** The code of ∂of/∂by. */
export const derivativeCode = (node: DerivativeNode, names: string[], part: Compile): Code => {
  const by = node.by[0];
  if (!by || node.by.length > 1) return troubled(higher);
  const once = ofSum(node, part) ?? partial(node, by.variable, names);
  const order = stepCode(by.order, names);
  if (by.order.kind === 'number') return order([]) === 1 ? once : troubled(higher);
  return (place) => (order(place.steps) === 1 ? once(place) : higher);
};
