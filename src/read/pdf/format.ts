import type { Document } from '../../model/document.ts';
import type { Draft } from '../draft/draft.ts';
import { addPart, draft, exceeded, finish, note } from '../draft/draft.ts';
import { limits } from '../limits.ts';
import { readMarkdown } from '../markdown/reader.ts';
import type { Reader, Source } from '../reader.ts';
import { walkOver } from '../scan/walk.ts';
import type { PageContent } from './content.ts';
import type { PdfFault } from './library.ts';
import { openPdf } from './library.ts';
import { readLines } from './page.ts';
import { pageText } from './page-text.ts';

const unreadable = (into: Draft, file: string, reason: string): void =>
  addPart(into, { kind: 'unreadable', reason, range: { file, start: 0, end: 0 } });

const reasons = {
  'pdf-broken': 'The PDF is damaged.',
  'pdf-encrypted': 'The PDF is locked with a password.',
} as const satisfies Record<PdfFault, string>;

const area = ({ x0, x1, y0, y1 }: PageContent['images'][number]): number => Math.abs((x1 - x0) * (y1 - y0));

/** Hardly any sign, and an image over a good part of the page. */
const isScan = ({ glyphs, images, width, height }: PageContent): boolean =>
  glyphs.length < 20 && images.some((image) => area(image) > 0.3 * width * height);

const takePage = (into: Draft, name: string, page: number, content: PageContent | undefined): void => {
  const file = `${name}#page${page}`;
  if (!content || isScan(content) || content.tooMany) {
    into.sources.push({ file, text: '', page });
    if (content?.tooMany) exceeded(into, limits.pdfItems, { file, start: 0, end: 0 });
    else note(into, content ? 'pdf-scanned' : 'pdf-broken', { file, start: 0, end: 0 });
    unreadable(into, file, content ? 'The page is an image without text.' : 'The page is damaged.');
    return;
  }
  const { text, doubts } = pageText(content, readLines(content));
  into.sources.push({ file, text, page });
  into.doubts = doubts;
  readMarkdown(walkOver(into, file, text, 'markdown'));
  into.doubts = [];
};

const read = async ({ name, bytes, decoded }: Source): Promise<Document> => {
  const into = draft(name, decoded.encoding);
  const pdf = bytes.length > limits.pdfBytes.value ? undefined : await openPdf(bytes);
  if (pdf === undefined || typeof pdf === 'string') {
    into.sources.push({ file: name, text: '' });
    if (pdf) note(into, pdf, { file: name, start: 0, end: 0 });
    else exceeded(into, limits.pdfBytes, { file: name, start: 0, end: 0 });
    unreadable(into, name, pdf ? reasons[pdf] : limits.pdfBytes.message);
    return finish(into, 'pdf');
  }
  const pages = Math.min(pdf.pages, limits.pdfPages.value);
  for (let page = 1; page <= pages; page += 1) takePage(into, name, page, await pdf.page(page));
  if (pages < pdf.pages) exceeded(into, limits.pdfPages, { file: `${name}#page${pages}`, start: 0, end: 0 });
  await pdf.close();
  return finish(into, 'pdf');
};

/** PDFs made by LaTeX or a word processor: what is drawn is put together to formulas again. */
export const pdfReader: Reader = {
  name: 'pdf',
  extensions: ['.pdf'],
  recognises: ({ bytes }) => (String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-') ? 1 : 0),
  read,
};
