/** A run `a = b = c` of a formula, and how two of them are put end to end. */
import type { Expression, Relation, Span } from '../math/expression/tree.ts';

/** Members and relations as written; the first member is `empty` where the strand begins with a relation. */
export interface Strand {
  readonly members: readonly Expression[];
  readonly relations: readonly Relation[];
  readonly final: boolean;
  /** Where two readings were possible. */
  readonly doubtful?: boolean;
}

export const isEmpty = (e: Expression | undefined): boolean => e?.kind === 'empty';

export const startsWithRelation = ({ members, relations }: Strand): boolean =>
  relations.length > 0 && isEmpty(members[0]);

export const endsWithRelation = ({ members, relations }: Strand): boolean =>
  relations.length > 0 && isEmpty(members[members.length - 1]);

/** `a =` and `= b`, `a` and `= b`, `a =` and `b` are one strand. */
export const joinsOnto = (before: Strand, after: Strand): boolean =>
  startsWithRelation(after) || endsWithRelation(before);

/** Puts two strands that belong together end to end. */
export const join = (before: Strand, after: Strand): Strand => {
  const open = endsWithRelation(before);
  const starts = startsWithRelation(after);
  // `a =` and `= b`: one relation too many, the sign was repeated at the line's turn.
  const [members, relations] = open
    ? [before.members.slice(0, -1), starts ? before.relations.slice(0, -1) : before.relations]
    : [before.members, before.relations];
  return {
    members: [...members, ...(starts ? after.members.slice(1) : after.members)],
    relations: [...relations, ...after.relations],
    final: before.final || after.final,
    ...((before.doubtful || after.doubtful) && { doubtful: true }),
  };
};

/** The span of parts that stand one after the other. */
export const spanning = (parts: readonly Expression[]): { readonly at?: Span } => {
  const start = parts[0]?.at?.start;
  const end = parts[parts.length - 1]?.at?.end;
  return start === undefined || end === undefined ? {} : { at: { start, end } };
};
