import { answerSheetReader } from './answers/format.ts';
import { latexReader } from './latex/reader.ts';
import { markdownReader } from './markdown/format.ts';
import { notebookReader } from './notebook/format.ts';
import { pdfReader } from './pdf/format.ts';
import type { Reader, TextReader } from './reader.ts';
import { textReader } from './text/format.ts';

/** Formats that are text: read without waiting. */
export const textReaders: readonly TextReader[] = [
  notebookReader,
  answerSheetReader,
  latexReader,
  markdownReader,
  textReader,
];

/** All formats. A new one is a file with a `Reader` and a word here. */
export const readers: readonly Reader[] = [...textReaders, pdfReader];
