/** Results that programs printed, and tables that students typed with spaces. */
import type { ChainClaim } from '../../model/claim.ts';
import type { CodePart, OutputPart, ProsePart } from '../../model/document.ts';
import type { Found } from '../found.ts';
import type { Reading } from '../reading.ts';
import { printedArrays, printedFields } from './fields.ts';
import { mayHoldPairs, printedPairs } from './pairs.ts';
import { printedRows } from './rows.ts';
import { shownBy } from './shown-code.ts';
import { printedTable } from './tables.ts';
import { PrintedText } from './text.ts';
import { mayBeTranscript, transcribed } from './transcript.ts';
import { printedInOrder } from './values-in-order.ts';

/** A line of nothing but numbers below another one, with blanks, bars or commas between: what prose needs to hold a table. */
const numberLines = /\n[ \t|]*[-−+]?[\d.]+(?:(?:[ \t]+|[ \t]*[|,;][ \t]*)[-−+]?[\d.([][^\n\p{L}]*)(?:\n|$)/u;

/** `[[1 2]` with a row below it. */
const arrayRow = /\[\s*\[[^\]\n]*\],?[ \t]*\n/;

const inProse = (reading: Reading, part: ProsePart): readonly Found<ChainClaim>[] => {
  if (numberLines.test(part.text)) return printedTable(new PrintedText(reading, part));
  if (arrayRow.test(part.text)) return printedArrays(new PrintedText(reading, part));
  return mayHoldPairs(part.text) ? printedPairs(new PrintedText(reading, part)) : [];
};

/** The program above each output, in the same section. */
const programs = ({ document }: Reading): ReadonlyMap<OutputPart, CodePart> => {
  const found = new Map<OutputPart, CodePart>();
  let above: CodePart | undefined;
  for (const part of document.parts) {
    if (part.kind === 'code') above = part;
    else if (part.kind === 'output' && above?.section === part.section) found.set(part, above);
    else if (part.kind !== 'output' && part.kind !== 'figure') above = undefined;
  }
  return found;
};

const inOutput = (reading: Reading, part: OutputPart, program: CodePart | undefined): readonly Found<ChainClaim>[] => {
  const printed = new PrintedText(reading, part);
  const answered = mayBeTranscript(part.text) ? transcribed(printed) : [];
  if (answered.length > 0) return answered;
  const table = printedTable(printed);
  if (table.length > 0) return table;
  const fields = printedFields(printed);
  if (fields.length > 0) return fields;
  const pairs = printedPairs(printed);
  if (pairs.length > 0) return pairs;
  const shown = program ? printedInOrder(printed, shownBy(program.text)) : [];
  return shown.length > 0 ? shown : printedRows(printed);
};

/** The printed results of a document: a table where an output is one, else its fields, else what its program says. */
export const outputClaims = (reading: Reading): readonly Found<ChainClaim>[] => {
  const outputs = reading.parts('output');
  const above = outputs.length > 0 ? programs(reading) : new Map<OutputPart, CodePart>();
  return [
    ...reading.parts('prose').flatMap((part) => inProse(reading, part)),
    ...reading
      .parts('code')
      .flatMap((part) => (mayBeTranscript(part.text) ? transcribed(new PrintedText(reading, part)) : [])),
    ...outputs.flatMap((part) => inOutput(reading, part, above.get(part))),
  ];
};
