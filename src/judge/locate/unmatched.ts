/**
 * Claims in an item's section that may answer it under a name that is not the one asked for: `M = 3.55`, `cos(0.5) ≈ 0.8776`
 * for `T(1/2)`, `x = 3.55` where a step should stand. They are for a person to see, never right or wrong by themselves.
 */
import { list } from '../../math/expression/build.ts';
import type { Expression } from '../../math/expression/tree.ts';
import { freeSymbols } from '../../math/expression/walk.ts';
import { writtenNumber } from '../../math/expression/written-number.ts';
import { type Exact, equals } from '../../math/number/exact.ts';
import type { ChainClaim } from '../../model/claim.ts';
import type { Definition } from '../../model/rubric.ts';
import { answerAt, withoutMark } from './answers.ts';
import { components } from './components.ts';
import type { Shape } from './entries.ts';
import type { Answer } from './located.ts';
import type { Key } from './naming.ts';
import { isClosed } from './value-member.ts';

/** What the assignment gives: the letters of its names, those it defines or asks for, the numbers a student restates. */
export interface Given {
  readonly letters: ReadonlySet<string>;
  readonly defined: ReadonlySet<string>;
  readonly numbers: readonly Exact[];
}

/** What an item could be answered by: its letter where it counts steps, and the shape of its value. */
export interface Sought {
  readonly letter: string | undefined;
  /** The letters of its components: `x` and `y`. */
  readonly letters: readonly string[];
  /** The place of a number in its point, and how many the point has. */
  readonly pair?: { readonly part: number; readonly width: number };
  readonly shape: Shape | 'number' | 'expression' | 'set';
  /** The function of which a derivative is sought. */
  readonly of?: string;
}

const lettersIn = (e: Expression): readonly string[] =>
  freeSymbols(e).flatMap((one) => {
    const base = one.kind === 'index' ? one.base : one;
    return base.kind === 'symbol' ? [base.name] : [];
  });

/** What the assignment gives to a section by these definitions; `asked` are the keys of all that it asks for. */
export const givenBy = (definitions: readonly Definition[], asked: ReadonlySet<string>, key: Key): Given => {
  const names = definitions.flatMap(({ left, right }) => [...lettersIn(left), ...lettersIn(right)]);
  const heads = definitions.flatMap(({ left }) =>
    left.kind === 'apply' && left.operator.kind === 'symbol' ? [left.operator.name] : [],
  );
  const restated = definitions.filter(({ left }) => !asked.has(key(left) ?? ''));
  const numbers = restated.flatMap(({ right }) =>
    (components(right) ?? [right]).flatMap((one) => writtenNumber(one) ?? []),
  );
  const lefts = definitions.flatMap(({ left }) => (components(left) ?? [left]).filter(({ kind }) => kind !== 'apply'));
  const defined = [...lefts.flatMap(lettersIn), ...heads, ...[...asked].map(letterOf)];
  return {
    letters: new Set([...names, ...defined]),
    defined: new Set(defined),
    numbers: numbers.map(({ value }) => value),
  };
};

/** `k`, `n`, `t`: they count. */
const counter = /^[ijklmnstNT](?:_|$)/;

