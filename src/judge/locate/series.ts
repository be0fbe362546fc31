/**
 * Iterates listed in one go: `x = [4, 3.55, 3.185]`, `(4, 1) → (3.55, 0.2) → …`. Where the list begins with the given start
 * it counts from 0, where it has as many items as the assignment asks steps from 1; either is an interpretation, and
 * doubtful.
 */

import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { equals } from '../../math/number/exact.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { answerAt, answerWithin, withoutMark } from './answers.ts';
import { components } from './components.ts';
import type { Answer } from './located.ts';
import { component, type NamingIndex, pointsOf } from './naming.ts';
import type { Target } from './targets.ts';

const itemsOf = (e: Expression): readonly Expression[] | undefined =>
  pointsOf(e) ?? (e.kind === 'list' && e.items.length > 1 ? e.items : undefined);

/** `(0, 0)` before the velocities that are asked for: it is where they start. */
const isZero = (e: Expression | undefined): boolean =>
  (e && components(e)?.every((part) => part.kind === 'number' && /^[0.]+$/.test(part.text))) === true;

const sameNumber = (a: Expression | undefined, b: Expression | undefined): boolean => {
  const [left, right] = [a && writtenNumber(a), b && writtenNumber(b)];
  return left !== undefined && right !== undefined && equals(left.value, right.value);
};

/** What the assignment says of the iterates of a target: where they start and how many it asks. */
export interface Series {
  readonly start?: Expression;
  readonly steps: number;
}

const positionOf = (items: readonly Expression[], step: number, { start, steps }: Series): number | undefined => {
  if (sameNumber(items[0], start) || (items.length > steps && isZero(items[0]))) return step;
  return items.length === steps ? step - 1 : undefined;
};

/** The answers that whole lists of iterates give to a target such as `x_2`. */
export const bySeries = (target: Target, index: NamingIndex, series: Series): readonly Answer[] => {
  const [, letter, digits] = /^(\p{L}[\p{L}\p{M}]*)_(\d+)$/u.exec(target.key) ?? [];
  if (!letter || !digits) return [];
  const names = [letter, `${letter}s`, `${letter}_k`, `${letter}_n`, `${letter}_t`, `${letter}_i`];
  return names
    .flatMap((name) => index.of(name))
    .flatMap(({ claim, named, part }) => {
      const at = claim.members.length - 1;
      const items = part === undefined && at > named ? listIn(claim, at) : undefined;
      const position = items && positionOf(items, Number(digits), series);
      if (position === undefined || !items?.[position]) return [];
      return answerWithin(claim, named, at, (whole) => itemsOf(whole)?.[position], doubtful) ?? [];
    });
};

const listIn = (claim: ChainClaim, at: number): readonly Expression[] | undefined => {
  const member = claim.members[at];
  return member && itemsOf(withoutMark(member.expression));
};

/** A key under which arrows from iterate to iterate are found, and which part of their values is asked. */
interface Way {
  readonly start: string;
  readonly part?: number;
}

/** What the assignment says of arrows that lead to a target: how they may start, and how many there are. */
export interface Path {
  readonly step: number;
  readonly ways: readonly Way[];
}

const doubtful = { by: 'symbol', doubtful: true } as const;

/** One component of a point in a list of them, or the whole. */
const inList = (claim: ChainClaim, step: number, part: number | undefined): Answer | undefined =>
  answerWithin(
    claim,
    0,
    claim.members.length - 1,
    (whole) => {
      const point = pointsOf(whole)?.[step];
      return point && part !== undefined ? component(point, part) : point;
    },
    doubtful,
  );

/**
 * The answers that arrows or a list from the given start give: `4 → 3.55 → 3.185`, `→ (3.55, 0.2)` behind a start on its
 * own, `history = [(4, 1), (3.55, 0.2)]`.
 */
export const byPath = ({ step, ways }: Path, index: NamingIndex): readonly Answer[] =>
  ways.flatMap(({ start, part }) =>
    index.of(start).flatMap(({ claim }) => inList(claim, step, part) ?? answerAt(claim, 0, step, part, doubtful) ?? []),
  );
