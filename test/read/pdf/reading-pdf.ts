import { readFileSync } from 'node:fs';
import { claims } from '../../../src/claims/claims.ts';
import { printPlain } from '../../../src/math/expression/print-plain.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { Document } from '../../../src/model/document.ts';
import { readSubmission } from '../../../src/read/read.ts';
import type { TinyPdf } from './tiny-pdf.ts';
import { tinyPdf } from './tiny-pdf.ts';

/** What the bytes of a file say. */
export const documentOf = (name: string, bytes: Uint8Array): Promise<Document> =>
  readSubmission({ student: 'ada', files: [{ name, bytes }] });

/** The bytes of a file beside this one. */
export const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));

/** What a file beside this one says. */
export const fixture = (name: string): Promise<Document> => documentOf(name, bytesOf(name));

/** What a page of these drawing operators says. */
export const page = (content: string, rest: Omit<TinyPdf, 'content'> = {}): Promise<Document> =>
  documentOf('work.pdf', tinyPdf({ content, ...rest }));

const vocabulary = { functions: new Set(['f', 'σ', 'g']), symbols: new Set<string>() };

const inWords = (claim: Claim): string => {
  const where = claim.section.number ?? claim.section.title;
  if (claim.kind === 'statement')
    return `${where}: ${printPlain(claim.subject)} ${claim.relation} ${printPlain(claim.value)}`;
  if (claim.kind !== 'chain') return `${where}: ${claim.kind}`;
  const members = claim.members.map(
    ({ expression }, index) => `${printPlain(expression)} ${claim.relations[index] ?? ''}`,
  );
  return `${where}: ${members.join(' ')}${claim.doubtful ? '(doubtful)' : ''}`;
};

/** The claims of a document, in words. */
export const claimsOf = (document: Document): readonly string[] => claims(document, vocabulary).map(inWords);
