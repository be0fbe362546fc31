/** From chains that name a quantity to the answers they give. */
import type { Expression } from '../../math/expression/tree.ts';
import { nodes } from '../../math/expression/walk.ts';
import type { AnswerClaim, ChainClaim, Member } from '../../model/claim.ts';
import { components } from './components.ts';
import type { Answer } from './located.ts';
import { component, type Naming, type NamingIndex } from './naming.ts';
import type { Target } from './targets.ts';
import { valueMember } from './value-member.ts';

const errorIn = (e: Expression): string | undefined => {
  if (e.kind === 'number') return undefined;
  for (const node of nodes(e)) if (node.kind === 'error') return node.message;
  return undefined;
};

export const withoutMark = (e: Expression): Expression =>
  e.kind === 'marked' && e.mark === 'final' ? withoutMark(e.of) : e;

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
  how: Attribution,
): Answer | undefined =>
  answerWithin(claim, named, at, (whole) => (part === undefined ? whole : component(whole, part)), how);

/** The answer that stands somewhere within one member of a chain. */
export const answerWithin = (
  claim: ChainClaim,
  named: number,
  at: number,
  find: (whole: Expression) => Expression | undefined,
  { by, doubtful }: Attribution,
): Answer | undefined => {
  const member = claim.members[at];
  if (!member) return undefined;
  const broken = member.broken ?? errorIn(member.expression);
  const whole = withoutMark(member.expression);
  const value = find(whole);
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

/** The answer that one naming of a target gives. */
export const answerOf = (target: Target, naming: Naming, index: NamingIndex, how: Attribution): Answer | undefined => {
  const { claim, named } = naming;
  const at = valueMember(claim, named, target.wanted, (i) => index.isSameName(claim, i, named));
  if (at === undefined) return undefined;
  const part = naming.part ?? pairPart(target, claim.members[at]);
  return answerAt(claim, named, at, part, how);
};

/** `x_1 = (3.55, 0.2)`, the point named by its first letter, where `x_1` alone is asked. */
const pairPart = ({ pair }: Target, value: Member | undefined): number | undefined =>
  pair && value && components(withoutMark(value.expression))?.length === pair.keys.length ? pair.part : undefined;

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
