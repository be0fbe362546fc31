import type { Expression, Relation } from '../../math/expression/tree.ts';
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

/** Relations that say the same of two sides are decided as one. */
const senses: Partial<Readonly<Record<Relation, Relation>>> = { '≡': '=', '≔': '=', '<': '≤', '>': '≥' };

const nothing: Expression = { kind: 'empty' };

/** Sets a chain beside the instances; nothing is computed before it is asked for, and nothing twice. */
export const trial = (chain: ChainClaim, instances: readonly Instance[], reading: Reading): Trial => {
  const expression = (i: number) => chain.members[i]?.expression ?? nothing;
  const known = new Map<string, LinkOutcome>();
  const between = (from: number, written: Relation, to: number): LinkOutcome => {
    const relation = senses[written] ?? written;
    const key = `${from} ${relation} ${to}`;
    const question = { subject: expression(0), left: expression(from), relation, right: expression(to) };
    const outcome = known.get(key) ?? decideLink(question, instances, reading);
    known.set(key, outcome);
    return outcome;
  };
  return {
    reading,
    instances,
    link: (i) => between(i, chain.relations[i] ?? '=', i + 1),
    fromHead: (i, relation) => between(0, relation, i),
  };
};
