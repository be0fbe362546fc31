import type { Document, FormulaPart, Part } from '../../src/model/document.ts';
import { readSubmissionSync } from '../../src/read/read.ts';

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** The document of some files, by name. */
export const documentOf = (files: Readonly<Record<string, string | Uint8Array>>): Document =>
  readSubmissionSync({
    student: 'ada',
    files: Object.entries(files).map(([name, content]) => ({ name, bytes: bytesOf(content) })),
  });

export const markdown = (text: string): Document => documentOf({ 'work.md': text });
export const latex = (text: string): Document => documentOf({ 'work.tex': text });
export const plain = (text: string): Document => documentOf({ 'work.txt': text });

/** The parts of one kind. */
export const parts = <K extends Part['kind']>(document: Document, kind: K): readonly Extract<Part, { kind: K }>[] =>
  document.parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind);

/** The texts of the formulas, white space made single. */
export const formulas = (document: Document): readonly string[] =>
  parts(document, 'formula').map(({ text }) => text.replace(/\s+/g, ' '));

export const formula = (document: Document, index: number): FormulaPart => {
  const found = parts(document, 'formula')[index];
  if (!found) throw new Error(`there is no formula ${index}: ${formulas(document).join(' | ')}`);
  return found;
};

/** Headings as `number title`, indented by depth. */
export const outline = (document: Document): readonly string[] =>
  document.sections.slice(1).map((section) => {
    let depth = 0;
    for (let around = section.parent; around?.parent; around = around.parent) depth += 1;
    return `${'  '.repeat(depth)}${[section.number, section.title].filter((word) => word !== undefined && word !== '').join(' ')}`;
  });

/** Ids of the notices. */
export const notices = (document: Document): readonly string[] => document.notices.map(({ id }) => id);

/** Line and column of a part. */
export const placeOf = (document: Document, part: Part): string => {
  const { line, column } = document.place(part.range);
  return `${line}:${column}`;
};
