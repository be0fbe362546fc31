/** rederive as a library: pure functions from texts and bytes to grades and reports. Runs in Node and in a browser. */
export { grade } from './grade.ts';
export { judgeLine } from './judge/protocol.ts';
export type { SourceText } from './model/document.ts';
export type { Grade, ScoredVerdict, SectionScore } from './model/grade.ts';
export type { Notice } from './model/notice.ts';
export type { Place } from './model/place.ts';
export type { Audience, Item, Rubric, RubricSection } from './model/rubric.ts';
export type { Submission, SubmittedFile } from './model/submission.ts';
export type { BrokenLink, Decided, FindingNote, Verdict, VerdictName } from './model/verdict.ts';
export { engine } from './report/engine.ts';
export type { Reporter } from './report/reporter.ts';
export { reporters } from './report/reporters.ts';
export { type ShownGrade, type ShownItem, shownTo } from './report/shown.ts';
export { loadRubric } from './rubric/load.ts';
export { referenceAnswers } from './solve/solve.ts';
