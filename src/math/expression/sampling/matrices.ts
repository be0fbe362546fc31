/**
 * Equality of formulas that speak of matrices. What holds for numbers need not hold for them: (AB)ᵀ is BᵀAᵀ, not AᵀBᵀ.
 * Capital letters stand for square matrices, small ones for vectors or numbers, whichever fits.
 */

import { identity } from '../../linear/matrix.ts';
import { scaled } from '../../number/exact.ts';
import { compile } from '../compile.ts';
import { startRun } from '../evaluation/start.ts';
import { equalValues } from '../evaluation/statements.ts';
import { matrixOf, vectorOf } from '../evaluation/value-arithmetic.ts';
import type { Name } from '../free-symbols.ts';
import { hashText } from '../modular/hash.ts';
import { isName, nameText } from '../names.ts';
import type { Scope } from '../scope.ts';
import type { Expression } from '../tree.ts';
import type { Value } from '../value.ts';
import { freeSymbols, nodes } from '../walk.ts';

/** How the sides compare once names stand for matrices and vectors. */
export type MatrixVerdict = 'agree' | 'differ' | 'unknown';

/** Both sizes must say the same: det 2A is 4 det A for one and 8 det A for the other. */
const sizes = [2, 3] as const;

/** Small letters whose kinds are tried, and points that must agree. */
const limits = { letters: 5, points: 4, steps: 20_000, bits: 256 } as const;

const shaped: ReadonlySet<string> = new Set('transpose det tr trace inv inverse rank norm inner dot'.split(' '));

const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);

const isInverseOfCapital = (e: Expression): boolean =>
  e.kind === 'power' &&
  isName(e.base) &&
  isCapital(nameText(e.base)) &&
  e.exponent.kind === 'negative' &&
  e.exponent.of.kind === 'number' &&
  e.exponent.of.text === '1';

const isShaped = (e: Expression): boolean =>
  isInverseOfCapital(e) ||
  (e.kind === 'apply' &&
    e.operator.kind === 'symbol' &&
    shaped.has(e.operator.name) &&
    e.arguments.some((part) => freeSymbols(part).length > 0));

/** Whether a formula transposes, inverts or measures something that has a name. */
export const speaksOfMatrices = (e: Expression): boolean => {
  for (const node of nodes(e)) if (isShaped(node)) return true;
  return false;
};

type Kind = 'number' | 'vector' | 'matrix';

const entry = (seed: string): Value => scaled((hashText(seed) % 599n) - 299n, 2);

const drawn = (name: string, kind: Kind, size: number, seed: string): Value => {
  if (kind === 'number') return entry(`${seed}|${name}`);
  const row = (i: number): Value[] => Array.from({ length: size }, (_, j) => entry(`${seed}|${name}|${i}|${j}`));
  if (kind === 'vector') return vectorOf(row(0));
  return name === 'I' ? identity(size) : matrixOf(Array.from({ length: size }, (_, i) => row(i)));
};

type Kinds = ReadonlyMap<string, Kind>;

const usualKind = (name: string): Kind => {
  if (isCapital(name)) return 'matrix';
  return /^[a-z]/.test(name) ? 'vector' : 'number';
};

/** The usual kinds, then small letters turned one after the other and together. */
const assignments = (names: readonly string[]): readonly Kinds[] => {
  const small = names.filter((name) => !isCapital(name)).slice(0, limits.letters);
  return Array.from({ length: 1 << small.length }, (_, mask) => {
    const turned = (name: string): boolean => ((mask >> small.indexOf(name)) & 1) === 1 && small.includes(name);
    const other = (kind: Kind): Kind => (kind === 'vector' ? 'number' : 'vector');
    return new Map(names.map((name) => [name, turned(name) ? other(usualKind(name)) : usualKind(name)] as const));
  });
};

/** Both sides at one point; undefined where shapes do not fit or something else has no value. */
type Look = (kinds: Kinds, size: number, seed: string) => boolean | undefined;

const lookAt = (a: Expression, b: Expression, around: Scope): Look => {
  const [left, right] = [compile(a, around.function), compile(b, around.function)];
  return (kinds, size, seed) => {
    const value = (name: Name): Value | undefined => {
      const kind = kinds.get(nameText(name));
      return kind && drawn(nameText(name), kind, size, seed);
    };
    const scope: Scope = {
      value: (name, digits) => around.value(name, digits) ?? value(name),
      function: around.function,
    };
    const [ours, theirs] = [left, right].map((side) => side(startRun(scope, limits.bits, 'real', limits.steps)));
    if (!ours || !theirs || ours.kind === 'undefined' || theirs.kind === 'undefined') return undefined;
    const truth = equalValues(ours, theirs);
    // Enclosures that overlap at 256 binary places count as equal.
    return truth.kind === 'truth' ? truth.holds : true;
  };
};

const verdictFor = (look: Look, kinds: Kinds, size: number): MatrixVerdict => {
  const seen = Array.from({ length: limits.points }, (_, k) => look(kinds, size, `${size}.${k}`));
  if (seen.includes(false)) return 'differ';
  return seen.every((one) => one === true) ? 'agree' : 'unknown';
};

/** Compares at matrices of two sizes, with the first kinds for the names that fit. */
export const compareAsMatrices = (
  a: Expression,
  b: Expression,
  names: readonly string[],
  scope: Scope,
): MatrixVerdict => {
  const look = lookAt(a, b, scope);
  const kinds = assignments(names).find((one) => look(one, 3, 'fit') !== undefined);
  if (!kinds) return 'unknown';
  const verdicts = sizes.map((size) => verdictFor(look, kinds, size));
  if (verdicts.every((verdict) => verdict === 'agree')) return 'agree';
  return verdicts.every((verdict) => verdict === 'differ') ? 'differ' : 'unknown';
};
