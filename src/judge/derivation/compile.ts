import type { ApplyNode, Expression, IndexNode } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { type Block, diagonal, identity, integer, scalar, times, transpose } from './block.ts';
import { type Code, isTrouble, joinedCode, outside, troubled, unknown } from './code.ts';
import { derivativeCode } from './differentiated.ts';
import type { Instance } from './instance.ts';
import { quotientCode } from './quotient.ts';
import { bigCode, powerCode, productCode, sumCode } from './repeated.ts';
import { indexOf, nameOf, roleOf } from './roles.ts';
import { slotOf, stepCode } from './steps.ts';

/** The code of a part of the node at hand. */
export type Compile = (part: Expression) => Code;

/** A block of the instance at the step that an index says; trouble where it says none or the network has none. */
const atStep = (
  index: Expression,
  names: string[],
  block: (instance: Instance, step: number) => Block | undefined,
  open: string,
  beyond: string,
): Code => {
  const step = stepCode(index, names);
  return (place) => {
    const value = step(place.steps) + place.shift;
    return Number.isNaN(value) ? unknown(open) : (block(place.instance, value) ?? outside(beyond));
  };
};

/** x_t and u_t. */
const vectorCode = (node: IndexNode, names: string[]): Code => {
  const [name, index] = [nameOf(node) ?? '', indexOf(node)];
  const role = roleOf(name);
  if (!index || (role !== 'state' && role !== 'input')) return troubled(unknown(name));
  const block = ({ states, inputs }: Instance, step: number) => (role === 'state' ? states : inputs)[step];
  return atStep(index, names, block, name, name);
};

const valueOfName = (name: string): Code => {
  switch (roleOf(name)) {
    case 'recurrent':
      return ({ instance }) => instance.weights.recurrent;
    case 'input-weights':
      return ({ instance }) => instance.weights.input;
    case 'bias':
      return ({ instance }) => instance.weights.bias;
    case 'bound':
      return ({ instance }) => instance.gamma;
    default:
      return name === 'I' ? ({ instance }) => identity(instance.width) : troubled(unknown(name));
  }
};

/** A name that stands for a step is that number; any other is a thing of the network. */
const symbolCode = (name: string, names: string[]): Code => {
  const slot = slotOf(names, name);
  const otherwise = valueOfName(name);
  return (place) => {
    const step = place.steps[slot] ?? Number.NaN;
    return Number.isNaN(step) ? otherwise(place) : integer(step);
  };
};

/** σ(x_t) as a column and σ′(x_t) as a diagonal matrix: known at the states of the network only. */
const activationCode = (argument: Expression | undefined, values: 'activations' | 'slopes', names: string[]): Code => {
  const index = argument && roleOf(nameOf(argument) ?? '') === 'state' ? indexOf(argument) : undefined;
  const open = 'σ at a point that is no state';
  if (!index) return troubled(unknown(open));
  return atStep(index, names, (instance, step) => instance[values][step], open, 'σ');
};

const isActivation = (operator: Expression): boolean => roleOf(nameOf(operator) ?? '') === 'activation';

const applicationCode = ({ operator, arguments: [argument] }: ApplyNode, names: string[], part: Compile): Code => {
  if (isActivation(operator)) return activationCode(argument, 'activations', names);
  if (operator.kind === 'prime' && operator.order === 1 && isActivation(operator.of))
    return activationCode(argument, 'slopes', names);
  const name = nameOf(operator)?.replace(/^Diag$/, 'diag');
  if (argument === undefined || (name !== 'transpose' && name !== 'diag'))
    return troubled(unknown(name ?? 'a function'));
  const of = part(argument);
  const change = name === 'transpose' ? transpose : diagonal;
  return (place) => {
    const value = of(place);
    return isTrouble(value) ? value : change(value);
  };
};

/** What has no value here, as a reader calls it. */
const kindNames: Partial<Readonly<Record<Expression['kind'], string>>> = {
  text: 'a stretch of words',
  ellipsis: 'the dots',
  empty: 'an empty place',
  error: 'what could not be read',
};

const minusOne: Code = () => integer(-1);

const constant =
  (block: Block): Code =>
  () =>
    block;

/**
 * The code of an expression of the network: an exact matrix, or why it has no value. The names in it get their slots
 * among `names`.
 */
export const compile = (expression: Expression, names: string[]): Code => {
  const part: Compile = (inner) => compile(inner, names);
  switch (expression.kind) {
    case 'number': {
      const value = writtenNumber(expression)?.value;
      return value ? constant(scalar(value)) : troubled(unknown('so long a number'));
    }
    case 'symbol':
      return symbolCode(expression.name, names);
    case 'index':
      return vectorCode(expression, names);
    case 'negative':
      return joinedCode([minusOne, part(expression.of)], times);
    case 'sum':
      return sumCode(expression.terms, names, part);
    case 'product':
      return productCode(expression.factors, names, part);
    case 'quotient':
      return quotientCode(part(expression.over), part(expression.under));
    case 'power':
      return powerCode(expression, names, part);
    case 'apply':
      return applicationCode(expression, names, part);
    case 'derivative':
      return derivativeCode(expression, names, part);
    case 'big':
      return bigCode(expression, names, part);
    case 'marked':
      return expression.mark === 'final' ? part(expression.of) : troubled(unknown('something crossed out'));
    case 'list': {
      const only = expression.items.length === 1 ? expression.items[0] : undefined;
      return only ? part(only) : troubled(unknown('a list'));
    }
    default:
      return troubled(unknown(kindNames[expression.kind] ?? `a ${expression.kind}`));
  }
};
