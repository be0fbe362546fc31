/** Even powers of square roots and Euclidean norms, without the root: `‖v‖²` and `(√2)²` of rationals stay exact. */
import { fraction, isInteger, numerator } from '../../number/exact.ts';
import { signOfReal } from '../../number/real.ts';
import type { Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import { writtenNumber } from '../written-number.ts';
import { powerOfValues } from './power-of-values.ts';
import type { Code } from './run.ts';
import { dot, isReal } from './value-arithmetic.ts';

/** What stands under a root or between the bars of a norm. */
interface Rooted {
  readonly kind: 'root' | 'norm';
  readonly of: Expression;
}

const rooted = (e: Expression): Rooted | undefined => {
  if (e.kind === 'root') return e.degree ? undefined : { kind: 'root', of: e.of };
  if (e.kind !== 'apply' || e.operator.kind !== 'symbol' || e.arguments.length !== 1) return undefined;
  const [of] = e.arguments;
  const { name } = e.operator;
  if (!of || (name !== 'sqrt' && name !== 'norm')) return undefined;
  return { kind: name === 'norm' ? 'norm' : 'root', of };
};

/** Half of an even, positive exponent. */
const halfOf = (exponent: Expression): bigint | undefined => {
  const value = writtenNumber(exponent)?.value;
  const k = value && isInteger(value) ? numerator(value) : 0n;
  return k > 0n && k % 2n === 0n ? k / 2n : undefined;
};

/** The square of the root or norm, where it is certain to be what is under it. */
const squareOf = ({ kind }: Rooted, inside: Value, bits: number): Value | undefined => {
  if (kind === 'norm')
    return inside.kind === 'vector' && inside.items.every(isReal) ? dot(inside.items, inside.items, bits) : undefined;
  return isReal(inside) && (signOfReal(inside) ?? -1) >= 0 ? inside : undefined;
};

/** Code for `base^exponent` where base is a square root or norm and the exponent even; undefined for anything else. */
export const compileEvenPower = (
  base: Expression,
  exponent: Expression,
  part: (e: Expression) => Code,
  otherwise: Code,
): Code | undefined => {
  const [root, half] = [rooted(base), halfOf(exponent)];
  if (!root || half === undefined) return undefined;
  const [inside, power] = [part(root.of), fraction(half)];
  return (run, frame) => {
    const square = squareOf(root, inside(run, frame), run.bits);
    return square ? powerOfValues(square, power, run) : otherwise(run, frame);
  };
};
