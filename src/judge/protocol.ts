import { compareAnswer } from './comparison/compare-answer.ts';
import { type Decision, undecided } from './decision.ts';
import { compareFinalAnswers } from './protocol/final-answer/compare-final-answers.ts';
import { readText, type TextRead } from './protocol/read-text.ts';
import { type BadRequest, type Request, readRequest } from './protocol/request.ts';

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

const compareRead = (answer: TextRead, reference: TextRead, { id, rule }: Request): Reply => {
  if (rule.kind === 'final-answer') throw new TypeError('final answers are compared as whole texts');
  if ('problem' in answer) return unreadable(id, answer.problem);
  if ('problem' in reference) return replyOf(id, undecided(`the reference could not be read: ${reference.problem}`));
  return replyOf(id, compareAnswer(answer.tree, reference.tree, rule));
};

const judged = (request: Request): Reply => {
  const { id, answer, reference, notation, rule } = request;
  if (rule.kind === 'final-answer') return replyOf(id, compareFinalAnswers(answer, reference));
  return compareRead(readText(answer, notation, rule), readText(reference, notation, rule), request);
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
