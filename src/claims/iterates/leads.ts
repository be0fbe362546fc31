/**
 * Short lines that stand over claims like headings: "SGD:", "2.2.1 Stochastic gradient descent" in plain text. Whether
 * one of them means a part of the assignment is decided where answers are located.
 */
import type { Lead } from '../../model/claim.ts';
import type { Document, ProsePart, Section } from '../../model/document.ts';
import type { Found } from '../found.ts';

/** A lead and where it stands; a run-in ends with its paragraph. */
interface Placed {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly section: Section;
  readonly lead: Lead;
}

const mostWords = 8;
/** What comes later in a long line says nothing about what it stands over. */
const longestSentence = 300;

const word = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu;

/** How many words a text has, counted to one more than a short one has. */
const countWords = (text: string): number => {
  word.lastIndex = 0;
  let count = 0;
  while (count <= mostWords && word.test(text)) count += 1;
  return count;
};

const isShort = (text: string): boolean => {
  const words = countWords(text);
  return words > 0 && words <= mostWords && /\p{L}{2}/u.test(text);
};

/** `2.2.1: x_1 = …`: the number of a part of the assignment. */
const numberBefore = /^(\d+(?:\.\d+)+):/u;
/** `SGD, alpha = 0.05`: a method with its parameters. */
const nameBefore = /^([\p{L}\d'’ -]{2,60})[,(]\s*(?:with\s+)?(?:[$\\\p{L}_{}]{1,20}\s*=\s*[$\d./]+[,;)\s]*){1,6}$/u;

/** What a line of prose is to the claims behind it. */
const leadOf = (line: string): Pick<Lead, 'kind' | 'text'> | undefined => {
  const text = line.trim();
  const numbered = numberBefore.exec(text)?.[1];
  if (numbered) return { kind: numbered.length + 1 === text.length ? 'line' : 'run-in', text: numbered };
  if (!/\p{L}{2}/u.test(text)) return undefined;
  const named = text.includes('=') ? nameBefore.exec(text)?.[1] : undefined;
  if (named && isShort(named)) return { kind: 'line', text: named };
  const colon = text.search(/[:：]/);
  if (colon > 0 && isShort(text.slice(0, colon))) {
    return { kind: colon === text.length - 1 ? 'line' : 'run-in', text: text.slice(0, colon) };
  }
  const isLine = !/[.,;!?]$/.test(text) && !/[=<>≈≤≥$\\]/.test(text) && isShort(text);
  return { kind: isLine ? 'line' : 'sentence', text: text.slice(0, longestSentence) };
};

const linesOf = ({ text, range }: ProsePart): readonly { readonly text: string; readonly start: number }[] => {
  let start = range.start;
  return text.split('\n').map((line) => {
    const placed = { text: line, start };
    start += line.length + 1;
    return placed;
  });
};

/** The lead a claim behind `last` stands under: a run-in of another paragraph is a sentence by now. */
const leadBehind = ({ lead, end }: Placed, start: number): Lead =>
  lead.kind === 'run-in' && start >= end ? { ...lead, kind: 'sentence' } : lead;

const leadsOf = ({ parts }: Document): readonly Placed[] => {
  const leads: Placed[] = [];
  for (const part of parts) {
    if (part.kind !== 'prose') continue;
    const { section, range } = part;
    for (const { text, start } of linesOf(part)) {
      const own = leadOf(text);
      const last = leads.at(-1);
      const above = last?.section === section ? leadBehind(last, start) : undefined;
      if (!own) continue;
      leads.push({ file: range.file, start, end: range.end, section, lead: { ...own, ...(above && { above }) } });
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
export const giveLeads = (document: Document, found: readonly Found[]): void => {
  const leads = byFile(leadsOf(document));
  const passed = new Map<string, number>();
  for (const { claim, range } of found) {
    const { file, start } = range;
    const own = leads.get(file);
    if (!own) continue;
    let next = passed.get(file) ?? 0;
    while ((own[next]?.start ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    passed.set(file, next);
    const last = own[next - 1];
    if (last?.section !== claim.section) continue;
    const above = leadBehind(last, start);
    claim.lead = claim.lead ? { ...claim.lead, above } : above;
  }
};
