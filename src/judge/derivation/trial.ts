import type { ChainClaim } from '../../model/claim.ts';
import { drawInstance, type Instance } from './instance.ts';
import { decideLink, type LinkOutcome } from './link.ts';
import type { Reading } from './reading.ts';

/** Four steps tell ∏_{i=k+1}^{t} from its neighbours; two hidden units tell W D from D W. */
const steps = 4;
export const lastStep = steps;

/** Several hidden units, where the order of factors matters. The second network is a step shorter: T itself is no constant. */
export const matrixInstances: readonly Instance[] = [drawInstance(1, 2, steps), drawInstance(2, 2, steps - 1)];
/** One hidden unit, where it does not: what fails here fails under every convention. */
export const scalarInstances: readonly Instance[] = [drawInstance(3, 1, steps), drawInstance(4, 1, steps - 1)];

/** How a chain does under one reading: each link, and each member directly against the head. */
export interface Trial {
  readonly reading: Reading;
  readonly instances: readonly Instance[];
  /** Of the link into member i + 1. */
  readonly link: (i: number) => LinkOutcome;
  /** Of member i against the head, by the relation the item asks for. */
  readonly fromHead: (i: number, relation: '=' | '≤') => LinkOutcome;
}

const remembered = <K, V>(compute: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
};

/** Sets a chain beside the instances; nothing is computed before it is asked for. */
export const trial = (chain: ChainClaim, instances: readonly Instance[], reading: Reading): Trial => {
  const expression = (i: number) => chain.members[i]?.expression ?? { kind: 'empty' as const };
  const subject = expression(0);
  const link = remembered((i: number) =>
    decideLink(
      { subject, left: expression(i), relation: chain.relations[i] ?? '=', right: expression(i + 1) },
      instances,
      reading,
    ),
  );
  const direct = {
    '=': remembered((i: number) =>
      decideLink({ subject, left: subject, relation: '=', right: expression(i) }, instances, reading),
    ),
    '≤': remembered((i: number) =>
      decideLink({ subject, left: subject, relation: '≤', right: expression(i) }, instances, reading),
    ),
  };
  return { reading, instances, link, fromHead: (i, relation) => direct[relation](i) };
};
