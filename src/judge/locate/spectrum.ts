/**
 * Eigenvalues given all at once, where all of them, the largest or the smallest is asked for:
 *
 *     λ = 1, 2, 11      λ ∈ {1, 2, 11}      eigenvalues(A) = {1, 2, 11}      λ_1 = 1, λ_2 = 2, λ_3 = 11
 */
import { list } from '../../math/expression/build.ts';
import { evaluate } from '../../math/expression/evaluate.ts';
import { emptyScope } from '../../math/expression/scope.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { ends } from '../../math/number/enclosure.ts';
import { compare, type Exact } from '../../math/number/exact.ts';
import { answerOf, withoutMark } from './answers.ts';
import type { Answer } from './located.ts';
import type { Naming, NamingIndex } from './naming.ts';
import type { Target } from './targets.ts';
import { isClosed } from './value-member.ts';

/** Which of the eigenvalues of a matrix are asked for. */
export interface Spectrum {
  /** The key of the matrix. */
  readonly of: string;
  readonly take: 'all' | 'max' | 'min';
}

/** What an expression asks of a matrix's eigenvalues: `eigenvalues(A)`, `max(eigenvalues(A))`. */
export const spectrumIn = (
  e: Expression | undefined,
  key: (e: Expression) => string | undefined,
): Spectrum | undefined => {
  if (e?.kind !== 'apply' || e.operator.kind !== 'symbol') return undefined;
  const [first] = e.arguments;
  const { name } = e.operator;
  if (name === 'eigenvalues') {
    const of = first && key(first);
    return of === undefined ? undefined : { of, take: 'all' };
  }
  const inner = name === 'max' || name === 'min' ? spectrumIn(first, key) : undefined;
  return inner?.take === 'all' && (name === 'max' || name === 'min') ? { ...inner, take: name } : undefined;
};

const names = (of: string): readonly string[] => [
  `eigenvalues(${of})`,
  'eigenvalues',
  'Eigenvalues',
  'λ',
  `λ(${of})`,
  `λ_${of}`,
  'λ_i',
  'spectrum',
  `σ(${of})`,
];

const valuesIn = (e: Expression): readonly Expression[] | undefined => {
  const whole = withoutMark(e);
  const items = whole.kind === 'list' || whole.kind === 'sequence' ? whole.items : undefined;
  return items && items.length > 1 && items.every(isClosed) ? items : undefined;
};

/** The last member of a chain, behind signs that give the name a value, where it is such a value. */
const lastOf = (
  { claim, named, part }: Naming,
  signs: ReadonlySet<string>,
  fits: (e: Expression) => boolean,
): Answer | undefined => {
  const at = claim.members.length - 1;
  const member = claim.members[at];
  const isLed = claim.relations.slice(named).every((relation) => signs.has(relation));
  if (part !== undefined || at <= named || !member || !isLed || !fits(member.expression)) return undefined;
  const { text, place, expression } = member;
  const value = withoutMark(expression);
  return { claim, member: at, named, value, text, place, by: 'symbol', doubtful: true, final: claim.final };
};

const equates: ReadonlySet<string> = new Set(['=', '≈', '≔', '→']);
const equatesOrHolds: ReadonlySet<string> = new Set([...equates, '∈']);

/** The whole list that a chain gives a name. */
const listAnswer = (naming: Naming): Answer | undefined =>
  lastOf(naming, equatesOrHolds, (e) => valuesIn(e) !== undefined);

/** One eigenvalue by itself, `λ = 2`. */
const singleAnswer = (naming: Naming): Answer | undefined => lastOf(naming, equates, isClosed);

const digits = 20;

const sizeOf = (e: Expression): Exact | undefined => {
  const value = evaluate(e, emptyScope, digits);
  if (value.kind === 'exact') return value;
  return value.kind === 'enclosure' ? ends(value)[0] : undefined;
};

/** The largest or the smallest of some numbers; nothing where one is not real. */
const extreme = (items: readonly Expression[], take: 'max' | 'min'): Expression | undefined => {
  const sized = items.flatMap((item) => {
    const size = sizeOf(item);
    return size ? [{ item, size }] : [];
  });
  if (sized.length < items.length) return undefined;
  const wanted = take === 'max' ? 1 : -1;
  return sized.reduce((a, b) => (compare(b.size, a.size) === wanted ? b : a)).item;
};

const taken = (answer: Answer, items: readonly Expression[], take: Spectrum['take']): Answer | undefined => {
  if (take === 'all') return answer;
  const value = extreme(items, take);
  return value && { ...answer, value };
};

/** `λ = 1`, `λ = 2` and `λ = 11` put together. */
const together = (answers: readonly Answer[]): Answer | undefined => {
  const distinct = answers.filter(({ value }, i) => !answers.slice(0, i).some((other) => sameSize(other.value, value)));
  const last = distinct.at(-1);
  if (!last || distinct.length < 2) return undefined;
  return {
    ...last,
    value: { ...list(distinct.map(({ value }) => value)), open: '{', close: '}' },
    text: distinct.map(({ text }) => text).join(', '),
    place: distinct[0]?.place ?? last.place,
    parts: distinct,
  };
};

const sameSize = (a: Expression, b: Expression): boolean => {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  return left !== undefined && right !== undefined && compare(left, right) === 0;
};

/** No matrix handed out by hand is larger. */
const mostNumbered = 9;

/** `λ_1 = 1`, `λ_2 = 2` and so on: the last value of each. */
const numbered = (target: Target, index: NamingIndex): readonly Answer[] => {
  const found: Answer[] = [];
  for (let i = 1; i <= mostNumbered; i += 1) {
    const answers = index
      .of(`λ_${i}`)
      .flatMap(
        (naming) => answerOf({ ...target, wanted: 'value' }, naming, index, { by: 'symbol', doubtful: true }) ?? [],
      );
    const last = answers.at(-1);
    if (!last) break;
    found.push(last);
  }
  return found;
};

/** The answers that claims about all eigenvalues give, with doubt. */
export const spectrumAnswers = ({ of, take }: Spectrum, target: Target, index: NamingIndex): readonly Answer[] => {
  const own = take === 'all' ? [target.key] : [];
  const namings = [...new Set([...own, ...names(of)])].flatMap((name) => index.of(name));
  const lists = namings.flatMap((naming) => listAnswer(naming) ?? []);
  const singles = namings.flatMap((naming) => singleAnswer(naming) ?? []);
  const each = lists.length > 0 ? [] : [together(singles) ?? together(numbered(target, index))];
  return [...lists, ...each].flatMap((answer) => {
    const items = answer && valuesIn(answer.value);
    return answer && items ? (taken(answer, items, take) ?? []) : [];
  });
};
