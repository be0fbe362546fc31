import type { ApplyNode, BigNode, DerivativeNode, Expression, IndexNode } from '../../math/expression/tree.ts';
import { divide, exact, one, sign } from '../../math/number/exact.ts';
import { type Block, diagonal, identity, integer, isScalar, plus, scalar, scale, times, transpose } from './block.ts';
import { withoutEllipsis } from './ellipsis.ts';
import { gammaOf, type Instance, type Quantity } from './instance.ts';
import { keptAt, type Memory, memoryOf } from './memory.ts';
import { rangeOf } from './range.ts';
import type { Reading } from './reading.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { type Steps, stepValue, withStep } from './steps.ts';

/** A power of a matrix is a product written out; no derivation needs a longer one on a network of a few steps. */
export const largestPower = 64;

/** Why an expression has no value on an instance. */
export interface Trouble {
  /** `outside`: a step before 0 or after T; `shape`: matrices that do not fit; `unknown`: a thing it does not know. */
  readonly trouble: 'outside' | 'shape' | 'unknown';
  readonly about: string;
}

export type Outcome = Block | Trouble;

export const isTrouble = (outcome: Outcome): outcome is Trouble => 'trouble' in outcome;

/** Where an expression is evaluated: the network, the conventions, the values of the index names. */
export interface Setting {
  readonly instance: Instance;
  readonly reading: Reading;
  readonly steps: Steps;
  readonly memory: Memory;
}

/** The settings of one instance and reading, for one choice of steps after the other. */
export const settingsOn = (instance: Instance, reading: Reading): ((steps: Steps) => Setting) => {
  const memory = memoryOf(instance, reading);
  return (steps) => ({ instance, reading, steps, memory });
};

const unknown = (about: string): Trouble => ({ trouble: 'unknown', about });
const outside = (about: string): Trouble => ({ trouble: 'outside', about });
const orShape = (block: Block | undefined): Outcome => block ?? { trouble: 'shape', about: 'shapes that do not fit' };

/** Values joined from the left by `join`; the first trouble wins. */
const joined = (outcomes: readonly Outcome[], join: (a: Block, b: Block) => Block | undefined): Outcome =>
  outcomes.reduce((a, b) => (isTrouble(a) ? a : isTrouble(b) ? b : orShape(join(a, b))));

const at = ({ instance, reading, steps, memory }: Setting, variable: string, value: number): Setting => ({
  instance,
  reading,
  steps: withStep(steps, variable, value),
  memory,
});

/** The quantity named by `ε`, `ε_t`, `x_k`, `W_rec`, `θ`; `undefined` for anything else. */
const quantityOf = (expression: Expression, steps: Steps): Quantity | Trouble => {
  const name = nameOf(expression);
  const role = name === undefined ? undefined : roleOf(name);
  const index = indexOf(expression);
  const step = index && stepValue(index, steps);
  if (index && step === undefined) return unknown('an index without a value');
  if (role === 'loss') return step === undefined ? { kind: 'loss' } : { kind: 'loss', step };
  if (role === 'state' && step !== undefined) return { kind: 'state', step };
  if (role === 'recurrent' || role === 'input-weights' || role === 'bias' || role === 'parameters')
    return { kind: role };
  return unknown(name ?? 'an expression that is differentiated');
};

const derivativeOf = (node: DerivativeNode, setting: Setting): Outcome => {
  const { instance, reading, steps } = setting;
  const by = node.by[0];
  if (!by || node.by.length > 1 || stepValue(by.order, steps) !== 1) return unknown('a higher derivative');
  if (node.of.kind === 'sum' || node.of.kind === 'big') return derivativeOfSum(node, setting);
  const [over, under] = [quantityOf(node.of, steps), quantityOf(by.variable, steps)];
  if ('trouble' in over) return over;
  if ('trouble' in under) return under;
  const ofParameters = over.kind === 'state' && under.kind !== 'state' && under.kind !== 'loss';
  const immediate =
    node.style === 'immediate' || (ofParameters && node.style !== 'total' && reading.parameters === 'immediate');
  const block = instance.derivative(over, under, immediate);
  if (!block) return outside('a step the network does not have');
  return reading.layout === 'numerator' ? block : transpose(block);
};

/** Differentiation is linear: ∂/∂θ Σ_t ε_t is the sum of the derivatives. */
const derivativeOfSum = (node: DerivativeNode, setting: Setting): Outcome => {
  if (node.of.kind === 'sum')
    return joined(
      node.of.terms.map((of) => evaluate({ ...node, of }, setting)),
      plus,
    );
  if (node.of.kind === 'big' && node.of.operator === 'sum')
    return evaluate({ ...node.of, body: { ...node, of: node.of.body } }, setting);
  return unknown('the derivative of this expression');
};

const vectorAt = (node: IndexNode, { instance, steps }: Setting): Outcome => {
  const name = nameOf(node) ?? '';
  const index = indexOf(node);
  const step = index && stepValue(index, steps);
  if (step === undefined) return unknown(name);
  const role = roleOf(name);
  if (role !== 'state' && role !== 'input') return unknown(name);
  return (role === 'state' ? instance.state(step) : instance.input(step)) ?? outside(name);
};

