import type { Notice } from '../../model/notice.ts';

type Severity = Notice['severity'];

/** What reading has to say, by name: severity and sentence. The id of the notice is `read/` and the name. */
const sentences = {
  'not-utf-8': [
    'note',
    'The file is not UTF-8; it was read as Windows-1252 (Latin-1). Letters beyond ASCII may be wrong.',
  ],
  'nul-bytes': ['warning', 'The file holds NUL bytes; they were passed over.'],
  'direction-override': [
    'warning',
    'The text holds characters that turn the reading direction: what is shown may differ from what was read.',
  ],
  'not-text': ['error', 'The file is not text of any known format; it could not be read.'],
  'not-opened': ['error', 'The file could not be opened where it was collected. A person has to look at it.'],
  'empty-file': ['warning', 'The file is empty.'],
  'no-files': ['error', 'Nothing readable was handed in.'],
  'unclosed-math': ['warning', 'A formula is opened here and never closed; it was read up to the next blank line.'],
  'unclosed-environment': [
    'warning',
    'An environment is opened here and never closed; it was read up to the next blank line.',
  ],
  'unclosed-code': ['warning', 'A code block is opened here and never closed; the rest of the file is code.'],
  'unclosed-comment': ['note', 'A comment is opened here and never closed.'],
  'cyclic-input': ['warning', 'This file is already being read, or was read before; \\input was not followed again.'],
  'input-outside': ['warning', 'The path leads out of what was handed in; \\input was not followed.'],
  'input-missing': ['warning', 'The file {file} was not handed in; \\input was not followed.'],
  'front-matter': ['note', 'A line of the answer sheet is not `item: value`; it was passed over.'],
  'unknown-format': ['note', 'The file is of a kind that is not read for answers.'],
  'picture-alone': ['error', 'This is a picture, which cannot be read. A person has to look at it.'],
  'format-alone': [
    'error',
    'A file of this kind is not read for answers. Hand in LaTeX, Markdown, a notebook, plain text or a PDF.',
  ],
  'same-as-source': ['note', 'The PDF has the name of a source file handed in with it; the source was read instead.'],
  'notebook-broken': ['error', 'The notebook is not whole; the cells before the break were read.'],
  'notebook-format': ['error', 'The file is not a notebook of format 4 (or 3).'],
  'pdf-later': ['error', 'The PDF was not read here.'],
  'pdf-broken': ['error', 'The PDF is damaged and could not be read. Hand in a new export, or the source.'],
  'pdf-encrypted': ['error', 'The PDF is locked with a password and could not be read. Hand it in without one.'],
  'pdf-unbounded': ['error', 'The PDF unpacks to more than any written work holds; it was not read.'],
  'pdf-crowded': ['error', 'This page holds more than 50,000 signs or lines; it was not read.'],
  'pdf-unnamed': [
    'error',
    'The fonts of this page do not say which signs they show; much of it could not be read. Hand in the source.',
  ],
  'pdf-scanned': [
    'error',
    'This page is an image (a scan or photo) without text; it cannot be read. A person has to look at it.',
  ],
} as const satisfies Record<string, readonly [Severity, string]>;

export type RemarkName = keyof typeof sentences;

/** The notice of a name, without its place; `file` is told where the sentence speaks of one. */
export const remark = (name: RemarkName, file = ''): Notice => {
  const [severity, message] = sentences[name];
  return { id: `read/${name}`, severity, message: message.replace('{file}', () => file) };
};

/** Whether a word is the name of a remark. */
export const isRemarkName = (name: string): name is RemarkName => Object.hasOwn(sentences, name);