/** The letter of a key: `x` of `x_1` and `x_new`, `f` of `f(x)`. */
export const letterOf = (key: string): string => key.replace(/^D\[([^;]*);.*$/, '$1').replace(/[_^(|].*$/, '') || key;

const isNext = (key: string, letter: string): boolean =>
  [letter, `${letter}_new`, `${letter}_next`, `D[${letter};′]`].includes(key);

const isRestated = (value: Expression, { numbers }: Given): boolean => {
  const parts = components(value) ?? [value];
  return parts.every((part) => {
    const written = writtenNumber(part);
    return written !== undefined && numbers.some((number) => equals(number, written.value));
  });
};

const empty: Expression = { kind: 'empty' };

/** `λ^2 - 4λ + 3 = 0`: what is set to zero may be what is asked for. */
const isEquation = ({ members, relations }: ChainClaim): boolean => {
  const [first, last] = members;
  const isZero = last?.expression.kind === 'number' && last.expression.text === '0';
  return members.length === 2 && relations[0] === '=' && isZero && first?.expression.kind === 'sum';
};

/** Whether what a claim calls its value may be another name for what is sought. */
const mayMean = (claim: ChainClaim, sought: Sought, given: Given, key: Key): boolean => {
  const [first] = claim.members;
  const name = first && key(withoutMark(first.expression));
  if (!first || name === undefined) return false;
  if (claim.relations.length === 0) return claim.final || sought.shape === 'expression' || isTelling(first.expression);
  if (isEquation(claim)) return sought.shape === 'expression';
  if (isClosed(first.expression)) return first.expression.kind === 'apply';
  if (first.expression.kind === 'empty') return true;
  if (counter.test(name)) return false;
  const isNamed = typeof sought.shape === 'string' && sought.shape !== 'number';
  const known = isNamed ? given.defined : given.letters;
  return !known.has(letterOf(name)) || (sought.letter !== undefined && isNext(name, sought.letter));
};

/** A vector, a matrix, a number with decimals: nothing that a sentence counts with. */
const isTelling = (e: Expression): boolean => {
  const whole = withoutMark(e);
  return components(whole) !== undefined || whole.kind === 'matrix' || (writtenNumber(whole)?.decimals ?? 0) > 0;
};

const isOfShape = (e: Expression, { shape }: Sought): boolean => {
  const parts = components(e);
  if (shape === 'expression') return !isClosed(e) && freeSymbols(e).length > 0 && e.kind !== 'matrix';
  if (shape === 'set') return e.kind === 'list' && e.items.length > 1 && e.items.every(isClosed);
  if (!isClosed(e)) return false;
  if (shape === 'number') return parts === undefined && e.kind !== 'matrix' && e.kind !== 'list';
  const [rows, columns] = shape;
  if (columns === undefined) return parts?.length === rows;
  const width = e.kind === 'matrix' ? e.rows[0]?.length : parts?.[0] && components(parts[0])?.length;
  return (e.kind === 'matrix' ? e.rows.length : parts?.length) === rows && width === columns;
};

/** Relations behind which a value stands. */
const says: ReadonlySet<string> = new Set(['=', '≈', '≡', '≔', '←', '→', '⇒', '∈']);

const valueIn = (claim: ChainClaim, sought: Sought): number => {
  if (isEquation(claim)) return isOfShape(withoutMark(claim.members[0]?.expression ?? empty), sought) ? 0 : -1;
  const from = claim.relations.length > 0 ? 1 : 0;
  return claim.members.findLastIndex(
    ({ expression, broken }, i) =>
      i >= from &&
      broken === undefined &&
      (i === 0 || says.has(claim.relations[i - 1] ?? '')) &&
      isOfShape(withoutMark(expression), sought),
  );
};

/** `x' = 3.55` and `y' = 0.2` where `(x_1, y_1)` is asked. */
const fromComponents = (
  claims: readonly ChainClaim[],
  { letters }: Sought,
  given: Given,
  key: Key,
): readonly Answer[] => {
  const each = letters.map((letter) =>
    claims.flatMap((claim) => unmatchedIn(claim, { letter, letters: [], shape: 'number' }, given, key, letter)).at(-1),
  );
  const parts = each.flatMap((answer) => answer ?? []);
  const last = parts.at(-1);
  if (!last || parts.length < letters.length) return [];
  const text = `(${parts.map((part) => part.text).join(', ')})`;
  return [{ ...last, value: list(parts.map(({ value }) => value)), text, named: last.member, parts }];
};

const unmatchedIn = (claim: ChainClaim, sought: Sought, given: Given, key: Key, only?: string): readonly Answer[] => {
  const name = claim.members[0] && key(withoutMark(claim.members[0].expression));
  const isMeant = only === undefined ? mayMean(claim, sought, given, key) : name !== undefined && isNext(name, only);
  const own = isMeant ? valueIn(claim, sought) : -1;
  const inPoint = own < 0 && isMeant && sought.pair ? valueIn(claim, { ...sought, shape: [sought.pair.width] }) : -1;
  const part = own < 0 ? sought.pair?.part : undefined;
  const at = Math.max(own, inPoint);
  const answer = at < 0 ? undefined : answerAt(claim, 0, at, part, { by: 'order', doubtful: true });
  return answer && !isRestated(answer.value, given) ? [answer] : [];
};

/** The answers that these claims may hold for what is sought, in document order. */
export const unmatchedAnswers = (
  claims: readonly ChainClaim[],
  sought: Sought,
  given: Given,
  key: Key,
): readonly Answer[] => {
  const whole = claims.flatMap((claim) => unmatchedIn(claim, sought, given, key));
  return whole.length > 0 || sought.letters.length === 0 ? whole : fromComponents(claims, sought, given, key);
};

/** Names that say what they are: whoever writes them means that, not what is asked. */
const telling =
  /^(?:determinant|trace|rank|norm|gradient|derivative|hessian|inverse|eigenvalues|roots|det|tr|max|min|ρ)\b|^[∇‖]|^D\[|^\(.*\)\^/i;

/** Working that may stand beside answers under other names. */
const mostBeside = 2;

/**
 * The first candidate, where there are about as many as items of this shape are open. An expression is likely meant only
 * where it is right, working is full of them; or where it is the gradient of the same function in other letters.
 */
export const likelyAmong = (
  candidates: readonly Answer[],
  open: number,
  { shape, of }: Sought,
  key: Key,
): Answer | undefined => {
  const nameOf = ({ claim, named }: Answer): string =>
    (claim.kind === 'chain' && claim.members[named] && key(claim.members[named].expression)) || '';
  if (of !== undefined) return candidates.find((one) => nameOf(one).startsWith(`∇${of}(`));
  const guesses = candidates.filter((one) => !telling.test(nameOf(one)));
  const isLikely = guesses.length >= open && guesses.length <= open + mostBeside;
  return shape !== 'expression' && isLikely ? guesses[0] : undefined;
};

/** Letters that textbooks give to iterates. */
const iterate = /^[pwθxzqPWΘXZ]$/u;

/** Whether a name without a step is what the steps of something sought are of: `v`, `(x, y)`, the point p. */
const isWithoutStep = (name: string | undefined, { letter, letters }: Sought): boolean =>
  name !== undefined &&
  (letters.length > 1 ? name === `(${letters.join(',')})` || iterate.test(name) : name === letter);

/**
 * The candidate at the place of an item among its `peers`, where as many stand there one after the other under one name
 * without a step: `v = …` three times for v_1, v_2 and v_3.
 */
export const candidateInOrder = (
  candidates: readonly Answer[],
  peers: number,
  place: number,
  sought: Sought,
  key: Key,
): Answer | undefined => {
  const named = candidates.filter(({ claim, named: at }) => {
    const name = claim.kind === 'chain' && at < claim.members.length ? claim.members[at]?.expression : undefined;
    return claim.kind === 'chain' && claim.relations.length > 0 && isWithoutStep(name && key(name), sought);
  });
  const isOneName =
    new Set(
      named.map(
        ({ claim, named: at }) => claim.kind === 'chain' && claim.members[at] && key(claim.members[at].expression),
      ),
    ).size === 1;
  return peers > 1 && isOneName && named.length === peers ? named[place] : undefined;
};
