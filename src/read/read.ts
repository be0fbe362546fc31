import type { Document } from '../model/document.ts';
import type { Submission } from '../model/submission.ts';
import { draft, exceeded, finish, note } from './draft/draft.ts';
import { limits } from './limits.ts';
import { merged } from './merge.ts';
import type { Step } from './plan.ts';
import { alreadyRead, madeFrom, plan, withOddities } from './plan.ts';
import type { Reader } from './reader.ts';
import { readers, textReaders } from './readers.ts';

const aboutFiles = ({ files }: Submission, documents: readonly Document[], made: readonly Step[]): Document => {
  const into = draft(files[0]?.name ?? '');
  if (documents.length === 0) note(into, 'no-files');
  if (files.length > limits.files.value) exceeded(into, limits.files);
  for (const { source } of made) note(into, 'same-as-source', { file: source.name, start: 0, end: 0 });
  return finish(into, 'none');
};

/** What the steps left to read, in order; reading one may settle others (`\input`). */
function* readings(submission: Submission, among: readonly Reader[]): Generator<Step, Document, Document> {
  const documents: Document[] = [];
  const made: Step[] = [];
  for (const step of plan(submission, among)) {
    if (madeFrom(step, documents)) made.push(step);
    else if (!alreadyRead(step, documents)) documents.push(withOddities(yield step, step));
  }
  const said = aboutFiles(submission, documents, made);
  return merged(documents, said.notices) ?? said;
}

const isPromise = (value: Document | Promise<Document>): value is Promise<Document> => value instanceof Promise;

const nothing = (step: Step): Document => step.instead ?? finish(draft(step.source.name), 'none');

/**
 * Reads what one student handed in: every file in the format its content shows, the main file first, those it inputs in
 * their places. Never throws on what stands in it.
 */
export const readSubmission = async (submission: Submission): Promise<Document> => {
  const steps = readings(submission, readers);
  let next = steps.next();
  while (!next.done) {
    const { source, reader } = next.value;
    const document = reader ? reader.read(source) : nothing(next.value);
    next = steps.next(isPromise(document) ? await document : document);
  }
  return next.value;
};

/** The same without waiting: a PDF, which only `readSubmission` reads, becomes an unreadable part. */
export const readSubmissionSync = (submission: Submission): Document => {
  const steps = readings(submission, textReaders);
  let next = steps.next();
  while (!next.done) {
    const step: Step = next.value;
    const reader = textReaders.find(({ name }) => name === step.reader?.name);
    next = steps.next(reader ? reader.read(step.source) : nothing(step));
  }
  return next.value;
};
