/**
 * Names and values in printed lines:
 *
 *     x_1 = [3.55 0.2 ]
 *     x1: 3.55, y1: 0.2
 *     Iteration 1: x = 3.55, y = 0.2
 */
import type { Expression } from '../math/expression/tree.ts';
import type { ChainClaim } from '../model/claim.ts';
import type { Found } from './found.ts';
import { isCounter, isName, nameAt } from './iterates.ts';
import type { PrintedText } from './printed-text.ts';

const step = /(?:^|[\s([])(?:iteration|iter|step|epoch|k|t|n|i)\b\s*[:=#]?\s*(\d{1,6})\b\s*[:,|)\]-]*/iu;
/** `Iteration 1`, `--- step 2 ---`: a line that says which step the lines behind it are of. */
const stepLine = /^[\s\-=#*]*(?:iteration|iter|step|epoch)\s*[:=#]?\s*(\d{1,6})[\s\-=#*:]*$/iu;
/** `x_1 = `, `(x1, y1): `, `df/dx = `, `f(x1, y1) -> `, `M^T M = `, `B^-1 = ` right before a value. */
const field =
  /(?<![\p{L}\w]|[*·/+^]\s?)(?<name>(?:\p{L}(?:\^\w{1,3})?[ *·]){0,3}(?:\([\p{L}\w\s,^{}]{1,60}\)|[\p{L}∂∇][\p{L}\p{M}\w^{}'′/∂∇₀-₉⁰-⁹]{0,40}(?:\[\d+\]|\([\p{L}\w\s,.[\]-]{0,60}\)|-1)?))\s{0,20}(?:=|:|≈|->|→)\s{0,20}(?=[-−+.\d[(]|(?:np\.|numpy\.|torch\.)?(?:array|tensor|float))/gu;

const isBare = (name: Expression): boolean =>
  name.kind === 'symbol' || (name.kind === 'list' && name.items.every(({ kind }) => kind === 'symbol'));

/** A product or an inverse is a name where a program prints it as one. */
const isNameOrProduct = (e: Expression): boolean => isName(e) || e.kind === 'product' || e.kind === 'power';

/** `dL/dU =` above its array: the line, and the next one up to the bracket. */
const toBracket = (text: string, next: string | undefined): string => {
  const opens = /[=:≈]\s*$/.test(text) && next ? /^\s*[[(]/.exec(next)?.[0] : undefined;
  return opens === undefined ? text : `${text}\n${opens}`;
};

const isWhole = (e: Expression): boolean => e.kind === 'number' && /^\d+$/.test(e.text);

/** The name of a field, with the step that its line begins with; `m` and `s` count steps only as whole numbers. */
const nameOf = (
  printed: PrintedText,
  text: string,
  at: number,
  lead: string | undefined,
  value: Expression,
): Expression | undefined => {
  if (/^(?:iteration|iter|step|epoch)$/i.test(text)) return undefined;
  const name = printed.name(text, at);
  if (!isNameOrProduct(name) || (lead !== undefined && isCounter(name) && isWhole(value))) return undefined;
  const hasStep = name.kind === 'symbol' && /\d$/.test(name.name);
  return lead !== undefined && isBare(name) && !hasStep ? nameAt(name, Number(lead)) : name;
};

/** The fields of a printed text; an array may go on over lines, and begin in the line below its name. */
export const printedFields = (printed: PrintedText): readonly Found<ChainClaim>[] => {
  const found: Found<ChainClaim>[] = [];
  let read = 0;
  let above: string | undefined;
  for (const [i, { text, start }] of printed.lines.entries()) {
    above = stepLine.exec(text)?.[1] ?? above;
    const lead = step.exec(text)?.[1] ?? above;
    for (const match of toBracket(text, printed.lines[i + 1]?.text).matchAll(field)) {
      const at = start + match.index;
      const value = at < read ? undefined : printed.value(at + match[0].length);
      const name = value && nameOf(printed, match.groups?.['name'] ?? '', at, lead, value.value);
      if (!value || !name || (match[0].includes('\n') && printed.goesOn(value.end))) continue;
      read = value.end;
      found.push(printed.claim(name, value.value, at));
    }
  }
  return found;
};

/** Arrays over several lines in running text, which no formula of one line holds; their names begin a line. */
export const printedArrays = (printed: PrintedText): readonly Found<ChainClaim>[] =>
  printedFields(printed).filter(
    ({ claim, range }) => claim.members[1]?.expression.kind === 'matrix' && printed.beginsLine(range),
  );
