import type { Document, Part, Section, SourceText } from '../model/document.ts';
import type { Notice } from '../model/notice.ts';
import { headingWords } from './scan/heading.ts';
import { placesIn } from './source/lines.ts';

/** The words of a file's name: `problem2.md` is a heading `Problem 2` over what stands in it. */
const nameWords = (file: string): Pick<Section, 'title' | 'number'> => {
  const stem = file.replace(/^.*\//, '').replace(/\.[A-Za-z0-9]+$/, '');
  return headingWords(stem.replace(/[_-]+/g, ' ').replace(/(\p{L})(\d)/gu, '$1 $2'));
};

/** Below the new root, above every heading of a file. */
const fileLevel = 1;

const underOneRoot = (document: Document, root: Section): ReadonlyMap<Section, Section> => {
  const made = new Map<Section, Section>();
  const { range } = document.root;
  made.set(document.root, { ...nameWords(range.file), level: fileLevel, range, parent: root });
  for (const section of document.sections) {
    if (section === document.root) continue;
    const parent = section.parent && made.get(section.parent);
    made.set(section, { ...section, level: section.level + fileLevel, ...(parent ? { parent } : {}) });
  }
  return made;
};

const moved = (parts: readonly Part[], sections: ReadonlyMap<Section, Section>): readonly Part[] =>
  parts.map((part) => ({ ...part, section: sections.get(part.section) ?? part.section }));

/** One document of several files, each under a section with its name; the first is the main one. */
const mergedSeveral = (first: Document, documents: readonly Document[]): Document => {
  const root: Section = { title: '', level: 0, range: first.root.range };
  const sectionMaps = documents.map((document) => underOneRoot(document, root));
  const sources: readonly SourceText[] = documents.flatMap((document) => document.sources);
  return {
    format: first.format,
    sources,
    root,
    sections: [root, ...sectionMaps.flatMap((map) => [...map.values()])],
    parts: documents.flatMap((document, index) => moved(document.parts, sectionMaps[index] ?? new Map())),
    macros: [...new Map(documents.flatMap(({ macros }) => macros.map((macro) => [macro.name, macro]))).values()],
    notices: documents.flatMap((document) => document.notices),
    place: placesIn(sources),
  };
};

/** One document of all that was read, with what there is to say about the files themselves before the rest. */
export const merged = (documents: readonly Document[], notices: readonly Notice[]): Document | undefined => {
  const [first] = documents;
  if (!first) return undefined;
  const whole = documents.length === 1 ? first : mergedSeveral(first, documents);
  return notices.length === 0 ? whole : { ...whole, notices: [...notices, ...whole.notices] };
};
