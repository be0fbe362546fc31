/** `base^exponent`: exponentials, odd roots written as fractions, even powers of roots, and all others. */
import { denominator, type Exact, fraction, numerator } from '../../number/exact.ts';
import { undefinedValue } from '../../number/undefined.ts';
import type { Expression, PowerNode, SymbolNode } from '../tree.ts';
import type { Value } from '../value.ts';
import { writtenNumber } from '../written-number.ts';
import type { Binding, Compiler } from './compiler.ts';
import { complexExp } from './complex-elementary.ts';
import { constant } from './constants.ts';
import { compileSymbol } from './lookup.ts';
import { two } from './parts.ts';
import { powerOfValues, rootOfValue } from './power-of-values.ts';
import type { Code, Run } from './run.ts';
import { compileEvenPower } from './squares.ts';
import { isScalar, shapeName } from './value-arithmetic.ts';

const exponentialOf = (exponent: Value, run: Run): Value => {
  if (exponent.kind === 'undefined') return exponent;
  return isScalar(exponent)
    ? complexExp(exponent, run.bits)
    : undefinedValue('shape', `e to the power of ${shapeName(exponent)}`);
};

/** `e^x` is exp x, unless somebody named a quantity e. */
const compileExponential = (base: SymbolNode, exponent: Code, binding: Binding, compiler: Compiler): Code => {
  const named = compileSymbol(base, binding, compiler);
  if (binding.slots.has(base.name)) return two(named, exponent, powerOfValues);
  return (run, frame) =>
    run.scope.value(base, 1) === undefined
      ? exponentialOf(exponent(run, frame), run)
      : powerOfValues(named(run, frame), exponent(run, frame), run);
};

/** The odd denominator of an exponent written as a fraction: `x^{1/3}` means ∛x, for negative x too. */
const oddRoot = (exponent: Expression): { readonly over: Exact; readonly degree: Exact } | undefined => {
  const shown = writtenNumber(exponent);
  if (shown?.form !== 'fraction') return undefined;
  const degree = denominator(shown.value);
  return degree % 2n === 1n && degree > 1n
    ? { over: fraction(numerator(shown.value)), degree: fraction(degree) }
    : undefined;
};

/** Code for a power. */
export const compilePower = (e: PowerNode, binding: Binding, compiler: Compiler): Code => {
  const part = (child: Expression): Code => compiler.code(child, binding);
  const { base, exponent } = e;
  if (base.kind === 'symbol' && base.name === 'e') return compileExponential(base, part(exponent), binding, compiler);
  const odd = oddRoot(exponent);
  if (!odd) {
    const plain = two(part(base), part(exponent), powerOfValues);
    return compileEvenPower(base, exponent, part, plain) ?? plain;
  }
  const root = two(part(base), constant(odd.degree), rootOfValue);
  return two(root, constant(odd.over), powerOfValues);
};
