/** From chains that name a quantity to the answers they give. */
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { AnswerClaim, ChainClaim, Member } from '../../model/claim.ts';
import type { Answer } from './located.ts';
import { components } from './names.ts';
import { component, type Naming, type NamingIndex } from './naming.ts';
import type { Target } from './targets.ts';
import { valueMember } from './value-member.ts';

const errorIn = (e: Expression): string | undefined => {
  for (const node of nodes(e)) if (node.kind === 'error') return node.message;
  return undefined;
};

const withoutMark = (e: Expression): Expression => (e.kind === 'marked' && e.mark === 'final' ? withoutMark(e.of) : e);

/** What stands in a box has its braces around it. */
const withoutBraces = (text: string): string => (/^\{[^{}]*\}$/.test(text) ? text.slice(1, -1).trim() : text);

const placed = (member: Member, value: Expression, claim: ChainClaim): Pick<Answer, 'text' | 'place'> => {
  const whole = member.expression.at;
  const own = value.at;
  if (!whole || !own || value === member.expression || own.start < whole.start) {
    return { text: member.text, place: member.place };
  }
  const [from, to] = [own.start - whole.start, own.end - whole.start];
  const before = member.text.slice(0, from);
  if (before.includes('\n')) return { text: member.text, place: member.place ?? claim.place };
  return {
    text: withoutBraces(member.text.slice(from, to)) || member.text,
    place: { ...member.place, column: member.place.column + from },
  };
};

interface Attribution {
  readonly by: Answer['by'];
  readonly doubtful?: boolean;
}

/** The answer that one member of a chain gives, or one component of it. */
export const answerAt = (
  claim: ChainClaim,
  named: number,
  at: number,
  part: number | undefined,
  { by, doubtful }: Attribution,
): Answer | undefined => {
  const member = claim.members[at];
  if (!member) return undefined;
  const broken = member.broken ?? errorIn(member.expression);
  const whole = withoutMark(member.expression);
  const value = part === undefined ? whole : component(whole, part);
  if (!value && broken === undefined) return undefined;
  return {
    claim,
    member: at,
    named,
    value: value ?? whole,
    ...placed(member, value ?? member.expression, claim),
    ...(broken !== undefined && { broken }),
    by,
    doubtful: doubtful === true || claim.doubtful === true,
    final: claim.final,
  };
};

const answerOf = (target: Target, naming: Naming, index: NamingIndex, how: Attribution): Answer | undefined => {
  const { claim, named } = naming;
  const at = valueMember(claim, named, target.wanted, (i) => index.keyOf(claim, i) === index.keyOf(claim, named));
  if (at === undefined) return undefined;
  const part = naming.part ?? pairPart(target, claim.members[at]);
  return answerAt(claim, named, at, part, how);
};

/** `x_1 = (3.55, 0.2)`, the point named by its first letter, where `x_1` alone is asked. */
const pairPart = ({ pair }: Target, value: Member | undefined): number | undefined =>
  pair && value && components(withoutMark(value.expression))?.length === pair.keys.length ? pair.part : undefined;

const isVector = (size: number, { value }: Answer): boolean => components(value)?.length === size;

/** Points named by the first letter of the pair: `x_1 = (3.55, 0.2)` for `(x_1, y_1)` or for `y_1`. */
const byFirstLetter = (target: Target, index: NamingIndex): readonly Answer[] => {
  const keys = target.pair?.keys ?? target.parts;
  const [first] = keys ?? [];
  if (!keys || first === undefined || first === target.key) return [];
  return index.of(first).flatMap((naming) => {
    const whole =
      naming.part === undefined
        ? answerOf({ ...target, wanted: 'value' }, { ...naming }, index, { by: 'symbol' })
        : undefined;
    if (whole?.claim.kind !== 'chain') return [];
    const member = whole.claim.members[whole.member];
    const size = member && components(withoutMark(member.expression))?.length;
    return size === keys.length ? [whole] : [];
  });
};

/** Points under a letter the assignment does not use: `p_1 = (3.55, 0.2)` for `(x_1, y_1)`. */
const byOtherLetter = (target: Target, index: NamingIndex, others: readonly string[]): readonly Answer[] => {
  const keys = target.pair?.keys ?? target.parts;
  if (!keys || keys.length < 2) return [];
  const step = /_(\d+)$/.exec(keys[0] ?? '')?.[1];
  if (step === undefined) return [];
  return others.flatMap((letter) =>
    index.of(`${letter}_${step}`).flatMap((naming) => {
      if (naming.part !== undefined) return [];
      const whole = answerOf({ ...target, wanted: 'value' }, naming, index, { by: 'symbol', doubtful: true });
      if (!whole) return [];
      if (whole.claim.kind === 'chain' && target.pair) {
        const member = whole.claim.members[whole.member];
        return member && components(withoutMark(member.expression))?.length === keys.length ? [whole] : [];
      }
      return isVector(keys.length, whole) ? [whole] : [];
    }),
  );
};

/** Every answer that chains give to a target by naming it, in document order; `others` are letters free for points. */
export const namedAnswers = (target: Target, index: NamingIndex, others: readonly string[]): readonly Answer[] => {
  const direct = index.of(target.key).flatMap((naming) => answerOf(target, naming, index, { by: 'symbol' }) ?? []);
  const found = [...direct, ...byFirstLetter(target, index)];
  const answers = found.length > 0 ? found : byOtherLetter(target, index, others);
  return [...answers].sort((a, b) => a.claim.order - b.claim.order);
};

/** The answer of an answer sheet. */
export const filedAnswer = (claim: AnswerClaim): Answer => {
  const { expression, text, place: at, broken } = claim.member;
  const problem = broken ?? errorIn(expression);
  return {
    claim,
    member: 0,
    named: 0,
    value: expression,
    text,
    place: at,
    ...(problem !== undefined && { broken: problem }),
    by: 'id',
    doubtful: claim.doubtful === true,
    final: false,
  };
};
