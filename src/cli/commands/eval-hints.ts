import { builtIns } from '../../math/expression/evaluation/built-in.ts';
import { isConstant } from '../../math/expression/evaluation/lookup.ts';
import { nameText } from '../../math/expression/names.ts';
import type { Expression, Span } from '../../math/expression/tree.ts';
import { freeSymbols, nodes } from '../../math/expression/walk.ts';
import { nearestWord } from '../../rubric/nearest-word.ts';

/** What stands in the way of a value, where it stands, and what to write instead. */
export interface Hint {
  readonly message: string;
  readonly at: Span;
}

/** What people type, and what is written here. */
const written: Readonly<Record<string, string>> = {
  choose: 'write binomial(10, 3) for 10 choose 3',
  C: 'write binomial(10, 3) for C(10, 3)',
  deg: 'write sin(30°), or 30 π/180 for the angle itself',
  '°': 'write sin(30°), or 30 π/180 for the angle itself',
  eig: 'write eigenvalues([[2, 1], [1, 2]])',
  eigenvalues: 'write eigenvalues([[2, 1], [1, 2]]), with brackets',
  mod: 'write a - b floor(a/b) for a mod b',
  round: 'ask for fewer digits with --digits',
  int: 'integrals are not evaluated: write an antiderivative, and subtract its values at both ends',
  mean: 'write (1 + 2 + 3)/3',
  of: 'write 0.2·50 for 20% of 50',
};

const functionNames: readonly string[] = [...builtIns.keys()].filter((name) => /^[a-zA-Z]{2,}$/.test(name));

const hintFor = (name: string, otherwise: string): string => {
  const known = written[name] ?? written[name.replace(/_.*$/s, '')];
  if (known) return known;
  const near = name.length > 2 ? nearestWord(name, functionNames) : undefined;
  return near && near !== name ? `did you mean ${near}?` : otherwise;
};

const isUndefined = (e: Expression): boolean =>
  e.kind === 'apply' && e.operator.kind === 'symbol' && !builtIns.has(e.operator.name);

/** `C(10, 3)`: a call of what is no function here. */
const ofCall = (tree: Expression): Hint | undefined => {
  for (const node of nodes(tree)) {
    if (node.kind !== 'apply' || node.operator.kind !== 'symbol' || !node.at || !isUndefined(node)) continue;
    const { name } = node.operator;
    const otherwise = name === 'x' ? 'write × or * for a product' : 'write out what it means';
    const message = `${name} is no function that is known here; ${hintFor(name, otherwise)}`;
    return { message, at: node.operator.at ?? node.at };
  }
  return undefined;
};

const ofName = (tree: Expression): Hint | undefined => {
  const name = freeSymbols(tree).find((one) => one.at && !(one.kind === 'symbol' && isConstant(one.name)));
  if (!name?.at) return undefined;
  const text = nameText(name);
  const isFunction = builtIns.has(text);
  const rest = isFunction ? `write ${text}(…), with its argument` : 'put a number in its place: eval works out numbers';
  return {
    message: `${text} has no value here; ${isFunction ? (written[text] ?? rest) : hintFor(text, rest)}`,
    at: name.at,
  };
};

/** `3,5 + 1` */
const ofComma = (tree: Expression, text: string): Hint | undefined => {
  const comma = /\d(?=,\d)/.exec(text);
  if (tree.kind !== 'sequence' || !comma) return undefined;
  const start = comma.index + 1;
  return { message: 'a comma separates two values; write a decimal point, as in 3.5', at: { start, end: start + 1 } };
};

const ofRelation = (tree: Expression): Hint | undefined =>
  tree.kind === 'relation' && tree.at
    ? { message: 'an equation with a name in it has no value; write the expression alone', at: tree.at }
    : undefined;

/** The first thing that keeps an expression from having a value, where it is one that can be pointed at. */
export const hintOf = (tree: Expression, text: string): Hint | undefined =>
  ofComma(tree, text) ?? ofCall(tree) ?? (freeSymbols(tree).length > 0 ? ofRelation(tree) : undefined) ?? ofName(tree);
