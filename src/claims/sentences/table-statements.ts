/**
 * Conditions in the cells of a table, each with the words of its row; with those of its column where a row holds several:
 *
 *     gradient  | condition                              |           | vanishes          | explodes
 *     vanishes  | $\lambda_{max} < 1/\gamma$             | condition | $\lambda < 1/γ$   | $\lambda > 1/γ$
 */
import type { StatementClaim } from '../../model/claim.ts';
import type { FormulaPart, TableCell, TablePart } from '../../model/document.ts';
import type { Found } from '../found.ts';
import type { Reading } from '../reading.ts';
import { mayCompare } from './comparisons.ts';
import { type Condition, SentenceReader } from './conditions.ts';
import { deniedWords, isNegated, modalityOf } from './modality.ts';
import type { Sentence } from './sentences.ts';

const orderSign = /[<>≤≥≪≫]|\\(?:le|ge|lt|gt|ll|gg)/u;
const mathematics = /\$+([^$]+)\$+|\\\(([\s\S]+?)\\\)/g;
const words = /\p{L}{3}/u;
const firstLetter = 0xe000;

/** A cell as one sentence behind the head of its column, its formulas as letters. */
const sentenceOf = ({ text, range, notation }: TableCell, head: string, part: TablePart): Sentence => {
  const formulas = new Map<string, FormulaPart>();
  const letter = (formula: string, at: number, how: FormulaPart['notation']): string => {
    const start = range.start + at;
    const name = String.fromCharCode(firstLetter + formulas.size);
    formulas.set(name, {
      kind: 'formula',
      section: part.section,
      text: formula,
      notation: how,
      display: false,
      range: { file: range.file, start, end: start + formula.length },
    });
    return name;
  };
  const named = text.replace(mathematics, (whole, dollars: string | undefined, brackets: string | undefined, at) => {
    const formula = dollars ?? brackets ?? '';
    return letter(formula, Number(at) + whole.indexOf(formula), 'latex');
  });
  const isFormula = formulas.size === 0 && orderSign.test(text) && !words.test(text.replace(/\\\p{L}+|_\S+/gu, ''));
  return {
    section: part.section,
    text: `${head}: ${isFormula ? letter(text, 0, notation) : named}`,
    formula: (name) => formulas.get(name),
    range: () => range,
    written: () => text.trim(),
    stop: '',
  };
};

const mayState = ({ text }: TableCell): boolean => orderSign.test(text) || mayCompare(text);

interface Stated {
  readonly cell: TableCell;
  readonly column: number;
  readonly condition: Condition;
}

const statedIn = (reading: Reading, part: TablePart, row: readonly TableCell[]): readonly Stated[] =>
  row.flatMap((cell, column) => {
    if (!mayState(cell)) return [];
    const head = part.rows[0] === row ? '' : (part.rows[0]?.[column]?.text ?? '');
    const [condition, ...others] = new SentenceReader(
      reading,
      sentenceOf(cell, head, part),
      undefined,
      reading.symbols.known,
      noLetters,
    ).conditions();
    return condition && others.length === 0 ? [{ cell, column, condition }] : [];
  });

const noLetters = new Map<string, never>();

const rowClaims = (reading: Reading, part: TablePart, row: readonly TableCell[]): readonly Found<StatementClaim>[] => {
  const stated = statedIn(reading, part, row);
  const beside = row.filter((cell) => !stated.some((one) => one.cell === cell)).map(({ text }) => text.trim());
  return stated.map(({ cell, column, condition }) => {
    const head = part.rows[0]?.[column]?.text.trim() ?? '';
    const said = (stated.length > 1 ? [...beside, head] : beside).filter((one) => one !== '');
    const clause = said.join(', ');
    const denied = deniedWords(clause);
    const { range } = cell;
    const claim: StatementClaim = {
      kind: 'statement',
      section: part.section,
      place: reading.place(range.file, range),
      order: 0,
      subject: condition.subject,
      relation: condition.relation,
      value: condition.value,
      modality: modalityOf(`${clause} ${head} ${cell.text}`),
      text: [...(clause === '' ? [] : [clause]), cell.text.trim()].join(': '),
      negated: isNegated(clause, denied),
      ...(denied.length > 0 && { denied }),
    };
    return { claim, range };
  });
};

/** The conditions that the document's tables state. */
export const tableStatementClaims = (reading: Reading): readonly Found<StatementClaim>[] =>
  reading
    .parts('table')
    .filter(({ rows }) => rows.some((row) => row.some(mayState)))
    .flatMap((part) => part.rows.flatMap((row) => rowClaims(reading, part, row)));
