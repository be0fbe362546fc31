import { type FormulaNames, formulaName } from '../math/expression/formula-names.ts';
import type { ApplyNode, Expression } from '../math/expression/tree.ts';
import { nodes } from '../math/expression/walk.ts';
import { parsePlain } from '../math/notation/plain.ts';
import type { YamlEntry, YamlNode } from './yaml-tree.ts';

/** How the assignment's names are to be read: `f(x)` is an application where f is a function, `loss` is one name. */
export interface Names {
  readonly functions: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Quantities whose name is a formula: `s^2`, `P(A ∪ B)`. */
  readonly formulas: FormulaNames;
}

export const noNames: Names = { functions: new Set(), names: new Set(), formulas: new Set() };

/** `f(x, y)` → f, `E[X]` → E; `(x_0, y_0)` → none. */
const functionOf = (left: string): string | undefined => /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*'*\s*[([]/u.exec(left)?.[1];

/** Names of several letters; those after `_` belong to the name before them (`W_rec`). */
const longNames = (left: string): readonly string[] =>
  [...left.matchAll(/(?<![_\p{L}{])\p{L}{2,}/gu)].map((match) => match[0]);

type Definition = readonly [left: Expression, right: string];

const isPlainName = (e: Expression): boolean => e.kind === 'symbol';

const applications = (definitions: readonly Definition[]): readonly (readonly [ApplyNode, string])[] =>
  definitions.flatMap(([left, right]) =>
    left.kind === 'apply' && left.operator.kind === 'symbol' ? [[left, right] as const] : [],
  );

const headText = ({ operator }: ApplyNode): string => (operator.kind === 'symbol' ? operator.name : '');

const argumentText = (e: ApplyNode): string => formulaName(e) ?? '';

/** What has an expectation, in any formula: `E(X): n p` defines no function of X. */
const moments: ReadonlySet<string> = new Set(['P', 'Pr', 'ℙ', 'E', '𝔼', 'Var', 'Cov', 'SD']);

/** `P(A)` and `P(B)` are two numbers, not one function defined twice; so is `E(X): n p`, which has no X in it. */
const isOfEvents = (e: ApplyNode, right: string, all: readonly ApplyNode[]): boolean => {
  const same = all.filter((other) => headText(other) === headText(e));
  const alike = same.filter((other) => other.arguments.length === e.arguments.length);
  if (same.some((other) => other.arguments.some((one) => /^(?:apply|logic|prime|power)$/.test(one.kind)))) return true;
  if (new Set(alike.filter((other) => other.arguments.every(isPlainName)).map(argumentText)).size > 1) return true;
  const names = e.arguments.flatMap((one) => (one.kind === 'symbol' ? [one.name] : []));
  return (
    moments.has(headText(e)) && names.every((name) => !new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(right))
  );
};

/** Indexed parameters are names of their own, `f(x_1, x_2)`, unless the same letter counts steps. */
const indexedParameters = (e: ApplyNode, definitions: readonly Definition[]): readonly string[] => {
  const names = e.arguments.flatMap((one) => (one.kind === 'index' ? (formulaName(one) ?? []) : []));
  const counted = definitions
    .flatMap(([left]) => (left === e ? [] : [...nodes(left)]))
    .flatMap((node) => {
      const isStep = node.kind === 'index' && node.position === 'sub' && node.base.kind === 'symbol';
      return isStep && !names.includes(formulaName(node) ?? '')
        ? [node.base.kind === 'symbol' ? node.base.name : '']
        : [];
    });
  return names.filter((name) => !counted.includes(name.replace(/_.*$/, '')));
};

/** Letters that count steps and entries: `m_k` is one for every k. */
const counters: ReadonlySet<string> = new Set([...'ijklmnt']);

const isIn = (letter: string, right: string): boolean => new RegExp(`(?<!\\p{L})${letter}(?!\\p{L})`, 'u').test(right);

/** `K_a: 1.8e-5`, `(v_x, v_y): (3, 4)`: a letter that says which, and counts nothing. */
const lettered = ([left, right]: Definition): readonly string[] =>
  (left.kind === 'list' ? left.items : [left]).flatMap((one) => {
    const [letter, ...more] = one.kind === 'index' && one.position === 'sub' ? one.indices : [];
    if (letter?.kind !== 'symbol' || more.length > 0) return [];
    return counters.has(letter.name) || isIn(letter.name, right) ? [] : (formulaName(one) ?? []);
  });

/** The names that are formulas among the left sides. */
const formulaNamesIn = (definitions: readonly Definition[]): readonly string[] => {
  const applied = applications(definitions);
  const all = applied.map(([left]) => left);
  const powers = definitions.flatMap(([left]) => (left.kind === 'power' ? (formulaName(left) ?? []) : []));
  const events = applied.flatMap(([left, right]) => {
    const isPoint = !left.arguments.every((one) => isPlainName(one) || one.kind === 'index' || one.kind === 'list');
    return isPoint || isOfEvents(left, right, all) ? (formulaName(left) ?? []) : [];
  });
  return [
    ...powers,
    ...events,
    ...definitions.flatMap(lettered),
    ...all.flatMap((left) => indexedParameters(left, definitions)),
  ];
};

const scalarText = (node: YamlNode): string => (node.kind === 'map' || node.kind === 'list' ? '' : node.text);

const definitionOf = ({ key, value }: YamlEntry, names: Omit<Names, 'formulas'>): Definition => [
  parsePlain(key.text, names).tree,
  scalarText(value),
];

/** The names around, and those that the left sides of `given:` (or of parameters) bring. */
export const withNames = (around: Names, definitions: YamlNode | undefined): Names => {
  if (definitions?.kind !== 'map') return around;
  const lefts = definitions.entries.map((entry) => entry.key.text);
  const functions = new Set([...around.functions, ...lefts.flatMap((left) => functionOf(left) ?? [])]);
  const names = new Set([...around.names, ...lefts.flatMap(longNames)]);
  const own = formulaNamesIn(definitions.entries.map((entry) => definitionOf(entry, { functions, names })));
  return { functions, names, formulas: own.length > 0 ? new Set([...around.formulas, ...own]) : around.formulas };
};

/** A model's activation is applied, not multiplied: `σ(x_{t-1})`. */
export const withActivation = (around: Names): Names => ({ ...around, functions: new Set([...around.functions, 'σ']) });
