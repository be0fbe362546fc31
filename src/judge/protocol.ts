import type { Expression } from '../math/expression/tree.ts';
import { type AnswerRule, compareAnswer } from './comparison/compare-answer.ts';
import { shapeOf } from './comparison/shape.ts';
import { type Decision, undecided } from './decision.ts';
import { compareFinalAnswers } from './protocol/final-answer/compare-final-answers.ts';
import { readText, type TextRead } from './protocol/read-text.ts';
import { type BadRequest, type Request, readRequest } from './protocol/request.ts';
import { spelledOut } from './protocol/spelled-out.ts';

/** A longer line is not read. */
const LIMITS = { line: 4_000_000 } as const;

/** What is answered to a line. */
interface Reply {
  readonly id: string | number | null;
  readonly verdict: Decision['verdict'] | 'unreadable';
  readonly decided?: string;
  readonly finding?: string;
  readonly message?: string;
}

const unreadable = (id: Reply['id'], message: string): Reply => ({ id, verdict: 'unreadable', message });

const replyOf = (id: Reply['id'], { verdict, decided, finding, message }: Decision): Reply => ({
  id,
  verdict,
  ...(decided && { decided }),
  ...(finding && { finding: finding.id }),
  ...(message !== undefined && { message }),
});

type Read = Extract<TextRead, { tree: Expression }>;

const compareTrees = ({ tree: answer }: Read, { tree: reference }: Read, rule: AnswerRule): Decision =>
  rule.kind === 'quantity'
    ? compareAnswer(answer, reference, rule)
    : compareAnswer(spelledOut(answer, reference), spelledOut(reference, answer), rule);

/** One comma between digits, no point, and no brackets that would make it a pair. */
const mayHaveDecimalComma = (text: string): boolean =>
  /^[^.,;]*\d,\d[^.,;]*$/.test(text) && !/[([][^)\]]*,|\\?\{[^}]*,[^}]*\\\}|^\s*\{/.test(text);

/** `3,19` and `6,6·10^-34 J s` where one number is asked for: the comma is a decimal one. */
const withDecimalComma = ({ answer, notation, rule }: Request, reference: Read): Decision | undefined => {
  const isNumber = rule.kind === 'number' || rule.kind === 'quantity';
  if (!isNumber || !mayHaveDecimalComma(answer) || shapeOf(reference.tree).kind !== 'scalar') return undefined;
  const read = readText(answer, notation, rule, ',');
  return 'problem' in read ? undefined : compareTrees(read, reference, rule);
};

const judged = (request: Request): Reply => {
  const { id, answer, reference, notation, rule } = request;
  if (rule.kind === 'final-answer') return replyOf(id, compareFinalAnswers(answer, reference));
  const [ours, theirs] = [readText(answer, notation, rule), readText(reference, notation, rule)];
  if ('problem' in ours) return unreadable(id, ours.problem);
  if ('problem' in theirs) return replyOf(id, undecided(`the reference could not be read: ${theirs.problem}`));
  const direct = compareTrees(ours, theirs, rule);
  const isList = direct.finding?.id === 'other-kind' || (direct.verdict === 'wrong' && ours.tree.kind === 'sequence');
  return replyOf(id, (isList ? withDecimalComma(request, theirs) : undefined) ?? direct);
};

const isBad = (request: Request | BadRequest): request is BadRequest => 'problem' in request;

/**
 * One request of `rederive judge` as a line of JSON, answered with one line of JSON. Never throws: what is no request is
 * `unreadable`, and what fails in here is `undecided` and says so.
 */
export const judgeLine = (line: string): string => {
  if (line.length > LIMITS.line)
    return JSON.stringify(unreadable(null, `a line of more than ${LIMITS.line} characters`));
  const request = readRequest(line);
  if (isBad(request)) return JSON.stringify(unreadable(request.id, request.problem));
  try {
    return JSON.stringify(judged(request));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return JSON.stringify(replyOf(request.id, undecided(`rederive failed on this comparison: ${reason}`)));
  }
};
