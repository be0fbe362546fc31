/** A run `a = b = c` of a formula, and how two of them are put end to end. */
import type { Expression, Relation, Span } from '../../math/expression/tree.ts';

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
  relations.length > 0 && isEmpty(members.at(-1));

/** `a =` and `= b`, `a` and `= b`, `a =` and `b` are one strand. */
export const joinsOnto = (before: Strand, after: Strand): boolean =>
  startsWithRelation(after) || endsWithRelation(before);

/** A strand that others are still put behind. */
export interface GrowingStrand extends Strand {
  readonly members: Expression[];
  readonly relations: Relation[];
  final: boolean;
  doubtful?: boolean;
}

/** A copy that can grow. */
export const growing = (strand: Strand): GrowingStrand => ({
  ...strand,
  members: [...strand.members],
  relations: [...strand.relations],
});

/** Puts a strand behind one it belongs to. */
export const append = (before: GrowingStrand, after: Strand): void => {
  const open = endsWithRelation(before);
  const starts = startsWithRelation(after);
  if (open) before.members.pop();
  // `a =` and `= b`: one relation too many, the sign was repeated at the line's turn.
  if (open && starts) before.relations.pop();
  for (const member of starts ? after.members.slice(1) : after.members) before.members.push(member);
  for (const relation of after.relations) before.relations.push(relation);
  before.final ||= after.final;
  if (after.doubtful) before.doubtful = true;
};

/** What a tree was read from: `text` begins at `offset`. */
export interface Source {
  readonly text: string;
  readonly offset: number;
  /** Its rows are one formula, broken because it is long: `multline`. */
  readonly isOneFormula?: boolean;
}

/** The span of parts that stand one after the other. */
export const spanning = (parts: readonly Expression[]): { readonly at?: Span } => {
  const start = parts[0]?.at?.start;
  const end = parts.at(-1)?.at?.end;
  return start === undefined || end === undefined ? {} : { at: { start, end } };
};
