/** Results that programs printed, and tables that students typed with spaces. */
import type { ChainClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import { printedFields } from './printed-fields.ts';
import { printedRows } from './printed-rows.ts';
import { printedTable } from './printed-tables.ts';
import { PrintedText } from './printed-text.ts';
import type { Reading } from './reading.ts';

/** Two lines of nothing but numbers, one above the other: what prose needs to hold a table. */
const numberLines = /\n[ \t]*[-−+]?[\d.]+(?:[ \t]+[-−+]?[\d.([][^\n\p{L}]*)(?:\n|$)/u;

/** The printed results of a document: a table where an output is one, else its fields. */
export const outputClaims = (reading: Reading): readonly Found<ChainClaim>[] =>
  reading.document.parts.flatMap((part) => {
    if (part.kind === 'prose') return numberLines.test(part.text) ? printedTable(new PrintedText(reading, part)) : [];
    if (part.kind !== 'output') return [];
    const printed = new PrintedText(reading, part);
    const table = printedTable(printed);
    if (table.length > 0) return table;
    const fields = printedFields(printed);
    return fields.length > 0 ? fields : printedRows(printed);
  });
