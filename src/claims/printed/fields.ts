/**
 * Names and values in printed lines:
 *
 *     x_1 = [3.55 0.2 ]
 *     x1: 3.55, y1: 0.2
 *     Iteration 1: x = 3.55, y = 0.2
 */
import type { Expression } from '../../math/expression/tree.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Found } from '../found.ts';
import { roleNamed } from '../iterates/role-words.ts';
import { isCounter, isName } from '../iterates/step-names.ts';
import { stepless } from '../iterates/table-starts.ts';
import type { PrintedText } from './text.ts';

const step = /(?:^|[\s([,{])(?<word>iteration|iter|step|epoch|k|t|n|i)\b\s*[:=#]?\s*(?<step>\d{1,6})\b\s*[:,|)\]-]*/giu;
/** `{'step': 1, 'x': 3.55}` without the quotes of its keys; nothing moves. */
const unquoted = (text: string): string => text.replace(/(['"])(\w{1,20})\1(?=\s*:)/g, ' $2 ');
/** `Iteration 1`, `--- step 2 ---`: a line that says which step the lines behind it are of. */
const stepLine = /^[\s\-=#*]*(?:iteration|iter|step|epoch)\s*[:=#]?\s*(\d{1,6})[\s\-=#*:]*$/iu;
/** `x_1 = `, `(x1, y1): `, `df/dx = `, `f(x1, y1) -> `, `M^T M = `, `B^-1 = `, `u/||u|| = `, `T(1/2) = ` right before a value. */
const field =
  /(?<![\p{L}\w]|[*·/+^]\s?|\bof\s)(?<name>(?:\p{L}(?:\^\w{1,3})?[ *·]){0,3}(?:\([\p{L}\w\s,^{}]{1,60}\)|(?:\p{L}\w?\s?\/\s?)?(?:\|\|?|‖)[\p{L}\w ]{1,20}(?:\|\|?|‖)|[\p{L}∂∇][\p{L}\p{M}\w^{}'′/∂∇₀-₉⁰-⁹]{0,40}(?:\[\d+\]|\([\p{L}\w\s,./[\]-]{0,60}\)|-1)?))\s{0,20}(?:=|:|≈|->|→)\s{0,20}(?=[-−+.\d[(]|(?:np\.|numpy\.|torch\.)?(?:array|tensor|float))|(?<![\p{L}\w])(?<role>velocity|position|point|gradient|grad)\s{1,20}(?=[[(]|(?:np\.|numpy\.|torch\.)?(?:array|tensor))/giu;

const isBare = (name: Expression): boolean =>
  name.kind === 'symbol' || (name.kind === 'list' && name.items.every(({ kind }) => kind === 'symbol'));

/** A product, an inverse or `u/||u||` is a name where a program prints it as one. */
const isNameOrProduct = (e: Expression): boolean =>
  isName(e) || e.kind === 'product' || e.kind === 'power' || (e.kind === 'quotient' && isName(e.under));

/** `dL/dU =` above its array: the line, and the next one up to the bracket. */
const toBracket = (text: string, next: string | undefined): string => {
  const opens = /[=:≈]\s*$/.test(text) && next ? /^\s*[[(]/.exec(next)?.[0] : undefined;
  return opens === undefined ? text : `${text}\n${opens}`;
};

const isWhole = (e: Expression): boolean => e.kind === 'number' && /^\d+$/.test(e.text);

/** A field: its name, which may be one without a step, and its value. */
interface Field {
  readonly name: Expression;
  readonly isBare: boolean;
  readonly value: Expression;
  readonly at: number;
  /** The step that its line begins with. */
  readonly lead: number | undefined;
}

/** The name of a field; `m` and `s` count steps where they stand before others, and only as whole numbers. */
const nameOf = (
  printed: PrintedText,
  text: string,
  at: number,
  lead: number | undefined,
  value: Expression,
): Expression | undefined => {
  if (/^(?:iteration|iter|step|epoch)$/i.test(text)) return undefined;
  const name = roleNamed(text) ?? printed.name(text, at);
  return !isNameOrProduct(name) || (lead !== undefined && isCounter(name) && isWhole(value)) ? undefined : name;
};

const isWithoutStep = (name: Expression): boolean => isBare(name) && !(name.kind === 'symbol' && /\d$/.test(name.name));

/** Fields that lines count, or that come again and again, a step each time. */
const counted = (fields: readonly Field[]): readonly (Field & { readonly step?: number })[] => {
  const bare = fields.filter((field) => field.isBare);
  if (bare.some(({ lead }) => lead !== undefined))
    return fields.map((field) => (field.isBare && field.lead !== undefined ? { ...field, step: field.lead } : field));
  const times = new Map<string, number>();
  const repeated = fields.map((field) => {
    if (!field.isBare) return field;
    const key = stepless(field.name);
    times.set(key, (times.get(key) ?? 0) + 1);
    return { ...field, step: times.get(key) ?? 1 };
  });
  const [most = 0, ...others] = times.values();
  return most > 1 && others.every((one) => one === most) ? repeated : fields;
};

/** The step of a place in a line: what is counted last before it, by the word that the line counts with first. */
const stepsIn = (text: string): ((at: number) => number | undefined) => {
  const [first, ...others] = [...text.matchAll(step)];
  const more = others.filter(({ groups }) => groups?.['word'] === first?.groups?.['word']);
  const told = first ? [first, ...more] : [];
  return (at) => {
    const last = told.findLast(({ index }) => index <= at) ?? first;
    return last && Number(last.groups?.['step']);
  };
};

const fieldsOf = (printed: PrintedText): readonly Field[] => {
  const fields: Field[] = [];
  let read = 0;
  let above: string | undefined;
  for (const [i, { text: written, start }] of printed.lines.entries()) {
    const text = unquoted(written);
    above = stepLine.exec(text)?.[1] ?? above;
    const stepAt = stepsIn(text);
    for (const match of toBracket(text, printed.lines[i + 1]?.text).matchAll(field)) {
      const at = start + match.index;
      const printedValue = at < read ? undefined : printed.value(at + match[0].length);
      const lead = stepAt(match.index) ?? (above === undefined ? undefined : Number(above));
      const called = match.groups?.['name'] ?? match.groups?.['role'] ?? '';
      const name = printedValue && nameOf(printed, called, at, lead, printedValue.value);
      if (!printedValue || !name || (match[0].includes('\n') && printed.goesOn(printedValue.end))) continue;
      read = printedValue.end;
      fields.push({ name, isBare: isWithoutStep(name), value: printedValue.value, at, lead });
    }
  }
  return fields;
};

/** The fields of a printed text; an array may go on over lines, and begin in the line below its name. */
export const printedFields = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const fields = counted(fieldsOf(printed));
  const plain = fields.filter(({ step: row }) => row === undefined);
  const stepped = fields.flatMap(({ step: row, lead, ...field }) =>
    row === undefined ? [] : [{ ...field, step: row, isUnsure: lead === undefined }],
  );
  return [...plain.map(({ name, value, at }) => printed.claim(name, value, at)), ...printed.claims(stepped)];
};

/** Arrays over several lines in running text, which no formula of one line holds; their names begin a line. */
export const printedArrays = (printed: PrintedText): readonly Found<ChainClaim>[] =>
  printedFields(printed).filter(
    ({ claim, range }) => claim.members[1]?.expression.kind === 'matrix' && printed.beginsLine(range),
  );