const symbolValue = (name: string, { instance, steps }: Setting): Outcome => {
  const step = steps.get(name);
  if (step !== undefined) return integer(step);
  switch (roleOf(name)) {
    case 'recurrent':
      return instance.weights.recurrent;
    case 'input-weights':
      return instance.weights.input;
    case 'bias':
      return instance.weights.bias;
    case 'bound':
      return gammaOf(instance);
    default:
      return name === 'I' ? identity(instance.width) : unknown(name);
  }
};

/** σ(x_t) as a column and σ′(x_t) as a diagonal matrix: known at the states of the network only. */
const activationAt = (argument: Expression | undefined, slope: boolean, setting: Setting): Outcome => {
  const index = argument && roleOf(nameOf(argument) ?? '') === 'state' ? indexOf(argument) : undefined;
  const step = index && stepValue(index, setting.steps);
  if (step === undefined) return unknown('σ at a point that is no state');
  return (slope ? setting.instance.slope(step) : setting.instance.activated(step)) ?? outside('σ');
};

const isActivation = (operator: Expression): boolean => roleOf(nameOf(operator) ?? '') === 'activation';

const application = (node: ApplyNode, setting: Setting): Outcome => {
  const [argument] = node.arguments;
  if (isActivation(node.operator)) return activationAt(argument, false, setting);
  if (node.operator.kind === 'prime' && node.operator.order === 1 && isActivation(node.operator.of))
    return activationAt(argument, true, setting);
  const name = nameOf(node.operator);
  if (argument === undefined || (name !== 'transpose' && name !== 'diag')) return unknown(name ?? 'a function');
  const value = evaluate(argument, setting);
  if (isTrouble(value)) return value;
  return name === 'transpose' ? transpose(value) : diagonal(value);
};

const bigValue = (node: BigNode, setting: Setting): Outcome => {
  const range = rangeOf(node, setting.steps, setting.instance.steps);
  if (!range || (node.operator !== 'sum' && node.operator !== 'product')) return unknown(`a ${node.operator}`);
  const parts = range.values.map((value) => evaluate(node.body, at(setting, range.variable, value)));
  if (node.operator === 'sum') return parts.length > 0 ? joined(parts, plus) : integer(0);
  if (parts.length === 0) return integer(1);
  return joined(setting.reading.order === 'ascending' ? parts : [...parts].reverse(), times);
};

const powerValue = (base: Expression, exponent: Expression, setting: Setting): Outcome => {
  const count = stepValue(exponent, setting.steps);
  const value = evaluate(base, setting);
  if (isTrouble(value)) return value;
  if (count === undefined || count > largestPower) return unknown('a power');
  if (count < 0) return outside('a negative power');
  if (count === 0) return integer(1);
  return joined(
    Array.from({ length: count }, () => value),
    times,
  );
};

const quotientValue = (over: Outcome, under: Outcome): Outcome => {
  if (isTrouble(over)) return over;
  if (isTrouble(under)) return under;
  const divisor = isScalar(under) ? under[0]?.[0] : undefined;
  if (!divisor || sign(divisor) === 0) return unknown('a quotient');
  return scale(over, divide(one, divisor));
};

const isName = ({ kind }: Expression): boolean => kind === 'number' || kind === 'symbol' || kind === 'index';

/** The value of an expression of the network, an exact matrix, or why it has none; worked out once. */
export const evaluate = (expression: Expression, setting: Setting): Outcome => {
  const kept = isName(expression) ? undefined : keptAt(setting.memory, expression, setting.steps);
  if (!kept) return computed(expression, setting);
  const value = kept.values.get(kept.key) ?? computed(expression, setting);
  kept.values.set(kept.key, value);
  return value;
};

const computed = (expression: Expression, setting: Setting): Outcome => {
  const inside = (part: Expression) => evaluate(part, setting);
  switch (expression.kind) {
    case 'number':
      return scalar(exact(expression.text));
    case 'symbol':
      return symbolValue(expression.name, setting);
    case 'index':
      return vectorAt(expression, setting);
    case 'negative':
      return joined([integer(-1), inside(expression.of)], times);
    case 'sum':
      return joined(expression.terms.map(inside), plus);
    case 'product':
      return productValue(expression.factors, setting);
    case 'quotient':
      return quotientValue(inside(expression.over), inside(expression.under));
    case 'power':
      return powerValue(expression.base, expression.exponent, setting);
    case 'apply':
      return application(expression, setting);
    case 'derivative':
      return derivativeOf(expression, setting);
    case 'big':
      return bigValue(expression, setting);
    case 'marked':
      return expression.mark === 'final' ? inside(expression.of) : unknown('something crossed out');
    case 'list': {
      const only = expression.items.length === 1 ? expression.items[0] : undefined;
      return only ? inside(only) : unknown('a list');
    }
    default:
      return unknown(expression.kind === 'text' ? 'words' : `a ${expression.kind}`);
  }
};

const productValue = (factors: readonly Expression[], setting: Setting): Outcome => {
  const plain = withoutEllipsis(factors, setting.steps);
  if (!plain) return unknown('what ⋯ stands for');
  if (plain.length === 0) return integer(1);
  return joined(
    plain.map((factor) => evaluate(factor, setting)),
    times,
  );
};
