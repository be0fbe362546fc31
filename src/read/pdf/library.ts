import type { PageContent } from './content.ts';
import { isBounded } from './guard.ts';
import { contentOf } from './operators.ts';

/** Why a PDF cannot be opened. */
export type PdfFault = 'pdf-broken' | 'pdf-encrypted' | 'pdf-unbounded';

/** An open PDF: pages are asked for one by one. */
export interface OpenPdf {
  readonly pages: number;
  readonly page: (number: number) => Promise<PageContent | 'broken'>;
  readonly close: () => Promise<void>;
}

/** Images above so many pixels are not decoded. */
const mostPixels = 10_000_000;

const library = async () => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js starts no worker of its own where it finds this one.
  if (!('pdfjsWorker' in globalThis))
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
  return pdfjs;
};

type Library = Awaited<ReturnType<typeof library>>;
type Proxy = Awaited<ReturnType<Library['getDocument']>['promise']>;

const subsetTag = /^[A-Z]{6}\+/;

const readPage = async ({ OPS }: Library, document: Proxy, number: number): Promise<PageContent> => {
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = new Map<number, string>(Object.entries(OPS).map(([name, code]) => [Number(code), name]));
  const fontName = (id: string): string => {
    const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined;
    const name = typeof font === 'object' && font !== null && 'name' in font ? font.name : '';
    return String(name).replace(subsetTag, '');
  };
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  // A path that is not painted may clip what follows.
  const nameOf = (code: number, index: number): string => {
    const values: unknown = argsArray[index];
    const isUnpainted = code === OPS.constructPath && Array.isArray(values) && values[0] === OPS.endPath;
    return isUnpainted ? 'endPath' : (names.get(code) ?? '');
  };
  const operators = { names: fnArray.map(nameOf), arguments: argsArray };
  const turned = (quarters: number): PageContent =>
    contentOf(operators, { view: { x0, y0, x1, y1 }, quarters }, fontName);
  const content = turned(page.rotate / 90);
  // A page whose text runs upwards is meant to be turned.
  const most = content.directions.indexOf(Math.max(...content.directions));
  const upright = most === 0 ? content : turned(page.rotate / 90 + most);
  page.cleanup();
  return upright;
};

/**
 * Opens a PDF in this thread: no code of it is evaluated, no font or image of it loaded, nothing fetched. A page that
 * cannot be read is `broken`.
 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf | PdfFault> => {
  if (!(await isBounded(bytes))) return 'pdf-unbounded';
  const pdfjs = await library();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: mostPixels,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return {
      pages: document.numPages,
      page: (number) => readPage(pdfjs, document, number).catch((): 'broken' => 'broken'),
      close: () => task.destroy(),
    };
  } catch (cause) {
    await task.destroy();
    return cause instanceof Error && cause.name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-broken';
  }
};
