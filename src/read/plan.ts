import type { Document } from '../model/document.ts';
import type { Submission, SubmittedFile } from '../model/submission.ts';
import type { Draft } from './draft/draft.ts';
import { addPart, draft, exceeded, finish, note } from './draft/draft.ts';
import type { RemarkName } from './draft/remarks.ts';
import { isRemarkName } from './draft/remarks.ts';
import { limits } from './limits.ts';
import type { Reader, Source } from './reader.ts';
import { decode } from './source/decode.ts';
import { isPdf } from './source/pdf-mark.ts';

/** One file with the reader that suits it; without a reader, what is said of it instead. */
export interface Step {
  readonly source: Source;
  readonly reader?: Reader;
  readonly instead?: Document;
}

const extensionOf = (name: string): string => /\.[A-Za-z0-9]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** The name decides between readers that are about equally sure. */
const bonus = 0.15;

const bestReader = (source: Source, readers: readonly Reader[]): { reader?: Reader; score: number } => {
  const extension = extensionOf(source.name);
  let best: { reader?: Reader; score: number } = { score: 0 };
  for (const reader of readers) {
    const sure = reader.recognises(source);
    const score = sure + (sure > 0 && reader.extensions.includes(extension) ? bonus : 0);
    if (score > best.score) best = { reader, score };
  }
  return best;
};

const pictures = /\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|eps|heic)$/i;
const companions =
  /\.(?:py|m|r|jl|c|cc|cpp|h|java|js|ts|rs|go|sh|mat|npy|npz|pkl|csv|tsv|xlsx?|docx?|pptx?|zip|gz|json|toml|cls|sty|bib|bst|aux|log|out|toc|gz|fls|fdb_latexmk|bbl|blg|nav|snm|html?|css|xml|lock|ini|cfg|exe|so|o)$/i;

/** A document that says one thing about a file. */
const saying = (name: string, say: (into: Draft) => void): Document => {
  const into = draft(name);
  into.sources.push({ file: name, text: '' });
  say(into);
  return finish(into, 'none');
};

const unread = (name: string, remark: RemarkName, reason: string): Document =>
  saying(name, (into) => {
    const range = { file: name, start: 0, end: 0 };
    note(into, remark, range);
    addPart(into, { kind: 'unreadable', reason, range });
  });

const tooLarge = ({ name }: SubmittedFile): Document =>
  saying(name, (into) => {
    const range = { file: name, start: 0, end: 0 };
    exceeded(into, limits.textBytes, range);
    addPart(into, { kind: 'unreadable', reason: limits.textBytes.message, range });
  });

const passedOver = (name: string): Document =>
  saying(name, (into) => note(into, 'unknown-format', { file: name, start: 0, end: 0 }));

const picture = (name: string): Document =>
  saying(name, (into) =>
    addPart(into, { kind: 'figure', source: name, caption: '', range: { file: name, start: 0, end: 0 } }),
  );

/** A file that is passed over beside others, and all there is where it stands alone. */
const isAside = ({ source: { name }, reader }: Step): boolean =>
  !reader && (pictures.test(name) || companions.test(name));

/** A photo of the work, a word processor's file: it may well hold the answers, and only a person can tell. */
const notForReading = ({ source }: Step): Step => {
  const { name } = source;
  const range = { file: name, start: 0, end: 0 };
  const isPicture = pictures.test(name);
  const instead = saying(name, (into) => {
    note(into, isPicture ? 'picture-alone' : 'format-alone', range);
    if (isPicture) addPart(into, { kind: 'figure', source: name, caption: '', range });
    addPart(into, { kind: 'unreadable', reason: 'The hand-in is of a kind that cannot be read.', range });
  });
  return { source, instead };
};

