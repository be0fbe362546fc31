import { writtenNumber } from '../../../math/expression/written-number.ts';
import { bitsFor } from '../../../math/number/budget.ts';
import { one } from '../../../math/number/exact.ts';
import { divideReal } from '../../../math/number/real.ts';
import { acceptsNumber } from '../../tolerances/tolerances.ts';
import { figuresShown } from '../agreement.ts';
import type { ValueFinding } from '../value-finding.ts';

const bits = bitsFor(30);

/** 0.25 for 4: the answer upside down. */
export const reciprocal: ValueFinding<true> = {
  id: 'reciprocal',
  title: 'The answer is the reciprocal',
  spot: ({ claimed, reference }) => {
    const written = writtenNumber(claimed);
    if (!written || figuresShown(claimed) < 3 || reference.kind !== 'value') return undefined;
    const { value } = reference;
    if (value.kind !== 'exact' && value.kind !== 'enclosure') return undefined;
    const upside = divideReal(one, value, bits);
    if (upside.kind === 'undefined') return undefined;
    return acceptsNumber(written, upside, { kind: 'shown' }).verdict === 'correct' ? true : undefined;
  },
  say: () => 'This is one divided by the right answer.',
};
