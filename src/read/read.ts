import type { Document } from '../model/document.ts';
import type { Submission } from '../model/submission.ts';
import { draft, finish, note } from './draft/draft.ts';
import type { Source, TextReader } from './reader.ts';
import { textReaders } from './readers.ts';
import { decode } from './source/decode.ts';

const extensionOf = (name: string): string => /\.[A-Za-z0-9]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** The name decides between readers that are about equally sure. */
const bonus = 0.15;

const best = (source: Source, among: readonly TextReader[]): TextReader | undefined => {
  const extension = extensionOf(source.name);
  const scored = among.map((reader) => ({
    reader,
    score: reader.recognises(source) + (reader.extensions.includes(extension) ? bonus : 0),
  }));
  scored.sort((a, b) => b.score - a.score);
  return scored[0]?.reader;
};

const nothing = (name: string): Document => {
  const into = draft(name);
  note(into, 'no-files');
  return finish(into, 'none');
};

/** First version: the text formats, one file. */
export const readSubmissionSync = ({ files }: Submission): Document => {
  const beside = new Map(files.map((file) => [file.name, file]));
  const [main] = files;
  if (!main) return nothing('');
  const source: Source = { ...main, decoded: decode(main.bytes), beside };
  return best(source, textReaders)?.read(source) ?? nothing(main.name);
};

/** Reads what one student handed in. Never throws on what stands in it. */
export const readSubmission = async (submission: Submission): Promise<Document> => readSubmissionSync(submission);
