/** A PDF written by hand: one page whose content stream is given, with Helvetica as F1, its bold as F2, Courier as F3. */
export interface TinyPdf {
  readonly content: string;
  /** Further objects from number 8 on. */
  readonly objects?: readonly string[];
  readonly resources?: string;
  readonly fonts?: string;
  readonly trailer?: string;
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** Its bytes; every character of the content is one byte. */
export const tinyPdf = ({ content, objects = [], resources = '', fonts = '', trailer = '' }: TinyPdf): Uint8Array => {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R /F3 7 0 R ${fonts} >> ${resources} >> >>`,
    stream(content),
    font('Helvetica'),
    font('Helvetica-Bold'),
    font('Courier'),
    ...objects,
  ];
  let text = '%PDF-1.5\n';
  const offsets = all.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const whole = `${text}${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(whole, (sign) => sign.charCodeAt(0));
};

/** Codes to characters as a PDF names them: `{ a: '√' }`. */
const unicodeMap = (names: Readonly<Record<string, string>>): string => {
  const hex = (text: string): string =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
  const lines = Object.entries(names).map(([code, sign]) => `<${hex(code).slice(2)}> <${hex(sign)}>`);
  return `/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar endcmap`;
};

/** A further font, F4, all signs of one width, whose codes mean what `names` says. */
export const namedFont = (
  name: string,
  names: Readonly<Record<string, string>>,
  width = 500,
): Omit<TinyPdf, 'content'> => ({
  resources: '',
  fonts: '/F4 8 0 R',
  objects: [
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /FirstChar 0 /LastChar 255 /Widths [${`${width} `.repeat(256)}] /ToUnicode 9 0 R >>`,
    stream(unicodeMap(names)),
  ],
});

/** A grey image over the whole page, as a scanner makes it. */
export const scannedPage: TinyPdf = {
  content: 'q 595 0 0 842 0 0 cm /I Do Q',
  resources: '/XObject << /I 8 0 R >>',
  objects: [
    `<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\naaaa\nendstream`,
  ],
};

/** Locked with a password that nobody knows. */
export const lockedPage: TinyPdf = {
  content: 'BT /F1 11 Tf 72 700 Td (x = 3) Tj ET',
  trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${'a'.repeat(32)}) /U (${'b'.repeat(32)}) /P -4 >> /ID [(cccccccccccccccc) (cccccccccccccccc)]`,
};
