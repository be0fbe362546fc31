/**
 * A formula's tree as strands: the runs `a = b = c` in it, each of which starts afresh.
 *
 *     x_1 = 3.55,\quad y_1 = 0.2      two strands
 *     a &= b \\ &= c \\ d &= e        a = b = c and d = e
 *     a = b \implies c = d            two strands
 */
import type { ApplyNode, Expression, Relation, SequenceNode } from '../../math/expression/tree.ts';
import { sameTree } from '../../math/expression/walk.ts';
import { strandsOfRows } from './rows.ts';
import {
  append,
  type GrowingStrand,
  growing,
  isEmpty,
  joinsOnto,
  type Source,
  type Strand,
  spanning,
} from './strand.ts';

const single = (member: Expression, final = false): Strand => ({ members: [member], relations: [], final });

const implications: ReadonlySet<Relation> = new Set(['⇒', '⇐', '⇔']);

const isMarked = (e: Expression): boolean => e.kind === 'marked' && e.mark === 'final';

const equations: ReadonlySet<Relation | undefined> = new Set(['=', '≈', '≔']);

const isLiteral = (e: Expression): boolean => e.kind === 'number' || (e.kind === 'negative' && e.of.kind === 'number');

/** The arrow of `x_0 = 4 → x_1 = 3.55`: it leads from one equation to the next. */
const leadsOn = (relations: readonly Relation[], start: number, i: number): boolean =>
  relations[i] === '→' && i > start && equations.has(relations[i - 1]) && equations.has(relations[i + 1]);

/** `v_1 = (-0.45, -0.8) → (3.55, 0.2)`: from a value on to another one. Its end may also be the value that is meant. */
const leadsElsewhere = (members: readonly Expression[], relations: readonly Relation[], i: number): boolean => {
  const [before, after] = [members[i], members[i + 1]];
  const isLast = i === relations.length - 1 && (relations[i] === '→' || relations[i] === '⇒');
  return isLast && i > 0 && equations.has(relations[i - 1]) && isPoint(before) && isPoint(after);
};

const isPoint = (e: Expression | undefined): boolean =>
  e?.kind === 'list' && e.items.length > 1 && e.items.every(isLiteral);

/** Cuts a relation where one statement implies the next; `x_1 = 4 - 0.45 ⇒ 3.55` stays whole: its end is no statement. */
const cutAtImplications = (members: readonly Expression[], relations: readonly Relation[]): readonly Strand[] => {
  if (!relations.some((relation) => relation === '→' || implications.has(relation)))
    return [{ members, relations, final: members.some(isMarked) }];
  const strands: Strand[] = [];
  let start = 0;
  for (let i = 0; i <= relations.length; i += 1) {
    const relation = relations[i];
    const next = relations[i + 1];
    const statesMore = next !== undefined && !implications.has(next);
    const isElsewhere = leadsElsewhere(members, relations, i);
    const cuts =
      isElsewhere ||
      leadsOn(relations, start, i) ||
      (relation !== undefined && implications.has(relation) && statesMore);
    if (relation !== undefined && !cuts) continue;
    const part = members.slice(start, i + 1);
    if (part.length > 1 || !part.every(isEmpty)) {
      const doubtful = isElsewhere && { doubtful: true };
      strands.push({ members: part, relations: relations.slice(start, i), final: part.some(isMarked), ...doubtful });
    }
    start = i + 1;
  }
  return strands;
};

/** `x_1, y_1 = 3.55, 0.2`: names to the left, as many values to the right. */
const pairsUp = (items: readonly Expression[]): Strand | undefined => {
  const at = items.findIndex((item) => item.kind === 'relation');
  const [relation, ...others] = items.filter((item) => item.kind === 'relation');
  if (!relation || others.length > 0 || at === 0 || items.length !== 2 * at + 1) return undefined;
  if (relation.members.length !== 2) return undefined;
  const [left, right] = relation.members;
  if (!left || !right || isEmpty(left) || isEmpty(right)) return undefined;
  const listed = (parts: readonly Expression[]): Expression => ({
    kind: 'list',
    open: '(',
    close: ')',
    items: parts,
    ...spanning(parts),
  });
  return {
    members: [listed([...items.slice(0, at), left]), listed([right, ...items.slice(at + 1)])],
    relations: relation.relations,
    final: false,
  };
};

