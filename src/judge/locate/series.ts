/**
 * Iterates listed in one go: `x = [4, 3.55, 3.185]`, `(4, 1) → (3.55, 0.2) → …`. Where the list begins with the given start
 * it counts from 0, where it has as many items as the assignment asks steps from 1; either is an interpretation, and
 * doubtful.
 */

import type { Expression } from '../../math/expression/tree.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { equals } from '../../math/number/exact.ts';
import type { ChainClaim } from '../../model/claim.ts';
import { answerAt, withoutMark } from './answers.ts';
import type { Answer } from './located.ts';
import type { NamingIndex } from './naming.ts';
import type { Target } from './targets.ts';

const itemsOf = (e: Expression): readonly Expression[] | undefined =>
  e.kind === 'list' && e.items.length > 1 ? e.items : undefined;

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
  if (sameNumber(items[0], start)) return step;
  return items.length === steps ? step - 1 : undefined;
};

/** The answers that whole lists of iterates give to a target such as `x_2`. */
export const bySeries = (target: Target, index: NamingIndex, series: Series): readonly Answer[] => {
  const [, letter, digits] = /^(\p{L}+)_(\d+)$/u.exec(target.key) ?? [];
  if (!letter || !digits) return [];
  const names = [letter, `${letter}s`, `${letter}_k`, `${letter}_n`, `${letter}_t`, `${letter}_i`];
  return names
    .flatMap((name) => index.of(name))
    .flatMap(({ claim, named, part }) => {
      const at = claim.members.length - 1;
      const items = part === undefined && at > named ? listIn(claim, at) : undefined;
      const position = items && positionOf(items, Number(digits), series);
      if (position === undefined || !items?.[position]) return [];
      return answerAt(claim, named, at, position, { by: 'symbol', doubtful: true }) ?? [];
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

/** The answers that arrows from the given start give: `4 → 3.55 → 3.185`, `→ (3.55, 0.2)` behind a start on its own. */
export const byPath = ({ step, ways }: Path, index: NamingIndex): readonly Answer[] =>
  ways.flatMap(({ start, part }) =>
    index.of(start).flatMap(({ claim }) => answerAt(claim, 0, step, part, { by: 'symbol', doubtful: true }) ?? []),
  );
