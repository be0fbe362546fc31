import type { MacroDefinition } from '../../math/notation/problem.ts';
import type { Document, Part, Section, SourceText } from '../../model/document.ts';
import type { Notice } from '../../model/notice.ts';
import type { Range } from '../../model/place.ts';
import type { Limit } from '../limits.ts';
import { limits } from '../limits.ts';
import type { Stretch } from '../source/blank.ts';
import type { Decoded } from '../source/decode.ts';
import { placesIn } from '../source/lines.ts';
import type { RemarkName } from './remarks.ts';
import { remark } from './remarks.ts';

/** A section whose end is not known yet. */
interface OpenSection extends Section {
  range: Range;
}

/** A part before it is told its section. */
type Loose<P> = P extends Part ? Omit<P, 'section'> : never;
export type LoosePart = Loose<Part>;

/** What a heading opens. */
export interface Heading {
  readonly title: string;
  readonly number?: string;
  readonly level: number;
  readonly range: Range;
  /** A list item or lettered sub-question, numbered inside its parent. */
  readonly item?: boolean;
}

/** A document while it is read: headings, parts and remarks in the order they are met. */
export interface Draft {
  readonly sources: SourceText[];
  readonly root: OpenSection;
  readonly sections: OpenSection[];
  readonly parts: Part[];
  readonly macros: MacroDefinition[];
  readonly remarks: { readonly notice: Notice; readonly range?: Range }[];
  /** The innermost section that is open. */
  section: OpenSection;
  /** An "Answer:" without a formula yet: the next display is the final answer. */
  expectsAnswer: boolean;
  /** Signs that make a formula doubtful: what is shown may not be what was stored. */
  readonly uncertain: RegExp;
  /** Stretches of the source being read that are doubtful as a whole, in order. */
  doubts: readonly Stretch[];
}

/** Replacement characters, NUL and what turns the reading direction. */
const turned = /[\0\ufffd\u202a-\u202e\u2066-\u2069]/;
const beyondAscii = /[\0\u0080-\uffff]/;

/** An empty draft; sources are added as they are read. */
export const draft = (file: string, encoding: Decoded['encoding'] = 'utf-8'): Draft => {
  const root: OpenSection = { title: '', level: 0, range: { file, start: 0, end: 0 } };
  return {
    sources: [],
    root,
    sections: [root],
    parts: [],
    macros: [],
    remarks: [],
    section: root,
    expectsAnswer: false,
    doubts: [],
    uncertain: encoding === 'latin-1' ? beyondAscii : turned,
  };
};

const lengthOf = (draft: Draft, file: string): number =>
  draft.sources.find((source) => source.file === file)?.text.length ?? 0;

const close = (draft: Draft, section: OpenSection, at: Range): void => {
  const { file, start } = section.range;
  section.range = { file, start, end: file === at.file ? at.start : lengthOf(draft, file) };
};

/** Closes the sections of a level and deeper. */
export const closeSections = (draft: Draft, level: number, at: Range): void => {
  while (draft.section.level >= level && draft.section.parent) {
    close(draft, draft.section, at);
    draft.section = draft.section.parent as OpenSection;
  }
};

/** Opens a section, closing those of its level and deeper. */
export const openSection = (draft: Draft, { title, number, level, range, item }: Heading): void => {
  closeSections(draft, level, range);
  const parent = draft.section;
  const section: OpenSection = {
    title,
    level,
    range,
    parent,
    ...(number === undefined ? {} : { number }),
    ...(item ? { item } : {}),
  };
  draft.sections.push(section);
  draft.section = section;
};

/** Adds a part to the open section; beyond the bound on parts nothing is added. */
export const addPart = (draft: Draft, part: LoosePart): void => {
  if (draft.parts.length < limits.parts.value) {
    const whole: LoosePart & { section?: Section } = part;
    whole.section = draft.section;
    draft.parts.push(whole as Part);
  } else if (draft.parts.length === limits.parts.value) {
    exceeded(draft, limits.parts, part.range);
    draft.parts.push({ kind: 'unreadable', reason: limits.parts.message, range: part.range, section: draft.section });
  }
};

/** Puts down something a person should know about the reading. */
export const note = (draft: Draft, name: RemarkName, range?: Range, file?: string): void => {
  draft.remarks.push({ notice: remark(name, file), ...(range ? { range } : {}) });
};

/** Puts down that a bound was met. */
export const exceeded = (draft: Draft, { name, message }: Limit, range?: Range): void => {
  draft.remarks.push({
    notice: { id: `read/limit-${name}`, severity: 'warning', message },
    ...(range ? { range } : {}),
  });
};

const mostRemarks = 200;

/** Beyond 200 remarks the rest is counted: a page of random bytes must not fill the report. */
const finishedRemarks = (draft: Draft, place: Document['place']): readonly Notice[] => {
  const placed = draft.remarks
    .slice(0, mostRemarks)
    .map(({ notice, range }) => (range ? { ...notice, place: place(range) } : notice));
  const more = draft.remarks.length - mostRemarks;
  if (more <= 0) return placed;
  return [...placed, { id: 'read/more-notices', severity: 'note', message: `${more} more notices are not shown.` }];
};

/** The document, its open sections closed at the end of their files. */
export const finish = (draft: Draft, format: string): Document => {
  const last = draft.sources.at(-1);
  const end: Range = { file: last?.file ?? draft.root.range.file, start: last?.text.length ?? 0, end: 0 };
  for (let open: OpenSection | undefined = draft.section; open; open = open.parent as OpenSection | undefined)
    close(draft, open, end);
  const place = placesIn(draft.sources);
  return {
    format,
    sources: draft.sources,
    root: draft.root,
    sections: draft.sections,
    parts: draft.parts,
    macros: draft.macros,
    notices: finishedRemarks(draft, place),
    place,
  };
};
