/**
 * Sentences that name a value and claim nothing: "if the trace were 3", "show that the trace is 3", "is the trace 3?",
 * "it is not true that the trace is 3". All in small letters.
 */
import { matches } from '../matches.ts';

/** What makes the rest of its sentence a supposition. */
const supposes =
  /\b(?:if|suppose|supposing|assum\w*|imagine|unless|provided|were|would|wenn|falls(?!\s+(?:from|to|below|by|in)\b)|angenommen|supposons|supongamos)\b/;
/** "check if", "to see whether": no supposition, but what stands in the same clause is not claimed. */
const asks = /\b(?:check|see|test|know|determine|ask|wonder|tell|verify|decide)\s+(?:if|whether)\b/g;

/** "if we expand along the first row": the way to a value, no supposition. */
const byWay =
  /\bif\s+(?:we|you|one)\s+(?:expand|use|apply|compute|calculate|multiply|add|sum|plug|insert|evaluate|simplify)\w*\b/g;

/** A task at the beginning: "(a) Show that …". "Find the eigenvalues: 1 and 3" is answered behind the colon. */
const task =
  /^[\s>*\-(]*(?:(?:task|question|exercise|problem|part|q)?\s*[\da-z]{0,2}(?:\.\d+)*\s*[).:]\s*)?(?:please\s+)?(?:show|prove|verify|check|explain|derive|confirm|demonstrate|let|consider|find|compute|calculate|determine|give|state|zeige|beweise|berechne|montrer|montrez|calculez|demuestre|calcule)\b/;
const answered =
  /^[\s>*\-(]*(?:[\da-z]{0,2}[).:]\s*)?(?:find|compute|calculate|determine|give|berechne|calculez|calcule)\b/;
/** "we must show that", "we are asked to verify that", "to prove that". */
const intends =
  /\b(?:(?:must|should|have|has|had|need|needs|want|wants|asked|required|wish|going|try|in order|hope)\s+to|must|to)\s+(?:show|prove|verify|check|see|confirm|demonstrate)\b/;
/** What stands in the same clause before the value is told, denied or asked. */
const told =
  /\b(?:given|recall|remember|told|known|not|never|neither|nor|cannot|whether|wrong|wrongly|incorrect|incorrectly|instead|expected|claims?|claimed|says?|rather than)\b|n['’]t\b/;

const clauseStart = /[,:;]\s|\b(?:and|but|so|then|hence|thus|therefore)\b/g;

/** The last clause of a text: what stands behind its last comma or conjunction. */
const lastClause = (text: string): string => {
  const last = matches(clauseStart, text).at(-1);
  return last ? text.slice(last.index) : text;
};

/**
 * Whether what follows `before` in its sentence is no claim. `by` is the sign or verb that leads to the value, `stop` what
 * the sentence ends in.
 */
export const isUnclaimed = (before: string, by: string, stop: string): boolean => {
  if (stop === '?') return true;
  if (supposes.test(before.replace(asks, ' ').replace(byWay, ' ')) || intends.test(lastClause(before))) return true;
  if (task.test(before) && !(by.includes(':') && answered.test(before))) return true;
  return told.test(lastClause(before));
};

/** What may follow a value that a sentence gives: its end, a sign, or words that lead on. */
const leadsOn =
  /^[^\S\n]*[$)]*[^\S\n]*(?:$|[.,;:!≠<>=≈→⇒\n\uE000-\uF8FF(]|(?:and|so|which|hence|thus|therefore|because|since|as|while|whereas|but|that|respectively|with|from|using|after|in\s+(?:total|general|all|step|iteration|(?:the|this)\s+(?:\w+\s+)?(?:step|iteration|case))|also|then|is|we|und|et|y|e)\b)/u;
const supposedBehind = /^[\s$)]*,?\s*(?:if|when|whenever|unless|provided|assuming)\b/;

/** Whether the words behind a value restrict it or make another one of it: "3 if a = 1", "2 by 2", "3 times as large". */
export const isRestricted = (behind: string): boolean => supposedBehind.test(behind) || !leadsOn.test(behind);
