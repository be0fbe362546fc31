import type { Expression } from '../../math/expression/tree.ts';
import type { Value } from '../../math/expression/value.ts';
import { nodes } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { sign } from '../../math/number/exact.ts';
import type { Reference } from '../../model/world.ts';
import { components } from '../locate/components.ts';

/** A reason not to carry a slip forward, by name. */
export type Guard = 'zero' | 'constant';

const isZero = (e: Expression): boolean => {
  const written = writtenNumber(e);
  if (written) return sign(written.value) === 0;
  return components(e)?.every(isZero) ?? false;
};

const isZeroValue = (value: Value): boolean => {
  if (value.kind === 'exact') return sign(value) === 0;
  return value.kind === 'vector' && value.items.every(isZeroValue);
};

const hasSymbol = (e: Expression): boolean => {
  for (const node of nodes(e)) if (node.kind === 'symbol') return true;
  return false;
};

/**
 * Whether putting `value` in the place of a quantity whose right value is `reference` would make what follows
 * trivial: a zero where there is none, a constant where there is a function.
 */
export const guardAgainst = (value: Expression, reference: Reference): Guard | undefined => {
  if (reference.kind === 'value') return isZero(value) && !isZeroValue(reference.value) ? 'zero' : undefined;
  if (isZero(value)) return 'zero';
  return hasSymbol(reference.expression) && !hasSymbol(value) ? 'constant' : undefined;
};

export const guardText: Readonly<Record<Guard, string>> = {
  zero: 'it is zero, which makes what follows trivial',
  constant: 'it is a constant, which makes what follows trivial',
};