const stepFor = (file: SubmittedFile, beside: Source['beside'], readers: readonly Reader[]): Step => {
  const { name, bytes, lost } = file;
  const empty: Source = { ...file, beside, decoded: { text: '', encoding: 'utf-8', oddities: [] } };
  if (lost) return { source: empty, instead: unread(name, 'not-opened', `The file ${name} could not be opened.`) };
  if (pictures.test(name)) return { source: empty, instead: picture(name) };
  if (companions.test(name)) return { source: empty, instead: passedOver(name) };
  const pdf = isPdf(bytes);
  const most = /\.ipynb$/i.test(name) ? limits.notebookBytes.value : limits.textBytes.value;
  if (!pdf && bytes.length > most) return { source: empty, instead: tooLarge(file) };
  const source: Source = pdf ? empty : { ...empty, decoded: decode(bytes) };
  if (source.decoded.oddities.includes('not-text'))
    return { source, instead: unread(name, 'not-text', 'The file is not text.') };
  // Among readers of text alone, none suits a PDF.
  const suited = pdf ? readers.filter(({ extensions }) => extensions.includes('.pdf')) : readers;
  const { reader } = bestReader(source, suited);
  if (reader) return { source, reader };
  return { source, instead: pdf ? unread(name, 'pdf-later', 'The PDF was not read.') : saying(name, () => undefined) };
};

/** How much a file looks like the one that holds the rest together. */
const mainness = ({ source, reader }: Step): number => {
  if (!reader) return -1;
  const whole = /\\documentclass|\\begin\s*\{document\}/.test(source.decoded.text.slice(0, 50_000)) ? 4 : 0;
  const named = /(?:^|\/)(?:main|index|report|submission|answers?|solutions?|hw|homework|assignment)/i.test(source.name)
    ? 2
    : 0;
  const aside = /(?:^|\/)(?:readme|licen[cs]e|changelog|notes?)\b/i.test(source.name) ? -0.5 : 0.5;
  return whole + named + aside;
};

/** The files in the order of reading: the main one first, the others as they came. */
export const plan = ({ files }: Submission, readers: readonly Reader[]): readonly Step[] => {
  const taken = files.slice(0, limits.files.value);
  const beside = new Map(taken.map((file) => [file.name, file]));
  const each = taken.map((file) => stepFor(file, beside, readers));
  const steps = each.every(isAside) ? each.map(notForReading) : each;
  const [main] = [...steps].sort((a, b) => mainness(b) - mainness(a));
  return main ? [main, ...steps.filter((step) => step !== main)] : [];
};

const stem = (name: string): string => name.replace(/\.[A-Za-z0-9]+$/, '');

const mentions = (document: Document, picture: string): boolean =>
  document.parts.some(
    (part) =>
      part.kind === 'figure' && part.source !== '' && stem(picture).endsWith(stem(part.source.replace(/^.*\//, ''))),
  );

/** Why a file needs no reading of its own any more: another one included it, shows it, or is its source. */
export const alreadyRead = ({ source, instead }: Step, documents: readonly Document[]): boolean => {
  const files = documents.flatMap((document) => document.sources.map(({ file }) => file));
  if (files.includes(source.name)) return true;
  return instead?.parts[0]?.kind === 'figure' && documents.some((document) => mentions(document, source.name));
};

/** A PDF beside the source it was made from. */
export const madeFrom = ({ source, reader }: Step, documents: readonly Document[]): boolean =>
  reader?.name === 'pdf' &&
  documents.some(
    (document) => document.format !== 'none' && document.sources.some(({ file }) => stem(file) === stem(source.name)),
  );

/** The document with what was odd about its file's bytes. */
export const withOddities = (document: Document, { source, instead }: Step): Document => {
  if (instead) return document;
  const { decoded, name } = source;
  const said = saying(name, (into) => {
    for (const oddity of decoded.oddities) if (isRemarkName(oddity)) note(into, oddity);
    if (decoded.text.trim() === '' && document.format !== 'pdf') note(into, 'empty-file');
  });
  if (said.notices.length === 0) return document;
  const turned = Math.max(0, decoded.text.search(/[\u202a-\u202e\u2066-\u2069]/));
  const place = document.place({ file: name, start: turned, end: turned });
  return { ...document, notices: [...said.notices.map((notice) => ({ ...notice, place })), ...document.notices] };
};
