import { writtenNumber } from '../../../math/expression/written-number.ts';
import { divide, one, sign } from '../../../math/number/exact.ts';
import { acceptsNumber } from '../../tolerances/tolerances.ts';
import type { ValueFinding } from '../value-finding.ts';

/** 0.25 for 4: the answer upside down. */
export const reciprocal: ValueFinding<true> = {
  id: 'reciprocal',
  title: 'The answer is the reciprocal',
  spot: ({ claimed, reference }) => {
    const written = writtenNumber(claimed);
    if (!written || written.figures.min < 2 || reference.kind !== 'value') return undefined;
    if (reference.value.kind !== 'exact' || sign(reference.value) === 0) return undefined;
    const upside = divide(one, reference.value);
    return acceptsNumber(written, upside, { kind: 'shown' }).verdict === 'correct' ? true : undefined;
  },
  say: () => 'This is one divided by the right answer.',
};
