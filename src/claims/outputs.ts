/** Results that programs printed, and tables that students typed with spaces. */
import type { ChainClaim } from '../model/claim.ts';
import type { OutputPart, ProsePart } from '../model/document.ts';
import type { Found } from './found.ts';
import { printedArrays, printedFields } from './printed-fields.ts';
import { printedRows } from './printed-rows.ts';
import { printedTable } from './printed-tables.ts';
import { PrintedText } from './printed-text.ts';
import type { Reading } from './reading.ts';

/** Two lines of nothing but numbers, one above the other: what prose needs to hold a table. */
const numberLines = /\n[ \t]*[-−+]?[\d.]+(?:[ \t]+[-−+]?[\d.([][^\n\p{L}]*)(?:\n|$)/u;

/** `[[1 2]` with a row below it. */
const arrayRow = /\[\s*\[[^\]\n]*\],?[ \t]*\n/;

const inProse = (reading: Reading, part: ProsePart): readonly Found<ChainClaim>[] => {
  if (numberLines.test(part.text)) return printedTable(new PrintedText(reading, part));
  return arrayRow.test(part.text) ? printedArrays(new PrintedText(reading, part)) : [];
};

const inOutput = (reading: Reading, part: OutputPart): readonly Found<ChainClaim>[] => {
  const printed = new PrintedText(reading, part);
  const table = printedTable(printed);
  if (table.length > 0) return table;
  const fields = printedFields(printed);
  return fields.length > 0 ? fields : printedRows(printed);
};

/** The printed results of a document: a table where an output is one, else its fields. */
export const outputClaims = (reading: Reading): readonly Found<ChainClaim>[] => [
  ...reading.parts('prose').flatMap((part) => inProse(reading, part)),
  ...reading.parts('output').flatMap((part) => inOutput(reading, part)),
];
