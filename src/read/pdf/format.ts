import type { Document, Part } from '../../model/document.ts';
import type { Draft } from '../draft/draft.ts';
import { addPart, draft, exceeded, finish, note } from '../draft/draft.ts';
import type { RemarkName } from '../draft/remarks.ts';
import { limits } from '../limits.ts';
import { readMarkdown } from '../markdown/reader.ts';
import type { Reader, Source } from '../reader.ts';
import { walkOver } from '../scan/walk.ts';
import { isPdf } from '../source/pdf-mark.ts';
import { columnsOf } from './columns.ts';
import type { PageContent } from './content.ts';
import type { OpenPdf, PdfFault } from './library.ts';
import { openPdf } from './library.ts';
import { readLines } from './page.ts';
import type { PageText } from './page-text.ts';
import { pageText } from './page-text.ts';
import type { PageEdges } from './running.ts';
import { edgesOf, withoutRunningHeads } from './running.ts';
import { placeholder } from './signs.ts';

const unreadable = (into: Draft, file: string, reason: string): void =>
  addPart(into, { kind: 'unreadable', reason, range: { file, start: 0, end: 0 } });

const reasons = {
  'pdf-broken': 'The PDF is damaged.',
  'pdf-encrypted': 'The PDF is locked with a password.',
  'pdf-unbounded': 'The PDF unpacks without bounds.',
} as const satisfies Record<PdfFault, string>;

const area = ({ x0, x1, y0, y1 }: PageContent['images'][number]): number => Math.abs((x1 - x0) * (y1 - y0));

/** Hardly any sign, and an image over a good part of the page. */
const isScan = ({ glyphs, images, width, height }: PageContent): boolean =>
  glyphs.length < 20 && images.some((image) => area(image) > 0.3 * width * height);

/** Where on the page: `3.1 to 3.6 cm from the top`. */
const region = (height: number, top: number, bottom: number): string => {
  const centimetres = (points: number): string => ((height - points) / 28.3465).toFixed(1);
  return `${centimetres(top)} to ${centimetres(bottom)} cm from the top of the page`;
};

/** Signs that make a formula unreadable, and why. */
const illegible: readonly (readonly [sign: string, why: string])[] = [
  ['\ufffd', 'holds signs that the PDF does not name'],
  [placeholder, `shows ${placeholder} in the place of something that a converter left out`],
];

/** Formulas with signs that say nothing are no formulas: what stands there is shown as unreadable. */
const withoutIllegible = (part: Part, doubts: PageText['doubts'], height: number): Part => {
  if (part.kind !== 'formula') return part;
  const why = illegible.find(([sign]) => part.text.includes(sign))?.[1];
  if (why === undefined) return part;
  const { range, section } = part;
  const doubt = doubts.find(({ start, end }) => range.start < end && range.end > start);
  const where = doubt ? `, ${region(height, doubt.top, doubt.bottom)},` : '';
  return { kind: 'unreadable', range, section, reason: `A formula${where} ${why}.` };
};

/** A share of nameless signs from which on the page as a whole is in doubt. */
const mostUnmapped = 0.1;

type Page = PageContent | 'broken';

/** Why a page cannot be read: the notice's name and the reason shown in its place. */
const faultOf = (page: Page): readonly [RemarkName, string] | undefined => {
  if (page === 'broken') return ['pdf-broken', 'The page is damaged.'];
  if (page.tooMany) return ['pdf-crowded', 'The page holds too many signs to read.'];
  return isScan(page) ? ['pdf-scanned', 'The page is an image without text.'] : undefined;
};

const leavePage = (into: Draft, file: string, page: number, [why, reason]: readonly [RemarkName, string]): void => {
  into.sources.push({ file, text: '', page });
  note(into, why, { file, start: 0, end: 0 });
  unreadable(into, file, reason);
};

/** Columns one behind the other. */
const joined = (columns: readonly PageText[]): PageText => {
  let text = '';
  const doubts: PageText['doubts'][number][] = [];
  for (const column of columns) {
    const by = text === '' ? 0 : text.length + 2;
    text = text === '' ? column.text : `${text}\n\n${column.text}`;
    doubts.push(...column.doubts.map((doubt) => ({ ...doubt, start: doubt.start + by, end: doubt.end + by })));
  }
  return { text, doubts };
};

const takePage = (into: Draft, file: string, page: number, content: PageContent): void => {
  const { text, doubts } = joined(columnsOf(content).map((column) => pageText(column, readLines(column))));
  into.sources.push({ file, text, page });
  into.doubts = doubts;
  const before = into.parts.length;
  readMarkdown(walkOver(into, file, text, 'markdown'));
  into.doubts = [];
  for (const part of into.parts.splice(before)) into.parts.push(withoutIllegible(part, doubts, content.height));
  if ((text.match(/\ufffd/g)?.length ?? 0) > mostUnmapped * text.length) {
    note(into, 'pdf-unnamed', { file, start: 0, end: 0 });
    unreadable(into, file, 'The fonts of the page do not say which signs they show.');
  }
};

/** Running heads are repeated within so many pages: left and right ones may differ. */
const reach = 2;

interface ReadPage {
  readonly page: number;
  readonly content: Page;
  readonly edges: PageEdges;
}

/** The pages one by one, each without what those around it repeat. */
async function* pagesOf(pdf: OpenPdf, pages: number): AsyncGenerator<ReadPage> {
  let around: readonly ReadPage[] = [];
  const cleared = ({ page, content, edges }: ReadPage): ReadPage => {
    const others = around.filter((other) => Math.abs(other.page - page) <= reach).map((other) => other.edges);
    return {
      page,
      edges,
      content: typeof content === 'string' ? content : withoutRunningHeads(content, edges, others),
    };
  };
  for (let page = 1; page <= pages + reach; page += 1) {
    if (page <= pages) {
      const content = await pdf.page(page);
      const edges = typeof content === 'string' ? { page, rows: [] } : edgesOf(page, content);
      around = [...around.filter((other) => other.page >= page - 2 * reach), { page, content, edges }];
    }
    const due = around.find((other) => other.page === page - reach);
    if (due) yield cleared(due);
  }
}

const takeAny = (into: Draft, name: string, { page, content }: ReadPage): void => {
  const [file, fault] = [`${name}#page${page}`, faultOf(content)];
  if (fault) leavePage(into, file, page, fault);
  else if (typeof content !== 'string') takePage(into, file, page, content);
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
  for await (const page of pagesOf(pdf, pages)) takeAny(into, name, page);
  if (pages < pdf.pages) exceeded(into, limits.pdfPages, { file: `${name}#page${pages}`, start: 0, end: 0 });
  await pdf.close();
  if (into.parts.length === 0) note(into, 'empty-file', { file: `${name}#page1`, start: 0, end: 0 });
  return finish(into, 'pdf');
};

/** PDFs made by LaTeX or a word processor: what is drawn is put together to formulas again. */
export const pdfReader: Reader = {
  name: 'pdf',
  extensions: ['.pdf'],
  recognises: ({ bytes }) => (isPdf(bytes) ? 1 : 0),
  read,
};