/** `λ_{1,2} = 3, 1` gives two names a value each. */
const namesApart = (strand: Strand): Strand => {
  const [name] = strand.members;
  const value = strand.members.at(-1);
  if (name?.kind !== 'index' || name.indices.length < 2 || value?.kind !== 'list') return strand;
  const { indices, ...single } = name;
  if (value.items.length !== indices.length || !indices.every(({ kind }) => kind === 'number')) return strand;
  const names = indices.map((one): Expression => ({ ...single, indices: [one] }));
  const listed = { kind: 'list', open: '(', close: ')' } as const;
  const apart: Expression = { ...listed, items: names, ...(name.at && { at: name.at }) };
  return { ...strand, members: [apart, ...strand.members.slice(1, -1), { ...value, ...listed }] };
};

/** `x = 1, 2`: values after the last relation are one list; `3,55` without a space could be a decimal comma. */
const withTail = (strand: Strand, tail: readonly Expression[]): Strand => {
  const last = strand.members.at(-1);
  if (!last) return strand;
  const items = [last, ...tail];
  const close = (tail[0]?.at?.start ?? 0) - (last.at?.end ?? 0) <= 1;
  return namesApart({
    ...strand,
    members: [...strand.members.slice(0, -1), { kind: 'list', open: '{', close: '}', items, ...spanning(items) }],
    ...(close && { doubtful: true }),
  });
};

const ofSequence = ({ items }: SequenceNode, source: Source): readonly Strand[] => {
  const pair = pairsUp(items);
  if (pair) return [pair];
  const strands: GrowingStrand[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i];
    if (!item) continue;
    const tail: Expression[] = [];
    const ends = item.kind === 'relation' && isLiteral(item.members.at(-1) ?? item);
    for (let next = items[i + 1]; ends && next && isLiteral(next); next = items[i + 1]) {
      tail.push(next);
      i += 1;
    }
    for (const strand of strandsOf(item, source)) {
      const before = strands.at(-1);
      const whole = tail.length > 0 ? withTail(strand, tail) : strand;
      if (before && joinsOnto(before, whole)) append(before, whole);
      else strands.push(growing(whole));
    }
  }
  return strands;
};

const isSystem = (rows: readonly (readonly Expression[])[]): boolean =>
  rows.length > 0 && rows.every(([first]) => first?.kind === 'relation' || first?.kind === 'rows');

/** `x = 1 or x = 2` gives one name two values: the set of them. */
const ofAlternatives = (terms: readonly Expression[], source: Source): readonly Strand[] => {
  const equations = terms.map((term) => (term.kind === 'relation' && term.relations.join() === '=' ? term : undefined));
  const [name] = equations[0]?.members ?? [];
  const values = equations.flatMap((equation) => equation?.members[1] ?? []);
  const isOneName = name !== undefined && equations.every((one) => one?.members[0] && sameTree(one.members[0], name));
  if (!isOneName || values.length !== terms.length) return terms.flatMap((term) => strandsOf(term, source));
  const set: Expression = { kind: 'list', open: '{', close: '}', items: values, ...spanning(values) };
  return [{ members: [name, set], relations: ['='], final: false }];
};

/** `g(x) = √x: x_1 = g(2)`, read in one go: the colon ends a sentence's first part. */
const isColonBetween = ({ operator, arguments: parts }: ApplyNode): boolean =>
  operator.kind === 'symbol' && operator.name === ':' && parts.some(({ kind }) => kind === 'relation');

/** The strands of a formula in written order; `source` is what it was read from. */
export const strandsOf = (tree: Expression, source: Source): readonly Strand[] => {
  switch (tree.kind) {
    case 'relation':
      return cutAtImplications(tree.members, tree.relations).map(namesApart);
    case 'sequence':
      return ofSequence(tree, source);
    case 'rows':
      return strandsOfRows(tree.rows, source, strandsOf);
    case 'cases':
      return isSystem(tree.rows) ? strandsOfRows(tree.rows, source, strandsOf) : [single(tree)];
    case 'logic':
      if (tree.operator === 'or') return ofAlternatives(tree.terms, source);
      return tree.operator === 'not' ? [] : tree.terms.flatMap((term) => strandsOf(term, source));
    case 'marked':
      return strandsOf(tree.of, source).map((strand) => ({ ...strand, final: true }));
    case 'empty':
      return [];
    case 'apply':
      return isColonBetween(tree) ? tree.arguments.flatMap((part) => strandsOf(part, source)) : [single(tree)];
    default:
      return [single(tree)];
  }
};
