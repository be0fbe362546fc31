import { list } from '../../../math/expression/build.ts';
import { components } from '../../locate/components.ts';
import { agrees } from '../agreement.ts';
import type { ValueFinding } from '../value-finding.ts';

/** (0.2, 3.55) for (3.55, 0.2). */
export const componentsSwapped: ValueFinding<true> = {
  id: 'components-swapped',
  title: 'The components are in the wrong order',
  spot: ({ claimed, reference }) => {
    const parts = components(claimed);
    if (!parts || parts.length < 2 || reference.kind !== 'value') return undefined;
    return agrees(list([...parts].reverse()), reference.value) === true ? true : undefined;
  },
  say: () => 'The numbers are right, but their order is reversed.',
};
