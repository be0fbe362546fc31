/** A bound on what is read, with what a person is told when it is met. */
export interface Limit {
  readonly name: string;
  readonly value: number;
  /** What was met, and what to do. */
  readonly message: string;
}

const limit = (name: string, value: number, message: string): Limit => ({ name, value, message });

/** Every bound of this room. A submission beyond one of them is read up to it, with a notice. */
export const limits = {
  textBytes: limit(
    'text-bytes',
    10_000_000,
    'The file is larger than 10 MB of text; it was not read. Hand in the written work without data or program output.',
  ),
  notebookBytes: limit('notebook-bytes', 50_000_000, 'The notebook is larger than 50 MB; it was not read.'),
  pdfBytes: limit('pdf-bytes', 50_000_000, 'The PDF is larger than 50 MB; it was not read.'),
  files: limit('files', 200, 'More than 200 files were handed in; the rest was not read.'),
  parts: limit('parts', 100_000, 'The document has more than 100,000 parts; what follows was not read.'),
  formulaLength: limit('formula-length', 200_000, 'A formula longer than 200,000 characters was not read.'),
  inputDepth: limit('input-depth', 16, '\\input nested deeper than 16 files is not followed.'),
  macros: limit('macros', 2_000, 'More than 2,000 macros are defined; the rest was not read.'),
  macroBody: limit('macro-body', 10_000, 'A macro of more than 10,000 characters was not read.'),
  macroSteps: limit('macro-steps', 10_000, 'The macros call each other without end; the rest was left unexpanded.'),
  groupDepth: limit('group-depth', 1_000, 'Groups nested deeper than 1,000 braces are not followed.'),
  jsonDepth: limit('json-depth', 100, 'The notebook is nested deeper than 100 levels; the rest was not read.'),
  cells: limit('cells', 5_000, 'The notebook has more than 5,000 cells; the rest was not read.'),
  outputLength: limit('output-length', 100_000, 'A cell printed more than 100,000 characters; the rest was not read.'),
  pdfPages: limit('pdf-pages', 200, 'The PDF has more than 200 pages; the rest was not read.'),
  pdfItems: limit('pdf-items', 50_000, 'A page holds more than 50,000 signs or lines; it was not read.'),
} as const satisfies Record<string, Limit>;
