import { undefinedValue } from '../../number/undefined.ts';
import type { Expression, NumberNode } from '../tree.ts';
import type { Value } from '../value.ts';
import { literalDigits, writtenNumber } from '../written-number.ts';

/** The value of a decimal literal; none of one longer than a number may be. */
export const literalValue = (e: NumberNode): Value =>
  writtenNumber(e)?.value ?? undefinedValue('budget', `a number of more than ${literalDigits} digits`);

/** `0`, `12`: a whole number written the one way that it is printed. */
export const isWholeLiteral = (e: Expression): boolean => e.kind === 'number' && /^(?:0|[1-9]\d*)$/.test(e.text);
