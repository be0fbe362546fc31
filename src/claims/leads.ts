/**
 * Short lines that stand over claims like headings: "SGD:", "2.2.1 Stochastic gradient descent" in plain text. Whether
 * one of them means a part of the assignment is decided where answers are located.
 */
import type { Lead } from '../model/claim.ts';
import type { Document, ProsePart, Section } from '../model/document.ts';
import type { Found } from './found.ts';

/** A lead and where it stands. */
interface Placed {
  readonly file: string;
  readonly start: number;
  readonly section: Section;
  readonly lead: Lead;
}

const mostWords = 8;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];

/** What a line announces: all of it where it is short and no sentence, else what stands before its colon. */
const announced = (line: string): string | undefined => {
  const colon = line.search(/[:：]/);
  const text = (colon > 0 ? line.slice(0, colon) : line).trim();
  if (colon <= 0 && (/[.,;!?]$/.test(text) || /[=<>≈≤≥$\\]/.test(text))) return undefined;
  const words = wordsOf(text);
  return words.length > 0 && words.length <= mostWords && /\p{L}{2}/u.test(text) ? text : undefined;
};

const linesOf = ({ text, range }: ProsePart): readonly { readonly text: string; readonly start: number }[] => {
  let start = range.start;
  return text.split('\n').map((line) => {
    const placed = { text: line, start };
    start += line.length + 1;
    return placed;
  });
};

const leadsOf = ({ parts }: Document): readonly Placed[] => {
  const leads: Placed[] = [];
  for (const part of parts) {
    if (part.kind !== 'prose') continue;
    const { section, range } = part;
    for (const { text, start } of linesOf(part)) {
      const line = announced(text);
      const last = leads[leads.length - 1];
      const above = last?.section === section ? last.lead : undefined;
      if (line) leads.push({ file: range.file, start, section, lead: { text: line, ...(above && { above }) } });
    }
  }
  return leads;
};

const byFile = (leads: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> => {
  const files = new Map<string, Placed[]>();
  for (const lead of leads) {
    const own = files.get(lead.file);
    if (own) own.push(lead);
    else files.set(lead.file, [lead]);
  }
  return files;
};

/** Gives each claim the nearest lead above it in its section; `found` is in document order. */
export const withLeads = (document: Document, found: readonly Found[]): readonly Found[] => {
  const leads = byFile(leadsOf(document));
  const passed = new Map<string, number>();
  return found.map(({ claim, range }) => {
    const { file, start } = range;
    const own = leads.get(file) ?? [];
    let next = passed.get(file) ?? 0;
    while ((own[next]?.start ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    passed.set(file, next);
    const last = own[next - 1];
    return { claim: last?.section === claim.section ? { ...claim, lead: last.lead } : claim, range };
  });
};
